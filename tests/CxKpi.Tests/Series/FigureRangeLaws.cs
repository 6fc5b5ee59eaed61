using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Series;

public class FigureRangeLaws
{
    private static readonly FigureRange[] Ranges =
        [FigureRange.Any, new(0, double.PositiveInfinity), new(double.NegativeInfinity, 10), new(-100, 100), new(0, 1)];

    private static Gen<(FigureRange Range, double Value, double Reach)> Cases =>
        from range in Gen.Elements(Ranges)
        from part in Gen.Choose(0, 1000)
        from reach in Gen.Choose(0, 3000)
        let least = double.IsNegativeInfinity(range.Lowest) ? -10 : range.Lowest
        let most = double.IsPositiveInfinity(range.Highest) ? 10 : range.Highest
        select (range, least + (most - least) * part / 1000, (most - least) * reach / 1000);

    [Property]
    public Property LimitsHoldTheFigureAndStayInTheRange() => Law.ForAll(Cases, x =>
        x.Range.Within(x.Value, x.Reach) is var (value, lower, upper)
        && lower >= x.Range.Lowest && lower <= value && value <= upper && upper <= x.Range.Highest);

    [Property]
    public Property LimitsGrowWithTheReachAndNeverBeyondReason() => Law.ForAll(Cases, x =>
        x.Range.Within(x.Value, x.Reach) is var near && x.Range.Within(x.Value, 1.5 * x.Reach) is var far
        && far.Lower <= near.Lower && far.Upper >= near.Upper
        && Math.Max(near.Upper - near.Value, near.Value - near.Lower) <= 1.25 * x.Reach + 1e-9);

    [Property]
    public Property TheDistanceToALimitIsItsReach() => Law.ForAll(Cases, x =>
        x.Range.Within(x.Value, x.Reach) is var (value, lower, upper)
        && (upper >= x.Range.Highest - 1e-6 || Math.Abs(x.Range.Distance(value, upper) - x.Reach) <= 1e-5 * (1 + x.Reach))
        && (lower <= x.Range.Lowest + 1e-6 || Math.Abs(x.Range.Distance(value, lower) + x.Reach) <= 1e-5 * (1 + x.Reach)));
}
