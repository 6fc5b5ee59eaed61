namespace CxKpi.Trends;

/// <summary>Applies the rank tests for a trend to a series of periods.</summary>
internal static class RankTests
{
    internal static RankTrend MannKendall(PeriodSeries series, double confidence)
    {
        Guard.Confidence(confidence);
        int[] rows = Sufficiency.Rows(series.Complete);
        int cycle = Season.CycleOf(series.Unit);
        if (Lack(rows, cycle) is { } refusal)
        {
            return new() { Refusal = refusal, Verdict = TrendVerdict.TooLittleData };
        }

        List<Notice> warnings = [.. Sufficiency.Warnings(rows, cycle, null), .. Sufficiency.CourseOfYear(rows, series.Unit)];
        double perYear = CalendarYear.PeriodsOf(series.Unit);
        MannKendallTest test = MannKendallTest.FromValues(series.Complete, confidence);
        Remember(series, warnings, test.Slope!.Value);
        TrendVerdict verdict = VerdictOf(test.PValue!.Value, test.S, confidence);
        WarnOfTies(verdict, warnings, test.Slope, test.SlopeLower, test.SlopeUpper);
        return new()
        {
            Test = test,
            Warnings = warnings,
            Verdict = verdict,
            SlopePerYear = test.Slope * perYear,
            Lower = test.SlopeLower * perYear,
            Upper = test.SlopeUpper * perYear,
        };
    }

    internal static SeasonalRankTrend SeasonalMannKendall(PeriodSeries series, double confidence)
    {
        Guard.Confidence(confidence);
        CycleSeries source = CycleSeries.Of(series);
        int[] rows = Sufficiency.Rows(source.Figures);
        (Season[] seasons, double?[][] figures) = BySeason(source, rows);
        Notice? refusal = Lack(rows, source.Cycle);
        SeasonalMannKendallTest? test = refusal is null ? SeasonalMannKendallTest.Of(figures, confidence) : null;
        if (test?.Slope is not { } slope)
        {
            return new() { Refusal = refusal ?? Notices.NothingToPair(), Verdict = TrendVerdict.TooLittleData };
        }

        List<Notice> warnings = [.. Sufficiency.Warnings(rows, source.Cycle, source.SeasonOf), .. Sufficiency.CourseOfYear(rows, series.Unit)];
        double cyclesPerYear = series.Unit == CalendarUnit.Day ? CalendarYear.Days / source.Cycle : 1;
        if (test.HeterogeneityPValue is < 0.05 and var p)
        {
            warnings.Add(Notices.SeasonsDiffer(p));
        }

        // The variance with the covariances of the seasons allows for neighbours.
        bool correlated = test.CorrelatedPValue is not null;
        if (!correlated)
        {
            Remember(series, warnings, slope * cyclesPerYear / CalendarYear.PeriodsOf(series.Unit));
        }

        double? lower = correlated ? test.CorrelatedLower : test.SlopeLower, upper = correlated ? test.CorrelatedUpper : test.SlopeUpper;
        TrendVerdict verdict = VerdictOf(test.CorrelatedPValue ?? test.PValue!.Value, test.S, confidence);
        WarnOfTies(verdict, warnings, slope, lower, upper);
        return new()
        {
            Test = test,
            Seasons = [.. seasons.Zip(test.Seasons, KeyValuePair.Create)],
            Warnings = warnings,
            Verdict = verdict,
            SlopePerYear = slope * cyclesPerYear,
            Lower = lower * cyclesPerYear,
            Upper = upper * cyclesPerYear,
        };
    }

    private static TrendVerdict VerdictOf(double p, long score, double confidence) =>
        p >= 1 - confidence ? TrendVerdict.NoEvidence : score > 0 ? TrendVerdict.Rising : TrendVerdict.Falling;

    /// <summary>Warns where the test finds a trend and slopes of exactly 0, which equal figures have, say that there may be none.</summary>
    private static void WarnOfTies(TrendVerdict verdict, List<Notice> warnings, double? slope, double? lower, double? upper)
    {
        if (verdict is TrendVerdict.Rising or TrendVerdict.Falling && (slope == 0 || lower == 0 || upper == 0))
        {
            warnings.Add(Notices.SlopeOfTies());
        }
    }

    private static Notice? Lack(int[] rows, int cycle)
    {
        const int LeastFigures = 4;
        return Sufficiency.Refusal(rows, cycle) ?? (rows.Length < LeastFigures ? Notices.TooFewFigures(rows.Length, LeastFigures) : null);
    }

    /// <summary>Warns when neighbours, without slope and season, resemble each other more than chance explains.</summary>
    private static void Remember(PeriodSeries series, List<Notice> warnings, double slopePerPeriod)
    {
        double[] rest = new double[series.Complete.Length];
        for (int i = 0; i < rest.Length; i++)
        {
            rest[i] = series.Complete[i] - slopePerPeriod * i;
        }

        foreach (IGrouping<Season, int> season in Enumerable.Range(0, rest.Length)
            .Where(i => !double.IsNaN(rest[i]))
            .GroupBy(i => Season.Of(series.First.Plus(i)))
            .ToArray())
        {
            double mean = season.Average(i => rest[i]);
            foreach (int i in season)
            {
                rest[i] -= mean;
            }
        }

        double products = 0, squares = 0, pairs = 0;
        for (int i = 0; i < rest.Length; i++)
        {
            squares += double.IsNaN(rest[i]) ? 0 : rest[i] * rest[i];
            if (i > 0 && !double.IsNaN(rest[i] * rest[i - 1]))
            {
                products += rest[i] * rest[i - 1];
                pairs++;
            }
        }

        if (pairs > 0 && products > squares * 2 / Math.Sqrt(pairs))
        {
            warnings.Add(Notices.NeighboursAlike(products / squares));
        }
    }

    private static (Season[] Seasons, double?[][] Figures) BySeason(CycleSeries source, int[] rows)
    {
        if (rows.Length == 0)
        {
            return ([], []);
        }

        int earliest = rows.Min(place => CycleNumber(source.Periods[place])), cycles = rows.Max(place => CycleNumber(source.Periods[place])) - earliest + 1;
        SortedDictionary<Season, double?[]> seasons = [];
        foreach (int place in rows)
        {
            Season season = source.SeasonOf(place);
            if (!seasons.TryGetValue(season, out double?[]? row))
            {
                seasons.Add(season, row = new double?[cycles]);
            }

            row[CycleNumber(source.Periods[place]) - earliest] = source.Figures[place];
        }

        return ([.. seasons.Keys], [.. seasons.Values]);
    }

    private static int CycleNumber(CalendarPeriod period) => period.Unit switch
    {
        CalendarUnit.Day => (int)Math.Floor(NodaTime.Period.DaysBetween(new(1970, 1, 5), period.Start) / 7.0),
        CalendarUnit.Week => NodaTime.Calendars.WeekYearRules.Iso.GetWeekYear(period.Start),
        CalendarUnit.Month or CalendarUnit.Quarter or CalendarUnit.Year => period.Start.Year,
    };
}
