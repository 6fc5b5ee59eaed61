using NodaTime;

namespace CxKpi.Practices;

/// <summary>The rows of a log by customer and time: customers are numbered in the order in which they are first seen.</summary>
internal sealed class SolicitationLog<TCustomer>
    where TCustomer : notnull
{
    private SolicitationLog(Invitation<TCustomer>[] rows, List<TCustomer> customers, int[] starts)
    {
        Rows = rows;
        Customers = customers;
        Starts = starts;
    }

    /// <summary>The rows, those of a customer behind each other in order of time.</summary>
    internal Invitation<TCustomer>[] Rows { get; }

    /// <summary>The customers by their numbers.</summary>
    internal List<TCustomer> Customers { get; }

    /// <summary>Where the rows of each customer begin, and where the last one's end.</summary>
    internal int[] Starts { get; }

    internal static SolicitationLog<TCustomer> Of(IEnumerable<Invitation<TCustomer>> log, string name)
    {
        Invitation<TCustomer>[] given = [.. log];
        Dictionary<TCustomer, int> numbers = [];
        List<TCustomer> customers = [];
        int[] owners = new int[given.Length];
        for (int i = 0; i < given.Length; i++)
        {
            TCustomer key = LogKey.Known(given[i].Customer, i, name, "a customer");
            if (!numbers.TryGetValue(key, out owners[i]))
            {
                numbers.Add(key, owners[i] = customers.Count);
                customers.Add(key);
            }
        }

        int[] starts = new int[customers.Count + 1];
        foreach (int owner in owners)
        {
            starts[owner + 1]++;
        }

        for (int c = 0; c < customers.Count; c++)
        {
            starts[c + 1] += starts[c];
        }

        // Rows go to the place of their customer first, so that only the few of each customer are left to sort.
        int[] next = starts[..^1];
        Invitation<TCustomer>[] rows = new Invitation<TCustomer>[given.Length];
        for (int i = 0; i < given.Length; i++)
        {
            rows[next[owners[i]]++] = given[i];
        }

        for (int c = 0; c < customers.Count; c++)
        {
            Sort(rows.AsSpan(starts[c]..starts[c + 1]));
        }

        return new(rows, customers, starts);
    }

    /// <summary>The number of counted rows in the window that ends with each row, itself included; 0 for a row that does not count.</summary>
    /// <remarks>The window holds rows after the instant that lies so many days before; a row of the very same instant counts where it stands before.</remarks>
    internal static void Counts(ReadOnlySpan<Invitation<TCustomer>> ofOneCustomer, SolicitationRule rule, Span<int> counts)
    {
        Duration window = Duration.FromDays(rule.Days);
        int oldest = 0, inside = 0;
        for (int i = 0; i < ofOneCustomer.Length; i++)
        {
            counts[i] = 0;
            if (!Counts(ofOneCustomer[i], rule))
            {
                continue;
            }

            inside++;
            for (; ofOneCustomer[i].At - ofOneCustomer[oldest].At >= window; oldest++)
            {
                inside -= Counts(ofOneCustomer[oldest], rule) ? 1 : 0;
            }

            counts[i] = inside;
        }
    }

    internal static bool Counts(in Invitation<TCustomer> row, SolicitationRule rule) => rule.CountsReminders || !row.IsReminder;

    /// <summary>By time; rows of the same instant by what they say, so that the order in which they came means nothing.</summary>
    private static void Sort(Span<Invitation<TCustomer>> rows)
    {
        if (rows.Length > 1)
        {
            rows.Sort(static (x, y) => x.At.CompareTo(y.At) is not 0 and var time ? time
                : x.IsReminder.CompareTo(y.IsReminder) is not 0 and var reminder ? reminder
                : string.CompareOrdinal(x.Survey, y.Survey) is not 0 and var survey ? survey
                : string.CompareOrdinal(x.Channel, y.Channel) is not 0 and var channel ? channel
                : string.CompareOrdinal(x.Segment, y.Segment));
        }
    }
}
