using CxKpi.Practices;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Drivers;

public class CorrelationLaws
{
    private static readonly CorrelationLimits[] OfSpearman = [CorrelationLimits.BonettWright, CorrelationLimits.Fieller, CorrelationLimits.FisherZ];

    /// <summary>Answers with many ties, or figures with none.</summary>
    private static Gen<(double X, double Y)[]> Pairs { get; } =
        from most in Gen.Elements(2, 5, 11, 1000)
        from count in Gen.Choose(2, 40)
        from pairs in Gen.Choose(0, most).Select(x => x * 0.25).Two().ArrayOf(count)
        select pairs.Select(pair => (pair.Item1, pair.Item2)).ToArray();

    [Property]
    public Property KendallIsTheCountOfAllPairs() => Law.ForAll(Pairs, pairs =>
    {
        long score = 0, freeX = 0, freeY = 0;
        for (int i = 0; i < pairs.Length; i++)
        {
            for (int j = i + 1; j < pairs.Length; j++)
            {
                int x = Math.Sign(pairs[j].X - pairs[i].X), y = Math.Sign(pairs[j].Y - pairs[i].Y);
                score += x * y;
                freeX += Math.Abs(x);
                freeY += Math.Abs(y);
            }
        }

        double? tau = All(pairs)[2].Value;
        Assert.Equal(freeX * freeY == 0, tau is null);
        Assert.Equal(score / Math.Sqrt((double)freeX * freeY), tau ?? double.NaN, 1e-12);
    });

    /// <summary>The delta method of the multinomial distribution, by differences instead of formulas.</summary>
    [Property(MaxTest = 60 * Law.Rounds)]
    public Property TheErrorOfKendallIsThatOfItsDerivatives() => Law.ForAll(Pairs, pairs =>
    {
        double[] shares = [.. Enumerable.Repeat(1.0 / pairs.Length, pairs.Length)];
        double[] slopes = [.. shares.Select((share, i) => (Tau(pairs, Moved(shares, i, 1e-5)) - Tau(pairs, Moved(shares, i, -1e-5))) / 2e-5)];
        double mean = slopes.Average(), variance = slopes.Average(slope => (slope - mean) * (slope - mean)) / pairs.Length;
        Correlation found = Correlation.Kendall(Xs(pairs), Ys(pairs), limits: CorrelationLimits.AsymptoticError);
        if (found is { Lower: > -1 and { } lower, Upper: < 1 and { } upper })
        {
            Assert.Equal(2 * Math.Sqrt(variance) * NormalDistribution.CriticalValue(0.95), upper - lower, 1e-6);
        }
    });

    [Property]
    public Property TheOrderOfTheRowsChangesNothing() => Law.ForAll(Pairs, pairs =>
        Same(All(pairs), All([.. pairs.OrderByDescending(pair => pair.Y * 7 % 3).ThenBy(pair => -pair.X)])));

    [Property]
    public Property SwappingTheFiguresChangesNothing() => Law.ForAll(Pairs, pairs =>
        Same(All(pairs), All([.. pairs.Select(pair => (pair.Y, pair.X))])));

    [Property]
    public Property TurningOneFigureRoundTurnsTheCorrelationRound() => Law.ForAll(Pairs, pairs =>
        Same(All(pairs), [.. All([.. pairs.Select(pair => (pair.X, -pair.Y))]).Select(other => other with { Value = -other.Value })]));

    [Property]
    public Property RanksCareForOrderAlone() => Law.ForAll(Pairs, pairs =>
        Same([.. All(pairs).Skip(1)], [.. All([.. pairs.Select(pair => (Math.Exp(pair.X / 50), Math.Pow(pair.Y, 3)))]).Skip(1)]));

    [Property]
    public Property LimitsContainTheCorrelationWithinItsRange() => Law.ForAll(Pairs, pairs => Assert.All(Intervals(pairs), found =>
    {
        Assert.InRange(found.Value ?? 0, -1, 1);
        Assert.True(found.Lower is null || (found.Lower >= -1 && found.Lower <= found.Value && found.Value <= found.Upper && found.Upper <= 1));
    }));

    [Property]
    public Property LimitsExcludeZeroExactlyWhenPIsSmall() => Law.ForAll(Pairs, pairs => Assert.All(Intervals(pairs), found =>
    {
        if (found.Lower is not null)
        {
            Assert.Equal(found.PValue < 1 - found.Confidence, found.Lower > 0 || found.Upper < 0);
        }
        else
        {
            Assert.False(found.PValue < 1 - found.Confidence);
        }
    }));

    [Property]
    public Property HigherConfidenceHasWiderLimits() => Law.ForAll(Pairs, pairs =>
    {
        Correlation narrow = Correlation.Spearman(Xs(pairs), Ys(pairs), 0.8), wide = Correlation.Spearman(Xs(pairs), Ys(pairs), 0.99);
        Assert.True(wide.Lower is null || (wide.Lower <= narrow.Lower && narrow.Upper <= wide.Upper));
    });

    private static double[] Moved(double[] shares, int index, double by) => [.. shares.Select((share, i) => i == index ? share + by : share)];

    private static double Tau((double X, double Y)[] pairs, double[] shares)
    {
        double score = 0, freeX = 0, freeY = 0;
        for (int i = 0; i < pairs.Length; i++)
        {
            for (int j = 0; j < pairs.Length; j++)
            {
                double weight = shares[i] * shares[j];
                int x = Math.Sign(pairs[j].X - pairs[i].X), y = Math.Sign(pairs[j].Y - pairs[i].Y);
                score += weight * x * y;
                freeX += weight * Math.Abs(x);
                freeY += weight * Math.Abs(y);
            }
        }

        return score / Math.Sqrt(freeX * freeY);
    }

    private static Correlation[] All((double X, double Y)[] pairs) =>
        [Correlation.Pearson(Xs(pairs), Ys(pairs)), Correlation.Spearman(Xs(pairs), Ys(pairs)), Correlation.Kendall(Xs(pairs), Ys(pairs))];

    private static IEnumerable<Correlation> Intervals((double X, double Y)[] pairs) =>
    [
        .. All(pairs),
        .. OfSpearman.Select(limits => Correlation.Spearman(Xs(pairs), Ys(pairs), limits: limits)),
        Correlation.Kendall(Xs(pairs), Ys(pairs), limits: CorrelationLimits.AsymptoticError),
    ];

    private static void Same(Correlation[] some, Correlation[] others) => Assert.All(some.Zip(others), pair =>
    {
        Assert.Equal(pair.First.Value ?? 9, pair.Second.Value ?? 9, 1e-12);
        Assert.Equal(pair.First.PValue ?? 9, pair.Second.PValue ?? 9, 1e-9);
        Assert.Equal((pair.First.N, pair.First.Flags), (pair.Second.N, pair.Second.Flags));
    });

    private static double[] Xs((double X, double Y)[] pairs) => [.. pairs.Select(pair => pair.X)];

    private static double[] Ys((double X, double Y)[] pairs) => [.. pairs.Select(pair => pair.Y)];
}
