using CxKpi.Trends;

namespace CxKpi.Benchmarks.FalseAlarms;

/// <summary>A simulated series with a season, noise of a known nature, and perhaps a trend, with what one would find who knows that nature.</summary>
internal sealed class WanderingSeries
{
    private const double MiddleLogit = -0.4;
    private const double MedianSize = 60;

    public WanderingSeries(ulong seed, Nature nature, int cycle, int length, double standardErrors)
    {
        RepeatableRandom random = new(seed);
        double amplitude = nature.Shares ? 0.4 : 3;
        double[] season = [.. Enumerable.Range(0, length).Select(t => amplitude * Math.Sin(2 * Math.PI * t / cycle))];
        double[] noise = Noise(ref random, nature.Errors, length);
        long[] sizes = new long[length];
        double[] sampling = nature.Shares ? new double[length] : [];
        for (int t = 0; t < sampling.Length; t++)
        {
            double share = ShareScale.Share(MiddleLogit + season[t]);
            sizes[t] = Math.Max(2, (long)Math.Round(MedianSize * Math.Exp(random.NextNormal())));
            sampling[t] = 1 / (sizes[t] * share * (1 - share));
        }

        double slope = standardErrors == 0 ? 0 : standardErrors * Oracle(noise, nature.Errors, sampling, cycle).StandardError;
        double[] level = [.. Enumerable.Range(0, length).Select(t => season[t] + noise[t] + slope * (t - length / 2))];
        CalendarPeriod first = CalendarPeriod.Parse(cycle == 12 ? "2010-01" : "2000-Q1");
        if (!nature.Shares)
        {
            Series = PeriodSeries.FromValues(first, level.Select(x => (double?)(50 + x)));
            OracleFinds = Finds(Oracle(level, nature.Errors, [], cycle), length - cycle - 1);
            return;
        }

        long[] hits = new long[length];
        for (int t = 0; t < length; t++)
        {
            double share = ShareScale.Share(MiddleLogit + level[t]);
            for (long i = 0; i < sizes[t]; i++)
            {
                hits[t] += random.NextUnit() < share ? 1 : 0;
            }
        }

        Series = PeriodSeries.FromShares(first, hits.Zip(sizes, (hit, size) => new ShareTally(hit, size)));
        double[] logits = [.. hits.Zip(sizes, (hit, size) => Math.Log((hit + 0.5) / (size - hit + 0.5)))];
        OracleFinds = Finds(Oracle(logits, nature.Errors, sampling, cycle), length - cycle - 1);
    }

    public PeriodSeries Series { get; }

    /// <summary>Whether who knows the variances and the memory of the noise finds a rising trend.</summary>
    public bool OracleFinds { get; }

    private static bool Finds(LinearEstimate slope, int freedom) =>
        slope.Value > 0 && StudentTDistribution.TwoSidedPValue(slope.Value / slope.StandardError, freedom) < 0.05;

    /// <summary>The slope by generalised least squares with the true covariances.</summary>
    private static LinearEstimate Oracle(double[] response, ErrorProcess errors, double[] sampling, int cycle)
    {
        int length = response.Length;
        double[][] design =
        [
            [.. Enumerable.Repeat(1.0, length)],
            .. Enumerable.Range(1, cycle - 1).Select(s => (double[])[.. Enumerable.Range(0, length).Select(t => t % cycle == s ? 1.0 : 0)]),
            [.. Enumerable.Range(0, length).Select(t => (double)t)],
        ];
        int[] steps = [.. Enumerable.Repeat(1, length)];
        double[] known = sampling.Length > 0 ? sampling : [.. Enumerable.Repeat(1e-9, length)];
        return RestrictedFit.At(OrthogonalBasis.TryCreate(design, response, out _)!, steps, known, errors).Combine([.. new double[cycle], 1]);
    }

    private static double[] Noise(ref RepeatableRandom random, ErrorProcess errors, int length)
    {
        double[] noise = new double[length];
        double process = 0;
        for (int t = 0; t < length; t++)
        {
            double memory = t == 0 && errors.Phi < 1 ? 0 : errors.Phi;
            process = memory * process + Math.Sqrt(errors.Innovation(1, memory)) * random.NextNormal();
            noise[t] = process + Math.Sqrt(errors.White) * random.NextNormal();
        }

        return noise;
    }
}
