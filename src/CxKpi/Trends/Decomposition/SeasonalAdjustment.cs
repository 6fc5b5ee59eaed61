using System.Collections.ObjectModel;
using System.Globalization;

namespace CxKpi.Trends;

/// <summary>The seasonal adjustment of a calendar series: trend and adjusted figures with their limits, and the season by the calendar.</summary>
/// <remarks>
/// <para>
/// <see cref="Stl"/> decomposes the series, with each period weighted by <c>1 / (τ² + v)</c>: v is its sampling variance, and τ² the other variance between
/// periods. When sampling variances are unknown all periods have the same weight. Shares are decomposed as fractions. Components are added, so
/// an adjusted share may leave [0, 1]; its limits do not, nor those of a net score -100 and 100: they bend away from the ends of what the figures can be.
/// </para>
/// <para>
/// The limits follow from the variances of all figures on which a value depends. They are wider at the end, where later figures are still missing,
/// and later figures revise the last trend values (see <see cref="RevisionHistory"/>).
/// They treat remainders as independent, and robust weights and τ² as known.
/// The limits of an adjusted figure allow for its own sampling error and for that of the season; what the period itself did is part of the figure.
/// Adjusted figures are for display. Whether there is a trend or an effect is decided by a model and not by a test on them.
/// </para>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SeasonalAdjustment : ILocalizedFace
{
    internal SeasonalAdjustment()
    {
    }

    /// <summary>The reason why nothing was fitted; <see langword="null"/> when there is a result.</summary>
    public Notice? Refusal { get; internal init; }

    /// <summary>Warnings that a reader should know before using the result.</summary>
    public IReadOnlyList<Notice> Warnings { get; internal init; } = [];

    /// <summary>The confidence level of the limits, between 0 and 1.</summary>
    public double Confidence { get; internal init; }

    /// <summary>All periods. When the adjustment is refused, and for an incomplete last period, they hold only the observed figure.</summary>
    public IReadOnlyList<AdjustedPeriod> Periods { get; internal init; } = [];

    /// <summary>The seasonal component of each season, averaged over the cycles; empty when the adjustment is refused.</summary>
    public IReadOnlyDictionary<Season, double> Indices { get; internal init; } = new ReadOnlyDictionary<Season, double>(new SortedDictionary<Season, double>());

    /// <summary>
    /// The strength of the season, in [0, 1]. It describes and proves nothing;
    /// it is <see langword="null"/> when the adjustment is refused or the series is constant.
    /// </summary>
    public double? SeasonalStrength { get; internal init; }

    /// <summary>
    /// The strength of the trend, in [0, 1]. It describes and proves nothing;
    /// it is <see langword="null"/> when the adjustment is refused or the series is constant.
    /// </summary>
    public double? TrendStrength { get; internal init; }

    /// <summary>
    /// The standard deviation of what varies around season and trend besides sampling (τ), or of everything that varies when sampling variances are unknown,
    /// corrected for the degrees of freedom of the fit; <see langword="null"/> when the adjustment is refused.
    /// </summary>
    public double? BetweenPeriods { get; internal init; }

    /// <summary>The equivalent number of parameters of season and trend; <see langword="null"/> when the adjustment is refused.</summary>
    public double? DegreesOfFreedom { get; internal init; }

    internal CycleSeries? Source { get; init; }

    internal double[] Weights { get; init; } = [];

    internal double[] Trend { get; init; } = [];

    /// <summary>The amount that a figure of 1 in source and trend stands for.</summary>
    internal double Unit { get; init; } = 1;

    internal StlOptions Options { get; init; } = StlOptions.Default;

    /// <summary>Calculates the last trend values as they were when their period was the newest.</summary>
    /// <param name="count">The largest number of periods to return; periods with fewer than two cycles before them have no value.</param>
    /// <returns>The first and the present values, in the order of the periods; empty when the adjustment is refused.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public IReadOnlyList<TrendRevision> RevisionHistory(int count = 12)
    {
        Guard.NotNegative(count);
        if (Refusal is not null || Source is not { } source)
        {
            return [];
        }

        List<TrendRevision> revisions = [];
        double[] seasonal = new double[source.Count], trend = new double[source.Count];
        StlWorkspace workspace = new();
        for (int newest = Math.Max(source.Shortest - 1, source.Count - count); newest < source.Count; newest++)
        {
            int length = newest + 1;
            ReadOnlySpan<double> figures = source.Figures.AsSpan(0, length), weights = Weights.AsSpan(0, length);
            if (StlGaps.SparsePlace(figures, weights, source.Cycle) is not null
                || StlGaps.Longest(figures, weights).Length * 2 >= StlPlan.For(length, source.Cycle, Options).Trend)
            {
                continue;
            }

            _ = Stl.Decompose(figures, source.Cycle, Options, seasonal.AsSpan(0, length), trend.AsSpan(0, length), workspace, weights);
            revisions.Add(new(source.Periods[newest], Unit * trend[newest], Unit * Trend[newest]));
        }

        return revisions.AsReadOnly();
    }

    /// <summary>An HTML table of the parts of every period, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the parts of every period, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new(
            words.AdjustmentCaption, words.PeriodLabel, words.ObservedLabel, words.SeasonLabel, words.AdjustedLabel, words.TrendLabel, words.RemainderLabel);
        foreach (AdjustedPeriod part in Periods)
        {
            table.Row(
                words.Period(part.Period),
                words.Cell(part.Observed),
                words.Cell(part.Seasonal),
                words.Cell(part.Adjusted),
                words.Cell(part.Trend),
                words.Cell(part.Remainder));
        }

        string? strengths = SeasonalStrength is { } season
            ? words.Strengths(words.Decimals(season, "0.00"), TrendStrength is { } trend ? words.Decimals(trend, "0.00") : words.Undefined)
            : null;
        return table.Note(strengths).ToHtml(words, Refusal, Warnings);
    }

    /// <summary>The periods as text, one line per period, or the refusal.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => Refusal?.ToString()
        ?? string.Create(
            CultureInfo.InvariantCulture,
            $"seasonal strength {SeasonalStrength:0.00}, trend strength {TrendStrength:0.00}{Environment.NewLine}{string.Join(Environment.NewLine, Periods)}");
}
