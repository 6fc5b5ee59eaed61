using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <summary>Checks arguments that are dates and periods.</summary>
internal static class CalendarGuard
{
    internal static LocalDate Iso(LocalDate date, [CallerArgumentExpression(nameof(date))] string name = "", long? position = null) =>
        date.Calendar == CalendarSystem.Iso
            ? date
            : throw new ArgumentException($"{name} must be in the ISO calendar{Guard.At(position)}, but is in {date.Calendar}", name);

    /// <summary>Checks a length in days, of which a hundred years are the most.</summary>
    internal static int Days(int days, [CallerArgumentExpression(nameof(days))] string name = "") => Guard.InRange(days, 1, 36_525, name);

    internal static CalendarPeriod OfUnit(CalendarPeriod period, CalendarUnit unit, [CallerArgumentExpression(nameof(period))] string name = "") =>
        period.Unit == unit ? period : throw new ArgumentException($"{name} must be a {unit}, but is a {period.Unit}", name);
}
