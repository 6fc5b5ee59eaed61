namespace CxKpi;

/// <summary>A row of a risk table: the curve at a round time, and what happened since the row before.</summary>
internal readonly record struct SurvivalRow(SurvivalPoint Point, long Ended, long Open)
{
    private static readonly double[] Days = [1, 2, 7, 14, 30, 60, 90, 180, 365, 730], Months = [1, 2, 3, 6, 12, 24, 60, 120];

    /// <summary>The rows at round times, from the start of the curve to its end.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="most">The number of rows that there may be.</param>
    internal static SurvivalRow[] Of(SurvivalCurve curve, int most)
    {
        double[] times = curve is { Start: { } start, Tally.Last: { } last } ? Times(start, last, curve.Tally.Unit, most) : [];
        List<SurvivalRow> rows = [];
        int next = 0;
        ReadOnlySpan<SurvivalStep> steps = curve.Tally.Rows;
        (long ended, long open) = (0, 0);
        foreach (double time in times)
        {
            for (; next < steps.Length && steps[next].Time <= time; next++)
            {
                ended += steps[next].Ended;
                open += steps[next].Open;
            }

            if (curve.At(time) is { } point)
            {
                rows.Add(new(point, ended, open));
                (ended, open) = (0, 0);
            }
        }

        return [.. rows];
    }

    internal static double[] Times(double start, double last, CalendarUnit? unit, int most)
    {
        double step = Step(last - start, unit, most - 1);
        return step > 0
            ? [.. Enumerable.Range(0, most).Select(i => start + i * step).TakeWhile(time => time <= last)]
            : [start];
    }

    private static double Step(double length, CalendarUnit? unit, int steps)
    {
        double[] usual = unit switch
        {
            CalendarUnit.Day => Days,
            CalendarUnit.Month => Months,
            _ => [],
        };
        if (length == 0)
        {
            return 0;
        }

        double known = Array.Find(usual, step => step * steps >= length);
        if (known > 0)
        {
            return known;
        }

        double power = Math.Pow(10, Math.Floor(Math.Log10(length / steps)));
        return power * Array.Find([1.0, 2, 5, 10, 20], factor => factor * power * steps >= length);
    }
}
