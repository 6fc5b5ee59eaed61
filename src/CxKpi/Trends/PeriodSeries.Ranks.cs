using NodaTime.Calendars;

namespace CxKpi.Trends;

/// <content>Rank tests for a trend.</content>
public sealed partial class PeriodSeries
{
    private const double DaysPerYear = 365.2425;

    /// <summary>The figures that may be tested: all but an incomplete last period's.</summary>
    internal ReadOnlySpan<double> Complete => Figures[..(IsLastIncomplete ? Count - 1 : Count)];

    private double PeriodsPerYear => Unit switch
    {
        CalendarUnit.Day => DaysPerYear,
        CalendarUnit.Week => DaysPerYear / 7,
        CalendarUnit.Month => 12,
        CalendarUnit.Quarter => 4,
        _ => 1,
    };

    /// <summary>Whether the figures tend to rise or fall by their ranks, with Sen's slope. For series without a season; see <see cref="SeasonalMannKendall"/> for others.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The test; refused below two full cycles, and below four figures.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public RankTrend MannKendall(double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        if (TooShort(out List<Notice> warnings) is { } refusal)
        {
            return new() { Refusal = refusal, Verdict = TrendVerdict.TooLittleData };
        }

        MannKendallTest test = MannKendallTest.FromValues(Complete, confidence);
        Remember(warnings, test.Slope!.Value);
        return new()
        {
            Test = test,
            Warnings = warnings,
            Verdict = VerdictOf(test.PValue!.Value, test.S, confidence),
            SlopePerYear = test.Slope * PeriodsPerYear,
            SlopePerYearLower = test.SlopeLower * PeriodsPerYear,
            SlopePerYearUpper = test.SlopeUpper * PeriodsPerYear,
        };
    }

    /// <summary>Whether the figures tend to rise or fall from cycle to cycle by their ranks, each season compared with itself only.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The test, with each season's own; refused below two full cycles, and below four figures. A warning says when the seasons' trends differ.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public SeasonalRankTrend SeasonalMannKendall(double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        Notice? refusal = TooShort(out List<Notice> warnings);
        (Season[] seasons, double?[][] figures) = BySeason();
        SeasonalMannKendallTest? test = refusal is null ? SeasonalMannKendallTest.Of(figures, confidence) : null;
        if (test?.Slope is not { } slope)
        {
            return new() { Refusal = refusal ?? Notices.FewerThanTwoCycles(test?.Count ?? 0, Season.CycleOf(Unit)), Verdict = TrendVerdict.TooLittleData };
        }

        double cyclesPerYear = PeriodsPerYear / (Unit == CalendarUnit.Week ? PeriodsPerYear : Season.CycleOf(Unit));
        if (test.HeterogeneityPValue is < 0.05 and var p)
        {
            warnings.Add(Notices.SeasonsDiffer(p));
        }

        Remember(warnings, slope * cyclesPerYear / PeriodsPerYear);
        return new()
        {
            Test = test,
            Seasons = [.. seasons.Zip(test.Seasons, KeyValuePair.Create)],
            Warnings = warnings,
            Verdict = VerdictOf(test.CorrelatedPValue ?? test.PValue!.Value, test.S, confidence),
            SlopePerYear = slope * cyclesPerYear,
            SlopePerYearLower = test.SlopeLower * cyclesPerYear,
            SlopePerYearUpper = test.SlopeUpper * cyclesPerYear,
        };
    }

    private static TrendVerdict VerdictOf(double p, long score, double confidence) =>
        p >= 1 - confidence ? TrendVerdict.NoEvidence : score > 0 ? TrendVerdict.Rising : TrendVerdict.Falling;

    private Notice? TooShort(out List<Notice> warnings)
    {
        const int LeastFigures = 4;
        int count = 0, cycle = Season.CycleOf(Unit);
        foreach (double figure in Complete)
        {
            count += double.IsNaN(figure) ? 0 : 1;
        }

        warnings = count < 3 * cycle ? [Notices.FewerThanThreeCycles(count, cycle)] : [];
        if (ModelDesign.HidesCourseOfYear(Unit, Complete.Length)) warnings.Add(Notices.CourseOfYearUnknown(Complete.Length));
        return count < Math.Max(2 * cycle, LeastFigures) ? Notices.FewerThanTwoCycles(count, cycle) : null;
    }

    /// <summary>Warns when neighbours, without slope and season, are more alike than chance makes them.</summary>
    private void Remember(List<Notice> warnings, double slopePerPeriod)
    {
        double[] rest = new double[Complete.Length];
        for (int i = 0; i < rest.Length; i++)
        {
            rest[i] = Complete[i] - (slopePerPeriod * i);
        }

        foreach (IGrouping<Season, int> season in Enumerable.Range(0, rest.Length).Where(i => !double.IsNaN(rest[i])).GroupBy(i => Season.Of(First.Plus(i))).ToArray())
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

    private (Season[] Seasons, double?[][] Figures) BySeason()
    {
        SortedDictionary<Season, List<(int Cycle, double Figure)>> seasons = [];
        int earliest = int.MaxValue;
        for (int i = 0; i < Complete.Length; i++)
        {
            CalendarPeriod period = First.Plus(i);
            if (!double.IsNaN(Complete[i]) && CycleNumber(period) is { } cycle)
            {
                Season season = Season.Of(period);
                if (!seasons.TryGetValue(season, out List<(int Cycle, double Figure)>? list))
                {
                    seasons.Add(season, list = []);
                }

                list.Add((cycle, Complete[i]));
                earliest = Math.Min(earliest, cycle);
            }
        }

        return ([.. seasons.Keys], [.. seasons.Values.Select(Row)]);

        double?[] Row(List<(int Cycle, double Figure)> list)
        {
            double?[] row = new double?[list[^1].Cycle - earliest + 1];
            foreach ((int cycle, double figure) in list)
            {
                row[cycle - earliest] = figure;
            }

            return row;
        }
    }

    private static int? CycleNumber(CalendarPeriod period) => period.Unit switch
    {
        CalendarUnit.Day => (int)Math.Floor((NodaTime.Period.DaysBetween(new(1970, 1, 5), period.Start)) / 7.0),
        CalendarUnit.Week => WeekYearRules.Iso.GetWeekOfWeekYear(period.Start) == 53 ? null : WeekYearRules.Iso.GetWeekYear(period.Start),
        _ => period.Start.Year,
    };
}
