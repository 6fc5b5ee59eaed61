using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests;

public class TimeAxisLaws
{
    private static Gen<(CalendarPeriod[] Periods, int Width, ReportLanguage Language)> Case =>
        from unit in Gen.Elements(Enum.GetValues<CalendarUnit>())
        from start in Gen.Choose(0, 20_000)
        from count in Gen.Frequency((3, Gen.Choose(1, 40)), (1, Gen.Choose(41, 800)))
        from width in Gen.Choose(120, 1500)
        from language in Gen.Elements(Enum.GetValues<ReportLanguage>())
        let first = CalendarPeriod.Containing(unit, new LocalDate(1990, 1, 1).PlusDays(start))
        select ((CalendarPeriod[])[.. Enumerable.Range(0, count).Select(first.Plus)], width, language);

    [Property]
    public Property LabelsDoNotOverlap() => Law.ForAll(Case, x =>
    {
        IReadOnlyList<TimeTick> ticks = Ticks(x);
        return ticks.Zip(ticks.Skip(1)).All(pair => pair.First.Middle + pair.First.Width / 2 < pair.Second.Middle - pair.Second.Width / 2);
    });

    [Property]
    public Property LabelsStayOnThePaper() =>
        Law.ForAll(Case, x => Ticks(x).All(tick => tick.Middle - tick.Width / 2 >= -0.01 && tick.Middle + tick.Width / 2 <= x.Width + 0.01));

    [Property]
    public Property ThereIsALabelAndItsYear() => Law.ForAll(Case, x => Ticks(x) is [var first, ..] && (first.Year.Length == 4 || first.Label.Length == 4));

    internal static IReadOnlyList<TimeTick> Ticks((CalendarPeriod[] Periods, int Width, ReportLanguage Language) x) =>
        TimeAxis.Ticks(x.Periods, i => (i + 0.5) * x.Width / x.Periods.Length, 0, x.Width, Phrases.For(x.Language));
}
