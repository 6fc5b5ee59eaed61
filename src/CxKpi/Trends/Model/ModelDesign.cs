namespace CxKpi.Trends;

/// <summary>The terms of the seasonal model, as one row of numbers per period, whether it was observed or lies ahead.</summary>
/// <remarks>The columns are an intercept, the season, the trend in years, the calendar regressors and the step.</remarks>
internal sealed class ModelDesign
{
    /// <summary>Two years: with fewer, the course of the year cannot be separated from a trend.</summary>
    private const int DaysForYearlyCourse = 731;

    private readonly CalendarPeriod first;
    private readonly int origin;
    private readonly Season[] seasons;
    private readonly Regressor[] regressors;
    private readonly Func<CalendarPeriod, double>? step;
    private readonly int harmonics;
    private readonly bool trend;

    internal ModelDesign(
        CalendarPeriod first,
        IReadOnlyList<int> rows,
        ModelOptions options,
        Regressor[] regressors,
        bool trend,
        Func<CalendarPeriod, double>? step)
    {
        this.first = first;
        origin = rows.Count == 0 ? 0 : rows[0];
        this.regressors = regressors;
        this.trend = trend;
        this.step = step;
        seasons = !options.IsSeasonal || first.Unit is CalendarUnit.Week or CalendarUnit.Year
            ? []
            : [.. rows.Select(t => Season.Of(first.Plus(t))).Distinct().Order()];
        harmonics = !options.IsSeasonal ? 0 : first.Unit switch
        {
            CalendarUnit.Week => Math.Clamp((rows.Count - SeasonalModel.LeastFreedom - 3 - regressors.Length) / 2, 1, options.Harmonics ?? 3),
            CalendarUnit.Day when !HidesCourseOfYear(first.Unit, rows[^1] - rows[0] + 1) => options.Harmonics ?? 2,
            CalendarUnit.Day or CalendarUnit.Month or CalendarUnit.Quarter or CalendarUnit.Year => 0,
        };
    }

    /// <summary>The first column of the season, which follows the intercept.</summary>
    internal static int SeasonColumn => 1;

    internal int SeasonColumns => Math.Max(0, seasons.Length - 1) + 2 * harmonics;

    internal int TrendColumn => SeasonColumn + SeasonColumns;

    internal int StepColumn => Columns - 1;

    internal int Columns => SeasonColumn + SeasonColumns + (trend ? 1 : 0) + regressors.Length + (step is null ? 0 : 1);

    /// <summary>Whether the periods have a course of the year that their span is too short to show.</summary>
    internal static bool HidesCourseOfYear(CalendarUnit unit, int span) => unit == CalendarUnit.Day && span < DaysForYearlyCourse;

    /// <summary>The same terms over more rows, with the column of an effect.</summary>
    internal ModelDesign WithEffect(IReadOnlyList<int> rows, ModelOptions options, Func<CalendarPeriod, double> effect) =>
        new(first, rows, options, regressors, trend, effect);

    /// <summary>Whether a period's season was ever observed, so that its row means something.</summary>
    internal bool Covers(CalendarPeriod period) => seasons.Length == 0 || Array.BinarySearch(seasons, Season.Of(period)) >= 0;

    /// <summary>The row of a period.</summary>
    internal double[] Row(int index)
    {
        CalendarPeriod period = first.Plus(index);
        double[] row = new double[Columns];
        row[0] = 1;
        int next = SeasonColumn;
        if (seasons.Length > 0)
        {
            int season = Array.BinarySearch(seasons, Season.Of(period));
            if (season > 0)
            {
                row[next + season - 1] = 1;
            }

            next += seasons.Length - 1;
        }

        double phase = harmonics > 0 ? Phase(period) : 0;
        for (int k = 1; k <= harmonics; k++)
        {
            (row[next], row[next + 1]) = Math.SinCos(2 * Math.PI * k * phase);
            next += 2;
        }

        if (trend)
        {
            row[next++] = Years(index);
        }

        foreach (Regressor regressor in regressors)
        {
            row[next++] = regressor.ValueIn(period);
        }

        if (step is not null)
        {
            row[next] = step(period);
        }

        return row;
    }

    /// <summary>The position of a column's regressor; <see langword="null"/> when the column belongs to another term.</summary>
    internal int? RegressorIn(int column)
    {
        int index = column - SeasonColumn - SeasonColumns - (trend ? 1 : 0);
        return index >= 0 && index < regressors.Length ? index : null;
    }

    /// <summary>A column's term in words, with its article.</summary>
    internal string NameOf(int column, Phrases words) =>
        RegressorIn(column) is { } index ? words.TheRegressor(regressors[index].In(words))
        : column == 0 ? words.TheLevel
        : column < TrendColumn ? words.TheSeason
        : trend && column == TrendColumn ? words.TheTrend
        : words.TheEffect;

    private static double Phase(CalendarPeriod period)
    {
        // An ISO week belongs to the year of its Thursday.
        NodaTime.LocalDate day = period.Unit == CalendarUnit.Week ? period.Start.PlusDays(3) : period.Start;
        return (day.DayOfYear - 0.5) / NodaTime.CalendarSystem.Iso.GetDaysInYear(day.Year);
    }

    // Counted from the first figure: periods without one before it change no digit.
    private double Years(int index) => (index - origin) / CalendarYear.PeriodsOf(first.Unit);
}
