namespace CxKpi.Practices;

/// <summary>Audits a contact log.</summary>
public static class SolicitationAudit
{
    // What is broken is kept as one bit a rule.
    private const int MostRules = 64;

    /// <summary>Finds which invitations of a log broke which rule.</summary>
    /// <typeparam name="TCustomer">The type of the key that identifies a customer.</typeparam>
    /// <param name="log">The invitations and reminders of all surveys and channels, in any order.</param>
    /// <param name="rules">The rules, 1 to 64.</param>
    /// <returns>The audit.</returns>
    /// <exception cref="ArgumentNullException">The log, the rules or a rule is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A row has no customer, or there is no rule, more than 64, or one twice.</exception>
    public static SolicitationAudit<TCustomer> Of<TCustomer>(IEnumerable<Invitation<TCustomer>> log, params IReadOnlyList<SolicitationRule> rules)
        where TCustomer : notnull
    {
        Guard.NotNull(log);
        if (Guard.NotNull(rules).Count is 0 or > MostRules)
        {
            throw new ArgumentException(FormattableString.Invariant($"{nameof(rules)} must be 1 to {MostRules}, but are {rules.Count}"), nameof(rules));
        }

        SolicitationRule[] stated = [.. rules.Select(rule => Guard.NotNull(rule, nameof(rules)))];
        return stated.GroupBy(rule => rule).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new ArgumentException($"{nameof(rules)} must differ, but {twice.Key} is stated twice", nameof(rules))
            : SolicitationAudit<TCustomer>.Empty(stated).Audited(log, nameof(log));
    }
}
