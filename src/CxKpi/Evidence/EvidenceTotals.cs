using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Two totals that add up over rows, and the formula by which a KPI's value follows from them.</summary>
/// <remarks>
/// <code>value = origin + scale * numerator / denominator</code> The value is in the KPI's unit.
/// The scale and the origin belong to the KPI and are the same for all its records; <c>default</c> holds no data.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<EvidenceTotals>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct EvidenceTotals : ILocalizedFace, IEvidence, IJsonRecord<EvidenceTotals>
{
    /// <summary>Creates totals.</summary>
    /// <param name="numerator">The total of the numerators.</param>
    /// <param name="denominator">The total of the denominators; not negative.</param>
    /// <param name="scale">The factor by which the ratio is multiplied, such as 100 for points; not 0, and not beyond 1e200 in amount.</param>
    /// <param name="origin">The number that is added to the scaled ratio; not beyond 1e200 in amount.</param>
    /// <param name="areCounts">Whether the numerator counts some of the things that the denominator counts, so that their ratio is a share of counts.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The denominator is negative, the scale or the origin is out of its range, the scale is 0, or the totals are counts but not whole numbers of which the
    /// numerator is a part of the denominator.
    /// </exception>
    public EvidenceTotals(decimal numerator, decimal denominator, double scale = 1, double origin = 0, bool areCounts = false)
    {
        Numerator = areCounts ? Guard.Whole(Guard.Part(numerator, denominator), nameof(numerator)) : numerator;
        Denominator = areCounts ? Guard.Whole(denominator) : Guard.NotNegative(denominator);
        Scale = Guard.InRange(scale, -1e200, 1e200) != 0 ? scale : throw Guard.Outside(nameof(scale), "must not be zero", scale);
        Origin = Guard.InRange(origin, -1e200, 1e200);
        AreCounts = areCounts;
    }

    /// <summary>The total of the numerators.</summary>
    public decimal Numerator { get; }

    /// <summary>The total of the denominators.</summary>
    public decimal Denominator { get; }

    /// <summary>The factor by which the ratio is multiplied.</summary>
    public double Scale { get; }

    /// <summary>The number that is added to the scaled ratio.</summary>
    public double Origin { get; }

    /// <summary>Whether the numerator counts some of the things that the denominator counts.</summary>
    public bool AreCounts { get; }

    /// <summary>The value in the KPI's unit; <see langword="null"/> when the denominator is 0.</summary>
    public double? Value => Denominator == 0 ? null : Origin + Scale * ((double)Numerator / (double)Denominator);

    EvidenceTotals? IEvidence.Totals => this;

    /// <summary>The two totals as invariant text.</summary>
    /// <returns>Text for display, such as <c>12 / 400</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator} / {Denominator}");

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.TotalsCaption)
        .Fact(words.NumeratorLabel, words.Limit(Numerator))
        .Fact(words.DenominatorLabel, words.Limit(Denominator))
        .Fact(words.ValueLabel, words.Number(Value))
        .ToHtml();

    static EvidenceTotals IJsonRecord<EvidenceTotals>.Json(JsonMembers<EvidenceTotals> json)
    {
        decimal numerator = json.Value(nameof(Numerator), x => x.Numerator), denominator = json.Value(nameof(Denominator), x => x.Denominator);
        double scale = json.Value(nameof(Scale), x => x.Scale), origin = json.Value(nameof(Origin), x => x.Origin);
        bool areCounts = json.Value(nameof(AreCounts), x => x.AreCounts);
        return (numerator, denominator, scale, origin, areCounts) == default ? default : new(numerator, denominator, scale, origin, areCounts);
    }
}
