namespace CxKpi;

/// <content>Figures in reports and tables.</content>
internal abstract partial class Phrases
{
    /// <summary>The separator between a figure and its unit.</summary>
    private protected abstract string Gap { get; }

    /// <summary>The sign of percent, with the separator before it where the language has one.</summary>
    internal abstract string PercentSign { get; }

    private protected abstract string PerThousand { get; }

    private protected abstract string PerMillion { get; }

    /// <summary>The unit of a difference of shares.</summary>
    private protected abstract string PercentagePoints { get; }

    /// <summary>The unit of days.</summary>
    private protected abstract string Days { get; }

    internal UnitSigns Signs => new(Gap, PercentSign, PercentagePoints, Days, PerThousand, PerMillion);

    internal abstract string Undefined { get; }

    internal abstract string NoData { get; }

    internal abstract string None { get; }

    /// <summary>The separator between a heading and its content.</summary>
    internal abstract string Colon { get; }

    /// <summary>The separator of a list whose parts contain commas.</summary>
    internal abstract string Semicolon { get; }

    internal abstract string AtLeast(string limit);

    internal abstract string AtMost(string limit);

    internal abstract string Between(string lower, string upper);

    internal abstract string Below(string limit);

    internal abstract string AndAbove(string limit);

    /// <summary>The name of an interval.</summary>
    /// <param name="percent">The confidence in percent, without its sign.</param>
    private protected abstract string IntervalAtPercent(string percent);

    /// <summary>Both limits, or the only one; empty when there is none.</summary>
    internal string Range(string? lower, string? upper) => (lower, upper) switch
    {
        (null, null) => "",
        (_, null) => AtLeast(lower),
        (null, _) => AtMost(upper),
        _ => Between(lower, upper),
    };

    /// <summary>A figure in the KPI's unit, in the magnitude of another where one is given, such as that of the value for its limits.</summary>
    internal string Value(KpiDefinition definition, double? value, string? currency = null, double? like = null, int more = 0) => value is { } known
        ? KpiText.Value(definition.Unit, known, this, currency, like, more)
        : definition.Unit == KpiUnit.Money && currency is not null ? $"{Undefined} ({currency})"
        : Undefined;

    internal string Change(KpiDefinition definition, double difference, string? currency = null, double? like = null) =>
        KpiText.Difference(definition.Unit, difference, this, currency, like);

    /// <summary>Both limits, or the one that the evidence gives; empty when it gives none.</summary>
    internal string Interval(KpiDefinition definition, double? lower, double? upper, string? currency = null, double? like = null, int more = 0) => Range(
        lower is { } low ? Value(definition, low, currency, like, more) : null,
        upper is { } high ? Value(definition, high, currency, like, more) : null);

    internal string ChangeInterval(KpiDefinition definition, double? lower, double? upper, string? currency = null, double? like = null) => Range(
        lower is { } low ? Change(definition, low, currency, like) : null,
        upper is { } high ? Change(definition, high, currency, like) : null);

    internal string IntervalAt(double confidence) => IntervalAtPercent(PercentWithoutSign(confidence));

    internal string Count(long count) => count.ToString("#,0", Numbers);

    /// <summary>A share in percent, with more digits where it would otherwise read as none or all.</summary>
    internal string Percent(double share) => PercentWithoutSign(share) + PercentSign;

    internal string Number(double? value) => Limit(value) ?? Undefined;

    /// <summary>Six digits of a figure without a unit.</summary>
    internal string? Limit(double? value) => value is { } known ? KpiText.Plain(known, Numbers) : null;

    internal string FourDigits(double value) => KpiText.Plain(value, Numbers, 4);

    internal string ThreeDigits(double value) => KpiText.Plain(value, Numbers, 3);

    internal string? Limit(decimal? value) => value?.ToString("#,0." + new string('#', 28), Numbers);

    /// <summary>A figure without a unit, with four decimals at most, or four digits where those would show one or none.</summary>
    internal string? FourDecimals(double? value) => value is { } known ? known.ToString("#,0" + KpiText.ShortDecimals(known), Numbers) : null;

    internal string Cell(double? value) => Limit(value) ?? "";

    internal string Decimals(double value, string format) => value.ToString(format, Numbers);

    internal string Seconds(double seconds) => KpiText.Value(KpiUnit.Seconds, seconds, this);

    internal string? Seconds(double? seconds) => seconds is { } known ? Seconds(known) : null;

    internal string? Signed(double? value) => value is { } known ? KpiText.PlainDifference(known, Numbers) : null;

    internal string SignedRange(double? lower, double? upper) => Range(Signed(lower), Signed(upper));

    internal string? PValue(double? value) => value is { } p ? p < 0.0001 ? Below(Decimals(0.0001, "0.0000")) : Decimals(p, "0.0000") : null;

    /// <summary>A p-value within a sentence.</summary>
    internal string P(double? p) => KpiText.P(p).Replace(".", Numbers.NumberDecimalSeparator, StringComparison.Ordinal);

    private string PercentWithoutSign(double share)
    {
        double percent = 100 * share;
        if (double.IsFinite(share) && !double.IsFinite(percent))
        {
            return Decimals(share / 1e306, "0.##") + "E+308";
        }

        int digits = 1;
        while (digits < 4 && Math.Round(percent, digits) is var shown && shown is 0 or 100 && shown != percent)
        {
            digits++;
        }

        return Decimals(Math.Round(percent, digits), "0.####");
    }
}
