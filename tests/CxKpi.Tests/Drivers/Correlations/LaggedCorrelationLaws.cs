using CxKpi.Practices;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Drivers;

public class LaggedCorrelationLaws
{
    private static Gen<(double[] X, double[] Y, int Most)> Series { get; } =
        from most in Gen.Choose(0, 8)
        from count in Gen.Choose(most + 5, 60)
        from x in Generators.Real(-5, 5).ArrayOf(count)
        from y in Generators.Real(-5, 5).ArrayOf(count)
        select (x, y, most);

    [Property]
    public Property LeadingByALagIsFollowingByItsOpposite() => Law.ForAll(Series, given => Assert.All(
        LaggedCorrelation.Of(given.X, given.Y, given.Most).Lags.Zip(LaggedCorrelation.Of(given.Y, given.X, given.Most).Lags.Reverse()),
        pair =>
        {
            Assert.Equal(pair.First.LeadsBy, -pair.Second.LeadsBy);
            Assert.Equal(pair.First.Plain, pair.Second.Plain, 1e-12);
        }));

    [Property]
    public Property EveryLagIsTheSumOfItsProducts() => Law.ForAll(Series, given =>
    {
        (double meanX, double meanY) = (given.X.Average(), given.Y.Average());
        double size = Math.Sqrt(given.X.Sum(x => (x - meanX) * (x - meanX)) * given.Y.Sum(y => (y - meanY) * (y - meanY)));
        Assert.All(LaggedCorrelation.Of(given.X, given.Y, given.Most).Lags, lag =>
        {
            double sum = 0;
            for (int t = 0; t < given.X.Length; t++)
            {
                sum += t + lag.LeadsBy is var later && later >= 0 && later < given.Y.Length ? (given.X[t] - meanX) * (given.Y[later] - meanY) : 0;
            }

            Assert.Equal(sum / size, lag.Plain, 1e-10);
        });
    });

    [Property]
    public Property AdjustedPValuesAreNoSmallerAndEffectivePeriodsNoMore() => Law.ForAll(Series, given =>
    {
        LaggedCorrelation found = LaggedCorrelation.Of(given.X, given.Y, given.Most);
        Assert.All(found.Lags, lag => Assert.True(lag.AdjustedPValue >= lag.PValue));
        Assert.InRange(found.EffectiveN, 0, found.Count);
    });

    [Property]
    public Property LimitsExcludeZeroExactlyWhenPIsSmall() => Law.ForAll(Series, given => Assert.All(
        LaggedCorrelation.Of(given.X, given.Y, given.Most, 0.9).Lags,
        lag => Assert.Equal(lag.PValue < 1 - 0.9, lag.Lower > 0 || lag.Upper < 0)));
}
