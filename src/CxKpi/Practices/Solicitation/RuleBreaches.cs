using System.Globalization;

namespace CxKpi.Practices;

/// <summary>How often one rule was broken.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record RuleBreaches
{
    internal RuleBreaches(SolicitationRule rule, ShareTally invitations, ShareTally customers)
    {
        Rule = rule;
        Invitations = invitations;
        Customers = customers;
    }

    /// <summary>The rule.</summary>
    public SolicitationRule Rule { get; }

    /// <summary>The invitations that broke it, of those that count under it.</summary>
    public ShareTally Invitations { get; }

    /// <summary>The customers for whom it was broken at least once, of all in the log.</summary>
    public ShareTally Customers { get; }

    /// <summary>The rule with both counts as text in English.</summary>
    /// <returns>Text for display, such as <c>at most 2 in 30 days: 3 of 120 invitations, 2 of 80 customers</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Rule}: {Invitations} invitations, {Customers} customers");
}
