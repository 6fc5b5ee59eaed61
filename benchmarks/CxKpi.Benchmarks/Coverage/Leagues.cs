namespace CxKpi.Benchmarks.Coverage;

/// <summary>League tables of agents whose true shares are known: what each table says of them all.</summary>
internal static class Leagues
{
    private const double Middle = 1.1;

    private static readonly int[] Agents = [5, 20, 50];

    // From a novice to somebody who has been there for a year.
    private static readonly int[] Contacts = [10, 20, 40, 80, 160, 320];

    public static IEnumerable<Cell> All(int samples)
    {
        foreach (int agents in Agents)
        {
            yield return Cell("no agent differs: any beyond the funnel limits", agents, samples, 0, (table, _, _) =>
                [new(Any(table, ChangeVerdict.Worse), Any(table, ChangeVerdict.Better), false, false)]);
        }

        foreach (double spread in (double[])[0.2, 0.5])
        {
            foreach (int agents in Agents)
            {
                string name = FormattableString.Invariant($"logits of agents spread by {spread}");
                yield return Cell($"{name}: shrunk share", agents, samples, spread, (table, truth, _) =>
                    [.. table.Select(one => new Outcome(truth[one.Key] < one.ShrunkLower, truth[one.Key] > one.ShrunkUpper, false, false))]);
                yield return Cell($"{name}: rank", agents, samples, spread, (table, truth, ranks) =>
                    [.. table.Select(one => new Outcome(ranks[one.Key] < one.RankFrom, ranks[one.Key] > one.RankTo, false, false))]);
            }
        }
    }

    private static bool Any(LeagueTable<int> table, ChangeVerdict verdict) => table.Any(one => one.Verdict == verdict);

    private static Cell Cell(string name, int agents, int samples, double spread, Func<LeagueTable<int>, double[], int[], Outcome[]> said)
    {
        Outcome[][] outcomes = Simulated.Of(samples, i =>
        {
            RepeatableRandom random = new(unchecked((ulong)i * 1_000_003 + (ulong)agents * 7919 + 29));
            double[] truth = new double[agents];
            long[] hits = new long[agents];
            for (int agent = 0; agent < agents; agent++)
            {
                truth[agent] = ShareScale.Share(Middle + spread * random.NextNormal());
                for (int contact = 0; contact < Contacts[agent % Contacts.Length]; contact++)
                {
                    hits[agent] += random.NextUnit() < truth[agent] ? 1 : 0;
                }
            }

            int[] ranks = [.. truth.Select(own => 1 + truth.Count(other => other > own))];
            return said(
                Enumerable.Range(0, agents).TallyBy(a => a, a => new FirstContactResolution(hits[a], Contacts[a % Contacts.Length])).League(), truth, ranks);
        });
        return Simulation.Of(name, agents, [.. outcomes.SelectMany(one => one)]) with { Error = Math.Sqrt(0.05 * 0.95 / samples) };
    }
}
