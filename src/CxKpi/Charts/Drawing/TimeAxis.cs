namespace CxKpi;

/// <summary>An axis of calendar periods, equally wide, labelled where weeks, months, quarters or years begin, as densely as the labels have room.</summary>
internal static class TimeAxis
{
    private const double Gap = 10;

    /// <summary>How many months lie between labels, from the densest; 0 is every period, -1 every Monday.</summary>
    private static readonly int[] Steps = [0, -1, 1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000];

    /// <summary>The labels of an axis.</summary>
    /// <param name="periods">The periods, all of one unit.</param>
    /// <param name="at">The coordinate of a position.</param>
    /// <param name="left">Where labels may begin.</param>
    /// <param name="right">Where labels must end.</param>
    /// <param name="text">The language of the labels.</param>
    internal static IReadOnlyList<TimeTick> Ticks(IReadOnlyList<CalendarPeriod> periods, Func<int, double> at, double left, double right, Phrases text)
    {
        if (periods.Count == 0)
        {
            return [];
        }

        foreach (int step in Steps)
        {
            int[] starts = [.. Enumerable.Range(0, periods.Count).Where(i => Begins(periods[i], step))];
            if (starts.Length >= Math.Min(2, periods.Count) && Labelled(starts, step) is var ticks && Apart(ticks))
            {
                return ticks;
            }
        }

        // No two boundaries of one kind fit: the ends, or the first alone.
        TimeTick[] ends = Labelled([0, periods.Count - 1], 0);
        return Apart(ends) ? ends : ends[..1];

        TimeTick[] Labelled(int[] indices, int step)
        {
            TimeTick[] ticks = new TimeTick[indices.Length];
            string? year = null;
            for (int i = 0; i < indices.Length; i++)
            {
                CalendarPeriod period = periods[indices[i]];
                string name = period.ToString()[..^Tail(period)], label = Name(period, step, name, text);
                string below = string.Equals(label, name, StringComparison.Ordinal) || string.Equals(year, name, StringComparison.Ordinal) ? "" : name;
                double width = Math.Max(TextFit.Width(label, Drawing.Small), TextFit.Width(below, Drawing.Small)), x = at(indices[i]);
                ticks[i] = new(indices[i], x, Math.Max(left + width / 2, Math.Min(right - width / 2, x)), width, label, below);
                year = name;
            }

            return ticks;
        }
    }

    private static bool Apart(TimeTick[] ticks) =>
        Enumerable.Range(1, ticks.Length - 1).All(i => ticks[i - 1].Middle + ticks[i - 1].Width / 2 + Gap <= ticks[i].Middle - ticks[i].Width / 2);

    private static bool Begins(CalendarPeriod period, int step) => step switch
    {
        0 => true,
        -1 => period.Unit == CalendarUnit.Day && period.Start.DayOfWeek == NodaTime.IsoDayOfWeek.Monday,
        _ => period.Start.Day <= (period.Unit == CalendarUnit.Week ? 7 : 1) && (12 * period.Start.Year + period.Start.Month - 1) % step == 0,
    };

    private static string Name(CalendarPeriod period, int step, string year, Phrases text) => (step, period.Unit) switch
    {
        ( >= 12, _) => period.Start.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture),
        (_, CalendarUnit.Year) => year,
        (_, CalendarUnit.Quarter) => text.QuarterOf(period),
        (0, CalendarUnit.Week) => text.Week(period.ToString()[^2..]),
        (0 or -1, CalendarUnit.Day) => text.ShortDay(period.Start),
        (_, CalendarUnit.Day or CalendarUnit.Week or CalendarUnit.Month) => text.ShortMonth(period.Start.Month),
    };

    // A period's name begins with its year, which has a sign before the year 1.
    private static int Tail(CalendarPeriod period) => period.Unit switch
    {
        CalendarUnit.Day => 6,
        CalendarUnit.Week => 4,
        CalendarUnit.Month or CalendarUnit.Quarter => 3,
        CalendarUnit.Year => 0,
    };
}
