using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Series;

/// <summary>Generators of dated rows and of series.</summary>
internal static class Calendars
{
    /// <summary>Up to a hundred customers, each with the day in the years 2019 to 2025 on which they were lost or kept.</summary>
    public static Gen<List<(LocalDate Date, bool Lost)>> Rows =>
        (from day in Gen.Choose(0, 2500)
         from lost in Gen.Elements(true, false)
         select (new LocalDate(2019, 1, 1).PlusDays(day), lost)).ListOf().Select(rows => rows.ToList());

    public static Gen<CalendarUnit> Unit => Gen.Elements(Enum.GetValues<CalendarUnit>());

    /// <summary>Churn by any unit.</summary>
    public static Gen<KpiSeries<Churn>> Series =>
        from rows in Rows
        from unit in Unit
        select Tallied(rows, unit);

    public static KpiSeries<Churn> Tallied(IEnumerable<(LocalDate Date, bool Lost)> rows, CalendarUnit unit) =>
        rows.TallyBy(unit, row => row.Date, row => new Churn(row.Lost ? 1 : 0, 1));
}
