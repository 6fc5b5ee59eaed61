namespace CxKpi;

public sealed partial class Segments<TKey, TKpi>
{
    /// <summary>Splits the change of the total from earlier segments into what the segments' own values did and what their parts in the total did.</summary>
    /// <param name="before">The segments before, or those of the group to compare with; they must rest on different observations.</param>
    /// <returns>The effects of each segment; <see langword="null"/> when either total is undefined.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="before"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The records were gathered under different rules, or the KPI is no ratio of two totals.</exception>
    public MixAndRate<TKey>? MixAndRateFrom(Segments<TKey, TKpi> before)
    {
        TKpi earlier = Together(Guard.NotNull(before).records, nameof(before)), total = Total;
        if (Between() is not { } change)
        {
            return null;
        }

        if (total.Totals is null || earlier.Totals is null)
        {
            throw new ArgumentException(
                $"{nameof(before)} must be segments of a KPI that is a ratio of two totals, but {TKpi.Definition.Name} is none", nameof(before));
        }

        double middle = (total.Value!.Value + earlier.Value!.Value) / 2, all = Base(total), allBefore = Base(earlier);
        IEnumerable<TKey> keys = records.Keys.Concat(before.Keys.Where(key => !records.ContainsKey(key)));
        return new([.. keys.Select(Effect)], TKpi.Definition, change with { Baseline = earlier.Value, Currency = total.Currency ?? earlier.Currency });

        Change? Between()
        {
            try
            {
                return total.ChangeFrom(earlier);
            }
            catch (ArgumentException error)
            {
                throw HeldRecords.Blame(error, nameof(before), OneRule);
            }
        }

        SegmentEffect<TKey> Effect(TKey key)
        {
            TKpi now = records.GetValueOrDefault(key), then = before.records.GetValueOrDefault(key);
            double share = Base(now) / all, shareBefore = Base(then) / allBefore;

            // Without data on one side nothing is known to have changed but the part in the total.
            double known = now.Value ?? then.Value ?? middle, knownBefore = then.Value ?? known;
            return new(key, TKpi.Definition, total.Currency ?? earlier.Currency)
            {
                Before = then.Value,
                After = now.Value,
                ShareBefore = shareBefore,
                ShareAfter = share,
                RateEffect = (share + shareBefore) / 2 * (known - knownBefore),
                MixEffect = (share - shareBefore) * ((known + knownBefore) / 2 - middle) + WithoutBase(now, all) - WithoutBase(then, allBefore),
            };
        }

        // What was counted where there was nothing to divide by, such as contacts without customers, moves the total and is no value of the segment.
        static double WithoutBase(TKpi kpi, double all) =>
            kpi.Totals is { Denominator: 0 } totals ? totals.Scale * (double)totals.Numerator / all : 0;

        static double Base(TKpi kpi) => kpi.Totals is { } totals ? (double)totals.Denominator : 0;
    }
}
