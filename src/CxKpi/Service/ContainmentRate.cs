using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>
/// Containment: the share of contacts entering self-service that ended there without an agent and, when repeats are distinguished, did not come back.
/// </summary>
/// <remarks>
/// <code>containment = (without agent - repeated) / entered</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// With a repeat window this is "true" containment, in which a customer who makes contact again within the window counts as not helped. Without one it is the
/// figure that most voice menus report.
/// It can be created from counts. Records with different repeat windows neither combine nor compare.
/// Source: a common definition of self-service reporting without a single author; vendors who call it "true" containment subtract repeats within 24 hours.
/// In French it is the taux de confinement; the taux de selfcare, the uses of self-service over all requests, is
/// <see cref="SelfServiceRate"/>.
/// <para>Pitfalls: overlooking that "never reached an agent" includes customers who gave up in the menu, so that plain containment overstates; subtracting
/// repeats from the base as well; comparing the two kinds, or windows of different length; counting contacts whose repeat window has not elapsed yet.</para>
/// <example>1000 contacts enter and 600 never reach an agent, but 90 of them are back within 24 hours: 60 % plain and 51 % "true" containment.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ContainmentRate>))]
[TypeFormatterSource(typeof(KpiFormatters<ContainmentRate>))]
public readonly record struct ContainmentRate : IKpi<ContainmentRate>, IJsonRecord<ContainmentRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="withoutAgent">The number of contacts that ended in self-service, repeated ones included;
    /// not negative, not more than <paramref name="entered"/>.</param>
    /// <param name="entered">The number of contacts that entered self-service; not negative.</param>
    /// <param name="repeated">The number of contacts without an agent whose customer made contact again within <paramref name="repeatWindow"/>;
    /// not more than <paramref name="withoutAgent"/>.</param>
    /// <param name="repeatWindow">How long after such a contact a new one counts as a repeat, such as 24 hours;
    /// <see langword="null"/> when repeats are not distinguished.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, a part is larger than its whole, the window is not positive, or there are repeats
    /// without a window.</exception>
    public ContainmentRate(long withoutAgent, long entered, long repeated = 0, Duration? repeatWindow = null)
        : this(Evident(withoutAgent, entered, repeated), Window(repeated, repeatWindow), repeated)
    {
    }

    /// <inheritdoc cref="ContainmentRate(long, long, long, Duration?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public ContainmentRate(long withoutAgent, long entered)
        : this(withoutAgent, entered, 0, null)
    {
    }

    private ContainmentRate(ShareTally evidence, Duration? repeatWindow, long repeated)
    {
        Evidence = evidence;
        RepeatWindow = repeatWindow;
        Repeated = repeated;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Containment rate",
        "Containment",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "(contacts without agent - repeated) / contacts entering self-service",
        "Common definition of self-service reporting; no single author");

    /// <summary>The number of contacts that ended in self-service, repeated ones included.</summary>
    public long WithoutAgent => Evidence.Count + Repeated;

    /// <summary>The number of contacts that entered self-service.</summary>
    public long Entered => Evidence.N;

    /// <summary>The number of contacts without an agent whose customer came back within the window.</summary>
    public long Repeated { get; }

    /// <summary>How long after a contact a new one counts as a repeat; <see langword="null"/> when repeats are not distinguished.</summary>
    public Duration? RepeatWindow { get; }

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Contact;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(ServiceRules.NoRepeat(RepeatWindow));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Calculates the rate of the same contacts with repeats counted as contained, which is what "never reached an agent" would report.</summary>
    /// <returns>The rate without a repeat window.</returns>
    public ContainmentRate IgnoringRepeats() => new(WithoutAgent, Entered);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ContainmentRate baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public ContainmentRate Combine(ContainmentRate other) => new(
        Evidence.Combine(other.Evidence),
        Shared(other),
        Guard.Add(Repeated, other.Repeated));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private Duration? Shared(ContainmentRate other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, RepeatWindow, other, other.RepeatWindow, "repeat window", name);

    private static ShareTally Evident(long withoutAgent, long entered, long repeated)
    {
        Guard.Part(withoutAgent, entered);
        Guard.Part(repeated, withoutAgent);
        return new(withoutAgent - repeated, entered);
    }

    private static Duration? Window(long repeated, Duration? repeatWindow) => repeatWindow switch
    {
        { } window when window > Duration.Zero => window,
        { } window => throw Guard.Outside(nameof(repeatWindow), "must be greater than zero", window),
        null when repeated == 0 => null,
        null => throw Guard.Outside(nameof(repeated), "must be zero when no repeat window is stated", repeated),
    };

    static ContainmentRate IJsonRecord<ContainmentRate>.Json(JsonMembers<ContainmentRate> json) => new(
        json.Value(nameof(WithoutAgent), x => x.WithoutAgent),
        json.Value(nameof(Entered), x => x.Entered),
        json.Value(nameof(Repeated), x => x.Repeated),
        json.Optional(nameof(RepeatWindow), x => x.RepeatWindow));
}
