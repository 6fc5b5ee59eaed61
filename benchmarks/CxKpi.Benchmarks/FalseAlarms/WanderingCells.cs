using System.Globalization;
using CxKpi.Trends;

namespace CxKpi.Benchmarks.FalseAlarms;

/// <summary>Trend and effect where a level wanders or noise is only in part a process, and what their caution costs where there is a trend.</summary>
internal static class WanderingCells
{
    public const string Name = "not warned", PowerName = "Trend, power";

    private const double Target = 0.12;
    private const double LeastShareOfPower = 0.85;

    private static readonly (string Name, Func<WanderingSeries, int, Answer> Judge)[] Methods = [("Trend", Trend), ("Effect", Effect)];

    private static readonly (int Cycle, int Length)[] Spans = [(12, 36), (12, 60), (12, 120), (4, 20), (4, 40)];

    private static readonly Nature[] Wandering =
    [
        new("walk 0.1", new(1, 0.01, 1), Shares: false),
        new("walk 0.3", new(1, 0.09, 1), Shares: false),
        new("half AR(1) 0.8", new(0.8, 0.5, 0.5), Shares: false),
        new("walk 0.05 logit", new(1, 0.0025, 0), Shares: true),
    ];

    private static readonly Nature[] Steady =
    [
        new("white", new(0, 1, 0), Shares: false),
        new("AR(1) 0.3", new(0.3, 1, 0), Shares: false),
        new("AR(1) 0.6", new(0.6, 1, 0), Shares: false),
        new("binomial", new(0, 0, 0), Shares: true),
        new("binomial + 0.3", new(0.3, 0.04, 0), Shares: true),
        new("binomial + 0.6", new(0.6, 0.04, 0), Shares: true),
    ];

    public static IEnumerable<Cell> Cells(bool quick) =>
        from method in Methods
        from nature in Wandering
        from span in Spans
        select Cell.Of(
            $"{method.Name}, {Name}",
            nature.Data(span.Cycle),
            span.Length,
            nature.Name,
            Simulated.Of(quick ? 400 : 2000, i => method.Judge(nature.Simulate(i, span.Cycle, span.Length, 0), span.Cycle)),
            Target);

    /// <summary>How often a trend of so many standard errors is found, by who knows the noise and by the library.</summary>
    public static IEnumerable<Cell> Power(bool quick) =>
        from nature in Steady
        from span in Spans
        select Power(nature, span.Cycle, span.Length, quick);

    private static Cell Power(Nature nature, int cycle, int length, bool quick)
    {
        (bool Oracle, Answer Found, bool NotWarned)[] answers = Simulated.Of(quick ? 200 : 1000, i =>
        {
            WanderingSeries series = nature.Simulate(i, cycle, length, standardErrors: 3);
            TrendEstimate trend = series.Series.Trend();
            bool found = trend.Verdict == TrendVerdict.Rising;
            return (series.OracleFinds, found ? Answer.Alarm : Answer.Calm, found && !IsWarned(trend.Warnings));
        });
        double oracle = answers.Average(x => x.Oracle ? 1.0 : 0), notWarned = answers.Average(x => x.NotWarned ? 1.0 : 0);
        double? target = cycle == 12 ? LeastShareOfPower * oracle : null;
        Cell cell = Cell.Of(PowerName, nature.Data(cycle), length, nature.Name, [.. answers.Select(x => x.Found)], target);
        return cell with
        {
            IsPower = true,

            // The target is simulated as well: two standard errors are allowed in the full record too.
            LeastAllowance = 2,
            Remark = string.Create(CultureInfo.InvariantCulture, $"  oracle {oracle:0.000} ({cell.Rate / oracle:0.00}), not warned {notWarned:0.000}"),
        };
    }

    private static Answer Trend(WanderingSeries series, int cycle)
    {
        TrendEstimate trend = series.Series.Trend();
        return trend.Refusal is not null ? Answer.Refused : Of(trend.PValue, trend.Warnings);
    }

    /// <summary>Of the last 6 months, 12 of 120, or of the last 4 quarters.</summary>
    private static Answer Effect(WanderingSeries series, int cycle)
    {
        int after = cycle == 4 ? 4 : series.Series.Count >= 120 ? 12 : 6;
        EffectEstimate effect = series.Series.Effect(series.Series.First.Plus(series.Series.Count - after).Start);
        return effect.Refusal is not null ? Answer.Refused : Of(effect.PValue, effect.Warnings);
    }

    private static Answer Of(double? p, IReadOnlyList<Notice> warnings) => p < 0.05 && !IsWarned(warnings) ? Answer.Alarm : Answer.Calm;

    private static bool IsWarned(IReadOnlyList<Notice> warnings) => warnings.Any(x => x.Kind == NoticeKind.LevelWanders);
}
