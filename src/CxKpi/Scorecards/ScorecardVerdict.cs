using System.Globalization;
using System.Text.Json.Serialization;
using CxKpi.Trends;

namespace CxKpi;

/// <summary>What a line of a scorecard says of its period, on what that rests, and the reason in words.</summary>
/// <remarks>
/// A line made from a series is judged by the periods before, as <see cref="LatestPeriod"/> says. A line without such a history is judged by its change from
/// the period before, whose sampling error is all that is known then.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ScorecardVerdict>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ScorecardVerdict : IJsonRecord<ScorecardVerdict>
{
    internal ScorecardVerdict()
    {
    }

    /// <summary>The verdict.</summary>
    public LatestVerdict Verdict { get; internal init => field = Guard.Defined(value, nameof(Verdict)); }

    /// <summary>What the verdict rests on.</summary>
    public LatestBasis Basis { get; internal init => field = Guard.Defined(value, nameof(Basis)); }

    /// <summary>The figure expected, in the KPI's unit; <see langword="null"/> without a history.</summary>
    public double? Expected { get; internal init; }

    /// <summary>The lower limit of what was expected, in the KPI's unit; <see langword="null"/> without a history.</summary>
    public double? Lower { get; internal init; }

    /// <summary>The upper limit of what was expected, in the KPI's unit; <see langword="null"/> without a history.</summary>
    public double? Upper { get; internal init; }

    /// <summary>
    /// The two-sided p-value of "as expected" with a history, of "no change" without one, in [0, 1]; <see langword="null"/> when the evidence gives none.
    /// </summary>
    public double? PValue { get; internal init => field = value is { } p ? Guard.Probability(p, nameof(PValue)) : null; }

    /// <summary>The p-value with Holm's correction for all lines judged; <see langword="null"/> when the scorecard asks for none.</summary>
    public double? AdjustedPValue { get; internal init => field = value is { } p ? Guard.Probability(p, nameof(AdjustedPValue)) : null; }

    /// <summary>The reason in English; not blank.</summary>
    public required string Reason { get; init => field = Guard.NotBlank(value, nameof(Reason)); }

    /// <summary>The reason in the other languages; empty when there are no translations.</summary>
    public IReadOnlyList<Translation> ReasonTranslations
    {
        get;
        init => field = ValueList.Known(value, nameof(ReasonTranslations)).OnePerLanguage(nameof(ReasonTranslations));
    } = ValueList<Translation>.Empty;

    /// <summary>Whether the latest period is judged at all.</summary>
    internal bool IsJudged => Verdict != LatestVerdict.Unknown;

    /// <summary>Whether it rests on the periods before.</summary>
    internal bool HasHistory => Basis is LatestBasis.Season or LatestBasis.Level;

    /// <summary>Whether it is called other than before or expected.</summary>
    internal bool IsMarked => Verdict is not (LatestVerdict.Unknown or LatestVerdict.NoEvidence or LatestVerdict.AsExpected);

    /// <summary>Creates the verdict of a line from that on the latest period of a series.</summary>
    /// <param name="latest">The verdict on the latest period.</param>
    /// <returns>The verdict with its limits and its reason in every language.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="latest"/> is <see langword="null"/>.</exception>
    public static ScorecardVerdict From(LatestPeriod latest) => new()
    {
        Verdict = Guard.NotNull(latest).Verdict,
        Basis = latest.Basis,
        Expected = latest.Expected?.Value,
        Lower = latest.Expected?.Lower,
        Upper = latest.Expected?.Upper,
        PValue = latest.PValue,
        Reason = latest.Reason.Message,
        ReasonTranslations = latest.Reason.Translations,
    };

    /// <summary>The reason in a language.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The translation, or <see cref="Reason"/> when there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ReasonIn(ReportLanguage language) => ReasonTranslations.In(language) ?? Reason;

    /// <summary>The verdict and its reason as invariant text.</summary>
    /// <returns>Text for display, such as <c>AsExpected (−24.1 to +9.0 expected for December)</c>.</returns>
    public override string ToString() => TerminalText.Clean($"{Verdict} ({Reason})");

    /// <summary>The verdict of a change, which sampling error alone can explain or not; <see langword="null"/> without a change.</summary>
    internal static ScorecardVerdict? Of(Change? change) => change is not { } known ? null
        : new ScorecardVerdict
        {
            Verdict = known.Verdict.OfPeriod(),
            Basis = LatestBasis.SamplingError,
            PValue = known.PValue,
            Reason = "-",
        }.Because((words, _) => words.BySamplingErrorOnly);

    /// <summary>The verdict among several lines, by Holm's method.</summary>
    /// <param name="adjusted">The p-value with Holm's correction.</param>
    /// <param name="lines">The number of lines judged.</param>
    /// <param name="confidence">The confidence level of the scorecard.</param>
    internal ScorecardVerdict Among(double adjusted, int lines, double confidence)
    {
        ScorecardVerdict same = this with { AdjustedPValue = adjusted };
        return !IsMarked || adjusted < 1 - confidence
            ? same
            : (same with { Verdict = LatestVerdict.NoEvidence }).Because((words, reason) => words.NotBeyondChanceAmong(reason, lines));
    }

    /// <summary>The verdict in words, in brackets why.</summary>
    internal ReportCell Cell(Phrases words) => new(
        "",
        Verdict switch
        {
            // The reason says that no season is known.
            LatestVerdict.MovedUp => words.Higher,
            LatestVerdict.MovedDown => words.Lower,
            LatestVerdict.Unknown or LatestVerdict.NoEvidence or LatestVerdict.AsExpected or LatestVerdict.Better or LatestVerdict.Worse
                or LatestVerdict.Higher or LatestVerdict.Lower => words.Verdict(Verdict),
        },
        Tone: Phrases.ToneOf(Verdict))
    {
        Because = ReasonIn(words.Language),
    };

    private ScorecardVerdict Because(Func<Phrases, string, string> reason) => this with
    {
        Reason = reason(Phrases.English, Reason),
        ReasonTranslations = [.. TranslationExtensions.InOtherLanguages(words => reason(words, ReasonIn(words.Language)))],
    };

    static ScorecardVerdict IJsonRecord<ScorecardVerdict>.Json(JsonMembers<ScorecardVerdict> json)
    {
        ScorecardVerdict read = new()
        {
            Verdict = json.Value(nameof(Verdict), x => x.Verdict),
            Basis = json.Value(nameof(Basis), x => x.Basis),
            Expected = json.Optional(nameof(Expected), x => x.Expected),
            Lower = json.Optional(nameof(Lower), x => x.Lower),
            Upper = json.Optional(nameof(Upper), x => x.Upper),
            PValue = json.Optional(nameof(PValue), x => x.PValue),
            AdjustedPValue = json.Optional(nameof(AdjustedPValue), x => x.AdjustedPValue),
            Reason = json.Text(nameof(Reason), x => x.Reason),
            ReasonTranslations = json.Records(nameof(ReasonTranslations), x => x.ReasonTranslations),
        };
        Guard.InOrder(read.Lower, read.Upper, nameof(Lower), nameof(Upper));
        if (read.Expected is { } expected)
        {
            json.RequireWithin(nameof(Expected), expected, read.Lower, read.Upper);
        }

        // A correction for many lines makes no p-value smaller.
        return json.IsRead && read.AdjustedPValue < read.PValue - StatedFigures.Rounding
            ? throw json.Fault(nameof(AdjustedPValue), string.Create(
                CultureInfo.InvariantCulture, $"must not be smaller than {nameof(PValue)} ({read.PValue}); got {read.AdjustedPValue}"))
            : read;
    }
}
