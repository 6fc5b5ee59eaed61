using NodaTime;

namespace CxKpi.Benchmarks.Coverage;

/// <summary>Months of one queue: M/M/c, 21 days of 8 hours that begin empty, handle times of 5 minutes on average, answered within 20 seconds.</summary>
internal static class Queues
{
    private const int Days = 21;
    private const double HandleTime = 300, Opening = 8 * 3600;

    private static readonly QueueThresholds Limit = new(within: Duration.FromSeconds(20));

    private static readonly (int Agents, double Occupancy)[] Cases = [(3, 0.53), (6, 0.72), (12, 0.83), (30, 0.91)];

    /// <summary>What intervals make of a month, and comparisons of two in which nothing differs.</summary>
    public static IEnumerable<Cell> All(int months)
    {
        foreach ((int agents, double occupancy) in Cases)
        {
            Month[] simulated = Simulated.Of(months, i =>
            {
                RepeatableRandom random = new(unchecked((ulong)i * 1_000_003 + (ulong)agents));
                return new Month([.. Enumerable.Range(0, Days).Select(_ => Day.Of(ref random, agents, occupancy))]);
            });

            double level = simulated.Tally(month => month.Level).Value!.Value, wait = simulated.Tally(month => month.Wait).Value!.Value;
            string queue = FormattableString.Invariant($"{agents} agents, occupancy {occupancy}");
            yield return Cell($"{queue}: service level, calls", month => Outcome.Of(month.Level.Total, level)) with { IsComparison = true };
            yield return Cell($"{queue}: service level, days", month => Outcome.Of(month.Level, level));
            yield return Cell($"{queue}: speed of answer, days", month => Outcome.Of(month.Wait, wait));
            yield return Changes($"{queue}: changes, calls", (month, before) => month.Level.Total.ChangeFrom(before.Level.Total)) with { IsComparison = true };
            yield return Changes($"{queue}: changes, days", (month, before) => month.Level.ChangeFrom(before.Level));

            Cell Cell(string name, Func<Month, Outcome> outcome) =>
                Simulation.Of(name, Days, [.. simulated.Select(outcome)]) with { Error = Math.Sqrt(0.05 * 0.95 / months) };

            // A change that is none is a miss on one side or the other.
            Cell Changes(string name, Func<Month, Month, Change?> change) =>
                Simulation.Of(name, Days, [.. simulated.Chunk(2).Select(pair => Missed(change(pair[0], pair[1])!.Value))]) with
                {
                    Error = Math.Sqrt(0.05 * 0.95 / (months / 2)),
                };
        }
    }

    private static Outcome Missed(Change change) =>
        new(change.Lower > 0, change.Upper < 0, false, change.Verdict is ChangeVerdict.Better or ChangeVerdict.Worse);

    private sealed record Month(Day[] Calls)
    {
        public Clustered<ServiceLevel> Level { get; } = Clustered.FromClusters(
            Calls.Select(day => new ServiceLevel(new QueueTally(answered: day.Answered, answeredInTime: day.InTime, abandoned: 0, thresholds: Limit))));

        public Clustered<AverageSpeedOfAnswer> Wait { get; } = Clustered.FromClusters(
            Calls.Select(day => new AverageSpeedOfAnswer(day.Answered, Duration.FromSeconds(day.Waited))));
    }

    private readonly record struct Day(long Answered, long InTime, double Waited)
    {
        public static Day Of(ref RepeatableRandom random, int agents, double occupancy)
        {
            double[] free = new double[agents];
            double gap = HandleTime / (agents * occupancy), waited = 0;
            long answered = 0, inTime = 0;
            for (double now = Next(ref random, gap); now < Opening; now += Next(ref random, gap))
            {
                int first = 0;
                for (int i = 1; i < agents; i++)
                {
                    first = free[i] < free[first] ? i : first;
                }

                double wait = Math.Max(0, free[first] - now);
                free[first] = now + wait + Next(ref random, HandleTime);
                waited += wait;
                answered++;
                inTime += wait <= 20 ? 1 : 0;
            }

            return new(answered, inTime, waited);
        }

        private static double Next(ref RepeatableRandom random, double mean) => -mean * Math.Log(1 - random.NextUnit());
    }
}
