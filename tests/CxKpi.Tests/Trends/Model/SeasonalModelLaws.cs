using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Trends;

public class SeasonalModelLaws
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2020-01");

    /// <summary>Two to six years of months, with a few gaps, memory and a trend.</summary>
    private static Gen<double?[]> Months =>
        from count in Gen.Choose(26, 72)
        from seed in Gen.Choose(1, 1_000_000)
        from phi in Gen.Elements(0, 0.3, 0.6, 0.9)
        from slope in Gen.Elements(0.0, 0.5, -1)
        from gap in Gen.Choose(9, 30)
        select SeasonalModelTests.Values(count, phi, slope, seed: (ulong)seed).Select((x, t) => t % gap == 4 ? null : x).ToArray();

    [Property]
    public Property AConstantAddedChangesNoVerdict() => Law.ForAll(Months, values => Alike(
        AsTheyAre(values), AsTheyAre([.. values.Select(x => x + 1e6)]), 1, 1e-5));

    [Property]
    public Property AScaleScalesTheSlopeAndLeavesItsPValue() => Law.ForAll(Months, values => Alike(
        AsTheyAre(values), AsTheyAre([.. values.Select(x => x * -1e-3)]), -1e-3, 1e-6));

    [Property]
    public Property TimeReversedTurnsTheSlope() => Law.ForAll(Months, values => Alike(
        AsTheyAre([.. values.SkipWhile(x => x is null)]), AsTheyAre([.. values.SkipWhile(x => x is null).Reverse()]), -1, 1e-6));

    [Property]
    public Property MissingPeriodsAtTheEndsChangeNothing() => Law.ForAll(Months, values =>
    {
        TrendEstimate padded = PeriodSeries.FromValues(January.Plus(-12), [.. new double?[12], .. values, null, null]).Trend();
        return Alike(Of(values), padded, 1, 1e-6);
    });

    [Property]
    public Property TheSameFiguresGiveTheSameBits() => Law.ForAll(Months, values =>
        Of(values) is var once
            && Of(values) is var again
            && once.PValue.Equals(again.PValue)
            && once.SlopePerYear.Equals(again.SlopePerYear)
            && once.Fit?.Phi == again.Fit?.Phi);

    [Property]
    public Property TheLimitsHoldTheSlopeAndAgreeWithP() => Law.ForAll(Months, values =>
        Of(values) is var trend && (trend.Refusal is not null
            || (trend.Lower <= trend.SlopePerYear && trend.SlopePerYear <= trend.Upper && trend.Verdict != TrendVerdict.NoEvidence == (trend.PValue < 0.05))));

    [Property]
    public Property LimitsOfTheChangeOfAShareLieWithinOne() => Law.ForAll(
        from months in Gen.Choose(24, 60)
        from size in Gen.Choose(1, 400)
        from hits in Gen.Choose(0, size).ArrayOf(months)
        select (Size: size, Hits: hits),
        x => PeriodSeries.FromShares(January, x.Hits.Select(hits => new ShareTally(hits, x.Size))).Trend() is var trend && (trend.Refusal is not null
            || (trend.Lower > -1 && trend.Lower <= trend.SlopePerYear && trend.SlopePerYear <= trend.Upper && trend.Upper < 1
                && Math.Sign(trend.SlopePerYear!.Value) == Math.Sign(trend.ModelSlope!.Value) && trend.SmallestDetectable is >= 0 and < 1)));

    [Property]
    public Property TimeReversedMirrorsTheChangeOfAShare() => Law.ForAll(
        from hits in Gen.Choose(20, 180).ArrayOf(40)
        select hits,
        hits =>
        {
            TrendEstimate trend = Monthly(hits).Trend(), reversed = Monthly([.. hits.Reverse()]).Trend();
            return trend.Refusal is null == reversed.Refusal is null
                && (trend.Refusal is not null || Near(trend.ModelSlope, -reversed.ModelSlope, 1e-5 * trend.ModelStandardError!.Value));

            static PeriodSeries Monthly(int[] hits) => PeriodSeries.FromShares(January, hits.Select(x => new ShareTally(x, 200)));
        });

    private static TrendEstimate Of(double?[] values) => PeriodSeries.FromValues(January, values).Trend();

    private static TrendEstimate AsTheyAre(double?[] values) => PeriodSeries.FromValues(January, values).Trend(new() { Scale = ModelScale.Identity });

    private static bool Alike(TrendEstimate a, TrendEstimate b, double factor, double tolerance) =>
        a.Refusal is null == b.Refusal is null
        && (a.Refusal is not null
            || (Near(a.SlopePerYear * factor, b.SlopePerYear, tolerance * Math.Abs(factor) * a.ModelStandardError!.Value)
                && Near(a.PValue, b.PValue, tolerance)
                && Near(a.Fit!.Phi, b.Fit!.Phi, tolerance)
                && Near(a.ModelStandardError * Math.Abs(factor), b.ModelStandardError, tolerance * Math.Abs(factor) * a.ModelStandardError!.Value)));

    private static bool Near(double? expected, double? actual, double tolerance) => Math.Abs(expected!.Value - actual!.Value) <= tolerance;
}
