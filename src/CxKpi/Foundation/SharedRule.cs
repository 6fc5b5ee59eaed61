using System.Globalization;
using System.Runtime.CompilerServices;

namespace CxKpi;

/// <summary>
/// Finds the rule that two KPI records share. Evidence gathered under different rules (scales, cuts, currencies, period lengths) neither adds up nor compares.
/// </summary>
public static class SharedRule
{
    /// <summary>Returns the rule that two records share; a record that is <c>default</c> has no rule of its own and takes the other's.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TRule">The type of the rule, such as a <see cref="CalendarUnit"/>, a scale or the code of a currency.</typeparam>
    /// <param name="mine">The first record.</param>
    /// <param name="myRule">The rule of the first record.</param>
    /// <param name="other">The other record.</param>
    /// <param name="otherRule">The rule of the other record.</param>
    /// <param name="rule">The name of the rule in the message, such as <c>period length</c>.</param>
    /// <param name="name">The name of the argument that an exception blames; by default what the call hands over as <paramref name="other"/>, which is
    /// <c>baseline</c> in a comparison.</param>
    /// <returns>The rule of both records.</returns>
    /// <exception cref="ArgumentException">Both records hold data, and their rules differ.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TRule Of<TKpi, TRule>(
        TKpi mine,
        TRule myRule,
        TKpi other,
        TRule otherRule,
        string rule,
        [CallerArgumentExpression(nameof(other))] string name = "")
        where TKpi : struct, IEquatable<TKpi> =>
        EqualityComparer<TRule>.Default.Equals(myRule, otherRule) ? myRule : OfOneWithData(mine, myRule, other, otherRule, rule, name);

    private static TRule OfOneWithData<TKpi, TRule>(in TKpi mine, TRule myRule, in TKpi other, TRule otherRule, string rule, string name)
        where TKpi : struct, IEquatable<TKpi>
    {
        if (other.Equals(default))
        {
            return myRule;
        }

        return mine.Equals(default)
            ? otherRule
            : throw new ArgumentException(
                $"{typeof(TKpi).Name} records with another {rule} neither combine nor compare: {Describe(myRule)} and {Describe(otherRule)}",
                Guard.NotBlank(name));
    }

    private static string Describe<TRule>(TRule rule) => Convert.ToString(rule, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "not stated";
}
