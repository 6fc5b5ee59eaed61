using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>A composite score: several KPIs brought to 0 to 100, weighted and added, with the parts in sight.</summary>
/// <remarks>
/// <code>score = sum of weight * normalized / sum of weights</code> The value is from 0 (worst) to 100 (best).
/// There is no standard for it: units, ranges and directions of the parts differ, so that the normalisation, the directions, the weights and what happens to
/// a missing part are all choices, and all of them are arguments here. It holds no evidence, hence has no interval; compare the parts.
/// Source: M. Nardo et al., "Handbook on Constructing Composite Indicators", OECD, 2008 (normalisation on a range, weighted mean).
/// <para>Pitfalls: adding CSAT, NPS and CES as they are; a part whose direction is the other way round; hiding the parts behind the sum;
/// ranges that follow the data, so that the score of one month changes when another is added.</para>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class CompositeScore : ILocalizedFace
{
    private readonly ImmutableArray<CompositePart> parts;

    /// <summary>Creates the score.</summary>
    /// <param name="parts">The parts; at least one, no name twice.</param>
    /// <param name="missing">What happens when a part has no value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no part, or a name occurs twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="missing"/> is not a named value.</exception>
    [JsonConstructor]
    public CompositeScore(IReadOnlyList<CompositePart> parts, MissingParts missing)
    {
        this.parts = [.. Guard.NotNull(parts).Select(part => Guard.NotNull(part, nameof(parts)))];
        Missing = Guard.Defined(missing);
        if (this.parts.IsEmpty || this.parts.DistinctBy(part => part.Name, StringComparer.Ordinal).Count() < this.parts.Length)
        {
            throw new ArgumentException("there must be at least one part, and no name twice", nameof(parts));
        }
    }

    /// <summary>The parts, with their values, ranges, directions and weights.</summary>
    public IReadOnlyList<CompositePart> Parts => parts;

    /// <summary>What happens when a part has no value.</summary>
    public MissingParts Missing { get; }

    /// <summary>The score from 0 to 100; <see langword="null"/> when no part has a value, or when one has none and nothing may stand in for it.</summary>
    [JsonIgnore]
    public double? Value
    {
        get
        {
            CompositePart[] measured = [.. Measured];
            if (measured.Length == 0 || (Missing == MissingParts.Undefined && measured.Length < parts.Length))
            {
                return null;
            }

            int scale = Scale(measured);
            return measured.Sum(part => Math.ScaleB(part.Weight, scale) * part.Normalized!.Value) / measured.Sum(part => Math.ScaleB(part.Weight, scale));
        }
    }

    /// <summary>The share of the weights whose parts have a value, in [0, 1]: below 1, the score leaves something out.</summary>
    [JsonIgnore]
    public double MeasuredWeight
    {
        get
        {
            int scale = Scale(parts);
            return Measured.Sum(part => Math.ScaleB(part.Weight, scale)) / parts.Sum(part => Math.ScaleB(part.Weight, scale));
        }
    }

    private IEnumerable<CompositePart> Measured => parts.Where(part => part.Value is not null);

    // The power of two that brings the largest weight between 1 and 2: sums of huge weights stay finite, and no digit is lost.
    private static int Scale(IEnumerable<CompositePart> measured) => -Math.ILogB(measured.Max(part => part.Weight));

    /// <summary>An HTML table of the parts, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the parts, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new(words.CompositeScoreCaption(words.Number(Value)), words.PartLabel, words.ValueLabel, words.WeightLabel);
        foreach (CompositePart part in Parts)
        {
            table.Row(part.Name, words.Number(part.Value), words.Number(part.Weight));
        }

        return table.ToHtml();
    }

    /// <summary>The score and its parts as invariant text.</summary>
    /// <returns>Text for display, such as <c>75.0 (CSAT 80.0, NPS 70.0)</c>.</returns>
    public override string ToString() =>
        $"{Value?.ToString("0.0", CultureInfo.InvariantCulture) ?? "undefined"} ({string.Join(", ", parts)})";
}
