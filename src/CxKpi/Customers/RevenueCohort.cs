namespace CxKpi;

/// <summary>Checks shared by the revenue KPIs, which follow a fixed cohort: the accounts with recurring revenue at the start.</summary>
internal static class RevenueCohort
{
    /// <summary>The revenue at the start and the end of each account that had some at the start; new and returning accounts are left out.</summary>
    internal static IEnumerable<(decimal Start, decimal End)> Of(IEnumerable<(decimal Start, decimal End)> accounts)
    {
        long position = 0;
        foreach ((decimal start, decimal end) in Guard.NotNull(accounts))
        {
            Check(start, end, position++);
            if (start > 0)
            {
                yield return (start, end);
            }
        }
    }

    /// <summary>Checks the revenue of one account among many.</summary>
    internal static void Check(decimal start, decimal end, long position, string name = "accounts")
    {
        const string Advice = "a credit or a refund is no recurring revenue: leave it out, or enter what the account pays";
        Guard.NotNegativeAt(start, position, name, ", revenue at the start", Advice);
        Guard.NotNegativeAt(end, position, name, ", revenue at the end", Advice);
    }

    /// <summary>What the cohort lost. Neither part may be negative, and together they may not be more than there was.</summary>
    internal static decimal Lost(decimal start, decimal churned, decimal contraction)
    {
        Guard.NotNegative(start);
        Guard.Part(churned, start);
        return churned + Guard.Part(contraction, start - churned, wholeName: "start - churned");
    }

    /// <summary>What the cohort gained. It may not be negative, and must be 0 without revenue at the start.</summary>
    internal static decimal Gained(decimal start, decimal expansion) =>
        Guard.NotNegative(expansion) > 0 && start == 0
            ? throw Guard.Outside(nameof(expansion), "must be 0 when there was no revenue at the start", expansion)
            : expansion;
}
