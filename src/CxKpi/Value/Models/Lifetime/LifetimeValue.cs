namespace CxKpi.Value;

/// <summary>Calculates what each customer will be worth, from a model of purchases and one of spending.</summary>
/// <remarks>
/// <code>
/// value       = E(mean amount) * margin share * discounted purchases
/// over months = Σ (E(Y(t_k)) - E(Y(t_(k-1))))/(1 + i)^(k/12)     k the months, t_k the end of month k in the models' unit, i the annual discount rate
/// without end = Σ over all future purchases of 1/(1 + i)^(years until then), expected
/// </code>
/// The rate is an effective rate of a year whatever the unit of the model is: a rate per unit of time, which other tools ask for, is easily taken for it. The
/// value is that of future purchases alone; what a customer has brought already is none of it.
/// Sources: P. Fader, B. Hardie, K. L. Lee, "RFM and CLV: using iso-value curves for customer base analysis", Journal of Marketing Research 42, 2005; P. Fader
/// and B. Hardie, "The Gamma-Gamma model of monetary value", 2013.
/// </remarks>
public static class LifetimeValue
{
    /// <summary>Calculates how many purchases a customer is expected to make within the horizon, each discounted to the end of observation.</summary>
    /// <param name="purchases">The model of purchases.</param>
    /// <param name="history">The customer's history.</param>
    /// <param name="options">Horizon and rate; <see langword="null"/> for the defaults.</param>
    /// <returns>The discounted number of purchases.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="purchases"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no end, and the discount rate is 0.</exception>
    public static double DiscountedPurchases(IPurchaseModel purchases, PurchaseHistory history, LifetimeValueOptions? options = null)
    {
        Guard.NotNull(purchases);
        options ??= new();
        if (options.Months is not { } months)
        {
            return purchases.DiscountedPurchases(history, options.AnnualDiscountRate);
        }

        double month = ModelTime.DaysOfAMonth / ModelTime.Days(purchases.Unit), rate = AccurateMath.LogOnePlus(options.AnnualDiscountRate) / 12;
        double lag = options.Timing switch
        {
            ValueTiming.EndOfMonth => 0,
            ValueTiming.MiddleOfMonth => 0.5,
        };
        double before = 0, sum = 0;
        for (int k = 1; k <= months; k++)
        {
            double until = purchases.ExpectedPurchases(history, k * month);
            sum += Math.Max(until - before, 0) * Math.Exp(-rate * (k - lag));
            before = until;
        }

        return sum;
    }

    /// <summary>Calculates what a customer will be worth.</summary>
    /// <param name="purchases">The model of purchases.</param>
    /// <param name="spend">The model of spending.</param>
    /// <param name="history">The customer's history.</param>
    /// <param name="spending">The customer's spending.</param>
    /// <param name="options">Horizon, rate and margin; <see langword="null"/> for the defaults.</param>
    /// <returns>The value, not negative; <see langword="null"/> when the spend model has no mean amount for the customer.</returns>
    /// <exception cref="ArgumentNullException">A model is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no end, and the discount rate is 0.</exception>
    public static double? Of(
        IPurchaseModel purchases, GammaGamma spend, PurchaseHistory history, SpendHistory spending, LifetimeValueOptions? options = null) =>
        Value(Guard.NotNull(spend).ExpectedMeanAmount(spending), options ?? new(), DiscountedPurchases(purchases, history, options));

    /// <summary>Calculates what each customer of a log will be worth. Equal histories are calculated once, on all processors.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="purchases">The model of purchases.</param>
    /// <param name="spend">The model of spending.</param>
    /// <param name="histories">The customers.</param>
    /// <param name="options">Horizon, rate and margin; <see langword="null"/> for the defaults.</param>
    /// <returns>The values, in the order of the customers.</returns>
    /// <exception cref="ArgumentNullException">A model or <paramref name="histories"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The histories count time in another way than the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no end, and the discount rate is 0.</exception>
    public static CustomerValues<TKey> OfAll<TKey>(
        IPurchaseModel purchases, GammaGamma spend, PurchaseHistories<TKey> histories, LifetimeValueOptions? options = null)
        where TKey : notnull
    {
        Guard.NotNull(spend);
        HistoriesInUnit.OfModel(Guard.NotNull(histories).Clock, Guard.NotNull(purchases), nameof(histories));
        LifetimeValueOptions chosen = options ?? new();
        PurchaseHistory[] distinct = [.. histories.Histories.Distinct()];
        (double Alive, double Discounted)[] figures = new (double, double)[distinct.Length];
        ModelTime.ForAll(distinct.Length, i => figures[i] = (purchases.ProbabilityAlive(distinct[i]), DiscountedPurchases(purchases, distinct[i], chosen)));
        Dictionary<PurchaseHistory, int> places = new(distinct.Length);
        for (int i = 0; i < distinct.Length; i++)
        {
            places.Add(distinct[i], i);
        }

        return new(chosen, histories.CalibrationEnd, histories.Clock, histories.Customers.Select(customer =>
        {
            (double alive, double discounted) = figures[places[customer.History]];
            double? mean = spend.ExpectedMeanAmount(customer.Spending);
            return new CustomerValue<TKey>(
                customer.Customer, alive, discounted, mean, Value(mean, chosen, discounted), chosen.MarginShare, chosen.Currency);
        }));
    }

    /// <summary>Calculates what a customer will be worth, with limits that come from the uncertainty of both models' parameters.</summary>
    /// <typeparam name="TModel">The type of the model of purchases.</typeparam>
    /// <param name="purchases">The fitted model of purchases.</param>
    /// <param name="spend">The fitted model of spending.</param>
    /// <param name="history">The customer's history.</param>
    /// <param name="spending">The customer's spending.</param>
    /// <param name="options">Horizon, rate and margin; <see langword="null"/> for the defaults.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The value with its limits, which know of neither model's error; without limits when a parameter is at a limit, and without a value
    /// when one of the fits has no model or the spend model no mean amount.</returns>
    /// <exception cref="ArgumentNullException">A fit is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or there is no end, and the discount rate is 0.</exception>
    public static ModelPrediction Predict<TModel>(
        FittedModel<TModel> purchases,
        FittedModel<GammaGamma> spend,
        PurchaseHistory history,
        SpendHistory spending,
        LifetimeValueOptions? options = null,
        double confidence = 0.95)
        where TModel : class, IPurchaseModel, IValueModel<TModel>
    {
        (double? bought, double? variance) = Guard.NotNull(purchases).Predicted(model => DiscountedPurchases(model, history, options));
        (double? amount, double? variation) = Guard.NotNull(spend).Predicted(model => model.ExpectedMeanAmount(spending) * (options ?? new()).MarginShare);
        return DeltaMethod.Amount(
            bought * amount,
            amount * amount * variance + bought * bought * variation,
            Guard.Confidence(confidence),
            variance is null && purchases.Outcome != FitOutcome.Converged ? purchases.Outcome : spend.Outcome);
    }

    /// <summary>No value where it is larger than a number can be.</summary>
    private static double? Value(double? mean, LifetimeValueOptions options, double discounted) =>
        mean * options.MarginShare * discounted is { } value && double.IsFinite(value) ? value : null;
}
