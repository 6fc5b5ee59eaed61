using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Trends;

public class HoltWintersLaws
{
    private static Gen<(SomeSeries Series, double Alpha, double Beta, double Gamma)> Weighted =>
        from series in SomeSeries.Any
        from alpha in SomeSeries.Weight
        from beta in SomeSeries.Weight
        from gamma in SomeSeries.Weight
        select (series, Math.Max(0.001, alpha), beta, gamma);

    [Property]
    public Property NoWeightsDoBetterThanTheBest() => Law.ForAll(Weighted, x =>
        HoltWinters.Fit(x.Series.Values, x.Series.Period).SumOfSquares
            <= HoltWinters.Fit(x.Series.Values, x.Series.Period, alpha: x.Alpha, beta: x.Beta, gamma: x.Gamma).SumOfSquares * (1 + 1e-6) + 1e-9);

    [Property]
    public Property FittedAndResidualsAddUpToTheSeries() => Law.ForAll(Weighted, x =>
    {
        HoltWinters fit = HoltWinters.Fit(x.Series.Values, x.Series.Period, alpha: x.Alpha, beta: x.Beta, gamma: x.Gamma);
        return fit.FirstFitted + fit.Fitted.Count == x.Series.Values.Length
            && fit.Fitted.Zip(fit.Residuals, (a, b) => a + b)
                .Zip(x.Series.Values.Skip(fit.FirstFitted), (a, b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, fit.Residuals.Max(Math.Abs)))
                .All(same => same);
    });

    [Property]
    public Property AdditiveFormsMoveAndScaleWithTheSeries() => Law.ForAll(Weighted, x =>
    {
        ForecastPoint plain = Ahead(x.Series.Values), moved = Ahead([.. x.Series.Values.Select(y => 3 * y - 700)]);
        return Near(3 * plain.Value - 700, moved.Value, plain)
            && Near(3 * plain.Lower - 700, moved.Lower, plain)
            && Near(3 * plain.Upper - 700, moved.Upper, plain);

        ForecastPoint Ahead(double[] values) =>
            HoltWinters.Fit(values, x.Series.Period, alpha: x.Alpha, beta: x.Beta, gamma: x.Gamma).Forecast(x.Series.Period + 1)[^1];
        static bool Near(double a, double b, ForecastPoint scale) => Math.Abs(a - b) <= 1e-7 * (1000 + Math.Abs(scale.Value) + scale.StandardError);
    });

    [Property]
    public Property MultiplicativeFormsScaleWithTheSeries() => Law.ForAll(Weighted, x =>
    {
        double[] positive = [.. x.Series.Values.Select(y => Math.Exp(y / 50))];
        double factor = Ahead([.. positive.Select(y => 4 * y)]) / Ahead(positive);
        return Math.Abs(factor - 4) < 1e-9;

        double Ahead(double[] values) =>
            HoltWinters.Fit(values, x.Series.Period, HoltWintersSeason.Multiplicative, alpha: x.Alpha / 4, beta: x.Beta / 4, gamma: x.Gamma / 4)
                .Forecast(3)[^1].Upper;
    });

    [Property]
    public Property TheSameSeriesGivesTheSameBits() => Law.ForAll(SomeSeries.Any, x =>
        HoltWinters.Fit(x.Values, x.Period).Forecast(5).SequenceEqual(HoltWinters.Fit(x.Values, x.Period).Forecast(5)));
}
