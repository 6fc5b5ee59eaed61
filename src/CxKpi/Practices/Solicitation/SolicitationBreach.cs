using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Practices;

/// <summary>An invitation that should not have been sent.</summary>
/// <typeparam name="TCustomer">The type of the key that identifies a customer.</typeparam>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SolicitationBreach<TCustomer>
    where TCustomer : notnull
{
    internal SolicitationBreach(Invitation<TCustomer> invitation, SolicitationRule rule, int count)
    {
        Invitation = invitation;
        Rule = rule;
        Count = count;
    }

    /// <summary>The invitation that broke the rule.</summary>
    public Invitation<TCustomer> Invitation { get; }

    /// <summary>The key of the customer.</summary>
    public TCustomer Customer => Invitation.Customer;

    /// <summary>When it was sent.</summary>
    [JsonConverter(typeof(InstantJsonConverter))]
    public Instant At => Invitation.At;

    /// <summary>The rule that it broke.</summary>
    public SolicitationRule Rule { get; }

    /// <summary>The number of invitations in the rule's window that ends with this one, itself included.</summary>
    public int Count { get; }

    /// <summary>The invitation and the rule as text in English.</summary>
    /// <returns>Text for display, such as <c>c1 2025-03-05T00:00:00Z delivery: 3, at most 2 in 30 days</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Invitation}: {Count}, {Rule}");
}
