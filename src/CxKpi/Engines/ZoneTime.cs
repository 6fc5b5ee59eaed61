using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using NodaTime;
using NodaTime.TimeZones;

namespace CxKpi;

/// <summary>A row's time in a zone, in terms that every provider translates: the time in UTC plus the zone's distance from it, chosen by comparisons.</summary>
[RequiresUnreferencedCode(GroupPlan.Reason)]
internal static class ZoneTime
{
    // Within these years all distances are whole minutes, and their changes are few enough for one query.
    internal static readonly Instant First = Instant.FromUtc(1972, 2, 1, 0, 0), End = Instant.FromUtc(2070, 1, 1, 0, 0);

    internal const string Rule = "must hold times from February 1972 to 2069 for days in a zone";

    /// <summary>The row's time in UTC that an instant is made of; <see langword="null"/> when it is made of something else.</summary>
    internal static (Expression Utc, DateTimeKind Kind)? UtcOf(Expression instant, Rows rows) => instant switch
    {
        MethodCallExpression { Method.Name: nameof(Dates.FromUtc), Arguments: [{ } time] } call
            when call.Method.DeclaringType == typeof(Dates) && time.Type == typeof(DateTime) && rows.IsColumn(time) => (time, DateTimeKind.Unspecified),
        MethodCallExpression { Method.Name: nameof(Dates.From) or nameof(Instant.FromDateTimeUtc), Arguments: [{ } time] } call
            when time.Type == typeof(DateTime) && rows.IsColumn(time) => (time, DateTimeKind.Utc),

        // Engines that tell the days of such columns tell them in UTC, whatever was written; memory keeps the offset.
        MethodCallExpression { Method: { Name: nameof(Dates.From) } method, Arguments: [{ } time] }
            when method.DeclaringType == typeof(Dates) && time.Type == typeof(DateTimeOffset) && rows.IsColumn(time) && !rows.AreInMemory =>
            (time, DateTimeKind.Utc),
        _ => null,
    };

    /// <summary>Whether a time lies outside of the years that a query can tell the local time of.</summary>
    internal static Expression IsOutside(Expression utc, DateTimeKind kind) =>
        Expression.OrElse(Expression.LessThan(utc, Constant(First, utc.Type, kind)), Expression.GreaterThanOrEqual(utc, Constant(End, utc.Type, kind)));

    /// <summary>The local time.</summary>
    internal static Expression In(DateTimeZone zone, Expression utc, DateTimeKind kind) =>
        Expression.Call(utc, utc.Type.GetMethod(nameof(DateTime.AddMinutes))!, Minutes([.. zone.GetZoneIntervals(First, End)], utc, kind));

    // By halves, so that no row is compared with more than a handful of changes.
    private static Expression Minutes(ReadOnlySpan<ZoneInterval> intervals, Expression utc, DateTimeKind kind)
    {
        if (intervals.Length == 1)
        {
            return Expression.Constant(intervals[0].WallOffset.Seconds / 60.0);
        }

        int half = intervals.Length / 2;
        return Expression.Condition(
            Expression.LessThan(utc, Constant(intervals[half].Start, utc.Type, kind)),
            Minutes(intervals[..half], utc, kind),
            Minutes(intervals[half..], utc, kind));
    }

    private static ConstantExpression Constant(Instant instant, Type type, DateTimeKind kind) => type == typeof(DateTimeOffset)
        ? Expression.Constant(instant.ToDateTimeOffset())
        : Expression.Constant(DateTime.SpecifyKind(instant.ToDateTimeUtc(), kind));
}
