using NodaTime;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> ServiceKpis =>
    [
        new("kpi.aht", x => Seconds(new AverageHandleTime(x.Count("handled"), Time(x, "talk_seconds"), Time(x, "hold_seconds"), Time(x, "wrap_up_seconds")).Value)),
    ];

    private static Figures Seconds(double? value) => new() { ["seconds"] = value };

    private static Duration Time(Inputs inputs, string name) => Duration.FromSeconds(inputs.Number(name));
}
