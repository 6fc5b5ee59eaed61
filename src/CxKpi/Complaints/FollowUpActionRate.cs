using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Follow-up action rate: the share of the actions agreed after complaints that were done by their due date.</summary>
/// <remarks>
/// <code>follow-up action rate = actions done on time / actions due</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// An action that is open past its due date counts as missed. An action that is not yet due is counted as <see cref="NotYetDue"/>, done or not.
/// It can be created from counts, one action, or an action log.
/// Source: ISO 10002:2018, "Quality management - Customer satisfaction - Guidelines for complaints handling in organizations" (no conformity is claimed).
/// <para>Pitfalls: dividing actions done by actions opened, which punishes opening one today; moving due dates after the fact;
/// taking an action done for a cause removed (check whether the complaint recurs).</para>
/// <example>20 actions are opened, 4 are not yet due and 12 of the others are done on time: 12 of 16, which is 75 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<FollowUpActionRate>))]
[TypeFormatterSource(typeof(KpiFormatters<FollowUpActionRate>))]
public readonly record struct FollowUpActionRate : IKpi<FollowUpActionRate>, IJsonRecord<FollowUpActionRate>
{
    /// <summary>Creates the share from counts.</summary>
    /// <param name="onTime">The number of actions done by their due date; not negative, not more than <paramref name="due"/>.</param>
    /// <param name="due">The number of actions whose due date has passed; not negative.</param>
    /// <param name="notYetDue">The number of actions whose due date has not passed, which are left out of the base; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public FollowUpActionRate(long onTime, long due, long notYetDue = 0)
        : this(new ShareTally(Guard.Part(onTime, due), due), Guard.NotNegative(notYetDue))
    {
    }

    /// <inheritdoc cref="FollowUpActionRate(long, long, long)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public FollowUpActionRate(long onTime, long due)
        : this(onTime, due, 0)
    {
    }

    private FollowUpActionRate(ShareTally evidence, long notYetDue)
    {
        Evidence = evidence;
        NotYetDue = notYetDue;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Follow-up action rate",
        "Actions on time",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "actions done on time / actions due",
        "ISO 10002:2018, Quality management - Customer satisfaction - Guidelines for complaints handling in organizations");

    /// <summary>The number of actions done by their due date.</summary>
    public long OnTime => Evidence.Count;

    /// <summary>The number of actions whose due date has passed.</summary>
    public long Due => Evidence.N;

    /// <summary>The number of actions whose due date has not passed, which are left out of the base.</summary>
    public long NotYetDue { get; }

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Action;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => LeftOutCount.Of((LeftOutKind.NotYetDue, NotYetDue));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the rate from one action.</summary>
    /// <param name="due">When it is due.</param>
    /// <param name="done">When it was done; <see langword="null"/> when it is open.</param>
    /// <param name="asOf">The end of the data: everything that happened until then is known.</param>
    /// <returns>The rate over this action, which is on time, missed or not yet due.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The action was done later than <paramref name="asOf"/>.</exception>
    public static FollowUpActionRate FromAction(Instant due, Instant? done, Instant asOf)
    {
        if (done > asOf)
        {
            throw Guard.Outside(nameof(done), Rule(asOf), done);
        }

        return due > asOf ? new(default, notYetDue: 1) : new(ShareTally.One(done <= due), notYetDue: 0);
    }

    /// <summary>Creates the rate from an action log.</summary>
    /// <param name="actions">When each action was due and when it was done; <see langword="null"/> for an open one.</param>
    /// <param name="asOf">The end of the data: everything that happened until then is known.</param>
    /// <returns>The rate over the actions whose due date has passed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="actions"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An action was done later than <paramref name="asOf"/>; the message names its position.</exception>
    public static FollowUpActionRate FromLog(IEnumerable<(Instant Due, Instant? Done)> actions, Instant asOf)
    {
        FollowUpActionRate total = default;
        long position = 0;
        foreach ((Instant due, Instant? done) in Guard.NotNull(actions))
        {
            total = done > asOf
                ? throw Guard.OutsideAt(position, nameof(actions), Rule(asOf), done, ", done")
                : total.Combine(FromAction(due, done, asOf));
            position++;
        }

        return total;
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(FollowUpActionRate baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public FollowUpActionRate Combine(FollowUpActionRate other) => new(Evidence.Combine(other.Evidence), Guard.Add(NotYetDue, other.NotYetDue));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private static string Rule(Instant asOf) => string.Create(CultureInfo.InvariantCulture, $"must not be later than the end of the data ({asOf})");

    static FollowUpActionRate IJsonRecord<FollowUpActionRate>.Json(JsonMembers<FollowUpActionRate> json) => new(
        json.Value(nameof(OnTime), x => x.OnTime),
        json.Value(nameof(Due), x => x.Due),
        json.Value(nameof(NotYetDue), x => x.NotYetDue));
}
