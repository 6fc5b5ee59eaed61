using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What moved customers and recurring revenue in one period.</summary>
/// <remarks>
/// The figures agree: gross and net revenue retention have the opening of <see cref="Revenue"/> as their base, and its parts as what was kept. They hold one
/// row per customer who paid at the opening, which gives them their intervals; the quick ratio holds one per customer who paid at the opening or the closing.
/// It is created by <see cref="SubscriptionLedger{TKey}.Movements(CalendarPeriod, NodaTime.LocalDate)"/>.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SubscriptionPeriod>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SubscriptionPeriod : IJsonRecord<SubscriptionPeriod>
{
    /// <summary>Creates the record from its parts.</summary>
    /// <param name="period">The period.</param>
    /// <param name="customers">The customers who stayed, left, joined and came back.</param>
    /// <param name="revenue">What moved the recurring revenue.</param>
    /// <param name="grossRevenueRetention">The gross revenue retention, with one row per customer who paid at the opening.</param>
    /// <param name="netRevenueRetention">The net revenue retention, with the same rows.</param>
    /// <param name="quickRatio">The quick ratio, with one row per customer who paid at either end; that of the totals when it is left out, which has no
    /// interval.</param>
    /// <exception cref="ArgumentException">A retention or the quick ratio is not that of the movements: in amounts, currency or length of the
    /// period.</exception>
    public SubscriptionPeriod(
        CalendarPeriod period,
        CustomerFlow customers,
        RevenueMovements revenue,
        GrossRevenueRetention grossRevenueRetention,
        NetRevenueRetention netRevenueRetention,
        QuickRatio? quickRatio = null)
    {
        Period = period;
        Customers = customers;
        Revenue = revenue;
        GrossRevenueRetention = grossRevenueRetention;
        NetRevenueRetention = netRevenueRetention;
        QuickRatio = quickRatio ?? revenue.ToQuickRatio(period.Unit);
        decimal kept = revenue.Opening - revenue.Contraction - revenue.Churned;
        (decimal opening, decimal gained) = (revenue.Opening, revenue.Acquired + revenue.Reactivated + revenue.Expansion);
        (GrossRevenueRetention gross, NetRevenueRetention net, QuickRatio quick) = (grossRevenueRetention, netRevenueRetention, QuickRatio);
        Agrees(gross.Evidence, kept, opening, gross.Currency, gross.Period, nameof(grossRevenueRetention));
        Agrees(net.Evidence, kept + revenue.Expansion, opening, net.Currency, net.Period, nameof(netRevenueRetention));
        Agrees(quick.Evidence, gained, revenue.Churned + revenue.Contraction, quick.Currency, quick.Period, nameof(quickRatio));
    }

    /// <summary>The period.</summary>
    public CalendarPeriod Period { get; }

    /// <summary>The customers who stayed, left, joined and came back.</summary>
    public CustomerFlow Customers { get; }

    /// <summary>What moved the recurring revenue.</summary>
    public RevenueMovements Revenue { get; }

    /// <summary>The gross revenue retention, with one row per customer who paid at the opening.</summary>
    public GrossRevenueRetention GrossRevenueRetention { get; }

    /// <summary>The net revenue retention, with one row per customer who paid at the opening.</summary>
    public NetRevenueRetention NetRevenueRetention { get; }

    /// <summary>The churn rate of the customers at the opening.</summary>
    public Churn Churn => Customers.ToChurn(Period.Unit);

    /// <summary>The retention rate of the customers at the opening.</summary>
    public Retention Retention => Customers.ToRetention(Period.Unit);

    /// <summary>The revenue gained per unit of revenue lost, with one row per customer who paid at the opening or the closing.</summary>
    public QuickRatio QuickRatio { get; }

    /// <summary>The churn of a year in which every period loses as this one does, with limits converted in the same way.</summary>
    /// <remarks>A year has 12 months, 365.25 days and 365.25 / 7 weeks. See <see cref="PeriodRate"/> for what it takes for granted.</remarks>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate, a fraction; <see langword="null"/> when there was no customer at the opening.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Estimate? AnnualChurn(double confidence = 0.95) =>
        Churn.Estimate(confidence) is { } churn ? PeriodRate.ConvertChurn(churn, PeriodRate.PeriodsPerYear(Period.Unit)) : null;

    /// <summary>How many periods a customer stays on average, that of the loss included, if churn stays as it is: 1 / churn, and so are its limits.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>
    /// The estimate in periods; <see langword="null"/> when there was no customer at the opening, or none of them left. In the latter case one over the upper
    /// limit of the churn is the least that the lifetime can be taken for.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Estimate? ExpectedLifetime(double confidence = 0.95) => Churn.Estimate(confidence) is { } churn ? PeriodRate.MeanLifetime(churn) : null;

    /// <summary>Adds what moved other customers in the same period.</summary>
    /// <param name="other">The record of other customers, such as those of another country.</param>
    /// <returns>The record of all customers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The periods or the currencies differ.</exception>
    public SubscriptionPeriod Combine(SubscriptionPeriod other) => Guard.NotNull(other).Period == Period
        ? new(
            Period,
            Customers.Combine(other.Customers),
            Revenue.Combine(other.Revenue),
            GrossRevenueRetention.Combine(other.GrossRevenueRetention),
            NetRevenueRetention.Combine(other.NetRevenueRetention),
            QuickRatio.Combine(other.QuickRatio))
        : throw new ArgumentException($"{nameof(other)} must be about {Period}, but is about {other.Period}", nameof(other));

    /// <summary>The customers and the revenue as invariant text.</summary>
    /// <returns>Text for display, such as <c>2026-05: 3 - 1 lost + 1 new + 0 back = 3; 100 + 50 new + ... = 120 EUR</c>.</returns>
    public override string ToString() => $"{Period}: {Customers}; {Revenue}";

    internal static SubscriptionPeriod Of(CalendarPeriod period, IEnumerable<SubscriptionMove> moves, string? currency)
    {
        long atStart = 0, retained = 0, acquired = 0, back = 0;
        decimal opening = 0, first = 0, reactivated = 0, expansion = 0, contraction = 0, churned = 0;
        List<(decimal Start, decimal End)> paying = [], all = [];
        foreach (SubscriptionMove move in moves)
        {
            bool wasThere = move.Opening.IsActive, isThere = move.Closing.IsActive;
            atStart += wasThere ? 1 : 0;
            retained += wasThere && isThere ? 1 : 0;
            acquired += isThere && !move.WasActive ? 1 : 0;
            back += isThere && !wasThere && move.WasActive ? 1 : 0;

            (decimal start, decimal end) = (move.Opening.Level, move.Closing.Level);
            opening += start;
            first += start == 0 && !move.HadPaid ? end : 0;
            reactivated += start == 0 && move.HadPaid ? end : 0;
            expansion += start > 0 && end > start ? end - start : 0;
            contraction += end > 0 && end < start ? start - end : 0;
            churned += end == 0 ? start : 0;
            all.Add((start, end));
            if (start > 0)
            {
                paying.Add((start, end));
            }
        }

        return new(
            period,
            new(atStart, retained, acquired, back),
            new(opening, first, reactivated, expansion, contraction, churned, currency),
            GrossRevenueRetention.FromAccounts(paying, currency, period.Unit),
            NetRevenueRetention.FromAccounts(paying, currency, period.Unit),
            QuickRatio.FromAccounts(all, currency, period.Unit));
    }

    private void Agrees(RatioTally evidence, decimal numerator, decimal denominator, string? currency, CalendarUnit? unit, string name)
    {
        if (evidence.Numerator != numerator || evidence.Denominator != denominator)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} must be {numerator} of {denominator} as the revenue is, but is {evidence.Numerator} of {evidence.Denominator}"),
                name);
        }

        if (!string.Equals(currency, Revenue.Currency, StringComparison.Ordinal) || unit != Period.Unit)
        {
            throw new ArgumentException(
                $"{name} must be in {Revenue.Currency ?? "no currency"} per {Period.Unit}, but is in {currency ?? "no currency"} per {unit}",
                name);
        }
    }

    static SubscriptionPeriod IJsonRecord<SubscriptionPeriod>.Json(JsonMembers<SubscriptionPeriod> json) => new(
        json.Any(nameof(Period), x => x.Period),
        json.Record(nameof(Customers), x => x.Customers),
        json.Record(nameof(Revenue), x => x.Revenue),
        json.Record(nameof(GrossRevenueRetention), x => x.GrossRevenueRetention),
        json.Record(nameof(NetRevenueRetention), x => x.NetRevenueRetention),
        json.Record(nameof(QuickRatio), x => x.QuickRatio));
}
