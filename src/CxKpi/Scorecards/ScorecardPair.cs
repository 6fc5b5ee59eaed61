using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>
/// An activity KPI shown together with the outcome that it is meant to improve: opens with conversion, handle time with first-contact resolution.
/// </summary>
/// <remarks>
/// A target on an activity alone can be met by doing more of it, or by cutting it short. The pair shows whether its purpose was served as well.
/// An activity without a good direction counts as changed when it rose or fell. That both changed in one period does not show that one caused the other.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ScorecardPair>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ScorecardPair : IJsonRecord<ScorecardPair>
{
    /// <summary>Creates the pair from the labels of two lines.</summary>
    /// <param name="activity">The label of the activity's line.</param>
    /// <param name="outcome">The label of the outcome's line.</param>
    /// <param name="verdict">How the two changed together.</param>
    /// <exception cref="ArgumentException">A label is blank, or both are the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The verdict is not a named value.</exception>
    public ScorecardPair(string activity, string outcome, PairVerdict verdict)
    {
        Activity = Guard.NotBlank(activity);
        Outcome = !string.Equals(Guard.NotBlank(outcome), activity, StringComparison.Ordinal)
            ? outcome
            : throw new ArgumentException($"{nameof(outcome)} must be another line than the activity, but both are {activity}", nameof(outcome));
        Verdict = Guard.Defined(verdict);
    }

    /// <summary>The label of the activity's line.</summary>
    public string Activity { get; }

    /// <summary>The label of the outcome's line.</summary>
    public string Outcome { get; }

    /// <summary>How the two changed together.</summary>
    public PairVerdict Verdict { get; }

    /// <summary>Judges how an activity and an outcome changed together.</summary>
    /// <param name="activity">The verdict of the activity's line.</param>
    /// <param name="outcome">The verdict of the outcome's line, whose KPI has a good direction.</param>
    /// <returns>
    /// The verdict, which is unknown when one of the two is, or when a season could explain it, unless the outcome is known to have got worse.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A verdict is not a named value.</exception>
    public static PairVerdict Judge(LatestVerdict activity, LatestVerdict outcome) => (Guard.Defined(activity), Guard.Defined(outcome)) switch
    {
        (_, LatestVerdict.Worse) => PairVerdict.OutcomeWorsened,
        (LatestVerdict.Unknown or LatestVerdict.MovedUp or LatestVerdict.MovedDown, _) => PairVerdict.Unknown,
        (_, not (LatestVerdict.Better or LatestVerdict.NoEvidence or LatestVerdict.AsExpected)) => PairVerdict.Unknown,
        (LatestVerdict.Better or LatestVerdict.Higher or LatestVerdict.Lower, LatestVerdict.Better) => PairVerdict.OutcomeFollowed,
        (LatestVerdict.Better or LatestVerdict.Higher or LatestVerdict.Lower, _) => PairVerdict.OutcomeDidNotFollow,
        _ => PairVerdict.NoActivity,
    };

    /// <summary>The two labels and the verdict as invariant text.</summary>
    /// <returns>Text for display, such as <c>Engagement, Conversion: OutcomeDidNotFollow</c>.</returns>
    public override string ToString() => TerminalText.Clean($"{Activity}, {Outcome}: {Verdict}");

    static ScorecardPair IJsonRecord<ScorecardPair>.Json(JsonMembers<ScorecardPair> json) => new(
        json.Text(nameof(Activity), x => x.Activity),
        json.Text(nameof(Outcome), x => x.Outcome),
        json.Value(nameof(Verdict), x => x.Verdict));
}
