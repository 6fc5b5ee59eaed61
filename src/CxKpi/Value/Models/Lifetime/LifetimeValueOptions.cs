using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>How the lifetime value of customers is calculated.</summary>
[JsonConverter(typeof(RecordJsonConverter<LifetimeValueOptions>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record LifetimeValueOptions : IJsonRecord<LifetimeValueOptions>
{
    /// <summary>How many months ahead, of 365.25/12 days, from 1 to 1,200; <see langword="null"/> for no end. The default is 12.</summary>
    public int? Months { get; init => field = value is { } months ? Guard.InRange(months, 1, 1200, nameof(Months)) : null; } = 12;

    /// <summary>The effective discount rate of a year, from 0 to 1; above 0 when there is no end. The default is 0.1.</summary>
    public double AnnualDiscountRate { get; init => field = Guard.Probability(value, nameof(AnnualDiscountRate)); } = 0.1;

    /// <summary>The share of revenue that is margin, from 0 to 1. With the default 1 the value is revenue, and margin only where nothing that is sold costs
    /// anything.</summary>
    public double MarginShare { get; init => field = Guard.Probability(value, nameof(MarginShare)); } = 1;

    /// <summary>The ISO 4217 code of the amounts, such as EUR; <see langword="null"/>, the default, when it is not stated.</summary>
    public string? Currency { get; init => field = Guard.Currency(value, nameof(Currency)); }

    /// <summary>When within a month its purchases are taken to happen; without an end each is discounted for its own time.</summary>
    public ValueTiming Timing { get; init => field = Guard.Defined(value, nameof(Timing)); } = ValueTiming.EndOfMonth;

    /// <summary>The options as rules in words: horizon, discounting, what counts as value, when within a month, and the currency.</summary>
    internal IReadOnlyList<KpiRule> Rules => KpiRules.Of(
        KpiRule.Of("Horizon", words => Months is { } months ? words.OverMonths(months) : words.WithoutEnd),
        KpiRule.Of("Discounting", words => words.DiscountedByTheYear(words.Percent(AnnualDiscountRate))),
        KpiRule.Of("Basis", words => MarginShare == 1 ? words.OfRevenue : words.MarginOf(words.Percent(MarginShare))),
        Months is null ? null : KpiRule.Of(nameof(Timing), words => Timing.In(words)),
        KpiRules.Currency(Currency));

    /// <summary>The options as invariant text.</summary>
    /// <returns>Text for display, such as <c>12 months, 10% a year, margin 100%</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Months is { } months ? $"{months:#,0} months" : "no end")}, {AnnualDiscountRate * 100:0.##}% a year, margin {MarginShare * 100:0.##}%")
        + (Currency is null ? "" : ", " + Currency);

    static LifetimeValueOptions IJsonRecord<LifetimeValueOptions>.Json(JsonMembers<LifetimeValueOptions> json) => new()
    {
        Months = json.Optional(nameof(Months), x => x.Months),
        AnnualDiscountRate = json.Value(nameof(AnnualDiscountRate), x => x.AnnualDiscountRate),
        MarginShare = json.Value(nameof(MarginShare), x => x.MarginShare),
        Currency = json.OptionalText(nameof(Currency), x => x.Currency),
        Timing = json.Value(nameof(Timing), x => x.Timing),
    };
}
