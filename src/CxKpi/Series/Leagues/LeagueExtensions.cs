namespace CxKpi;

/// <summary>League tables of segments.</summary>
public static class LeagueExtensions
{
    // Enough for the 2.5 % quantile of a rank to stand within half a percent.
    private const int Draws = 2_000;
    private const ulong Seed = 20_050_415;

    /// <summary>Ranks segments by a share of counts, with the ranks that each may well have, funnel limits and shrunk values.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record, a share of counts such as first contact resolution or top-box satisfaction.</typeparam>
    /// <param name="segments">The segments.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The segments with data, from the best. The same segments give the same table on every call.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="segments"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The KPI is no share of counts, its observations come in clusters, or the records were gathered under different
    /// rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static LeagueTable<TKey> League<TKey, TKpi>(this Segments<TKey, TKpi> segments, double confidence = 0.95)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(segments);
        Guard.Confidence(confidence);
        KpiDefinition definition = TKpi.Definition;
        TKpi total = segments.Total;
        KeyValuePair<TKey, TKpi>[] known = [.. segments.Where(segment => segment.Value.Value is not null)];
        if (known.Length == 0)
        {
            return new([], definition, null, confidence, _ => default);
        }

        EvidenceTotals[] totals = [.. known.Select(segment => Counts(segment.Value))];
        ShareTally[] shares = [.. totals.Select(one => new ShareTally((long)one.Numerator, (long)one.Denominator))];
        (double scale, double origin) = (totals[0].Scale, totals[0].Origin);
        ShareTally all = shares.Aggregate((sum, share) => sum.Combine(share));
        double tail = (1 - confidence) / known.Length / 2;
        bool isHighFirst = scale > 0 == (definition.Direction != KpiDirection.LowerIsBetter);
        LeagueRanks ranks = LeagueRanks.Of(shares, isHighFirst, confidence, Draws, Seed);
        IEnumerable<LeagueEntry<TKey>> entries = known.Select((segment, i) =>
        {
            (double lower, double upper) = Limits(shares[i].N);
            (double shrunkLower, double shrunkUpper) = InOrder(ranks.Limits[i]);
            double value = segment.Value.Value!.Value;
            return new LeagueEntry<TKey>(segment.Key, definition)
            {
                N = shares[i].N,
                Value = value,
                FunnelLower = lower,
                FunnelUpper = upper,
                Verdict = Beyond(value, lower, upper, definition.Direction),
                Shrunk = At(ranks.Expected[i]),
                ShrunkLower = shrunkLower,
                ShrunkUpper = shrunkUpper,
                Rank = ranks.Ranks[i].Rank,
                RankFrom = ranks.Ranks[i].From,
                RankTo = ranks.Ranks[i].To,
            };
        });
        return new([.. entries.OrderBy(entry => entry.Rank)], definition, total.Value, confidence, Limits);

        (double Lower, double Upper) Limits(long n) => InOrder(FunnelLimits.Of(all.Value!.Value, n, tail));

        double At(double share) => origin + scale * share;

        (double Lower, double Upper) InOrder((double Lower, double Upper) limits) =>
            scale > 0 ? (At(limits.Lower), At(limits.Upper)) : (At(limits.Upper), At(limits.Lower));

        EvidenceTotals Counts(TKpi kpi) => kpi.Clusters is not null
            ? throw new ArgumentException(
                $"{nameof(segments)} must be of independent observations, but those of {definition.Name} come in clusters", nameof(segments))
            : kpi.Totals is { AreCounts: true } counts ? counts
            : throw new ArgumentException($"{nameof(segments)} must be of a KPI that is a share of counts, but {definition.Name} is none", nameof(segments));
    }

    private static ChangeVerdict Beyond(double value, double lower, double upper, KpiDirection direction) =>
        (lower > value, upper < value, direction) switch
        {
            (false, false, _) => ChangeVerdict.NoEvidence,
            (true, _, KpiDirection.Neutral) => ChangeVerdict.Lower,
            (_, true, KpiDirection.Neutral) => ChangeVerdict.Higher,
            (var isLow, _, _) => isLow == (direction == KpiDirection.LowerIsBetter) ? ChangeVerdict.Better : ChangeVerdict.Worse,
        };
}
