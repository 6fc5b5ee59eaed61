using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Trends;

public class MannKendallTestLaws
{
    private const int Listed = 40;

    [Property]
    public Property TheScoreEqualsThatOfEveryPair() => Law.ForAll(
        TrendGenerators.Figures,
        figures => MannKendallTest.FromValues(figures).S == BruteForceSlopes.Score(figures));

    [Property]
    public Property TheSlopeAndItsLimitsEqualThoseOfTheSortedList() => Law.ForAll(
        from figures in TrendGenerators.Figures
        from confidence in Some.Confidence
        select (figures, confidence),
        x =>
        {
            MannKendallTest test = MannKendallTest.FromValues(x.figures, x.confidence);
            double[] sorted = BruteForceSlopes.Sorted(x.figures);
            double reach = NormalDistribution.CriticalValue(x.confidence) * Math.Sqrt(test.Variance);
            return sorted.Length == 0
                ? test.Slope is null
                : test.Slope == BruteForceSlopes.Median(sorted)
                    && test.SlopeLower == Interpolated(sorted, (sorted.Length - reach) / 2)
                    && test.SlopeUpper == Interpolated(sorted, (sorted.Length + reach) / 2 + 1);
        });

    [Property]
    public Property EverySlopeFoundByNarrowingEqualsTheListedOne() => Law.ForAll(
        from figures in TrendGenerators.FiguresUpTo(500)
        from share in Gen.Choose(0, 1000)
        select (figures, share),
        x =>
        {
            double[] sorted = BruteForceSlopes.Sorted(x.figures);
            if (sorted.Length == 0)
            {
                return true;
            }

            (double[] steps, double[] figures) = Present(x.figures);
            PairwiseSlopes slopes = new(steps, figures, [figures.Length], listedUpTo: Listed);
            int rank = 1 + (int)((sorted.Length - 1L) * x.share / 1000);
            return Agrees(slopes.At(rank)!.Value, sorted, rank) && (sorted.Length % 2 == 0 || Agrees(slopes.Median!.Value, sorted, (sorted.Length + 1) / 2));
        });

    [Property]
    public Property SectionsAddTheirOwnPairsOnly() => Law.ForAll(
        from first in TrendGenerators.FiguresUpTo(80)
        from second in TrendGenerators.FiguresUpTo(80)
        from share in Gen.Choose(0, 1000)
        select (first, second, share),
        x =>
        {
            double[] sorted = [.. BruteForceSlopes.Sorted(x.first).Concat(BruteForceSlopes.Sorted(x.second)).Order()];
            if (sorted.Length == 0)
            {
                return true;
            }

            (double[] Steps, double[] Figures) first = Present(x.first), second = Present(x.second);
            PairwiseSlopes slopes = new(
                [.. first.Steps, .. second.Steps],
                [.. first.Figures, .. second.Figures],
                [first.Figures.Length, first.Figures.Length + second.Figures.Length],
                listedUpTo: Listed);
            int rank = 1 + (int)((sorted.Length - 1L) * x.share / 1000);
            return slopes.Count == sorted.Length && Agrees(slopes.At(rank)!.Value, sorted, rank);
        });

    [Property]
    public Property TimeReversedNegatesScoreAndSlope() => Law.ForAll(
        TrendGenerators.Figures,
        figures =>
        {
            MannKendallTest test = MannKendallTest.FromValues(figures), reversed = MannKendallTest.FromValues([.. figures.Reverse()]);
            return reversed.S == -test.S
                && reversed.Slope == -test.Slope
                && reversed.Z == -test.Z
                && reversed.PValue == test.PValue
                && reversed.Variance == test.Variance;
        });

    [Property]
    public Property ARisingTransformLeavesTheTest() => Law.ForAll(
        TrendGenerators.Figures,
        figures =>
        {
            MannKendallTest test = MannKendallTest.FromValues(figures);
            MannKendallTest transformed = MannKendallTest.FromValues([.. figures.Select(x => double.IsNaN(x)
                ? x
                : Math.Pow(figures.Count(other => other < x), 3))]);
            return transformed.S == test.S && transformed.PValue == test.PValue && transformed.TauB == test.TauB;
        });

    [Property]
    public Property AChangeOfUnitScalesTheSlope() => Law.ForAll(
        TrendGenerators.Figures,
        figures =>
        {
            MannKendallTest test = MannKendallTest.FromValues(figures), scaled = MannKendallTest.FromValues([.. figures.Select(x => 4 * x)]);
            return scaled.S == test.S && scaled.Slope == 4 * test.Slope && scaled.SlopeLower == 4 * test.SlopeLower && scaled.Intercept == 4 * test.Intercept;
        });

    [Property]
    public Property MissingEndsShiftNothingButTheIntercept() => Law.ForAll(
        TrendGenerators.Figures,
        figures =>
        {
            if (figures.Count(x => !double.IsNaN(x)) < 2)
            {
                return true;
            }

            MannKendallTest test = MannKendallTest.FromValues(figures), padded = MannKendallTest.FromValues([double.NaN, double.NaN, .. figures, double.NaN]);
            return padded.S == test.S
                && padded.PValue == test.PValue
                && padded.Slope == test.Slope
                && padded.SlopeLower == test.SlopeLower
                && !(Math.Abs(padded.Intercept!.Value - (test.Intercept!.Value - 2 * test.Slope!.Value))
                    > 1e-9 * (1 + Math.Abs(test.Intercept.Value) + Math.Abs(test.Slope.Value)));
        });

    [Property]
    public Property TheExactPValueCountsEveryOrder() => Law.ForAll(
        from length in Gen.Choose(2, 6)
        from figures in Gen.Choose(0, 4).Select(x => (double)x).ArrayOf(length)
        select figures,
        figures => Math.Abs(MannKendallTest.FromValues(figures).PValue!.Value - BruteForceSlopes.PermutationPValue([.. figures])) < 1e-15);

    [Property]
    public Property TheLimitsHoldTheSlopeAndWidenWithConfidence() => Law.ForAll(
        TrendGenerators.Figures,
        figures =>
        {
            MannKendallTest narrow = MannKendallTest.FromValues(figures, 0.5), wide = MannKendallTest.FromValues(figures, 0.95);
            return !(narrow.SlopeLower > narrow.Slope)
                && !(narrow.SlopeUpper < narrow.Slope)
                && !(wide.SlopeLower > narrow.SlopeLower)
                && !(wide.SlopeUpper < narrow.SlopeUpper);
        });

    // The last bits may be those of another slope only where more of them than can be listed agree in all other bits.
    private static bool Agrees(double found, double[] sorted, int rank)
    {
        double expected = sorted[rank - 1], rounding = 1e-13 * Math.Abs(expected);
        return found == expected || (Math.Abs(found - expected) <= rounding && sorted.Count(slope => Math.Abs(slope - expected) <= rounding) > Listed);
    }

    private static double? Interpolated(double[] sorted, double rank)
    {
        int below = (int)Math.Floor(rank);
        return rank < 1 || rank > sorted.Length ? null
            : rank == below ? sorted[below - 1]
            : sorted[below - 1] + (rank - below) * (sorted[below] - sorted[below - 1]);
    }

    private static (double[] Steps, double[] Figures) Present(double[] figures)
    {
        int[] kept = [.. Enumerable.Range(0, figures.Length).Where(i => !double.IsNaN(figures[i]))];
        return ([.. kept.Select(i => i + 1.0)], [.. kept.Select(i => figures[i])]);
    }
}
