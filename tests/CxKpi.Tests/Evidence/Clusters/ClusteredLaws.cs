using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Evidence.Clusters;

/// <summary>The laws of clusters, beside those of every record.</summary>
public abstract class ClusteredLaws<TKpi> : KpiLaws<Clustered<TKpi>>
    where TKpi : struct, IKpi<TKpi>
{
    /// <summary>The record of one cluster.</summary>
    protected abstract Gen<TKpi> Cluster { get; }

    protected override Gen<Clustered<TKpi>> Any => Cluster.ListOf().Select(Clustered.FromClusters);

    [Property]
    public Property TheWayInWhichClustersAreSplitUpDoesNotMatter() =>
        Law.ForAll(Cluster.ListOf().Two(), x =>
            Clustered.FromClusters(x.Item1).Combine(Clustered.FromClusters(x.Item2)) == Clustered.FromClusters([.. x.Item1, .. x.Item2]));

    [Property]
    public Property TheTotalIsThatOfTheRows() =>
        Law.ForAll(Cluster.ListOf(), x => Clustered.FromClusters(x).Total.Equals(x.Tally(y => y)) && Clustered.FromClusters(x).N == x.Tally(y => y).N);

    [Property]
    public Property TheStandardErrorSumsResidualsWithinEachClusterFirst() =>
        Law.ForAll(Cluster.ListOf(), x =>
        {
            EvidenceTotals[] rows = [.. x.Select(y => y.Totals).OfType<EvidenceTotals>()];
            if (Clustered.FromClusters(x).Estimate() is not { StandardError: { } error })
            {
                return true;
            }

            double k = rows.Length, whole = rows.Sum(row => (double)row.Denominator), ratio = rows.Sum(row => (double)row.Numerator) / whole;
            double squares = rows.Sum(row => Math.Pow(((double)row.Numerator - ratio * (double)row.Denominator) / whole, 2));
            double found = Math.Abs(rows[0].Scale) * Math.Sqrt(k / (k - 1) * squares);
            return Math.Abs(error - found) <= 1e-6 * (1 + found);
        });

    [Property]
    public Property RowsOfOneClusterAreGathered() =>
        Law.ForAll(Gen.Choose(0, 5).Zip(Cluster).ListOf(), x =>
        {
            Clustered<TKpi> tallied = x.Tally(row => row.Item2, cluster: row => row.Item1);
            Clustered<TKpi> series = x.TallyBy(CalendarUnit.Year, _ => new LocalDate(2025, 1, 1), row => row.Item2, cluster: row => row.Item1).Total;
            Clustered<TKpi> segments = x.TallyBy(_ => 1, row => row.Item2, cluster: row => row.Item1).Total;
            return tallied == Clustered.FromClusters(x.TallyBy(row => row.Item1, row => row.Item2).Values) && tallied == series && tallied == segments;
        });
}

public class ClusteredShareLaws : ClusteredLaws<Csat>
{
    protected override Gen<Csat> Cluster => Some.Ratings(RatingScale.OneToFive).Select(x => Csat.FromTally(x, TopBox.TwoOfFive));
}

public class ClusteredNetScoreLaws : ClusteredLaws<Nps>
{
    protected override Gen<Nps> Cluster => Some.Net.Select(x => new Nps(x.Positive, x.Neutral, x.Negative));
}

public class ClusteredIndexLaws : ClusteredLaws<Nsat>
{
    protected override Gen<Nsat> Cluster => Some.Ratings(Nsat.Scale).Select(Nsat.FromTally);
}

public class ClusteredMeanLaws : ClusteredLaws<MeanRating>
{
    protected override Gen<MeanRating> Cluster => Some.Ratings(RatingScale.OneToFive).Select(MeanRating.FromTally);
}

public class ClusteredAmountLaws : ClusteredLaws<AverageOrderValue>
{
    protected override Gen<AverageOrderValue> Cluster => Some.Amounts.Select(x => new AverageOrderValue(x, "EUR"));
}

public class ClusteredTimeLaws : ClusteredLaws<AverageSpeedOfAnswer>
{
    protected override Gen<AverageSpeedOfAnswer> Cluster => Some.Durations.Select(x => new AverageSpeedOfAnswer(x));
}

public class ClusteredRateLaws : ClusteredLaws<ComplaintRate>
{
    protected override Gen<ComplaintRate> Cluster => Some.Rate.Select(x => new ComplaintRate(x.Events, x.Exposure, new(ComplaintExposure.Contacts)));
}

public class ClusteredPartLaws : ClusteredLaws<Occupancy>
{
    protected override Gen<Occupancy> Cluster => Some.Duration.Two().ListOf().Select(rows => rows.Tally(x => new Occupancy(x.Item1, x.Item2)));
}

public class ClusteredRestLaws : ClusteredLaws<NetRevenueChurn>
{
    protected override Gen<NetRevenueChurn> Cluster =>
        Some.Money.Zip(Some.PositiveMoney).ListOf().Select(x => new NetRevenueChurn(
            RatioTally.FromRows(x.Select(row => (Math.Min(row.Item1, row.Item2), row.Item2))), "EUR", CalendarUnit.Month));
}
