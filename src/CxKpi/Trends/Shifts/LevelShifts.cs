using System.Globalization;

namespace CxKpi.Trends;

/// <summary>Whether, when and by how much the level of a series changed at an unknown date.</summary>
/// <remarks>
/// <para>
/// One shift: every period except those near the ends is tried as the first of a new level, in the model of season, step and autocorrelated errors (AR(1)),
/// and the largest F decides. Its p-value is the share of 999 simulated series without a shift (with the same periods, a fixed seed, and searched in the same
/// way) whose largest F is as large. Verdict, p and limits are one statement: the limits reach as far as the F that 1 - confidence of these series exceed.
/// </para>
/// <para>
/// Short series say little of their memory. The simulated ones have every memory of a process, with more or less white noise beside it, as often as it explains
/// the figures: half of them as they are beside the shift, and half as they are without one, where a shift passes for memory.
/// Where the figures are worth fewer than 8 independent ones, and each less than a quarter, the search is refused: a level that wanders looks the same.
/// The ends are 15 % of the figures, and at least half a cycle. Source: Andrews, Tests for parameter instability and structural change with unknown change
/// point, 1993.
/// </para>
/// <para>
/// Several shifts: the best division into levels (<see cref="LevelSegmentation"/>) of the figures without their season, estimated with the shifts in the model,
/// at a penalty of 3 · ln n · variance · (1 + phi) / (1 - phi) per change, with variance and autocorrelation from what is left around a first division.
/// These are suggestions and have no p-value.
/// </para>
/// <para>
/// A slope looks like steps. When a straight line explains the figures nearly as well as the best step (85 % of its gain) and better than chance, it enters the
/// model, the result carries a warning, and shifts are sought beside it.
/// </para>
/// <para>
/// Where sampling variances are known, the search for the largest shift uses each period's own beside the process, in log odds for shares of counts, so that
/// a period of few answers makes no shift. Its size is shown in the KPI's unit: for shares it is that of all periods from the shift on, combined.
/// Suggestions treat the figures as equally precise.
/// </para>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record LevelShifts : ILocalizedFace
{
    internal LevelShifts()
    {
    }

    /// <summary>The reason why no shift was sought; <see langword="null"/> when there is a result.</summary>
    public Notice? Refusal { get; internal init; }

    /// <summary>Warnings that a reader should know before using the result.</summary>
    public IReadOnlyList<Notice> Warnings { get; internal init; } = [];

    /// <summary>Whether the level changed at one date.</summary>
    public ShiftVerdict Verdict { get; internal init; }

    /// <summary>
    /// The largest shift of all places, whether or not chance explains it; <see langword="null"/> when the search is refused, or when season and slope explain
    /// every figure.
    /// </summary>
    public LevelShift? Largest { get; internal init; }

    /// <summary>
    /// The share of simulated series without a shift whose largest shift is as large, at least 0.001; <see langword="null"/> when there is no largest shift.
    /// </summary>
    public double? PValue { get; internal init; }

    /// <summary>
    /// The autocorrelation of neighbouring figures, in [0, 1), with the largest shift in the model; <see langword="null"/> when there is none.
    /// </summary>
    public double? Phi { get; internal init; }

    /// <summary>Periods where the level may have changed, in order of time. They are suggestions to look into and never a verdict.</summary>
    public IReadOnlyList<LevelShift> Suggestions { get; internal init; } = [];

    /// <summary>The largest shift with its p-value and the verdict, or the reason why there is none.</summary>
    /// <returns>Text for display, such as <c>2021-01: +3.04 [+2.5, +3.6] (p = 0.001, Shifted)</c>.</returns>
    public override string ToString() => Refusal?.Message
        ?? (Largest is { } shift
            ? string.Create(CultureInfo.InvariantCulture, $"{shift} ({KpiText.P(PValue)}, {Verdict})")
            : "no shift: the model repeats every figure");

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.LevelShiftsCaption)
            .Fact(words.VerdictLabel, Verdict.In(words))
            .Fact(words.LargestLabel, Largest?.In(words))
            .Fact(words.PValueLabel, words.PValue(PValue))
            .Fact(words.SuggestedLabel, string.Join(words.Semicolon, Suggestions.Select(shift => shift.In(words))))
            .ToHtml(words, Refusal, Warnings);
    }
}
