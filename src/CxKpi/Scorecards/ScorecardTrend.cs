using System.Text.Json.Serialization;
using CxKpi.Trends;

namespace CxKpi;

/// <summary>Where a KPI is going over many periods, as a scorecard shows it; a change between two periods is no trend.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ScorecardTrend
{
    /// <summary>Creates the trend from a verdict.</summary>
    /// <param name="verdict">What a trend test says.</param>
    /// <param name="note">The figures behind it, or the reason for none, in a few words.</param>
    /// <exception cref="ArgumentOutOfRangeException">The verdict is not a named value.</exception>
    [JsonConstructor]
    public ScorecardTrend(ChangeVerdict verdict, string? note = null)
    {
        Verdict = Guard.Defined(verdict);
        Note = note;
    }

    /// <summary>What a trend test says.</summary>
    public ChangeVerdict Verdict { get; }

    /// <summary>The figures behind it, or the reason for none, in English or in the author's words.</summary>
    public string? Note { get; }

    /// <summary>The note in other languages; empty when there is none.</summary>
    public IReadOnlyList<Translation> NoteTranslations { get; init => field = ValueList.Of(value); } = ValueList<Translation>.Empty;

    /// <summary>What the seasonal model says of a series.</summary>
    /// <param name="trend">The estimate.</param>
    /// <returns>What its direction means for the KPI; the reason when it was refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trend"/> is <see langword="null"/>.</exception>
    public static ScorecardTrend From(TrendEstimate trend) => new(Guard.NotNull(trend).Meaning, trend.Refusal?.Message)
    {
        NoteTranslations = trend.Refusal?.Translations ?? [],
    };

    /// <summary>The note in a language.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The translation; without one <see cref="Note"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string? NoteIn(ReportLanguage language)
    {
        Guard.Defined(language);
        return NoteTranslations.FirstOrDefault(translation => translation.Language == language)?.Text ?? Note;
    }

    /// <summary>The verdict and the note as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => Note is null ? Verdict.ToString() : TerminalText.Clean($"{Verdict} ({Note})");
}
