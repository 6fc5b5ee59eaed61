using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Trends;

public class ExponentialSmoothingLaws
{
    private static Gen<SmoothingWeights> AnyWeights =>
        from alpha in SomeSeries.Weight
        from beta in SomeSeries.Weight
        from gamma in SomeSeries.Weight
        from phi in Gen.Choose(800, 980)
        from hasSlope in Gen.Elements(true, false)
        from damped in Gen.Elements(true, false)
        select new SmoothingWeights(alpha, hasSlope ? beta * alpha : null, gamma * (1 - alpha), hasSlope && damped ? phi / 1000.0 : null);

    private static Gen<(SomeSeries Series, SmoothingWeights Weights, SmoothingState Start)> Known =>
        from series in SomeSeries.Any
        from weights in AnyWeights
        from level in Gen.Choose(0, 100)
        from slope in Gen.Choose(-10, 10)
        from seasons in Gen.Choose(-20, 20).ArrayOf(series.Period)
        select (series, weights, new SmoothingState(level, weights.Beta is null ? 0 : slope, seasons.Select(s => (double)s)));

    /// <summary>A forecast is a linear function of the errors: one more of error j periods before the end moves it by c_j.</summary>
    [Property]
    public Property VarianceMultipliersAreSumsOfSquaredImpulses() => Law.ForAll(Known, x =>
    {
        const int Steps = 9;
        IReadOnlyList<double> multipliers = ExponentialSmoothing.WithKnown(x.Series.Values, x.Weights, x.Start).VarianceMultipliers(Steps);
        double sum = 1;
        for (int h = 1; h < Steps; h++)
        {
            // A path without errors, and the same with an error of 1 in its first period.
            double[] calm = [.. ExponentialSmoothing.WithKnown([x.Start.Level], x.Weights with { }, x.Start).Fitted];
            double[] first = [calm[0]], pushed = [calm[0] + 1];
            double effect = Ahead(pushed) - Ahead(first);
            sum += effect * effect;
            if (Math.Abs(sum - multipliers[h]) > 1e-9 * sum)
            {
                return false;
            }

            double Ahead(double[] values) => ExponentialSmoothing.WithKnown(values, x.Weights, x.Start).Forecast(h)[h - 1].Value;
        }

        return true;
    });

    [Property]
    public Property FittedAndResidualsAddUpToTheSeries() => Law.ForAll(Known, x =>
    {
        ExponentialSmoothing fit = ExponentialSmoothing.WithKnown(x.Series.Values, x.Weights, x.Start);
        return fit.Fitted.Zip(fit.Residuals, (a, b) => a + b).Zip(x.Series.Values, (a, b) => Math.Abs(a - b) <= 1e-9 * (1 + Math.Abs(b))).All(same => same);
    });

    [Property]
    public Property NoWeightsAndStartDoBetterThanTheBest() => Law.ForAll(Known, x =>
        ExponentialSmoothing.WithKnown(x.Series.Values, x.Weights, x.Start) is var known
        && (Lack(x.Series, known.Form)
            || ExponentialSmoothing.Fit(x.Series.Values, x.Series.Period, known.Form).SumOfSquares <= known.SumOfSquares * (1 + 1e-3)));

    [Property]
    public Property TheModelMovesAndScalesWithTheSeries() => Law.ForAll(SomeSeries.Any, x =>
    {
        ExponentialSmoothing plain = ExponentialSmoothing.Fit(x.Values, x.Period, ExponentialSmoothingForm.Level);
        ExponentialSmoothing moved = ExponentialSmoothing.Fit(x.Values.Select(y => 3 * y - 700).ToArray(), x.Period, ExponentialSmoothingForm.Level);
        return Math.Abs(9 * plain.SumOfSquares - moved.SumOfSquares) <= 1e-3 * moved.SumOfSquares;
    });

    [Property]
    public Property TheSameSeriesGivesTheSameBits() => Law.ForAll(SomeSeries.Any, x =>
        ExponentialSmoothing.Fit(x.Values, x.Period, ExponentialSmoothingForm.DampedTrend)
            .Forecast(5)
            .SequenceEqual(ExponentialSmoothing.Fit(x.Values, x.Period, ExponentialSmoothingForm.DampedTrend).Forecast(5)));

    [Property]
    public Property CriteriaDifferByTheirPenalties() => Law.ForAll(Known, x =>
    {
        ExponentialSmoothing fit = ExponentialSmoothing.WithKnown(x.Series.Values, x.Weights, x.Start);
        return Math.Abs(fit.Bic - fit.Aic - (Math.Log(fit.Count) - 2)) < 1e-6 && fit.Aicc > fit.Aic;
    });

    private static bool Lack(SomeSeries series, ExponentialSmoothingForm form) =>
        series.Values.Length < series.Period + (form == ExponentialSmoothingForm.Seasonal ? 4 : form == ExponentialSmoothingForm.SeasonalTrend ? 6 : 7);
}
