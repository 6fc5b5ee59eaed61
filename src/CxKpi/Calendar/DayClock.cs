using System.Runtime.InteropServices;
using NodaTime;

namespace CxKpi;

/// <summary>Notes at what time of the day rows come, to notice that the rows of the last day stop before it ends.</summary>
internal sealed class DayClock
{
    // With fewer other days it cannot be known when rows usually stop.
    private const int FewestOthers = 2;

    // A whole day has no row after that time with a probability of exp(-3), or of 1 in 21 when each of twenty others has one: at most 5 %.
    private const double EnoughLaterRows = 3;
    private const int EnoughOthers = 20;
    private const int MinutesPerHour = 60;
    private const int MinutesPerDay = 24 * MinutesPerHour;

    private readonly Dictionary<LocalDate, long> latest = [];
    private readonly long[] minutes = new long[MinutesPerDay];

    /// <summary>The last day with a row.</summary>
    internal LocalDate LastDay { get; private set; } = LocalDate.MinIsoValue;

    /// <summary>Whether the rows of the last day stop earlier in it than those of every other, so early that chance hardly explains it.</summary>
    internal bool StopsEarly => IsShort && (Others >= EnoughOthers || (double)minutes.AsSpan(StopMinute + 1).ToArray().Sum() / Others >= EnoughLaterRows);

    /// <summary>Whether <see cref="StopsEarly"/> rests on how many rows came in which minute.</summary>
    internal bool NeedsMinutes => IsShort && Others < EnoughOthers;

    private int Others => latest.Count - 1;

    private int StopMinute => (int)(latest[LastDay] / NodaConstants.NanosecondsPerMinute);

    private bool IsShort => Others >= FewestOthers && latest.All(day => day.Key == LastDay || day.Value > latest[LastDay]);

    /// <summary>Notes a row.</summary>
    /// <returns>Its day.</returns>
    internal LocalDate Add(LocalDateTime time)
    {
        Add(time.Hour, time.Minute, 1);
        return AddLatest(time);
    }

    /// <summary>Notes how many rows came in a minute of any day.</summary>
    internal void Add(int hour, int minute, long rows) => minutes[hour * MinutesPerHour + minute] += rows;

    /// <summary>Notes the latest of several rows of a day, without counting them.</summary>
    /// <returns>Their day.</returns>
    internal LocalDate AddLatest(LocalDateTime time)
    {
        LocalDate day = time.Date;
        long own = time.NanosecondOfDay;
        ref long known = ref CollectionsMarshal.GetValueRefOrAddDefault(latest, day, out bool isKnown);
        known = isKnown ? Math.Max(known, own) : own;
        LastDay = LocalDate.Max(LastDay, day);
        return day;
    }
}
