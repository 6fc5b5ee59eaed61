#:package OpenTelemetry.Exporter.Console
#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// KPIs of a running service as gauges of System.Diagnostics.Metrics, exported by OpenTelemetry. docs/points.md explains it.
//   dotnet run samples/gauges.cs

using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using CxKpi;
using NodaTime;
using OpenTelemetry;
using OpenTelemetry.Metrics;

// What the service has counted so far: records combine, so each call adds itself to its queue.
// A busy hour delays every call that waits, so the days are what varies by chance, and not the calls: limits by calls would be far too narrow.
Dictionary<string, Dictionary<string, ServiceLevel>> answered = [];
Dictionary<string, AverageHandleTime> handled = [];
QueueThresholds limit = new(within: Duration.FromSeconds(20));
foreach (string[] call in File.ReadLines(Path.Combine(Path.GetDirectoryName(SourceFile())!, "data", "calls.csv")).Skip(1).Select(line => line.Split(',')))
{
    (string day, string queue, bool isAnswered, Duration wait) = (call[0][..10], call[1], call[3] == "answered", Duration.FromSeconds(int.Parse(call[4])));
    ServiceLevel one = ServiceLevel.FromContact(isAnswered ? QueuedContact.Answered(wait) : QueuedContact.Abandoned(wait), limit);
    lock (answered)
    {
        Dictionary<string, ServiceLevel> days = answered.TryGetValue(queue, out Dictionary<string, ServiceLevel>? known) ? known : answered[queue] = [];
        days[day] = days.GetValueOrDefault(day).Combine(one);
        handled[queue] = handled.GetValueOrDefault(queue)
            .Combine(isAnswered ? new(DurationTally.One(Duration.FromSeconds(int.Parse(call[5])))) : default);
    }
}

using Meter meter = new("Shop.Telephone");
meter.CreateObservableGauge(
    "cx.service_level",
    () => Measure(answered.ToDictionary(queue => queue.Key, queue => Clustered.FromClusters(queue.Value.Values))),
    "1",
    "Share of calls answered within 20 seconds");
meter.CreateObservableGauge("cx.average_handle_time", () => Measure(handled), "s", "Average handle time");

// Disposing the provider exports what the gauges show then; a service keeps it, and it exports every minute.
using MeterProvider provider = Sdk.CreateMeterProviderBuilder().AddMeter(meter.Name).AddConsoleExporter().Build();

// The value and its limits are three measurements of one gauge, told apart by an attribute: figures as attributes would begin a new series each time.
// A gauge without a value is silent, which is what an alert on missing data looks for.
Measurement<double>[] Measure<TKpi>(Dictionary<string, TKpi> queues)
    where TKpi : struct, IKpi<TKpi>
{
    lock (answered)
    {
        return [.. queues.SelectMany(queue => Limits(queue.Key, queue.Value))];
    }
}

static IEnumerable<Measurement<double>> Limits<TKpi>(string queue, TKpi kpi)
    where TKpi : struct, IKpi<TKpi>
{
    Estimate? estimate = kpi.Estimate();
    foreach ((string limit, double? figure) in new[] { ("value", estimate?.Value), ("lower", estimate?.Lower), ("upper", estimate?.Upper) })
    {
        if (figure is { } known && kpi.ToMeasurement(new("queue", queue), new("limit", limit)) is { } value)
        {
            yield return new(known, value.Tags);
        }
    }
}

static string SourceFile([CallerFilePath] string path = "") => path;
