using System.Globalization;

namespace CxKpi.Trends;

/// <summary>A period compared with its like a year before.</summary>
public readonly record struct YearOverYearChange
{
    /// <summary>The period.</summary>
    public required CalendarPeriod Period { get; init; }

    /// <summary>Its like in the year before; <see langword="null"/> when there is none.</summary>
    public CalendarPeriod? Baseline { get; init; }

    /// <summary>The change; <see langword="null"/> for a reason that <see cref="Flags"/> names.</summary>
    public Change? Change { get; init; }

    /// <summary>What limits the comparison.</summary>
    public YearOverYearFlags Flags { get; init; }

    /// <summary>The two periods, the change and the flags as invariant text.</summary>
    /// <returns>Text for a person.</returns>
    public override string ToString()
    {
        string change = Change is { } known ? $": {known}" : "";
        string flags = Flags == YearOverYearFlags.None ? "" : $" [{Flags}]";
        return string.Create(CultureInfo.InvariantCulture, $"{Period} from {Baseline?.ToString() ?? "-"}{change}{flags}");
    }
}
