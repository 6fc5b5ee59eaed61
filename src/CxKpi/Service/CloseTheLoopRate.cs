using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Close-the-loop rate: the share of the customers to be followed up who were called back or written to within a target time.</summary>
/// <remarks>
/// <code>close-the-loop rate = followed up within the target / to be followed up whose target time has passed</code> The value is a fraction in [0, 1];
/// <c>default</c> holds no data.
/// A follow-up belongs to whatever asked for it: a low answer of a survey, a contact, a review. One that is open past its target counts as missed; one
/// whose target time still runs is counted as <see cref="NotYetDue"/>, done or not.
/// It can be created from counts, one case, or a log. Records with different target times neither combine nor compare.
/// Source: R. Markey, F. Reichheld, A. Dullweber, "Closing the Customer Feedback Loop", Harvard Business Review, 2009.
/// Complaints have <see cref="ComplaintsHandledOnTime"/>, and what was agreed after them <see cref="FollowUpActionRate"/>.
/// <para>Pitfalls: dividing the follow-ups of a week by the cases of the same week, whose time is not up; an automatic mail counted as a follow-up; only the
/// cases counted that somebody opened; the answer of a customer who was called back taken for that of one who was not.</para>
/// <example>Of 50 detractors whose two days are over, 41 were called back in time: 82 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<CloseTheLoopRate>))]
[TypeFormatterSource(typeof(KpiFormatters<CloseTheLoopRate>))]
public readonly record struct CloseTheLoopRate : IKpi<CloseTheLoopRate>, IJsonRecord<CloseTheLoopRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="followedUp">The number of cases followed up within the target; not negative, not more than <paramref name="due"/>.</param>
    /// <param name="due">The number of cases whose target time has passed; not negative.</param>
    /// <param name="target">The time within which a case is to be followed up; greater than zero; rates for different targets do not combine.</param>
    /// <param name="notYetDue">The number of cases whose target time still runs, which are left out of the base; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, the part is larger than the whole, or the target is not greater than
    /// zero.</exception>
    public CloseTheLoopRate(long followedUp, long due, Duration? target = null, long notYetDue = 0)
        : this(new ShareTally(Guard.Part(followedUp, due), due), target, Guard.NotNegative(notYetDue))
    {
    }

    /// <inheritdoc cref="CloseTheLoopRate(long, long, Duration?, long)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public CloseTheLoopRate(long followedUp, long due)
        : this(followedUp, due, null, 0)
    {
    }

    private CloseTheLoopRate(ShareTally evidence, Duration? target, long notYetDue)
    {
        Evidence = evidence;
        NotYetDue = notYetDue;
        Target = target <= Duration.Zero ? throw Guard.Outside(nameof(target), "must be greater than zero", target) : target;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Close-the-loop rate",
        "Loop closed",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "followed up within the target / to be followed up whose target time has passed",
        "R. Markey, F. Reichheld, A. Dullweber, Closing the Customer Feedback Loop, Harvard Business Review, 2009");

    /// <summary>The number of cases followed up within the target.</summary>
    public long FollowedUp => Evidence.Count;

    /// <summary>The number of cases whose target time has passed.</summary>
    public long Due => Evidence.N;

    /// <summary>The time within which a case is to be followed up; <see langword="null"/> when it is not stated.</summary>
    public Duration? Target { get; }

    /// <summary>The number of cases whose target time still runs, which are left out of the base.</summary>
    public long NotYetDue { get; }

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.FollowUp;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => LeftOutCount.Of((LeftOutKind.NotYetDue, NotYetDue));

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(KpiRules.Within(nameof(Target), Target));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the rate from one case.</summary>
    /// <param name="opened">When the answer was given or the contact ended that asks for a follow-up.</param>
    /// <param name="followedUp">When the customer was followed up; <see langword="null"/> when that has not happened.</param>
    /// <param name="target">The time within which it is to happen, its end included; greater than zero.</param>
    /// <param name="asOf">The end of the data: everything that happened until then is known.</param>
    /// <returns>The rate over this case, which is in time, missed or not yet due.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The follow-up lies before the case was opened, a date is later than <paramref name="asOf"/>, or the target
    /// is not greater than zero.</exception>
    public static CloseTheLoopRate FromCase(Instant opened, Instant? followedUp, Duration target, Instant asOf)
    {
        if (Fault(opened, followedUp, asOf) is var (name, rule, instant))
        {
            throw Guard.Outside(name, rule, instant);
        }

        (ShareTally inTime, long notYetDue) = TimeLimit.Judge(opened, followedUp, target, asOf);
        return new(inTime, target, notYetDue);
    }

    /// <summary>Creates the rate from a log of cases.</summary>
    /// <param name="cases">When each case was opened and when it was followed up; <see langword="null"/> for one that was not.</param>
    /// <param name="target">The time within which a case is to be followed up, its end included; greater than zero.</param>
    /// <param name="asOf">The end of the data: everything that happened until then is known.</param>
    /// <returns>The rate over the cases whose target time has passed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cases"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A follow-up lies before its case was opened, or a date is later than <paramref name="asOf"/> (the message
    /// names its position), or the target is not greater than zero.</exception>
    public static CloseTheLoopRate FromLog(IEnumerable<(Instant Opened, Instant? FollowedUp)> cases, Duration target, Instant asOf)
    {
        CloseTheLoopRate total = new(default, target, notYetDue: 0);
        long position = 0;
        foreach ((Instant opened, Instant? followedUp) in Guard.NotNull(cases))
        {
            total = Fault(opened, followedUp, asOf) is var (name, rule, instant)
                ? throw Guard.OutsideAt(position, nameof(cases), rule, instant, $", {name}")
                : total.Combine(FromCase(opened, followedUp, target, asOf));
            position++;
        }

        return total;
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(CloseTheLoopRate baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public CloseTheLoopRate Combine(CloseTheLoopRate other) => new(Evidence.Combine(other.Evidence), Shared(other), Guard.Add(NotYetDue, other.NotYetDue));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private static (string Name, string Rule, Instant Instant)? Fault(Instant opened, Instant? followedUp, Instant asOf)
    {
        string late = string.Create(CultureInfo.InvariantCulture, $"must not be later than the end of the data ({asOf})");
        return opened > asOf ? (nameof(opened), late, opened)
            : followedUp > asOf ? (nameof(followedUp), late, followedUp.Value)
            : followedUp < opened
                ? (nameof(followedUp), string.Create(CultureInfo.InvariantCulture, $"must not be before the case was opened ({opened})"), followedUp.Value)
                : null;
    }

    private Duration? Shared(CloseTheLoopRate other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Target, other, other.Target, "target", name);

    static CloseTheLoopRate IJsonRecord<CloseTheLoopRate>.Json(JsonMembers<CloseTheLoopRate> json) => new(
        json.Value(nameof(FollowedUp), x => x.FollowedUp),
        json.Value(nameof(Due), x => x.Due),
        json.Optional(nameof(Target), x => x.Target),
        json.Value(nameof(NotYetDue), x => x.NotYetDue));
}
