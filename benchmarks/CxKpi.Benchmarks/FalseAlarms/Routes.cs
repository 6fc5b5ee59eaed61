using CxKpi.Trends;

namespace CxKpi.Benchmarks.FalseAlarms;

/// <summary>Every method of the library that decides, and the naive routes beside it.</summary>
internal static class Routes
{
    private const double Level = 0.05;

    /// <summary>What false verdicts keep to where nothing else is promised.</summary>
    private const double Default = 0.07;

    public static IReadOnlyList<Route> All { get; } =
    [
        new("Trend", x => Trend(x.Series.Trend())) { Target = OfModel },
        new("Effect", x => Effect(x.Series.Effect(x.Series.First.Plus(x.Series.Count - After(x)).Start))) { Target = OfModel },
        new("Unusual", x => x.Series.Unusual() is { Refusal: null } found ? Of(found.Periods.Count > 0) : Answer.Refused)
        {
            Series = (1000, 200),
            Target = phi => phi == 0 ? 0.1 : null,
        },
        new("IsSeasonal", x => Of(x.Series.IsSeasonal() is var s && s.Refusal is not null, s.PValue)) { WithoutSeason = true, Target = _ => Default },
        new("SeasonalMannKendall", x => Of(x.Series.SeasonalMannKendall() is var s && s.Refusal is not null, s.PValue)) { Target = _ => Default },
        new("Shifts", x => Of(x.Series.Shifts() is var s && s.Refusal is not null, s.PValue)) { Series = (200, 30), Target = _ => Default },
        new("Mann-Kendall on STL-adjusted", x => Of(NaiveRoutes.MannKendallOnAdjusted(x))) { IsNaive = true },
        new("least squares, seasons + trend", x => Of(NaiveRoutes.LeastSquaresTrend(x))) { IsNaive = true },
        new("least squares, seasons + step", x => Of(NaiveRoutes.LeastSquaresStep(x, After(x)))) { IsNaive = true },
        new("logistic regression, trend", x => Of(NaiveRoutes.BinomialTrend(x))) { IsNaive = true, OnlyShares = true },
        new("logistic regression, step", x => Of(NaiveRoutes.BinomialStep(x, After(x)))) { IsNaive = true, OnlyShares = true },
        new("robust STL remainder, MAD 3.5", x => Of(NaiveRoutes.RobustRemainder(x))) { IsNaive = true },
    ];

    /// <summary>The months after the day on which nothing happened.</summary>
    private static int After(NullSeries series) => series.Values.Length >= 120 ? 12 : 6;

    private static double? OfModel(double phi) => phi <= 0.3 ? 0.09 : 0.12;

    private static Answer Trend(TrendEstimate trend) => Of(trend.Refusal is not null, trend.PValue);

    private static Answer Effect(EffectEstimate effect) => Of(effect.Refusal is not null, effect.PValue);

    private static Answer Of(bool refused, double? pValue) => refused ? Answer.Refused : Of(pValue < Level);

    private static Answer Of(bool alarm) => alarm ? Answer.Alarm : Answer.Calm;
}
