using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Funnel conversion: the share of the units that reached one step of a funnel that went on to a later one.</summary>
/// <remarks>
/// <code>conversion = units that reached the later step / units that reached the earlier step</code> The value is a fraction in [0, 1];
/// <c>default</c> holds no data.
/// The two steps are part of the figure; a <see cref="Funnel"/> creates these records.
/// It can be created from counts, or a <see cref="Funnel"/>. Records with different pairs of steps neither combine nor compare.
/// Source: Google, Analytics Help (funnel exploration: completion rate of a step), 2024.
/// <para>Pitfalls: averaging the shares of single steps, which multiply to the overall one; counting units that skipped a step, which inflates the share
/// (a funnel's counts may therefore not rise).</para>
/// <example>Of 1,000 products viewed, 300 are put into a cart: 30 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<FunnelConversion>))]
[TypeFormatterSource(typeof(KpiFormatters<FunnelConversion>))]
public readonly record struct FunnelConversion : IKpi<FunnelConversion>, IJsonRecord<FunnelConversion>
{
    /// <summary>Creates the conversion from counts.</summary>
    /// <param name="passed">The number of units that reached the later step; not negative, not more than <paramref name="entered"/>.</param>
    /// <param name="entered">The number of units that reached the earlier step; not negative.</param>
    /// <param name="steps">The two steps; conversions between different steps do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public FunnelConversion(long passed, long entered, FunnelSteps steps = default)
        : this(new ShareTally(Guard.Part(passed, entered), entered), steps)
    {
    }

    /// <inheritdoc cref="FunnelConversion(long, long, FunnelSteps)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public FunnelConversion(long passed, long entered)
        : this(passed, entered, default)
    {
    }

    private FunnelConversion(ShareTally evidence, FunnelSteps steps)
    {
        Evidence = evidence;
        Steps = steps;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Funnel conversion",
        "Funnel",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "units at the later step / units at the earlier step",
        "Google, Analytics Help: funnel exploration, 2024");

    /// <summary>The number of units that reached the later step.</summary>
    public long Passed => Evidence.Count;

    /// <summary>The number of units that reached the earlier step.</summary>
    public long Entered => Evidence.N;

    /// <summary>The two steps.</summary>
    public FunnelSteps Steps { get; }

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Entry;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(CommerceRules.Steps(Steps));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(FunnelConversion baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public FunnelConversion Combine(FunnelConversion other) => new(Evidence.Combine(other.Evidence), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private FunnelSteps Shared(FunnelConversion other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Steps, other, other.Steps, "pair of steps", name);

    static FunnelConversion IJsonRecord<FunnelConversion>.Json(JsonMembers<FunnelConversion> json) => new(
        json.Value(nameof(Passed), x => x.Passed),
        json.Value(nameof(Entered), x => x.Entered),
        json.Record(nameof(Steps), x => x.Steps));
}
