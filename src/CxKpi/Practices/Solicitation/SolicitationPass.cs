using System.Runtime.InteropServices;
using NodaTime;

namespace CxKpi.Practices;

/// <summary>One audit of one log: after the sort, one pass a rule.</summary>
internal sealed class SolicitationPass<TCustomer>
    where TCustomer : notnull
{
    private SolicitationPass(int rules) => Counted = new long[rules];

    internal long[] Counted { get; }

    internal Dictionary<TCustomer, SolicitationAudit<TCustomer>.Standing> Standings { get; } = [];

    internal Dictionary<(string Survey, string Channel, string Segment), ShareTally> Groups { get; } = [];

    internal SolicitationBreach<TCustomer>[] Breaches { get; private set; } = [];

    internal Instant Last { get; private set; } = Instant.MinValue;

    internal bool IsEmpty => Standings.Count == 0;

    /// <summary>Audits rows that all come after those that are kept of the customers.</summary>
    internal static SolicitationPass<TCustomer> Of(
        SolicitationLog<TCustomer> log,
        SolicitationRule[] rules,
        Dictionary<TCustomer, SolicitationAudit<TCustomer>.Standing> before)
    {
        SolicitationPass<TCustomer> pass = new(rules.Length);
        List<(int Rule, SolicitationBreach<TCustomer> Breach)> found = [];
        foreach (Invitation<TCustomer> row in log.Rows)
        {
            pass.Last = Instant.Max(pass.Last, row.At);
        }

        Duration longest = Duration.FromDays(rules.Max(rule => rule.Days));
        int[] counts = [];
        bool[] broke = [];
        for (int c = 0; c < log.Customers.Count; c++)
        {
            TCustomer customer = log.Customers[c];
            SolicitationAudit<TCustomer>.Standing standing = before.GetValueOrDefault(customer);
            ReadOnlySpan<Invitation<TCustomer>> rows = log.Rows.AsSpan(log.Starts[c]..log.Starts[c + 1]);
            int seen = standing.Tail?.Length ?? 0;
            if (seen > 0)
            {
                rows = (Invitation<TCustomer>[])[.. standing.Tail!, .. rows];
            }

            if (counts.Length < rows.Length)
            {
                counts = new int[2 * rows.Length];
                broke = new bool[2 * rows.Length];
            }

            Array.Clear(broke, 0, rows.Length);
            ulong broken = standing.Broken;
            for (int r = 0; r < rules.Length; r++)
            {
                SolicitationLog<TCustomer>.Counts(rows, rules[r], counts);
                for (int i = seen; i < rows.Length; i++)
                {
                    pass.Counted[r] += counts[i] > 0 ? 1 : 0;
                    if (counts[i] > rules[r].Most)
                    {
                        broken |= 1UL << r;
                        broke[i] = true;
                        found.Add((r, new(rows[i], rules[r], counts[i])));
                    }
                }
            }

            for (int i = seen; i < rows.Length; i++)
            {
                ref ShareTally group = ref CollectionsMarshal.GetValueRefOrAddDefault(
                    pass.Groups,
                    (rows[i].Survey, rows[i].Channel, rows[i].Segment),
                    out _);
                group = group.Combine(ShareTally.One(broke[i]));
            }

            int first = 0;
            while (pass.Last - rows[first].At >= longest && ++first < rows.Length)
            {
            }

            pass.Standings.Add(customer, new(broken, first == rows.Length ? [] : rows[first..].ToArray()));
        }

        pass.Breaches = [.. found.OrderBy(one => one.Breach.At).ThenBy(one => one.Rule).Select(one => one.Breach)];
        return pass;
    }
}
