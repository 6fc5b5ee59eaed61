namespace CxKpi;

/// <summary>The places of season and trend that a figure can change in a plain decomposition: those from <see cref="From"/> to <see cref="To"/>.</summary>
/// <remarks>
/// Every step uses a window. The windows are followed through all steps as intervals, kept monotone, and inverted at the end. They are
/// never too narrow, and hardly wider than necessary. Figures far enough apart can then be processed together without affecting each other.
/// </remarks>
internal sealed class StlReach
{
    private readonly StlPlan plan;
    private readonly int count;
    private readonly int gap;
    private readonly int seasonalGap;

    internal StlReach(int count, in StlPlan plan, ReadOnlySpan<double> weights)
    {
        this.plan = plan;
        this.count = count;
        (gap, seasonalGap) = (Wider(weights, 1), Wider(weights, plan.Period));
        From = new int[count];
        To = new int[count];
        Array.Fill(To, count - 1);
        if (!plan.IsPeriodic)
        {
            Follow();
        }
    }

    /// <summary>The first place that each figure changes; it never falls.</summary>
    internal int[] From { get; }

    /// <summary>The last place that each figure changes; it never falls.</summary>
    internal int[] To { get; }

    /// <summary>The figures in groups whose members do not reach each other.</summary>
    internal IEnumerable<List<int>> Groups(Predicate<int> takes)
    {
        List<int> left = [.. Enumerable.Range(0, count).Where(j => takes(j))];
        while (left.Count > 0)
        {
            List<int> group = [], rest = [];
            int end = -1;
            foreach (int j in left)
            {
                if (From[j] > end)
                {
                    group.Add(j);
                    end = To[j];
                }
                else
                {
                    rest.Add(j);
                }
            }

            yield return group;
            left = rest;
        }
    }

    /// <summary>
    /// The number of places by which a window may grow until it has a weight: none without gaps, otherwise the longest gap, and the ends, which have no weight.
    /// </summary>
    private static int Wider(ReadOnlySpan<double> weights, int stride)
    {
        int longest = 0;
        for (int first = 0; first < Math.Min(stride, weights.Length); first++)
        {
            for (int i = first, run = 0; i < weights.Length; i += stride)
            {
                run = weights[i] == 0 ? run + 1 : 0;
                longest = Math.Max(longest, run);
            }
        }

        return longest == 0 ? 0 : longest + 2;
    }

    private void Follow()
    {
        int period = plan.Period;
        Span[] detrended = [.. Enumerable.Range(0, count).Select(t => new Span(t, t))], seasonal = [], trend = [];
        if (period == 1)
        {
            (seasonal, trend) = (detrended, Smooth(detrended, plan.TrendWindow, plan.TrendJump, gap));
        }

        for (int inner = 0; period > 1 && inner < plan.Options.InnerIterations; inner++)
        {
            Span[] cycle = Cycle(detrended), low = new Span[count];
            for (int t = 0; t < count; t++)
            {
                low[t] = new(cycle[t].First, cycle[t + 2 * period].Last);
            }

            low = Smooth(low, plan.LowPassWindow, plan.LowPassJump, 0);
            seasonal = Monotone([.. low.Select((x, t) => x.With(cycle[t + period]))]);
            trend = Smooth(Monotone([.. seasonal.Select((x, t) => x.With(new(t, t)))]), plan.TrendWindow, plan.TrendJump, gap);
            detrended = Monotone([.. trend.Select((x, t) => x.With(new(t, t)))]);
        }

        Span[] both = Monotone([.. trend.Select((x, t) => x.With(seasonal[t]))]);
        for (int j = 0, from = 0, to = 0; j < count; j++)
        {
            while (both[from].Last < j)
            {
                from++;
            }

            while (to + 1 < count && both[to + 1].First <= j)
            {
                to++;
            }

            (From[j], To[j]) = (from, to);
        }
    }

    /// <summary>Each season's figures smoothed over the cycles, and continued by one at either end.</summary>
    private Span[] Cycle(Span[] source)
    {
        int period = plan.Period;
        Span[] cycle = new Span[count + 2 * period];
        for (int e = 0; e < cycle.Length; e++)
        {
            int place = e % period, rows = (count - place + period - 1) / period;
            (int first, int last) = Window(e / period - 1, rows, plan.SeasonalWindow, plan.SeasonalJump, seasonalGap);
            cycle[e] = new(source[first * period + place].First, source[last * period + place].Last);
        }

        return Monotone(cycle);
    }

    private static Span[] Smooth(Span[] source, int span, int jump, int wider) => Monotone(
    [
        .. source.Select((_, t) =>
        {
            (int first, int last) = Window(t, source.Length, span, jump, wider);
            return new Span(source[first].First, source[last].Last);
        }),
    ]);

    /// <summary>The window of a place, or those of the places that it may be interpolated between.</summary>
    private static (int First, int Last) Window(int at, int count, int span, int jump, int wider)
    {
        int window = Math.Min(span, count), between = jump > 1 ? Math.Min(jump, count) : 0;
        return (Math.Max(0, Start(at - between) - wider), Math.Min(count, Start(at + between) + window + wider) - 1);

        int Start(int place) => Math.Clamp(place - (span - 1) / 2, 0, count - window);
    }

    private static Span[] Monotone(Span[] spans)
    {
        for (int t = 1; t < spans.Length; t++)
        {
            spans[t] = spans[t] with { Last = Math.Max(spans[t].Last, spans[t - 1].Last) };
        }

        for (int t = spans.Length - 2; t >= 0; t--)
        {
            spans[t] = spans[t] with { First = Math.Min(spans[t].First, spans[t + 1].First) };
        }

        return spans;
    }

    /// <summary>The figures that a place depends on.</summary>
    private readonly record struct Span(int First, int Last)
    {
        internal Span With(Span other) => new(Math.Min(First, other.First), Math.Max(Last, other.Last));
    }
}
