using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>What moved customers and recurring revenue, period by period.</summary>
/// <remarks>
/// <code>opening of a period = closing of the one before it</code>
/// Every period explains the whole way from its opening to its closing. The movements of other customers over the same periods add up (<see cref="Combine"/>).
/// It is created by <see cref="SubscriptionLedger{TKey}.Movements(CalendarPeriod, LocalDate)"/>.
/// <para>Pitfalls: multiplying the net revenue retention of twelve months to get that of a year, since it would follow customers who were not there at the
/// start; movements by <see cref="CalendarUnit.Year"/> follow those of a year ago; comparing a month that is not over.</para>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SubscriptionMovements>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial record SubscriptionMovements : ILocalizedFace, IJsonRecord<SubscriptionMovements>
{
    /// <summary>Creates the record from its periods.</summary>
    /// <param name="rules">How the rows were read.</param>
    /// <param name="through">The last day that the rows cover, in the ISO calendar; it lies in the last period.</param>
    /// <param name="periods">The periods in order of time, one at least; each follows the one before it, and opens as that closed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="periods"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no period, one does not follow the one before it in time, customers, revenue or currency, or the day is not
    /// in the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day does not lie in the last period.</exception>
    public SubscriptionMovements(SubscriptionRules rules, LocalDate through, IEnumerable<SubscriptionPeriod> periods)
    {
        Rules = rules;
        Through = CalendarGuard.Iso(through);
        Periods = ValueList.Known(periods);
        if (Periods.Count == 0)
        {
            throw new ArgumentException($"{nameof(periods)} must not be empty", nameof(periods));
        }

        for (int i = 1; i < Periods.Count; i++)
        {
            (SubscriptionPeriod before, SubscriptionPeriod period) = (Periods[i - 1], Periods[i]);
            if (period.Period != before.Period.Next()
                || period.Customers.AtStart != before.Customers.AtEnd
                || period.Revenue.Opening != before.Revenue.Closing
                || !string.Equals(period.Revenue.Currency, before.Revenue.Currency, StringComparison.Ordinal))
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{nameof(periods)} must follow each other, and open as the one before closed, but {period} follows {before} (at position {i})"),
                    nameof(periods));
            }
        }

        if (!Periods[^1].Period.Contains(through))
        {
            throw Guard.Outside(nameof(through), $"must lie in the last period ({Periods[^1].Period})", through);
        }
    }

    /// <summary>How the rows were read.</summary>
    public SubscriptionRules Rules { get; }

    /// <summary>The last day that the rows cover.</summary>
    public LocalDate Through { get; }

    /// <summary>The periods in order of time.</summary>
    public IReadOnlyList<SubscriptionPeriod> Periods { get; }

    /// <summary>The rows of the table that are in no figure, with the reasons; empty when every row counts, or for the movements of a segment.</summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<LeftOutCount> LeftOut { get; init => field = ValueList.Of(Guard.NotNull(value, nameof(LeftOut))); } = ValueList<LeftOutCount>.Empty;

    /// <summary>The unit of the periods.</summary>
    public CalendarUnit Unit => Periods[0].Period.Unit;

    /// <summary>The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</summary>
    internal string? Currency => Periods[0].Revenue.Currency;

    /// <summary>Whether the last period had not ended on <see cref="Through"/>, or a gap that is no churn can still end in it.</summary>
    public bool IsLastIncomplete => IsIncomplete(Periods[^1]);

    /// <summary>The churn rate of each period.</summary>
    public KpiSeries<Churn> Churn => Series(period => period.Churn);

    /// <summary>The retention rate of each period.</summary>
    public KpiSeries<Retention> Retention => Series(period => period.Retention);

    /// <summary>The gross revenue retention of each period, with intervals from the customers.</summary>
    public KpiSeries<GrossRevenueRetention> GrossRevenueRetention => Series(period => period.GrossRevenueRetention);

    /// <summary>The net revenue retention of each period, with intervals from the customers.</summary>
    public KpiSeries<NetRevenueRetention> NetRevenueRetention => Series(period => period.NetRevenueRetention);

    /// <summary>The quick ratio of each period, with intervals from the customers.</summary>
    public KpiSeries<QuickRatio> QuickRatio => Series(period => period.QuickRatio);

    /// <summary>Adds what moved other customers in the same periods.</summary>
    /// <param name="other">The movements of other customers, such as those of another country, read by the same rules.</param>
    /// <returns>The movements of all customers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The rules, the periods, the last day or the currencies differ.</exception>
    /// <exception cref="OverflowException">A count would exceed <see cref="long.MaxValue"/>, or an amount the range of <see cref="decimal"/>.</exception>
    public SubscriptionMovements Combine(SubscriptionMovements other)
    {
        if (Guard.NotNull(other).Rules != Rules || other.Through != Through || other.Periods.Count != Periods.Count)
        {
            throw new ArgumentException($"{nameof(other)} must be read by the same rules, over the same periods and through the same day", nameof(other));
        }

        return new(Rules, Through, Periods.Zip(other.Periods, (mine, theirs) => mine.Combine(theirs)))
        {
            LeftOut =
            [
                .. LeftOut.Concat(other.LeftOut).GroupBy(left => left.Kind).OrderBy(same => same.Key)
                    .Select(same => new LeftOutCount(same.Key, Guard.Sum("rows left out", [.. same.Select(left => left.Count)]))),
            ],
        };
    }

    private bool IsIncomplete(SubscriptionPeriod period) => period.Period.End > Settled;

    // Who is gone since then can still come back and have never left.
    private LocalDate Settled => PeriodCount.Before(Through, Rules.LongestGap);

    private KpiSeries<TKpi> Series<TKpi>(Func<SubscriptionPeriod, TKpi> of)
        where TKpi : struct, IKpi<TKpi> => KpiSeries.From(Unit, Periods.Select(period => (period.Period, of(period)))).Through(Settled);

    static SubscriptionMovements IJsonRecord<SubscriptionMovements>.Json(JsonMembers<SubscriptionMovements> json) => new(
        json.Record(nameof(Rules), x => x.Rules),
        json.Value(nameof(Through), x => x.Through),
        json.Records(nameof(Periods), x => x.Periods))
    {
        LeftOut = json.OptionalRecords(nameof(LeftOut), x => x.LeftOut),
    };
}
