using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>A period whose figure lies further from season and trend than chance explains.</summary>
[JsonConverter(typeof(RecordJsonConverter<UnusualPeriod>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct UnusualPeriod : IJsonRecord<UnusualPeriod>
{
    internal UnusualPeriod(CalendarPeriod period, double value, double expected, double studentised, double pValue)
    {
        Period = period;
        Value = value;
        Expected = expected;
        Studentised = studentised;
        PValue = pValue;
    }

    /// <summary>The period.</summary>
    public CalendarPeriod Period { get; }

    /// <summary>The figure of the period.</summary>
    public double Value { get; }

    /// <summary>
    /// The figure that season and trend lead to expect when this figure and the other unusual ones are left out; where they lead beyond an end of the KPI's
    /// range, that end.
    /// </summary>
    public double Expected { get; }

    /// <summary>The figure less the expected one.</summary>
    public double Gap => Value - Expected;

    /// <summary>
    /// The gap in standard deviations of the figures that are not unusual, each measured against its own; measured from where season and trend lead, even
    /// where that is beyond the KPI's range.
    /// </summary>
    public double Studentised { get; }

    /// <summary>The probability that chance makes a period this unusual, the search over all periods counted.</summary>
    public double PValue { get; }

    /// <summary>The period with its figure, the expected figure and p as text.</summary>
    /// <returns>Text for display, such as <c>2019-08: 64.2 instead of 50.1 (p = 0.0001)</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Period}: {KpiText.Short(Value)} instead of {KpiText.Short(Expected)} ({KpiText.P(PValue)})");

    static UnusualPeriod IJsonRecord<UnusualPeriod>.Json(JsonMembers<UnusualPeriod> json) => new(
        json.Any(nameof(Period), x => x.Period),
        json.Value(nameof(Value), x => x.Value),
        json.Value(nameof(Expected), x => x.Expected),
        json.Value(nameof(Studentised), x => x.Studentised),
        json.Probability(nameof(PValue), x => x.PValue));
}
