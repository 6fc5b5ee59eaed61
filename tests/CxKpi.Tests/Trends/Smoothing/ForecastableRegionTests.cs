using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Trends;

public class ForecastableRegionTests
{
    [Theory]
    [InlineData(0.5, 0.1, 0.2, 1.0, true)]
    [InlineData(0.9, 0.9, 0.1, 1.0, false)]
    [InlineData(0.3, 0.3, 0.7, 1.0, false)]
    [InlineData(0.1, 0.01, 0.1, 0.9, true)]
    public void Holds_SeasonalTrend_IsWhatTheRootsSay(double alpha, double beta, double gamma, double phi, bool expected)
    {
        Assert.Equal(expected, ForecastableRegion.Holds(new(alpha, beta, gamma, phi), 12));
        Assert.Equal(expected, Radius(alpha, beta, gamma, phi, 12) < 1);
    }

    /// <summary>The rate at which a disturbance of the start grows when all figures equal their predictions' errors: by running the recursion.</summary>
    internal static double Radius(double alpha, double beta, double gamma, double phi, int cycle)
    {
        double level = 1, slope = 0.3;
        double[] seasons = [.. Enumerable.Range(0, cycle).Select(i => i % 2 == 0 ? 0.7 : -0.4 * i)];
        double middle = seasons.Average();
        seasons = [.. seasons.Select(x => x - middle)];
        const int Steps = 3000;
        double logs = 0;
        for (int t = 0; t < Steps; t++)
        {
            double error = -(level + phi * slope + seasons[t % cycle]);
            level = level + phi * slope + alpha * error;
            slope = phi * slope + beta * error;
            seasons[t % cycle] += gamma * error;

            // The mean of the seasons moves into the level, which it cannot be told from.
            double mean = seasons.Average();
            level += mean;
            seasons = [.. seasons.Select(x => x - mean)];
            double size = Math.Abs(level) + Math.Abs(slope) + seasons.Sum(Math.Abs);
            logs += Math.Log(size);
            (level, slope) = (level / size, slope / size);
            seasons = [.. seasons.Select(x => x / size)];
        }

        return Math.Exp(logs / Steps);
    }
}

public class ForecastableRegionLaws
{
    [Property]
    public Property ItIsWhereTheStartFadesOutOfTheForecasts() => Law.ForAll(
        Gen.Choose(1, 999).Select(x => x / 1000.0).ArrayOf(4),
        x =>
        {
            (double alpha, double beta, double gamma, double phi) = (x[0], x[0] * x[1], (1 - x[0]) * x[2], 0.8 + 0.2 * x[3]);
            double radius = ForecastableRegionTests.Radius(alpha, beta, gamma, phi, 4);
            return Math.Abs(radius - 1) < 0.01 || ForecastableRegion.Holds(new(alpha, beta, gamma, phi), 4) == radius < 1;
        });
}
