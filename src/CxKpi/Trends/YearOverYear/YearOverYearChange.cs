using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>The comparison of a period with the corresponding period a year before.</summary>
[JsonConverter(typeof(RecordJsonConverter<YearOverYearChange>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct YearOverYearChange : ILocalizedFace, IJsonRecord<YearOverYearChange>
{
    /// <summary>The period.</summary>
    public CalendarPeriod Period { get; internal init; }

    /// <summary>The corresponding period of the year before; <see langword="null"/> when there is none.</summary>
    public CalendarPeriod? Baseline { get; internal init; }

    /// <summary>The change; <see langword="null"/> for a reason that <see cref="Flags"/> names.</summary>
    public Change? Change { get; internal init; }

    /// <summary>The limitations of the comparison.</summary>
    public YearOverYearFlags Flags { get; internal init; }

    /// <summary>The two periods, the change and the flags as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString()
    {
        string change = Change is { } known ? $": {known}" : "";
        string flags = Flags == YearOverYearFlags.None ? "" : $" [{Flags}]";
        return string.Create(CultureInfo.InvariantCulture, $"{Period} from {Baseline?.ToString() ?? "-"}{change}{flags}");
    }

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.AgainstTheYearBefore(words.Period(Period)))
            .Fact(words.ComparedWithLabel, Baseline is { } baseline ? words.Period(baseline) : null)
            .Fact(words.DifferenceLabel, Change?.DifferenceIn(words))
            .Fact(Change is { } known ? words.IntervalAt(known.Confidence) : "", Change?.RangeIn(words))
            .Fact(words.PValueLabel, words.PValue(Change?.PValue))
            .Fact(words.VerdictLabel, words.Verdict(Change?.Verdict ?? ChangeVerdict.Unknown))
            .Note(Flags.In(words))
            .ToHtml();
    }

    static YearOverYearChange IJsonRecord<YearOverYearChange>.Json(JsonMembers<YearOverYearChange> json) => new()
    {
        Period = json.Any(nameof(Period), x => x.Period),
        Baseline = json.OptionalAny(nameof(Baseline), x => x.Baseline),
        Change = json.OptionalRecord(nameof(Change), x => x.Change),
        Flags = json.Value(nameof(Flags), x => x.Flags),
    };
}
