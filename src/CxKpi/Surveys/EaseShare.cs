using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The share of answers at or above an explicit threshold of an ease scale: those who found it easy.</summary>
/// <remarks>
/// <code>ease share = easy / valid answers</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// Statement of Customer Effort Score 2.0: "The company made it easy for me to handle my issue", 1 (disagree) to 7 (agree);
/// the usual threshold there is 5 (<see cref="TopBox.ThreeOfSeven"/>).
/// Source: M. Dixon, N. Toman, R. DeLisi, "The Effortless Experience", 2013.
/// <para>Pitfalls: "5 or more" on another scale: on 1 to 5 it is the top answer alone, on 1 to 10 nearly everybody;
/// an effort scale, where a high answer is bad (refused here); reading 80 % as 80 % who will come back: it says that 80 % found it easy.</para>
/// <para>Other conventions: "CES" and "CES 2.0" are said of this share of 5 to 7 and of the mean (<see cref="CustomerEaseScore"/>) alike, and some take
/// the net score (<see cref="NetEase"/>); state which one is used.</para>
/// <example>1 to 7 answered 2, 3, 5, 10, 20, 35 and 25 times, threshold 5: 80 of 100, 80 %.</example>
/// </remarks>
[TypeFormatterSource(typeof(KpiFormatters<EaseShare>))]
public readonly record struct EaseShare : IKpi<EaseShare>
{
    /// <summary>Creates the share from counts.</summary>
    /// <param name="easy">Answers at or above the threshold; not negative.</param>
    /// <param name="answers">All valid answers, neutral ones included; not smaller than <paramref name="easy"/>.</param>
    /// <param name="cut">Which answers count as easy: the scale and its threshold.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    [JsonConstructor]
    public EaseShare(long easy, long answers, TopBox cut, ExcludedAnswers excluded = default)
        : this(new ShareTally(Guard.Part(easy, answers), answers), cut, excluded)
    {
    }

    private EaseShare(ShareTally evidence, TopBox cut, ExcludedAnswers excluded)
    {
        Evidence = evidence;
        Cut = cut;
        Excluded = excluded;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Ease share",
        "Easy",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "answers at or above the threshold / valid answers",
        "M. Dixon, N. Toman, R. DeLisi, The Effortless Experience, 2013");

    /// <summary>Answers at or above the threshold.</summary>
    public long Easy => Evidence.Count;

    /// <summary>All valid answers.</summary>
    public long Answers => Evidence.Total;

    /// <summary>Which answers count as easy: the scale and its threshold.</summary>
    public TopBox Cut { get; }

    /// <summary>Missing and invalid answers, which are left out of the base.</summary>
    public ExcludedAnswers Excluded { get; }

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    [JsonIgnore]
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    [JsonIgnore]
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the share from one answer.</summary>
    /// <param name="answer">An answer on the scale of the cut; <see langword="null"/> when it was not given.</param>
    /// <param name="cut">Which answers count as easy: the scale and its threshold.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static EaseShare FromAnswer(int? answer, TopBox cut) => FromTally(RatingTally.FromAnswer(answer, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from many answers.</summary>
    /// <param name="answers">Answers on the scale of the cut.</param>
    /// <param name="cut">Which answers count as easy: the scale and its threshold.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    [OverloadResolutionPriority(1)]
    public static EaseShare FromAnswers(ReadOnlySpan<int> answers, TopBox cut) => FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from many answers.</summary>
    /// <param name="answers">Answers on the scale of the cut.</param>
    /// <param name="cut">Which answers count as easy: the scale and its threshold.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static EaseShare FromAnswers(IEnumerable<int> answers, TopBox cut) => FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from many answers, some of them missing.</summary>
    /// <param name="answers">Answers on the scale of the cut; <see langword="null"/> for one that was not given.</param>
    /// <param name="cut">Which answers count as easy: the scale and its threshold.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static EaseShare FromAnswers(IEnumerable<int?> answers, TopBox cut) => FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from tallied answers.</summary>
    /// <param name="answers">The tallied answers on the scale of the cut; the tally may be empty.</param>
    /// <param name="cut">Which answers count as easy: the scale and its threshold.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentException">The answers lie on another scale than the cut's.</exception>
    public static EaseShare FromTally(RatingTally answers, TopBox cut) => new(cut.Count(answers), cut, answers.Excluded);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence);

    /// <inheritdoc/>
    public Change? ChangeFrom(EaseShare baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.Towards(Definition.Direction);
    }

    /// <inheritdoc/>
    public EaseShare Combine(EaseShare other) => new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiText.Format(Definition, Value, Evidence.Total, format, formatProvider);

    private TopBox Shared(EaseShare other) => SharedRule.Of(this, Cut, other, other.Cut, "scale or cut");
}
