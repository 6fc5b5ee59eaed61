using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>The reasons why two periods a year apart are not, or not quite, comparable.</summary>
[Flags]
[JsonConverter(typeof(EnumNameJsonConverter<YearOverYearFlags>))]
public enum YearOverYearFlags
{
    /// <summary>The comparison has no limitation.</summary>
    None = 0,

    /// <summary>The year before has no such period (ISO week 53). There is no change.</summary>
    NoMatch = 1,

    /// <summary>One of the two periods has no data, or no value. There is no change.</summary>
    NoData = 2,

    /// <summary>The period had not ended when the rows were gathered. There is no change.</summary>
    Incomplete = 4,

    /// <summary>The rows of the year before begin within its period, so it is covered only in part. There is no change.</summary>
    PartialCover = 8,

    /// <summary>The days from Good Friday to Easter Monday lie differently in the two periods, so a part of the change may be due to Easter.</summary>
    EasterShift = 16,

    /// <summary>The two periods differ in length, such as the two Februaries around a leap day; a volume is compared per day.</summary>
    UnequalPeriods = 32,

    /// <summary>The two records were gathered under different rules. There is no change.</summary>
    OtherRule = 64,
}
