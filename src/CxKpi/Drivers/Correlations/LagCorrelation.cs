using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>The correlation of two series at one distance in time.</summary>
[JsonConverter(typeof(RecordJsonConverter<LagCorrelation>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct LagCorrelation : IJsonRecord<LagCorrelation>
{
    internal LagCorrelation(int leadsBy, double plain, double plainPValue, double value, (double Lower, double Upper, double PValue) limits, double adjusted)
    {
        LeadsBy = leadsBy;
        Plain = plain;
        PlainPValue = plainPValue;
        Value = value;
        Lower = limits.Lower;
        Upper = limits.Upper;
        PValue = limits.PValue;
        AdjustedPValue = adjusted;
    }

    /// <summary>By how many periods the first series leads the second: its figure of a period is paired with the second's figure so many periods later.
    /// Negative where the second leads.</summary>
    public int LeadsBy { get; private init; }

    /// <summary>The correlation of the two series as they are. Series that resemble their own past show large ones by chance.</summary>
    public double Plain { get; private init; }

    /// <summary>The p-value of the plain correlation on its effective number of periods, for this one distance; no claim should rest on it.</summary>
    public double PlainPValue { get; private init; }

    /// <summary>The correlation after prewhitening, in which the memory of the first series is taken out of both.</summary>
    public double Value { get; private init; }

    /// <summary>The lower limit of <see cref="Value"/>.</summary>
    public double Lower { get; private init; }

    /// <summary>The upper limit of <see cref="Value"/>.</summary>
    public double Upper { get; private init; }

    /// <summary>The two-sided p-value that belongs to the limits, for this one distance.</summary>
    public double PValue { get; private init; }

    /// <summary>The p-value with all distances allowed for that were tried (Holm).</summary>
    public double AdjustedPValue { get; private init; }

    /// <summary>The distance with its correlation and p-value as text.</summary>
    /// <returns>Text for display, such as <c>leads by 2: 0.58 [0.29, 0.77], p = 0.0005, p = 0.0061 with all lags allowed for</c>.</returns>
    public override string ToString()
    {
        Phrases words = Phrases.English;
        return $"leads by {words.Whole(LeadsBy)}: {words.Coefficient(Value)} [{words.Coefficient(Lower)}, {words.Coefficient(Upper)}], "
            + $"{words.P(PValue)}, {words.P(AdjustedPValue)} with all lags allowed for";
    }

    static LagCorrelation IJsonRecord<LagCorrelation>.Json(JsonMembers<LagCorrelation> json) => json.InOrder(
        new()
        {
            LeadsBy = json.Value(nameof(LeadsBy), x => x.LeadsBy),
            Plain = json.Value(nameof(Plain), x => x.Plain),
            PlainPValue = json.Probability(nameof(PlainPValue), x => x.PlainPValue),
            Value = json.Value(nameof(Value), x => x.Value),
            Lower = json.Value(nameof(Lower), x => x.Lower),
            Upper = json.Value(nameof(Upper), x => x.Upper),
            PValue = json.Probability(nameof(PValue), x => x.PValue),
            AdjustedPValue = json.Probability(nameof(AdjustedPValue), x => x.AdjustedPValue),
        },
        (x => x.Lower, x => x.Upper, nameof(Lower), nameof(Upper)));
}
