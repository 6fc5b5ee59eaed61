using System.Globalization;
using CxKpi.Trends;

namespace CxKpi.Benchmarks.FalseAlarms;

/// <summary>Trend and effect where a level wanders or noise is only in part a process, and what their caution costs where there is a trend.</summary>
internal static class WanderingCells
{
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

    /// <summary>Prints the cells, and returns how many are within their targets and how many are not.</summary>
    public static (int Within, int Over) Run(TextWriter output, bool quick, double allowance)
    {
        int within = 0, over = 0;
        foreach ((string method, Func<WanderingSeries, int, Answer> judge) in Methods)
        {
            foreach (Nature nature in Wandering)
            {
                foreach ((int cycle, int length) in Spans)
                {
                    Answer[] answers = Simulate(quick ? 400 : 2000, i => judge(nature.Simulate(i, cycle, length, 0), cycle));
                    Cell cell = new(
                        method + ", not warned", nature.Data(cycle), length, nature.Name,
                        answers.Count(x => x == Answer.Alarm), answers.Length, answers.Count(x => x == Answer.Refused), Target, IsNaive: false);
                    output.WriteLine(cell.Line(allowance));
                    _ = cell.IsOver(allowance) ? over++ : within++;
                }
            }
        }

        foreach (Nature nature in Steady)
        {
            foreach ((int cycle, int length) in Spans)
            {
                (within, over) = Power(output, nature, cycle, length, quick) ? (within + 1, over) : (within, over + 1);
            }
        }

        return (within, over);
    }

    /// <summary>How often a trend of so many standard errors is found, by who knows the noise and by the library.</summary>
    private static bool Power(TextWriter output, Nature nature, int cycle, int length, bool quick)
    {
        (bool Oracle, Answer Found, Answer NotWarned)[] answers = Simulate(quick ? 200 : 1000, i =>
        {
            WanderingSeries series = nature.Simulate(i, cycle, length, standardErrors: 3);
            TrendEstimate trend = series.Series.Trend();
            bool found = trend.Verdict == TrendVerdict.Rising;
            return (series.OracleFinds, found ? Answer.Alarm : Answer.Calm, found && !IsWarned(trend.Warnings) ? Answer.Alarm : Answer.Calm);
        });
        double oracle = answers.Average(x => x.Oracle ? 1.0 : 0);
        double found = answers.Average(x => x.Found == Answer.Alarm ? 1.0 : 0), notWarned = answers.Average(x => x.NotWarned == Answer.Alarm ? 1.0 : 0);
        bool promised = cycle == 12;
        double error = Math.Sqrt(found * (1 - found) / answers.Length) / oracle;

        // A ratio of two simulated figures: two standard errors are allowed in the full record too.
        bool holds = !promised || found / oracle + 2 * error >= LeastShareOfPower;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{"Trend, power",-34} {nature.Data(cycle),-8} n={length,-3} {nature.Name,-16} oracle {oracle:0.000}, found {found:0.000} "
                + $"({found / oracle:0.00}), not warned {notWarned:0.000}  {(!promised ? "no target" : holds ? "within" : "OVER")}"));
        return holds;
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

    private static T[] Simulate<T>(int count, Func<int, T> one)
    {
        T[] answers = new T[count];
        Parallel.For(0, count, i => answers[i] = one(i));
        return answers;
    }
}
