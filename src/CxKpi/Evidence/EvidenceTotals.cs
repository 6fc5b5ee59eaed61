using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Two totals that add up over rows, and how the value follows from them.</summary>
/// <remarks>
/// <code>value = origin + scale * numerator / denominator</code> The value is in the KPI's unit.
/// Scale and origin belong to the KPI and are the same for all its records;
/// <c>default</c> holds no data.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct EvidenceTotals : ILocalizedFace
{
    /// <summary>Creates totals.</summary>
    /// <param name="numerator">The total above the line.</param>
    /// <param name="denominator">The total below the line, not negative.</param>
    /// <param name="scale">What the ratio is multiplied with, such as 100 for points; finite and not 0.</param>
    /// <param name="origin">What is added to it; finite.</param>
    /// <param name="areCounts">Whether the numerator counts some of the things that the denominator counts, so that their ratio is a share of counts.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The denominator is negative, scale or origin is not finite, the scale is 0, or counts are not whole or not a part of their whole.
    /// </exception>
    [JsonConstructor]
    public EvidenceTotals(decimal numerator, decimal denominator, double scale = 1, double origin = 0, bool areCounts = false)
    {
        Numerator = areCounts ? Guard.Whole(Guard.Part(numerator, denominator)) : numerator;
        Denominator = areCounts ? Guard.Whole(denominator) : Guard.NotNegative(denominator);
        Scale = Guard.Finite(scale) != 0 ? scale : throw Guard.Outside(nameof(scale), "must not be zero", scale);
        Origin = Guard.Finite(origin);
        AreCounts = areCounts;
    }

    /// <summary>The total above the line.</summary>
    public decimal Numerator { get; }

    /// <summary>The total below the line.</summary>
    public decimal Denominator { get; }

    /// <summary>What the ratio is multiplied with.</summary>
    public double Scale { get; }

    /// <summary>What is added to the ratio.</summary>
    public double Origin { get; }

    /// <summary>Whether the numerator counts some of the things that the denominator counts.</summary>
    public bool AreCounts { get; }

    /// <summary>The value in the KPI's unit; <see langword="null"/> when there is nothing to divide by.</summary>
    [JsonIgnore]
    public double? Value => Denominator == 0 ? null : Origin + Scale * ((double)Numerator / (double)Denominator);

    /// <summary>The two totals as invariant text.</summary>
    /// <returns>Text for display, such as <c>12 / 400</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator} / {Denominator}");

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.TotalsCaption)
        .Fact(words.NumeratorLabel, words.Limit(Numerator))
        .Fact(words.DenominatorLabel, words.Limit(Denominator))
        .Fact(words.ValueLabel, words.Number(Value))
        .ToHtml();
}
