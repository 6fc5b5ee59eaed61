namespace CxKpi;

/// <summary>Survival in words.</summary>
internal static class SurvivalWords
{
    internal static string Time(double time, CalendarUnit? unit, Phrases words) => unit is { } known ? words.Lasting(time, known) : words.Number(time);

    internal static string TimeLabel(CalendarUnit? unit, Phrases words) => unit is { } known ? words.TimeIn(known) : words.TimeLabel;

    /// <summary>What a curve says, a sentence each.</summary>
    internal static IEnumerable<string> Said(SurvivalCurve curve, Phrases words)
    {
        CalendarUnit? unit = curve.Tally.Unit;
        if (curve.RestrictedMean() is not { } mean)
        {
            yield return words.NoData;
            yield break;
        }

        SurvivalQuantile median = curve.Median;
        yield return median.Time is { } half
            ? Phrases.Capitalised(words.HalfEndedBy(Time(half, unit, words))) + Range(median.Lower, median.Upper)
            : words.FewerThanHalfEnded;
        yield return Phrases.Capitalised(words.MeanUpTo(Measured(curve.Tally.Last!.Value), Measured(Round(mean.Value)))) + Range(mean.Lower, mean.Upper);
        if (curve.Start > 0)
        {
            yield return Phrases.Capitalised(words.OfThoseThereAt(Time(curve.Start.Value, unit, words))) + ".";
        }

        if (curve.EmptiesAt is { } time)
        {
            yield return Phrases.Capitalised(words.RiskSetEmptiedAt(Time(time, unit, words))) + ".";
        }

        string Measured(double time) => unit is { } known ? words.Measured(time, known) : words.Number(time);

        string Range(double? lower, double? upper)
        {
            string range = words.Range(Text(lower), Text(upper));
            return range.Length == 0 ? "." : $" ({words.IntervalAt(curve.Confidence)}{words.Colon}{range}).";
        }

        string? Text(double? limit) => limit is { } known ? words.Number(Round(known)) : null;
    }

    /// <summary>Four digits, and all of those before the point: what a mean of times is known to.</summary>
    private static double Round(double time)
    {
        int digits = time == 0 ? 0 : 3 - (int)Math.Floor(Math.Log10(Math.Abs(time)));
        return Math.Round(time, Math.Clamp(digits, 0, 12));
    }
}
