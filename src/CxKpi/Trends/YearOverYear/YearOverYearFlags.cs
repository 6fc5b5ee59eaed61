namespace CxKpi.Trends;

/// <summary>Why two periods a year apart are not, or not quite, comparable.</summary>
[Flags]
public enum YearOverYearFlags
{
    /// <summary>Nothing to add.</summary>
    None = 0,

    /// <summary>The year before has no such period: ISO week 53. There is no change.</summary>
    NoMatch = 1,

    /// <summary>One of the two periods holds no data, or no value. There is no change.</summary>
    NoData = 2,

    /// <summary>The period had not ended when the rows were gathered. There is no change.</summary>
    Incomplete = 4,

    /// <summary>The rows of the year before begin inside its period, so that it is covered in part.</summary>
    PartialCover = 8,

    /// <summary>The days from Good Friday to Easter Monday lie differently in the two periods: a part of the change may be Easter's.</summary>
    EasterShift = 16,
}
