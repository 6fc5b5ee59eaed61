using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq.Expressions;
using NodaTime;

namespace CxKpi;

/// <summary>The days in a zone of rows with times: told by the engine where it can, and from the times themselves where not.</summary>
[RequiresDynamicCode(GroupPlan.Reason)]
[RequiresUnreferencedCode(GroupPlan.Reason)]
internal sealed class GroupTimes
{
    private readonly LambdaExpression time;
    private readonly DateTimeZone zone;
    private readonly bool areDays;
    private readonly Func<object, LocalDateTime> latestOf;
    private readonly Func<object, long> countOf;

    internal GroupTimes(GroupPlan plan, LambdaExpression time, DateTimeZone zone)
    {
        (this.time, this.zone) = (time, zone);
        countOf = plan.Reader<long>(plan.Count);
        if (Local(plan) is not { } local)
        {
            Func<object, Instant> read = plan.Reader<Instant>(ToInstant(plan.Here(time, "instant")));
            latestOf = group => Dates.In(zone, read(group), 0, "rows");
            return;
        }

        areDays = true;
        Func<object, bool> isOutside = plan.Reader<bool>(plan.Key(ZoneTime.IsOutside(local.Utc, local.Kind)));
        plan.Key(Expression.Property(local.Time, nameof(DateTime.Date)));
        bool mustSay = local.Kind == DateTimeKind.Utc;
        Func<object, DateTime> localOf = plan.Reader<DateTime>(GroupPlan.Clock(plan.Largest(local.Time)));
        Func<object, Instant> earliestOf = plan.Reader<Instant>(local.Instant.Update(null, [plan.Smallest(local.Utc)]));
        latestOf = group => localOf(group) switch
        {
            // What a provider reads says it as the rows do that the provider reads.
            { Kind: not DateTimeKind.Utc } latest when mustSay => throw Refused(Dates.NoKind, latest),
            { } latest when isOutside(group) => throw Refused(ZoneTime.Rule, latest),
            { } latest => LocalDateTime.FromDateTime(
                GroupSums.OnOneDay(latest, Dates.In(zone, earliestOf(group), 0, "rows").ToDateTimeUnspecified())),
        };
    }

    /// <summary>The day of a group, noted with its latest time.</summary>
    internal LocalDate Add(object group, DayClock clock) => clock.AddLatest(latestOf(group));

    /// <summary>Notes how many rows came in each minute of a day.</summary>
    internal async Task CountMinutes<TRow>(
        DayClock clock, IReadOnlyList<object> groups, GroupPlan plan, IReadOnlyList<IQueryable<TRow>> rows, GroupFetch fetch)
    {
        if (!areDays)
        {
            foreach (object group in groups)
            {
                LocalDateTime own = latestOf(group);
                clock.Add(own.Hour, own.Minute, countOf(group));
            }

            return;
        }

        Expression local = Local(plan)!.Value.Time;
        Expression hour = plan.Key(Expression.Property(local, nameof(DateTime.Hour))), minute = plan.Key(Expression.Property(local, nameof(DateTime.Minute)));
        Func<object, int> hourOf = plan.Reader<int>(hour), minuteOf = plan.Reader<int>(minute);
        Func<object, long> rowsOf = plan.Reader<long>(plan.Count);
        foreach (object group in await fetch(plan.Queries(rows)).ConfigureAwait(false))
        {
            clock.Add(hourOf(group), minuteOf(group), rowsOf(group));
        }
    }

    private (MethodCallExpression Instant, Expression Time, Expression Utc, DateTimeKind Kind)? Local(GroupPlan plan)
    {
        Expression instant = ToInstant(plan.OnRow(time));
        return ZoneTime.UtcOf(instant, plan.Engine) is var (utc, kind) ? ((MethodCallExpression)instant, ZoneTime.In(zone, utc, kind), utc, kind) : null;
    }

    private static ArgumentOutOfRangeException Refused(string rule, DateTime time) =>
        Guard.Outside("rows", rule, time.ToString("s", CultureInfo.InvariantCulture));

    private static Expression ToInstant(Expression time) =>
        time.Type == typeof(Instant) ? time : Expression.Call(typeof(Dates), nameof(Dates.From), null, time);
}
