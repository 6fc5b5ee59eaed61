using System.Text.Json.Serialization;
using CxKpi.Trends;

namespace CxKpi;

/// <summary>The direction of a KPI over many periods, as a scorecard shows it. A change between two periods is not a trend.</summary>
[JsonConverter(typeof(RecordJsonConverter<ScorecardTrend>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ScorecardTrend : IJsonRecord<ScorecardTrend>
{
    /// <summary>Creates the trend from a verdict.</summary>
    /// <param name="verdict">The result of a trend test.</param>
    /// <param name="note">The figures behind the verdict, or the reason why there is none, in a few words.</param>
    /// <exception cref="ArgumentOutOfRangeException">The verdict is not a named value.</exception>
    public ScorecardTrend(ChangeVerdict verdict, string? note = null)
    {
        Verdict = Guard.Defined(verdict);
        Note = note;
    }

    /// <summary>The result of a trend test.</summary>
    public ChangeVerdict Verdict { get; }

    /// <summary>The figures behind the verdict, or the reason why there is none, in English or in the author's own words.</summary>
    public string? Note { get; }

    /// <summary>The note in other languages; empty when there are no translations.</summary>
    public IReadOnlyList<Translation> NoteTranslations
    {
        get;
        init => field = ValueList.Known(value, nameof(NoteTranslations)).OnePerLanguage(nameof(NoteTranslations));
    } = ValueList<Translation>.Empty;

    /// <summary>Creates the trend from an estimate of the seasonal model.</summary>
    /// <param name="trend">The trend estimate.</param>
    /// <returns>
    /// The trend with the meaning of its direction for the KPI; the note is the reason when the estimate was refused, or the warning of a level that wanders.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="trend"/> is <see langword="null"/>.</exception>
    public static ScorecardTrend From(TrendEstimate trend)
    {
        Notice? note = Guard.NotNull(trend).Refusal ?? Notices.Wandering(trend.Warnings);
        return new(trend.Meaning, note?.Message) { NoteTranslations = note?.Translations ?? [] };
    }

    /// <summary>The note in a language.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The translation, or <see cref="Note"/> when there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string? NoteIn(ReportLanguage language) => NoteTranslations.In(language) ?? Note;

    /// <summary>The verdict and the note as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => Note is null ? Verdict.ToString() : TerminalText.Clean($"{Verdict} ({Note})");

    static ScorecardTrend IJsonRecord<ScorecardTrend>.Json(JsonMembers<ScorecardTrend> json) => new(
        json.Value(nameof(Verdict), x => x.Verdict),
        json.OptionalText(nameof(Note), x => x.Note))
    {
        NoteTranslations = json.Records(nameof(NoteTranslations), x => x.NoteTranslations),
    };
}
