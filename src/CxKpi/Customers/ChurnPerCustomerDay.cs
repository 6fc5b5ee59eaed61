using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Churn per customer-day: customers lost over the total number of days that all customers were there.</summary>
/// <remarks>
/// <code>rate = customers lost / customer-days; over d days: rate * d per average customer, 1 - exp(-rate * d) as a probability</code>
/// The value is in losses per customer and day, not negative; <c>default</c> holds no data. It is the one variant that neither growth nor the length of a
/// month distorts, because every customer counts for as long as they were there. It adds up over days, months and segments.
/// The interval is Garwood's exact one for a Poisson rate.
/// It can be created from totals, or the number of customers on each day.
/// Source: S. Noble, "Defining Churn Rate", Shopify, 2011, who divides the losses by the average daily number of customers (<see cref="PerAverageCustomer"/>).
/// <para>Pitfalls: reading losses per average customer as a probability, although they exceed 1 over a long period; comparing it with <see cref="Churn"/>,
/// which counts only the customers at the start. Steady behaviour keeps this rate steady, unlike all losses over the customers at the start:
/// with 5 % of old and 2.5 % of new customers lost each month, 10,000 customers at the start and 5,000 new ones a month, that figure is
/// 6.25 % in the first month and 5.87 % in the next.</para>
/// <example>31 are lost over 15,330 customer-days: 0.00202 a day, which is 5.9 % over 30 days.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ChurnPerCustomerDay>))]
[TypeFormatterSource(typeof(KpiFormatters<ChurnPerCustomerDay>))]
public readonly record struct ChurnPerCustomerDay : IKpi<ChurnPerCustomerDay>, IJsonRecord<ChurnPerCustomerDay>
{
    /// <summary>Creates the rate from totals.</summary>
    /// <param name="lost">The number of customers lost, no matter when they joined; not negative, and 0 when there are no customer-days.</param>
    /// <param name="customerDays">The days that all customers together were there, which is the sum of the daily numbers of customers; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or customers were lost without a customer-day.</exception>
    [RowSums]
    public ChurnPerCustomerDay(long lost, decimal customerDays)
        : this(new RateTally(
            Guard.NotNegative(lost),
            Guard.NotNegative(customerDays) == 0 && lost > 0
                ? throw Guard.Outside(nameof(customerDays), "must be greater than zero when somebody was lost", customerDays)
                : customerDays))
    {
    }

    private ChurnPerCustomerDay(RateTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Churn per customer-day",
        "Churn per day",
        KpiUnit.Rate,
        KpiDirection.LowerIsBetter,
        "customers lost / customer-days",
        "S. Noble, Defining Churn Rate, Shopify, 2011");

    /// <summary>The number of customers lost, no matter when they joined.</summary>
    public long Lost => Evidence.Events;

    /// <summary>The days that all customers together were there.</summary>
    public decimal CustomerDays => Evidence.Exposure;

    /// <summary>The losses over the customer-days, from which every interval for a rate can be computed.</summary>
    public RateTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Lost;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Loss;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>
    /// The mean time in days that a customer stays if the rate stays as it is; <see langword="null"/> when the rate is undefined or 0.
    /// </summary>
    public double? MeanLifetimeDays => Value is > 0 ? 1 / Value : null;

    /// <summary>Creates the rate from the number of customers on each day.</summary>
    /// <param name="lost">The number of customers lost over these days, no matter when they joined; not negative.</param>
    /// <param name="customersPerDay">The number of customers on each day of the period, without gaps; none negative.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customersPerDay"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or customers were lost although there never was one.</exception>
    public static ChurnPerCustomerDay FromDailyCounts(long lost, IEnumerable<long> customersPerDay)
    {
        decimal days = 0;
        long position = 0;
        foreach (long customers in Guard.NotNull(customersPerDay))
        {
            days += Guard.NotNegativeAt(customers, position++, nameof(customersPerDay));
        }

        return days > 0 || lost <= 0
            ? new(lost, days)
            : throw Guard.Outside(nameof(customersPerDay), "must have a customer on some day when somebody was lost", days);
    }

    /// <summary>Calculates the losses per average customer over a number of days, which is the rate that S. Noble defines.</summary>
    /// <param name="days">The length of the period in days, such as 30; greater than zero.</param>
    /// <returns>Losses per average customer, not bounded by 1; <see langword="null"/> when there are no customer-days.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is not a finite number greater than zero, or so large that the result is not
    /// finite.</exception>
    public double? PerAverageCustomer(double days) =>
        Value * Length(days) is not { } losses ? null
            : double.IsFinite(losses) ? losses
            : throw Guard.Outside(nameof(days), "must leave the losses finite", days);

    /// <summary>Estimates the probability of losing a customer within a number of days; the limits are converted in the same way as the value.</summary>
    /// <param name="days">The length of the period in days, such as 30; greater than zero.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate as a fraction in [0, 1]; <see langword="null"/> when there are no customer-days.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is not a finite number greater than zero, or <paramref name="confidence"/> does
    /// not lie between 0 and 1.</exception>
    public Estimate? EstimateOver(double days, double confidence = 0.95)
    {
        Length(days);
        return Estimate(confidence) is { } daily
            ? daily with
            {
                Value = PeriodRate.FromDailyRate(daily.Value, days),
                Lower = PeriodRate.FromDailyRate(daily.Lower!.Value, days),
                Upper = PeriodRate.FromDailyRate(daily.Upper!.Value, days),
            }
            : null;
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ChurnPerCustomerDay baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public ChurnPerCustomerDay Combine(ChurnPerCustomerDay other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private static double Length(double days)
    {
        Guard.Finite(days);
        return Guard.Positive(days);
    }

    static ChurnPerCustomerDay IJsonRecord<ChurnPerCustomerDay>.Json(JsonMembers<ChurnPerCustomerDay> json) => new(
        json.Value(nameof(Lost), x => x.Lost),
        json.Value(nameof(CustomerDays), x => x.CustomerDays));
}
