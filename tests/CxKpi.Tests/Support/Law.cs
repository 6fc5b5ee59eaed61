using CxKpi.Tests;
using FsCheck;
using FsCheck.Fluent;

[assembly: Properties(MaxTest = Law.Cases, Arbitrary = [typeof(Arbitraries)])]

namespace CxKpi.Tests;

/// <summary>Laws over generators. A law that fails shows the whole of what was generated, and the seed that replays it.</summary>
internal static class Law
{
    /// <summary>How many cases a law is checked on, unless it says otherwise.</summary>
    public const int Cases = 200 * Rounds;

    /// <summary>How many times as many cases every law is checked on as in an ordinary run: <c>tests/laws</c> asks for more.</summary>
#if THOROUGH
    public const int Rounds = 50;
#else
    public const int Rounds = 1;
#endif

    /// <summary>A law that is true or false of each case.</summary>
    /// <param name="cases">Generates the cases.</param>
    /// <param name="law">What must be true of each.</param>
    /// <returns>What a method marked <see cref="PropertyAttribute"/> returns.</returns>
    public static Property ForAll<T>(Gen<T> cases, Func<T, bool> law) => Prop.ForAll(Whole(cases), x => law(x.Value));

    /// <summary>A law whose assertions must pass for each case.</summary>
    /// <inheritdoc cref="ForAll{T}(Gen{T}, Func{T, bool})"/>
    public static Property ForAll<T>(Gen<T> cases, Action<T> law) => Prop.ForAll(Whole(cases), x => law(x.Value));

    /// <summary>Whether two figures agree to so much of the larger of them, or of 1.</summary>
    public static bool IsClose(double one, double other, double tolerance) =>
        Math.Abs(one - other) <= tolerance * Math.Max(1, Math.Max(Math.Abs(one), Math.Abs(other)));

    private static Arbitrary<Shown<T>> Whole<T>(Gen<T> cases) => cases.Select(x => new Shown<T>(x)).ToArbitrary();
}
