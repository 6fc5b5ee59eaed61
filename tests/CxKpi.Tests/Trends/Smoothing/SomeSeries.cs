using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Trends;

/// <summary>Series that the laws of smoothing are checked on.</summary>
internal sealed record SomeSeries(double[] Values, int Period)
{
    /// <summary>Two to five cycles of 2 to 12 periods around 50, with a season, a slope and noise.</summary>
    internal static Gen<SomeSeries> Any =>
        from period in Gen.Choose(2, 12)
        from length in Gen.Choose(Math.Max(2 * period, 8), 5 * period + 8)
        from amplitude in Gen.Choose(0, 30)
        from slope in Gen.Choose(-10, 10)
        from noise in Gen.Choose(-100, 100).ArrayOf(length)
        select new SomeSeries([.. noise.Select((x, t) => 50 + x / 40.0 + slope * t / 40.0 + amplitude / 5.0 * Math.Sin(6.2 * t / period))], period);

    internal static Gen<double> Weight => Gen.Choose(0, 1000).Select(x => x / 1000.0);
}
