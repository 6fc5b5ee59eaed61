namespace CxKpi.Trends;

/// <summary>The cycle by which a calendar series is taken apart.</summary>
public enum SeasonalCycle
{
    /// <summary>That of the unit: the week for days, the year for weeks, months and quarters.</summary>
    Natural,

    /// <summary>The year: 365 days, 29 February taken together with 28 February by its evidence; for other units the same as <see cref="Natural"/>.</summary>
    Year,
}
