using CxKpi.Trends;

namespace CxKpi.Benchmarks.FalseAlarms;

/// <summary>A simulated series of months in which nothing happens: the same season every year, and noise.</summary>
internal sealed class NullSeries
{
    private const double SeasonOfValues = 3;
    private const double SeasonOfLogits = 0.4;

    // The spread between periods, on the scale of logits: 0.2 moves a share of 40 % by about 5 points.
    private const double SpreadOfLogits = 0.2;

    private const double MiddleLogit = -0.4;
    private const double MedianSize = 60;

    private NullSeries(double[] values, long[] hits, long[] sizes)
    {
        Values = values;
        Hits = hits;
        Sizes = sizes;
        CalendarPeriod first = CalendarPeriod.Parse("2010-01");
        Series = hits.Length == 0
            ? PeriodSeries.FromValues(first, values.Select(x => (double?)x))
            : PeriodSeries.FromShares(first, hits.Zip(sizes, (hit, size) => new ShareTally(hit, size)));
    }

    public double[] Values { get; }

    /// <summary>The counts of a series of shares; empty for values.</summary>
    public long[] Hits { get; }

    public long[] Sizes { get; }

    public PeriodSeries Series { get; }

    /// <summary>Figures of unit spread around a season.</summary>
    public static NullSeries OfValues(ulong seed, int length, double phi, bool seasonal)
    {
        RepeatableRandom random = new(seed);
        double[] noise = Noise(ref random, length, phi);
        return new([.. noise.Select((x, t) => 50 + x + (seasonal ? SeasonOfValues * Season(t) : 0))], [], []);
    }

    /// <summary>Shares of sizes that differ much from month to month.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="length">The number of months.</param>
    /// <param name="phi">How much the spread between periods remembers; <see langword="null"/> for sampling noise alone.</param>
    /// <param name="seasonal">Whether there is a season.</param>
    public static NullSeries OfShares(ulong seed, int length, double? phi, bool seasonal)
    {
        RepeatableRandom random = new(seed);
        double[] noise = Noise(ref random, length, phi ?? 0);
        long[] hits = new long[length], sizes = new long[length];
        for (int t = 0; t < length; t++)
        {
            double logit = MiddleLogit + (phi is null ? 0 : SpreadOfLogits * noise[t]) + (seasonal ? SeasonOfLogits * Season(t) : 0);
            double share = ShareScale.Share(logit);
            sizes[t] = Math.Max(1, (long)Math.Round(MedianSize * Math.Exp(random.NextNormal())));
            for (long i = 0; i < sizes[t]; i++)
            {
                hits[t] += random.NextUnit() < share ? 1 : 0;
            }
        }

        return new([.. hits.Zip(sizes, (hit, size) => (double)hit / size)], hits, sizes);
    }

    private static double Season(int month) => Math.Sin(month * Math.PI / 6);

    /// <summary>First-order autoregressive noise of unit variance, in its steady state from the first month on.</summary>
    private static double[] Noise(ref RepeatableRandom random, int length, double phi)
    {
        double[] noise = new double[length];
        double share = Math.Sqrt(1 - phi * phi);
        for (int t = 0; t < length; t++)
        {
            noise[t] = t == 0 ? random.NextNormal() : phi * noise[t - 1] + share * random.NextNormal();
        }

        return noise;
    }
}
