namespace CxKpi.Trends;

/// <summary>Why two periods a year apart are not, or not quite, comparable, in words.</summary>
internal static class YearOverYearFlagsWords
{
    internal static string In(this YearOverYearFlags flags, Phrases words) => Phrases.Listed(flags, flag => flag switch
    {
        YearOverYearFlags.None => "",
        YearOverYearFlags.NoMatch => words.YearBeforeHasNoMatch,
        YearOverYearFlags.NoData => words.PeriodHasNoData,
        YearOverYearFlags.Incomplete => words.PeriodIncomplete,
        YearOverYearFlags.PartialCover => words.PartialCover,
        YearOverYearFlags.EasterShift => words.EasterShift,
        YearOverYearFlags.UnequalPeriods => words.FlagUnequalPeriods,
        YearOverYearFlags.OtherRule => words.OtherRule,
    });
}
