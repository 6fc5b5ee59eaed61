using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>One row of a <see cref="KpiTable"/>.</summary>
[JsonConverter(typeof(RecordJsonConverter<KpiTableRow>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record KpiTableRow : IJsonRecord<KpiTableRow>
{
    internal KpiTableRow(KpiDefinition definition) => Definition = definition;

    /// <summary>The label of the row; not blank.</summary>
    public required string Label { get; init => field = Guard.NotBlank(value, nameof(Label)); }

    /// <summary>The period that the row is about, by whose name it is shown in any language; <see langword="null"/> when it is about none.</summary>
    public CalendarPeriod? Period { get; internal init; }

    /// <summary>Whether the row is about all other rows together; it is then shown by that word in any language.</summary>
    public bool IsTotal { get; internal init; }

    /// <summary>The KPI's definition.</summary>
    public KpiDefinition Definition { get; }

    /// <summary>The ISO 4217 code of the currency of an amount of money; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; internal init; }

    /// <summary>
    /// What the value rests on: the observations and the rules under which they were gathered; <see langword="null"/> when it is not stated.
    /// </summary>
    public KpiBasis? Basis { get; internal init; }

    /// <summary>The value with its interval; <see langword="null"/> when the value is undefined.</summary>
    public Estimate? Estimate { get; internal init; }

    /// <summary>The change from the record that the row is compared with; <see langword="null"/> when there is none.</summary>
    public Change? Change { get; internal init; }

    /// <summary>Whether the row is about a period that its observations cover only in part; it is compared with no other.</summary>
    public bool IsIncomplete { get; internal init; }

    /// <summary>Whether the record was gathered under another rule than the one before it, from which it therefore has no change.</summary>
    public bool HasOtherRule { get; internal init; }

    /// <summary>The number of observations; 0 when the value is undefined and <see cref="Basis"/> is not stated.</summary>
    public long N => Basis?.N ?? Estimate?.N ?? 0;

    /// <summary>The label, the rules, the value and the number of observations as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString()
    {
        string value = Estimate is { } known ? Definition.Format(known.Value, null, Currency) : "undefined";
        string mark = IsIncomplete ? $" ({Phrases.English.Incomplete})" : "";
        return $"{TerminalText.Clean(Phrases.English.Named(Label, Definition, Basis))}: {value} ({BaseIn(Phrases.English)}){mark}";
    }

    /// <summary>The label in a language: that of the row, unless it is about a period or the total.</summary>
    internal string LabelIn(Phrases words) => Period is { } period ? words.Period(period) : IsTotal ? words.Total : words.Label(Label, Definition);

    /// <summary>The number of observations, with what they are where that is stated.</summary>
    internal string BaseIn(Phrases words) => Basis?.Base(words) ?? $"n = {words.Count(N)}";

    static KpiTableRow IJsonRecord<KpiTableRow>.Json(JsonMembers<KpiTableRow> json)
    {
        string label = json.Text(nameof(Label), x => x.Label);
        CalendarPeriod? period = json.OptionalAny(nameof(Period), x => x.Period);
        bool isTotal = json.Value(nameof(IsTotal), x => x.IsTotal);
        KpiTableRow read = new(json.Record(nameof(Definition), x => x.Definition))
        {
            Label = label,
            Period = period,
            IsTotal = isTotal,
            Currency = json.Currency(nameof(Currency), x => x.Currency),
            Basis = json.OptionalRecord(nameof(Basis), x => x.Basis),
            Estimate = json.OptionalRecord(nameof(Estimate), x => x.Estimate),
            Change = json.OptionalRecord(nameof(Change), x => x.Change),
            IsIncomplete = json.Value(nameof(IsIncomplete), x => x.IsIncomplete),
            HasOtherRule = json.Value(nameof(HasOtherRule), x => x.HasOtherRule),
        };
        return json.IsRead && read is { Estimate.Value: var value, Change: { } change } && change.Unit == read.Definition.Unit
            && change.FaultFrom(value) is { } rule
                ? throw json.Fault(nameof(Change), $"{nameof(change.Difference)} {rule}")
                : read;
    }
}
