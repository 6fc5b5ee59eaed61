using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Trends;

public class LevelShiftsLaws
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2018-01");

    /// <summary>Three or four years of months with a season, a step, a spike and memory.</summary>
    internal static Gen<double?[]> Months =>
        from years in Gen.Choose(3, 4)
        from seed in Gen.Choose(1, 1_000_000)
        from phi in Gen.Elements(0, 0.3, 0.6)
        from step in Gen.Elements(0, 2, 5)
        from spike in Gen.Elements(0, 0, 9)
        select SeasonalModelTests.Values(12 * years, phi, seed: (ulong)seed).Select((x, t) => x + (t >= 20 ? step : 0) + (t == 9 ? spike : 0)).ToArray();

    [Property]
    public Property AConstantAddedMovesNoShift() => Law.ForAll(Months, values => SameShift(Found(values), Found([.. values.Select(x => x + 1e4)]), 1));

    [Property]
    public Property AScaleScalesTheShift() => Law.ForAll(Months, values => SameShift(Found(values), Found([.. values.Select(x => x * -0.001)]), -0.001));

    [Property]
    public Property TimeReversedMirrorsTheShift() => Law.ForAll(Months, values =>
        Found(values) is var found
            && Found([.. values.Reverse()]) is var mirrored
            && found.Row == values.Length - mirrored.Row
            && Near(found.Size, -mirrored.Size, 1e-5));

    [Property]
    public Property TheSameFiguresGiveTheSameShiftToTheBit() => Law.ForAll(Months, values =>
        Found(values) is var once
            && Found(values) is var again
            && once.Row == again.Row
            && once.F.Equals(again.F)
            && once.Size.Equals(again.Size)
            && once.Several.SequenceEqual(again.Several));

    // What the verb asks before it simulates.
    private static (int Row, double F, double Size, IReadOnlyList<(int Row, double Size)> Several) Found(double?[] values)
    {
        ShiftModel model = new(PeriodSeries.FromValues(January, values), isSeasonal: true);
        (int row, double f, _, _) = model.Search().Find(model.Response)!.Value;
        double[] last = new double[model.Design.Length + 1];
        last[^1] = 1;
        return (row, f, model.Fit(row).Combine(last).Value, model.Several());
    }

    private static bool SameShift(
        (int Row, double F, double Size, IReadOnlyList<(int Row, double Size)> Several) a,
        (int Row, double F, double Size, IReadOnlyList<(int Row, double Size)> Several) b,
        double factor) =>
        a.Row == b.Row
            && Near(a.F, b.F, 1e-5 * a.F)
            && Near(factor * a.Size, b.Size, 1e-6 * Math.Abs(factor))
            && a.Several.Select(x => x.Row).SequenceEqual(b.Several.Select(x => x.Row));

    private static bool Near(double expected, double actual, double tolerance) => Math.Abs(expected - actual) <= tolerance;
}
