using System.Globalization;
using CxKpi.Trends;

namespace CxKpi.Benchmarks.FalseAlarms;

/// <summary>
/// Unusual months and shifts where noise is not the usual one: heavy tails, skew, seasons that grow with the level, memory that passes for a shift.
/// </summary>
internal static class HardNoise
{
    private const double TargetOfUnusual = 0.1;
    private const double TargetOfHeavyTails = 0.12;
    private const double TargetOfMemory = 0.12;

    private static readonly int[] Lengths = [36, 60, 120];

    private static readonly (string Name, Func<Random, int, double[]> Figures, double Target)[] Tails =
    [
        ("Student's t, 3", (random, length) => Season(length, _ => random.Student()), TargetOfHeavyTails),
        ("lognormal", (random, length) => Season(length, _ => (Math.Exp(random.Normal()) - Math.Exp(0.5)) / 2.16), TargetOfHeavyTails),
        ("December x 1.3, growth 3 %", (random, length) => December(random, length, 1.3), TargetOfUnusual),
        ("December x 2.2, growth 3 %", (random, length) => December(random, length, 2.2), TargetOfUnusual),
    ];

    private static readonly (string Name, Func<Random, int, double[]> Figures)[] Memories =
    [
        ("AR(1) 0.8", (random, length) => Remembering(random, length, 0.8, 1, 0)),
        ("half AR(1) 0.8", (random, length) => Remembering(random, length, 0.8, 0.5, 0.5)),
        ("walk 0.1", (random, length) => Walk(random, length, 0.1)),
        ("walk 0.3", (random, length) => Walk(random, length, 0.3)),
    ];

    public static IEnumerable<Cell> UnusualMonths(bool quick)
    {
        foreach (int length in Lengths)
        {
            foreach ((string name, Func<Random, int, double[]> figures, double target) in Tails)
            {
                yield return Unusual(name, length, quick, figures) with { Target = target };
            }

            foreach (int size in (int[])[5, 6, 8])
            {
                string name = string.Create(CultureInfo.InvariantCulture, $"{size} sd out of white");
                yield return Unusual(name, length, quick, (random, count) => Spike(random, count, size)) with { Method = "Unusual, power", IsPower = true };
            }
        }
    }

    public static IEnumerable<Cell> Shifts(bool quick)
    {
        foreach (int length in Lengths)
        {
            foreach ((string name, Func<Random, int, double[]> figures) in Memories)
            {
                yield return Shifts(name, length, quick, figures) with { Target = TargetOfMemory };
            }

            yield return Shifts("step of 1.5 sd in white", length, quick, Step) with { Method = "Shifts, power", IsPower = true };
        }
    }

    private static Cell Unusual(string name, int length, bool quick, Func<Random, int, double[]> figures) =>
        Simulate("Unusual", name, length, quick ? 200 : 1000, figures, series => series.Unusual() is { Refusal: null } found
            ? found.Periods.Count > 0 ? Answer.Alarm : Answer.Calm
            : Answer.Refused);

    private static Cell Shifts(string name, int length, bool quick, Func<Random, int, double[]> figures) =>
        Simulate("Shifts", name, length, quick ? 40 : 200, figures, series => series.Shifts() is { Refusal: null } found
            ? found.Verdict == ShiftVerdict.Shifted ? Answer.Alarm : Answer.Calm
            : Answer.Refused);

    private static Cell Simulate(string method, string name, int length, int count, Func<Random, int, double[]> figures, Func<PeriodSeries, Answer> judge) =>
        Cell.Of(method, "values", length, name, target: null, answers: Simulated.Of(count, i =>
        {
            Random random = new(unchecked((ulong)i * 1_000_003 + (ulong)length * 7919 + (ulong)name.Sum(letter => letter * 131)));
            return judge(PeriodSeries.FromValues(CalendarPeriod.Parse("2010-01"), figures(random, length).Select(x => (double?)x)));
        }));

    private static double[] Season(int length, Func<int, double> noise) =>
        [.. Enumerable.Range(0, length).Select(t => 50 + 3 * Math.Sin(t * Math.PI / 6) + noise(t))];

    private static double[] December(Random random, int length, double times) =>
        [.. Enumerable.Range(0, length).Select(t => 1000 * Math.Pow(1.03, t / 12.0) * (t % 12 == 11 ? times : 1) * Math.Exp(0.05 * random.Normal()))];

    private static double[] Spike(Random random, int length, double size)
    {
        int at = (int)(length * random.Unit());
        return Season(length, t => random.Normal() + (t == at ? size : 0));
    }

    private static double[] Step(Random random, int length) => Season(length, t => random.Normal() + (t < 3 * length / 5 ? 0 : 1.5));

    private static double[] Walk(Random random, int length, double step)
    {
        double level = 0;
        return Season(length, _ => (level += step * random.Normal()) + random.Normal());
    }

    private static double[] Remembering(Random random, int length, double phi, double process, double white)
    {
        double state = random.Normal();
        return Season(length, _ =>
        {
            state = phi * state + Math.Sqrt(1 - phi * phi) * random.Normal();
            return Math.Sqrt(process) * state + Math.Sqrt(white) * random.Normal();
        });
    }

    /// <summary>A repeatable random number generator that closures can share.</summary>
    private sealed class Random(ulong seed)
    {
        private RepeatableRandom random = new(seed);

        internal double Unit() => random.NextUnit();

        internal double Normal() => random.NextNormal();

        /// <summary>Student's t with 3 degrees of freedom.</summary>
        internal double Student()
        {
            double numerator = Normal(), a = Normal(), b = Normal(), c = Normal();
            return numerator / Math.Sqrt((a * a + b * b + c * c) / 3);
        }
    }
}
