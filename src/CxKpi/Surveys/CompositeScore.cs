using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>A composite score: several KPIs, each brought to a range from 0 to 100, weighted and averaged, with the parts kept visible.</summary>
/// <remarks>
/// <code>score = sum of weight * normalized / sum of weights</code> The score lies between 0 (worst) and 100 (best).
/// There is no standard composite score. Units, ranges and directions of the parts differ, so the normalisation, the directions, the weights and the treatment
/// of a missing part are choices, and all of them are arguments here. The score holds no observations and therefore has no interval; compare the parts instead.
/// Source: M. Nardo et al., "Handbook on Constructing Composite Indicators", OECD, 2008 (normalisation on a range, weighted mean).
/// <para>Pitfalls: adding CSAT, NPS and CES as they are; including a part with the wrong direction; publishing the sum without its parts;
/// taking ranges from the data, so that the score of one month changes when another month is added.</para>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<CompositeScore>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class CompositeScore : ILocalizedFace, IJsonRecord<CompositeScore>
{
    private readonly ImmutableArray<CompositePart> parts;

    /// <summary>Creates the score.</summary>
    /// <param name="parts">The parts: at least one, each with a different name.</param>
    /// <param name="missing">What happens when a part has no value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no part, or a name occurs twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="missing"/> is not a named value.</exception>
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

    /// <summary>
    /// The score from 0 to 100; <see langword="null"/> when no part has a value, or when a part has none and <see cref="Missing"/> is
    /// <see cref="MissingParts.Undefined"/>.
    /// </summary>
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

    /// <summary>The share of the total weight that belongs to parts with a value, in [0, 1]. Below 1 the score leaves something out.</summary>
    public double MeasuredWeight
    {
        get
        {
            int scale = Scale(parts);
            return Measured.Sum(part => Math.ScaleB(part.Weight, scale)) / parts.Sum(part => Math.ScaleB(part.Weight, scale));
        }
    }

    private IEnumerable<CompositePart> Measured => parts.Where(part => part.Value is not null);

    private static int Scale(IEnumerable<CompositePart> measured) => -PowerOfTwo.Of(measured.Max(part => part.Weight));

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

    static CompositeScore IJsonRecord<CompositeScore>.Json(JsonMembers<CompositeScore> json) => new(
        json.Records(nameof(Parts), x => x.Parts),
        json.Value(nameof(Missing), x => x.Missing));
}
