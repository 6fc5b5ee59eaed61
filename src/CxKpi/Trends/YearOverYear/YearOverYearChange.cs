using System.Globalization;

namespace CxKpi.Trends;

/// <summary>A period compared with its like a year before.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct YearOverYearChange : IHtmlFace
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

    string IHtmlFace.ToHtml()
    {
        ReportFormat words = ReportFormat.Default;
        return new NotebookTable($"{words.Period(Period)} against the year before")
            .Fact("compared with", Baseline is { } baseline ? words.Period(baseline) : null)
            .Fact("difference", words.Signed(Change?.Difference))
            .Fact(Change is { } known ? words.IntervalAt(known.Confidence) : "", words.Range(words.Signed(Change?.Lower), words.Signed(Change?.Upper)))
            .Fact("p-value", words.PValue(Change?.PValue))
            .Fact("verdict", words.Verdict(Change?.Verdict ?? ChangeVerdict.Unknown))
            .Note(Flags == YearOverYearFlags.None ? null : ReportFormat.Phrase(Flags.ToString()))
            .ToHtml();
    }
}
