using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests;

/// <summary>Ranges that the numerical laws are checked over.</summary>
internal static class Generators
{
    /// <summary>Powers of ten with real exponents, so that every order of magnitude is as likely.</summary>
    public static Gen<double> Magnitude(double lowest, double highest) =>
        Real(Math.Log10(lowest), Math.Log10(highest)).Select(exponent => Math.Pow(10, exponent));

    public static Gen<double> Real(double lowest, double highest) =>
        Gen.Choose(0, 1_000_000_000).Select(step => lowest + (highest - lowest) * step / 1e9);

    /// <summary>Levels in the middle and in both tails.</summary>
    public static Gen<double> Level { get; } = Gen.OneOf(Real(0.001, 0.999), Magnitude(1e-12, 0.4), Magnitude(1e-12, 0.4).Select(q => 1 - q));
}
