using System.Globalization;

namespace CxKpi;

/// <summary>Evidence gathered under different rules - scales, cuts, currencies, period lengths - neither adds up nor compares.</summary>
internal static class SharedRule
{
    /// <summary>The rule that two records share; a record that is <c>default</c> has none of its own and takes the other's.</summary>
    internal static TRule Of<TKpi, TRule>(TKpi mine, TRule myRule, TKpi other, TRule otherRule, string rule)
        where TKpi : struct, IEquatable<TKpi>
    {
        if (EqualityComparer<TRule>.Default.Equals(myRule, otherRule) || other.Equals(default))
        {
            return myRule;
        }

        return mine.Equals(default)
            ? otherRule
            : throw new ArgumentException($"{typeof(TKpi).Name} records with another {rule} neither combine nor compare: {Describe(myRule)} and {Describe(otherRule)}", nameof(other));
    }

    private static string Describe<TRule>(TRule rule) => Convert.ToString(rule, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "not stated";
}
