using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <summary>Checks arguments. The messages name the argument, the rule and the value, and all checks fail for NaN.</summary>
internal static class Guard
{
    internal static T NotNegative<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : INumber<T> =>
        value >= T.Zero ? value : throw Outside(name, "must not be negative", value);

    internal static Duration NotNegative(Duration value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= Duration.Zero ? value : throw Outside(name, "must not be negative", value);

    /// <summary>Checks one row among many; the message names the row's position, from 0, and what to do with it.</summary>
    internal static T NotNegativeAt<T>(T value, long position, string name, string part = "", string? advice = null)
        where T : INumber<T> =>
        value >= T.Zero ? value : throw OutsideAt(position, name, "must not be negative", value, part, advice);

    internal static T Positive<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : INumber<T> =>
        value > T.Zero ? value : throw Outside(name, "must be greater than zero", value);

    internal static T InRange<T>(T value, T lowest, T highest, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : INumber<T> =>
        value >= lowest && value <= highest
            ? value
            : throw Outside(name, string.Create(CultureInfo.InvariantCulture, $"must be between {lowest} and {highest}"), value);

    /// <summary>Checks a part of a whole: neither is negative, and the part is not larger than the whole.</summary>
    internal static T Part<T>(
        T part,
        T whole,
        [CallerArgumentExpression(nameof(part))] string partName = "",
        [CallerArgumentExpression(nameof(whole))] string wholeName = "")
        where T : INumber<T>
    {
        NotNegative(part, partName);
        NotNegative(whole, wholeName);
        return part <= whole
            ? part
            : throw Outside(partName, string.Create(CultureInfo.InvariantCulture, $"must not be larger than {wholeName} ({whole})"), part);
    }

    /// <summary>The sum of two counts of records that are combined; the message of an exception names which would be too large.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long Add(long mine, long other, [CallerArgumentExpression(nameof(mine))] string name = "")
    {
        long sum = unchecked(mine + other);
        return ((mine ^ sum) & (other ^ sum)) < 0 ? throw TooLarge(name, long.MaxValue) : sum;
    }

    /// <summary>The same for sums of amounts.</summary>
    internal static decimal Add(decimal mine, decimal other, [CallerArgumentExpression(nameof(mine))] string name = "")
    {
        try
        {
            return mine + other;
        }
        catch (OverflowException)
        {
            throw TooLarge(name, decimal.MaxValue);
        }
    }

    /// <summary>Adds counts up; the message of an exception names what would be too many.</summary>
    internal static long Sum(string counted, params ReadOnlySpan<long> counts)
    {
        Int128 sum = 0;
        foreach (long count in counts)
        {
            sum += count;
        }

        return sum <= long.MaxValue ? (long)sum : throw TooLarge($"the number of {counted}", long.MaxValue);
    }

    /// <summary>Creates the exception for a figure beyond what its type can hold.</summary>
    internal static OverflowException TooLarge<T>(string figure, T largest)
        where T : INumber<T> =>
        new(string.Create(CultureInfo.InvariantCulture, $"{figure} would exceed {largest}"));

    internal static decimal Whole(decimal value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        decimal.IsInteger(value) ? value : throw Outside(name, "must be a whole number", value);

    internal static double? Finite(double? value, string name) => value is { } known ? Finite(known, name) : null;

    internal static double? FiniteNotNegative(double? value, string name) => Finite(value, name) is { } known ? NotNegative(known, name) : null;

    internal static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw Outside(name, "must be a finite number", value);

    /// <summary>Checks one figure among many; the message names its position, from 0, and what to do with it.</summary>
    internal static double FiniteAt(double value, long position, string name, string? advice = null, string part = "") =>
        double.IsFinite(value) ? value : throw OutsideAt(position, name, "must hold finite numbers", value, part, advice);

    /// <summary>Checks a position in a list.</summary>
    internal static int Position(int index, int count, string list, [CallerArgumentExpression(nameof(index))] string name = "") =>
        index >= 0 && index < count ? index
        : count == 0 ? throw Outside(name, $"must be the position of an element, but the {list} is empty", index)
        : throw Outside(name, string.Create(CultureInfo.InvariantCulture, $"must be between 0 and {count - 1}"), index);

    internal static double Confidence(double confidence, [CallerArgumentExpression(nameof(confidence))] string name = "") =>
        confidence is > 0 and < 1 ? confidence : throw Outside(name, "must lie between 0 and 1, both excluded", confidence, Fraction(confidence));

    internal static void InOrder(double? lower, double? upper, string lowerName, string upperName)
    {
        if (lower > upper)
        {
            throw Outside(lowerName, string.Create(CultureInfo.InvariantCulture, $"must not be larger than {upperName} ({upper})"), lower);
        }
    }

    internal static double Probability(double probability, [CallerArgumentExpression(nameof(probability))] string name = "") =>
        probability is >= 0 and <= 1 ? probability : throw Outside(name, "must lie between 0 and 1", probability, Fraction(probability));

    internal static decimal Share(decimal share, [CallerArgumentExpression(nameof(share))] string name = "") =>
        share is >= 0 and <= 1 ? share : throw Outside(name, "must lie between 0 and 1", share, Fraction((double)share));

    internal static T Defined<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw Outside(name, $"must be a named value of {typeof(T).Name}", value);

    internal static T? Defined<T>(T? value, string name)
        where T : struct, Enum =>
        value is { } known ? Defined(known, name) : null;

    /// <summary>Checks flags of which several may be set.</summary>
    internal static T Flags<T>(T flags, [CallerArgumentExpression(nameof(flags))] string name = "")
        where T : struct, Enum =>
        char.IsLetter(flags.ToString()[0]) ? flags : throw Outside(name, $"must be named values of {typeof(T).Name}", flags);

    internal static T NotNull<T>([NotNull] T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class =>
        value ?? throw new ArgumentNullException(name);

    internal static string NotBlank([NotNull] string? text, [CallerArgumentExpression(nameof(text))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(text, name);
        return string.IsNullOrWhiteSpace(text) ? throw new ArgumentException($"{name} must not be blank", name) : text;
    }

    /// <summary>Checks that a currency is an ISO 4217 code or <see langword="null"/>.</summary>
    internal static string? Currency(string? currency, [CallerArgumentExpression(nameof(currency))] string name = "") =>
        currency is null || (currency.Length == 3 && currency.All(char.IsAsciiLetterUpper))
            ? currency
            : throw new ArgumentException($"{name} must be a code of three capital letters such as EUR, but is {currency}", name);

    internal static void SameLength(int first, int second, string firstName, string secondName)
    {
        if (first != second)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{firstName} and {secondName} must have the same length, but have {first} and {second}"),
                secondName);
        }
    }

    /// <summary>Creates the exception for one row among many; its message names the rule and the row's position, from 0, where that is known.</summary>
    internal static ArgumentOutOfRangeException OutsideAt(
        long? position, string name, string rule, object? value, string part = "", string? advice = null) =>
        Outside(name, rule + At(position, part), value, advice: advice);

    /// <summary>The words for the position of one row among many, from 0; none where it is not known.</summary>
    internal static string At(long? position, string part = "") =>
        position is null ? "" : string.Create(CultureInfo.InvariantCulture, $" (at position {position}{part})");

    /// <summary>Creates the exception for a value outside its range.</summary>
    /// <remarks>The exception's own value is left out, because the framework would say it a second time in the message.</remarks>
    internal static ArgumentOutOfRangeException Outside(string name, string rule, object? value, double? meant = null, string? advice = null) => new(
        name,
        string.Create(CultureInfo.InvariantCulture, $"{name} {rule}; got {Shown(value)}{Hint(meant)}{(advice is null ? "" : $": {advice}")}"));

    // The number of a value without a name, whose sign would follow the thread's culture, and a date as everywhere else.
    private static object Shown(object? value) => value switch
    {
        null => "null",
        LocalDate day => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        Enum number when !Enum.IsDefined(number.GetType(), number) => Convert.ToInt64(number, CultureInfo.InvariantCulture),
        _ => value,
    };

    private static string Hint(double? meant) => meant is { } likely ? string.Create(CultureInfo.InvariantCulture, $": did you mean {likely:G6}?") : "";

    /// <summary>The fraction that a number above 1 was likely meant as, in percent; <see langword="null"/> when it was not.</summary>
    internal static double? Fraction(double percent) => percent is > 1 and <= 100 ? percent / 100 : null;
}
