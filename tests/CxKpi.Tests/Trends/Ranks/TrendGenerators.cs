using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Trends;

/// <summary>Generators that the laws of rank tests share.</summary>
internal static class TrendGenerators
{
    /// <summary>Up to 60 figures: whole numbers with heavy ties, decimals, a large level, a straight line; some with holes.</summary>
    public static Gen<double[]> Figures => FiguresUpTo(60);

    public static Gen<double[]> FiguresUpTo(int longest) =>
        from length in Gen.Choose(0, longest)
        from kind in Gen.Elements(Ties, Whole, Decimals, HighLevel, Line)
        from holes in Gen.Elements(0, 0, 10, 40)
        from figures in Gen.Choose(0, int.MaxValue).Select(kind).ArrayOf(length)
        from gaps in Gen.Choose(0, 99).ArrayOf(length)
        select figures.Select((figure, i) => gaps[i] < holes ? double.NaN : kind == Line ? figure + i / 3.0 : figure).ToArray();

    private static readonly Func<int, double> Ties = x => x % 4;
    private static readonly Func<int, double> Whole = x => x % 2001 - 1000;
    private static readonly Func<int, double> Decimals = x => x % 997 / 10.0;
    private static readonly Func<int, double> HighLevel = x => 1e9 + x % 1013 / 100.0;
    private static readonly Func<int, double> Line = x => x % 2;
}
