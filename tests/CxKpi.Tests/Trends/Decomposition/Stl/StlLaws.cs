using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Trends;

public class StlLaws
{
    private static readonly StlOptions[] Options =
    [
        StlOptions.Default, StlOptions.Periodic, StlOptions.Robust, StlOptions.Periodic with { RobustIterations = 4 },
        StlOptions.RCompatible(7), StlOptions.RCompatible(null), StlOptions.RCompatibleRobust(13), StlOptions.RCompatibleRobust(null),
        StlOptions.StatsmodelsCompatible(), StlOptions.StatsmodelsCompatibleRobust(15),
        new() { SeasonalSpan = 35, SeasonalDegree = 1, SeasonalJump = 7, TrendSpan = 61, TrendJump = 9, LowPassJump = 6 },
    ];

    // Of the range of the figures. Under given weights, two orders of summation differ by less than 1e-11 of it.
    private const double Near = 1e-9;

    // A bisquare weight (1 − u²)² of u = remainder / scale falls by at most 1.54 a unit of u.
    // Where remainders differ by d, the scale, six of their medians, differs by at most 6 d, and u by at most 7 d / scale.
    private const double WeightSlope = 1.54 * 7;

    private sealed record Case(double[] Values, int Period, StlOptions How)
    {
        public double Size => Math.Max(1e-300, Values.Where(x => !double.IsNaN(x)).Max() - Values.Where(x => !double.IsNaN(x)).Min());

        public double Tolerance => Size * Near;
    }

    /// <summary>Two to twelve cycles with a season, a slope, noise and now and then an outlier.</summary>
    /// <remarks>In steps of 1/1024, so that moving and scaling them by powers of two rounds nothing.</remarks>
    private static Gen<Case> Some =>
        from period in Gen.Elements(2, 3, 4, 5, 7, 12, 13, 24)
        from cycles in Gen.Choose(2, 12)
        from rest in Gen.Choose(0, period - 1)
        from noise in Gen.Choose(-1000, 1000).ArrayOf(period * cycles + rest)
        from slope in Gen.Choose(-20, 20)
        from how in Gen.Elements(Options)
        let figures = noise.Select((x, i) => 50 + 10 * Math.Sin(2 * Math.PI * i / period) + slope * i / 100.0 + x / 400.0 + (Math.Abs(x) > 985 ? x / 50 : 0))
        select new Case([.. figures.Select(x => Math.Round(1024 * x) / 1024)], period, how);

    private static Gen<Case> Plain => Some.Where(x => x.How.RobustIterations == 0);

    /// <summary>With about one figure in ten missing, few enough to be decomposed.</summary>
    private static Gen<Case> Gapped =>
        from whole in Some.Where(x => !x.How.OriginalSafeguards)
        from gaps in Gen.Choose(0, 9).ArrayOf(whole.Values.Length)
        let values = whole.Values.Select((x, i) => gaps[i] == 0 ? double.NaN : x).ToArray()
        where values.Any(double.IsNaN) && StlGaps.SparsePlace(values, [], whole.Period) is null
        where 2 * StlGaps.Longest(values, []).Length < StlPlan.For(values.Length, whole.Period, whole.How).Trend
        select whole with { Values = values };

    private static StlDecomposition Of(Case x) => Stl.Decompose(x.Values, x.Period, x.How);

    private static bool Agree(IEnumerable<double> a, IEnumerable<double> b, double tolerance) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max() <= tolerance;

    [Property]
    public Property EveryRoundOfTheLineByLineLoopGivesTheSame() => Law.ForAll(Some, AgreesRoundByRound);

    [Property]
    public Property EveryRoundOfTheLineByLineLoopGivesTheSameWithGaps() => Law.ForAll(Gapped, AgreesRoundByRound);

    [Property]
    public Property ComponentsAddUpToTheSeries() => Law.ForAll(Some, x =>
    {
        StlDecomposition parts = Of(x);
        return Agree(x.Values, parts.Seasonal.Select((s, i) => s + parts.Trend[i] + parts.Remainder[i]), 1e-12 * (100 + x.Size));
    });

    [Property]
    public Property AMissingFigureEqualsOneOfNoWeight() => Law.ForAll(Gapped, x =>
    {
        double[] filled = [.. x.Values.Select(y => double.IsNaN(y) ? 1e6 : y)];
        double[] weights = [.. x.Values.Select(y => double.IsNaN(y) ? 0.0 : 1.0)];
        StlDecomposition gapped = Of(x), weighted = Stl.Decompose(filled, x.Period, x.How, weights);
        return gapped.Seasonal.SequenceEqual(weighted.Seasonal) && gapped.Trend.SequenceEqual(weighted.Trend);
    });

    [Property]
    public Property ALevelMovesTheTrendAlone() => Law.ForAll(Some, x =>
    {
        StlDecomposition parts = Of(x), moved = Of(x with { Values = [.. x.Values.Select(y => y + 1024)] });
        return parts.Seasonal.SequenceEqual(moved.Seasonal) && Agree(parts.Trend, moved.Trend.Select(t => t - 1024), 1e-12 * (1024 + x.Size));
    });

    [Property]
    public Property AFactorScalesEverything() => Law.ForAll(Some, x =>
    {
        StlDecomposition parts = Of(x), scaled = Of(x with { Values = [.. x.Values.Select(y => y * 1024)] });
        return parts.Seasonal.Select(s => s * 1024).SequenceEqual(scaled.Seasonal) && parts.Trend.Select(t => t * 1024).SequenceEqual(scaled.Trend);
    });

    [Property]
    public Property WithoutRobustnessTheSumOfTwoSeriesHasTheSumOfTheirComponents() => Law.ForAll(Plain, x =>
    {
        double[] other = [.. x.Values.Reverse()];
        StlDecomposition a = Of(x), b = Of(x with { Values = other }), both = Of(x with { Values = [.. x.Values.Zip(other, (u, v) => u - v)] });
        return Agree(both.Seasonal, a.Seasonal.Zip(b.Seasonal, (u, v) => u - v), x.Tolerance)
            && Agree(both.Trend, a.Trend.Zip(b.Trend, (u, v) => u - v), x.Tolerance);
    });

    [Property]
    public Property ThePlainDecompositionOfAPeriodicSeriesLeavesNothing() => Law.ForAll(Plain.Where(x => x.How.SeasonalDegree == 0), x =>
    {
        double[] season = [.. Enumerable.Range(0, x.Period).Select(i => x.Values[i])];
        StlDecomposition parts = Of(x with { Values = [.. x.Values.Select((_, i) => season[i % x.Period])] });
        return parts.Remainder.All(r => Math.Abs(r) <= 1e-6 * x.Size);
    });

    [Property]
    public Property TheSameInputGivesTheSameBits() => Law.ForAll(Some, x =>
    {
        StlWorkspace workspace = new();
        double[] seasonal = new double[x.Values.Length], trend = new double[x.Values.Length];
        double[] longer = [.. x.Values, .. x.Values, .. x.Values];
        _ = Stl.Decompose(longer, x.Period, x.How, new double[longer.Length], new double[longer.Length], workspace);
        _ = Stl.Decompose(x.Values, x.Period, x.How, seasonal, trend, workspace);
        StlDecomposition parts = Of(x);
        return parts.Seasonal.SequenceEqual(seasonal) && parts.Trend.SequenceEqual(trend);
    });

    /// <summary>Whether each robust round of the decomposition is that of the line-by-line loop from where the round began.</summary>
    /// <remarks>
    /// From the outset to the end the two can part by any amount: a robust round is no contraction, so that fifteen of them can blow up a rounding,
    /// and a window whose last weight is just above 0 for the one and 0 for the other is fitted from elsewhere.
    /// Begun anew in every round, they differ by the roundings of that round alone.
    /// </remarks>
    private static bool AgreesRoundByRound(Case x)
    {
        StlPlan plan = StlPlan.For(x.Values.Length, x.Period, x.How);
        double[]? given = PlainStl.Given(x.Values), weights = given;
        double[] start = new double[x.Values.Length];
        StlDecomposition parts = After(0);
        for (int round = 0; ; round++)
        {
            (double[] seasonal, double[] trend) = PlainStl.Round(x.Values, start, weights, given, plan);
            double[] shown = plan.IsPeriodic ? PlainStl.Repeated(seasonal, x.Period) : seasonal;
            if (!Agree(parts.Seasonal, shown, x.Tolerance) || !Agree(parts.Trend, trend, x.Tolerance))
            {
                return false;
            }

            if (round == x.How.RobustIterations)
            {
                return true;
            }

            start = [.. parts.Trend];
            parts = After(round + 1);
            (double[] robustness, double scale) = PlainStl.Robustness(x.Values, seasonal, start, given);
            if (!Agree(parts.RobustnessWeights.Where(IsObserved), robustness.Where(IsObserved), WeightSlope * x.Tolerance / scale))
            {
                return false;
            }

            weights = PlainStl.Times([.. parts.RobustnessWeights], given);
        }

        StlDecomposition After(int rounds) => Stl.Decompose(x.Values, x.Period, x.How with { StopTolerance = 0, RobustIterations = rounds });
        bool IsObserved(double _, int i) => !double.IsNaN(x.Values[i]);
    }
}
