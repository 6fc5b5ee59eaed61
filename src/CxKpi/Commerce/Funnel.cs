using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>A funnel: ordered steps towards a goal, and how many units reached each of them.</summary>
/// <remarks>
/// <code>conversion of a step = count of the step / count of the step before</code>
/// A funnel is not one figure and therefore no KPI itself: its conversions are, with interval and comparison.
/// A unit that skips a step is not counted in the later ones, so counts never rise. The object is immutable.
/// Source: Google, Analytics Help (funnel exploration), 2024; the rule for event logs is that of ClickHouse's function windowFunnel, 2018.
/// <para>Pitfalls: putting counts of page views side by side, where late arrivals exceed those who came in order; comparing a funnel of sessions with one of
/// users; including units that entered so recently that they had less time to arrive (end the log one window after the last entry).</para>
/// <example>1,000 units view, 300 fill a cart and 90 purchase: the steps convert 30 % and 30 %, and the whole funnel 9 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Funnel>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial class Funnel : ILocalizedFace, IJsonRecord<Funnel>
{
    /// <summary>Creates the funnel from counts.</summary>
    /// <param name="steps">The names of the steps in order; two or more, none blank, all different.</param>
    /// <param name="counts">How many units reached each step; none negative, none larger than the one before it.</param>
    /// <exception cref="ArgumentNullException">A name is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are fewer than two steps, a name is blank or occurs twice, or the numbers of steps and counts
    /// differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or larger than the one before it.</exception>
    public Funnel(ImmutableArray<string> steps, ImmutableArray<long> counts)
    {
        Steps = Named(steps);
        ImmutableArray<long> given = counts.IsDefault ? [] : counts;
        Guard.SameLength(Steps.Length, given.Length, nameof(steps), nameof(counts));
        for (int i = 0; i < given.Length; i++)
        {
            Guard.NotNegative(given[i], nameof(counts));
            if (i > 0 && given[i] > given[i - 1])
            {
                throw Guard.Outside(
                    nameof(counts),
                    string.Create(CultureInfo.InvariantCulture, $"must not rise from {Steps[i - 1]} ({given[i - 1]}) to {Steps[i]}"),
                    given[i]);
            }
        }

        Counts = given;
    }

    /// <summary>The names of the steps in order.</summary>
    public ImmutableArray<string> Steps { get; }

    /// <summary>How many units reached each step.</summary>
    public ImmutableArray<long> Counts { get; }

    /// <summary>The conversion from the first to the last step.</summary>
    public FunnelConversion OverallConversion => Between(0, Steps.Length - 1);

    /// <summary>Calculates the conversion to a step from the step before it.</summary>
    /// <param name="step">The zero-based position of the step: 1 for the second step.</param>
    /// <returns>The conversion.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step, or no step before it.</exception>
    public FunnelConversion StepConversion(int step) => Between(Guard.InRange(step, 1, Steps.Length - 1) - 1, step);

    /// <summary>Adds a funnel of the same steps over other units.</summary>
    /// <param name="other">A funnel of the same steps over other units.</param>
    /// <returns>The funnel over all units.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The steps are not the same.</exception>
    /// <exception cref="OverflowException">A count would exceed <see cref="long.MaxValue"/>.</exception>
    public Funnel Combine(Funnel other) => Steps.SequenceEqual(Guard.NotNull(other).Steps, StringComparer.Ordinal)
        ? new(Steps, [.. Counts.Zip(other.Counts, (mine, theirs) => mine + theirs)])
        : throw new ArgumentException(
            $"{nameof(other)} must have the same steps, but has {string.Join(", ", other.Steps)} instead of {string.Join(", ", Steps)}",
            nameof(other));

    /// <summary>One line of text per step, with its count.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() =>
        string.Join(
            Environment.NewLine,
            Steps.Zip(Counts, (step, count) => string.Create(CultureInfo.InvariantCulture, $"{TerminalText.Clean(step)}: {count}")));

    /// <summary>An HTML table of the steps, their counts and conversions, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the steps, their counts and conversions, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new(words.FunnelCaption, words.StepOfFunnelLabel, words.CountLabel, words.OfTheStepBeforeLabel, words.OfTheFirstStepLabel);
        for (int i = 0; i < Steps.Length; i++)
        {
            table.Row(
                Steps[i],
                words.Count(Counts[i]),
                i == 0 ? "" : Value(StepConversion(i)),
                i == 0 ? "" : Value(new FunnelConversion(Counts[i], Counts[0])));
        }

        return table.ToHtml();

        string Value(FunnelConversion conversion) => conversion.ToString("V", words);
    }

    private static ImmutableArray<string> Named(ImmutableArray<string> steps)
    {
        if (steps.IsDefault || steps.Length < 2)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{nameof(steps)} must have two steps or more, but has {(steps.IsDefault ? 0 : steps.Length)}"),
                nameof(steps));
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string step in steps)
        {
            if (!seen.Add(Guard.NotBlank(step, nameof(steps))))
            {
                throw new ArgumentException($"{nameof(steps)} must all be different, but {step} occurs twice", nameof(steps));
            }
        }

        return steps;
    }

    private FunnelConversion Between(int from, int to) => new(Counts[to], Counts[from], new FunnelSteps(Steps[from], Steps[to]));

    static Funnel IJsonRecord<Funnel>.Json(JsonMembers<Funnel> json) => new(
        [.. json.Texts(nameof(Steps), x => x.Steps)],
        [.. json.Values(nameof(Counts), x => x.Counts)]);
}
