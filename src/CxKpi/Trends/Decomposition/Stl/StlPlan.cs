using CxKpi.Trends;

namespace CxKpi;

/// <summary>The parameters of one decomposition after all rules are applied; spans and jumps as given, odd spans as used.</summary>
internal readonly record struct StlPlan(
    int Period, int Seasonal, int Trend, int LowPass, int SeasonalJump, int TrendJump, int LowPassJump, StlOptions Options)
{
    internal bool IsPeriodic => Options.SeasonalSpan is null;

    internal int SeasonalWindow => Odd(Math.Max(3, Seasonal));

    internal int TrendWindow => Odd(Math.Max(3, Trend));

    internal int LowPassWindow => Odd(Math.Max(3, LowPass));

    internal int SeasonalDegree => IsPeriodic ? 0 : Options.SeasonalDegree;

    internal int LowPassDegree => Options.LowPassDegree ?? Options.TrendDegree;

    internal static StlPlan For(int count, int period, StlOptions options)
    {
        // A span this wide makes every season nearly a mean, as in the published program.
        int seasonal = options.SeasonalSpan ?? (int)Math.Min(10L * count + 1, int.MaxValue / 4);
        int trend = options.TrendSpan ?? Odd((int)Math.Ceiling(1.5 * period / (1 - 1.5 / seasonal)));
        int lowPass = options.LowPassSpan ?? Odd(options.LowPassAbovePeriod ? period + 1 : period);
        return new(
            period,
            seasonal,
            trend,
            lowPass,
            (options.SeasonalSpan is null && !options.OriginalSafeguards ? null : options.SeasonalJump) ?? Tenth(seasonal),
            options.TrendJump ?? Tenth(trend),
            options.LowPassJump ?? Tenth(lowPass),
            options);
    }

    private static int Odd(int span) => span | 1;

    private static int Tenth(int span) => span / 10 + (span % 10 == 0 ? 0 : 1);
}
