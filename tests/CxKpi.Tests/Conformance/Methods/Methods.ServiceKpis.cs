using CxKpi.Practices;
using NodaTime;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> ServiceKpis =>
    [
        new(
            "kpi.aht",
            x => Seconds(new AverageHandleTime(x.Count("handled"), Time(x, "talk_seconds"), Time(x, "hold_seconds"), Time(x, "wrap_up_seconds")).Value)),
        new("kpi.asa", x => Seconds(AverageSpeedOfAnswer.FromWaits(x.Numbers("waits_seconds").Select(Duration.FromSeconds)).Value)),
        new("kpi.asa.combined", CombinedWaits),
        new("kpi.service_level", x => Value(new ServiceLevel(Queue(x), Variant(x)).Value)),
        new("kpi.fcr", FirstContact),
        new("kpi.transfer_rate", x => Value(new TransferRate(x.Count("transferred"), x.Count("handled")).Value)),
        new("kpi.erlang_c", Waiting),
        new("kpi.occupancy", x => Value(new Occupancy(Time(x, "handle_seconds"), Time(x, "available_seconds")).Value)),
    ];

    private static Figures CombinedWaits(Inputs inputs) => Seconds(inputs.Counts("answered").Zip(inputs.Numbers("total_wait_seconds"))
        .Tally(x => new AverageSpeedOfAnswer(x.First, Duration.FromSeconds(x.Second))).Value);

    private static QueueTally Queue(Inputs inputs) => new(
        answered: inputs.Count("answered"),
        answeredInTime: inputs.Count("answered_in_time"),
        abandoned: inputs.Count("abandoned"),
        abandonedInTime: inputs.Count("abandoned_in_time"));

    private static ServiceLevelRule Variant(Inputs inputs) => inputs.Text("variant") switch
    {
        "answered_over_offered" => ServiceLevelRule.AnsweredOverOffered,
        "answered_over_answered" => ServiceLevelRule.AnsweredOverAnswered,
        "abandons_in_time_met" => ServiceLevelRule.AbandonsInTimeMet,
        "abandons_in_time_excluded" => ServiceLevelRule.AbandonsInTimeExcluded,
        string other => throw new ArgumentException($"the variant {other} is unknown", nameof(inputs)),
    };

    private static Figures FirstContact(Inputs inputs)
    {
        NetFirstContactResolution net = new(inputs.Count("resolved_first"), inputs.Count("contacts"), inputs.Count("not_resolvable_first"));
        return new() { ["gross"] = net.Gross.Value, ["net"] = net.Value };
    }

    private static Figures Waiting(Inputs inputs)
    {
        ContactForecast forecast = new(inputs.Number("calls"), Time(inputs, "interval_seconds"), Time(inputs, "aht_seconds"));
        ErlangC queue = new(forecast, (int)inputs.Count("agents"));
        return new()
        {
            ["load"] = forecast.Load,
            ["occupancy"] = queue.Occupancy,
            ["probability_wait"] = queue.ProbabilityOfWaiting,
            ["asa_seconds"] = queue.AverageSeconds,
            ["service_level"] = queue.ServiceLevel(Time(inputs, "target_seconds")),
        };
    }

    private static Figures Seconds(double? value) => new() { ["seconds"] = value };

    private static Duration Time(Inputs inputs, string name) => Duration.FromSeconds(inputs.Number(name));
}
