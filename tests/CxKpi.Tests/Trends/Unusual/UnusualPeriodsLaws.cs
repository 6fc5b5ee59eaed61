using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Trends;

public class UnusualPeriodsLaws
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2018-01");

    [Property]
    public Property AConstantAddedMakesNothingUnusualWhereFiguresAreNotAllPositive() =>
        Law.ForAll(LevelShiftsLaws.Months, values => SamePeriods(Unusual([.. values.Select(x => x - 1e4)]), Unusual([.. values.Select(x => x - 3e4)])));

    [Property]
    public Property AScaleMakesNothingUnusual() => Law.ForAll(LevelShiftsLaws.Months, values =>
        SamePeriods(Unusual(values), Unusual([.. values.Select(x => x * 0.001)]))
        && SamePeriods(Unusual([.. values.Select(x => -x)]), Unusual([.. values.Select(x => x * -0.001)])));

    [Property]
    public Property TimeReversedMirrorsWhatIsUnusual() => Law.ForAll(LevelShiftsLaws.Months, values =>
        Unusual(values).Periods.Select(x => PeriodCount.Between(January, x.Period))
            .SequenceEqual(Unusual([.. values.Reverse()]).Periods.Select(x => values.Length - 1 - PeriodCount.Between(January, x.Period))));

    [Property]
    public Property TheSameFiguresAreUnusualToTheBit() =>
        Law.ForAll(LevelShiftsLaws.Months, values => Unusual(values).Periods.SequenceEqual(Unusual(values).Periods));

    private static UnusualPeriods Unusual(double?[] values) => PeriodSeries.FromValues(January, values).Unusual();

    private static bool SamePeriods(UnusualPeriods a, UnusualPeriods b) =>
        a.Periods.Select(x => x.Period).SequenceEqual(b.Periods.Select(x => x.Period))
        && a.Periods.Zip(b.Periods).All(x => Near(x.First.PValue, x.Second.PValue, 1e-6));

    private static bool Near(double expected, double actual, double tolerance) => Math.Abs(expected - actual) <= tolerance;
}
