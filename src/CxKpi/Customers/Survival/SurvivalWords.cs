namespace CxKpi;

/// <summary>Survival in words.</summary>
internal static class SurvivalWords
{
    internal static string Time(double time, CalendarUnit? unit, Phrases words) => unit is { } known ? words.Lasting(time, known) : words.Number(time);

    internal static string TimeLabel(CalendarUnit? unit, Phrases words) => unit is { } known ? words.TimeIn(known) : words.TimeLabel;

    /// <summary>What ends a wait, by the name that the curve gives it.</summary>
    internal static string Ended(SurvivalCurve curve, Phrases words) =>
        curve.EventName is { } name && TerminalText.Clean(name) is { Length: > 0 } clean ? clean : words.EndedLabel;

    internal static string Caption(SurvivalCurve curve, Phrases words) => Phrases.Capitalised(words.OverTime(Side(curve, words)));

    /// <summary>To whom it has not happened yet, or to whom it has.</summary>
    internal static string Side(SurvivalCurve curve, Phrases words) =>
        curve.View == SurvivalView.NotYet ? words.NotYetOf(Ended(curve, words)) : Ended(curve, words);

    /// <summary>The head of the column of shares, beside that of the number who ended.</summary>
    internal static string ShareLabel(SurvivalCurve curve, Phrases words) =>
        curve.View == SurvivalView.NotYet ? Side(curve, words) : words.ShareOf(Ended(curve, words));

    /// <summary>By when it has happened to half of the customers.</summary>
    internal static string Half(SurvivalCurve curve, Phrases words)
    {
        string? time = curve.Median.Time is { } median ? Time(median, curve.Tally.Unit, words) : null;
        return curve.EventName is null
            ? time is null ? words.FewerThanHalfEnded : words.HalfEndedBy(time)
            : Ended(curve, words) + words.Colon + (time is null ? words.FewerThanHalf : words.HalfBy(time));
    }

    /// <summary>What a reader must know of a curve that does not say what it seems to, a sentence each.</summary>
    internal static IEnumerable<string> Notices(SurvivalCurve curve, Phrases words)
    {
        CalendarUnit? unit = curve.Tally.Unit;
        if (curve.Start is { } start and > 0)
        {
            yield return Phrases.Capitalised(words.OfThoseThereAt(Time(start, unit, words))) + ".";
        }

        if (curve.EmptiesAt is { } time)
        {
            yield return Phrases.Capitalised(words.RiskSetEmptiedAt(Time(time, unit, words))) + ".";
        }

        if (curve.Reach is { } reach && reach < curve.Tally.Last)
        {
            yield return Phrases.Capitalised(words.NobodyWatchedAfter(Time(reach, unit, words))) + ".";
        }
    }

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
        yield return Phrases.Capitalised(Half(curve, words)) + (median.Time is null ? "." : Range(median.Lower, median.Upper));
        yield return Phrases.Capitalised(words.MeanUpTo(Measured(curve.Reach!.Value), Measured(Round(mean.Value)))) + Range(mean.Lower, mean.Upper);
        foreach (string notice in Notices(curve, words))
        {
            yield return notice;
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
