using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>First-contact resolution, net: the share of the contacts that the first level can resolve that it resolved at once.</summary>
/// <remarks>
/// <code>net FCR = contacts resolved at first / (contacts - contacts not resolvable at first)</code> a fraction in [0, 1]; <c>default</c> is no data.
/// Source: J. Rumburg, MetricNet, gross and net first contact resolution.
/// <para>Traps: compared with a gross figure, which it is never below; "not resolvable" decided after the fact, so that every failure can be argued away:
/// read the count beside the share.</para>
/// <example>60 of 100 contacts resolved at first, 20 not resolvable there: 75 %, against 60 % gross.</example>
/// </remarks>
public readonly record struct NetFirstContactResolution : IKpi<NetFirstContactResolution>
{
    /// <summary>Creates the share from counts.</summary>
    /// <param name="resolvedAtFirst">Contacts that resolved the issue at once; not negative, not more than can be resolved.</param>
    /// <param name="contacts">All contacts; not negative.</param>
    /// <param name="notResolvableAtFirst">Contacts that the first level cannot resolve, such as a repair on site; not negative, not more than <paramref name="contacts"/>.</param>
    /// <param name="rule">How resolution is known, when it is to be checked.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or a part is larger than its whole.</exception>
    [JsonConstructor]
    public NetFirstContactResolution(long resolvedAtFirst, long contacts, long notResolvableAtFirst, FirstContactRule rule = default)
    {
        long resolvable = Guard.NotNegative(contacts) - Guard.Part(notResolvableAtFirst, contacts);
        Evidence = new(Guard.Part(resolvedAtFirst, resolvable), resolvable);
        NotResolvableAtFirst = notResolvableAtFirst;
        Rule = rule;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Net first-contact resolution",
        "taux net de résolution au premier contact",
        "Net FCR",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "contacts resolved at first / (contacts - contacts not resolvable at first)",
        "J. Rumburg, MetricNet, gross and net first contact resolution");

    /// <summary>Contacts that resolved the issue at once.</summary>
    public long ResolvedAtFirst => Evidence.Count;

    /// <summary>All contacts.</summary>
    public long Contacts => Evidence.Total + NotResolvableAtFirst;

    /// <summary>Contacts that the first level cannot resolve.</summary>
    public long NotResolvableAtFirst { get; }

    /// <summary>How resolution is known.</summary>
    public FirstContactRule Rule { get; }

    /// <summary>The counts over what can be resolved, with every interval that a share can have.</summary>
    [JsonIgnore]
    public ShareTally Evidence { get; }

    /// <summary>The same contacts, all of them in the base.</summary>
    [JsonIgnore]
    public FirstContactResolution Gross => new(ResolvedAtFirst, Contacts, Rule);

    /// <inheritdoc/>
    [JsonIgnore]
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence);

    /// <inheritdoc/>
    public Change? ChangeFrom(NetFirstContactResolution baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.Towards(Definition.Direction);
    }

    /// <inheritdoc/>
    public NetFirstContactResolution Combine(NetFirstContactResolution other) =>
        new(ResolvedAtFirst + other.ResolvedAtFirst, Contacts + other.Contacts, NotResolvableAtFirst + other.NotResolvableAtFirst, Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiText.Format(Definition, Value, Evidence.Total, format, formatProvider);

    private FirstContactRule Shared(NetFirstContactResolution other) => CxKpi.Rule.Shared(this, Rule, other, other.Rule, "rule");
}
