using System.Diagnostics.Metrics;

namespace CxKpi.Tests.Series.Points;

public class MeasurementExtensionsTests
{
    [Fact]
    public void ToMeasurement_OfARecord_NamesKpiAndUnitAndWhatTheCallerAdds()
    {
        Measurement<double> measurement = new Churn(12, 400).ToMeasurement(new KeyValuePair<string, object?>("country", "FR"))!.Value;

        Assert.Equal(0.03, measurement.Value);
        Assert.Equal([new("kpi", "Churn"), new("unit", "Share"), new("country", "FR")], measurement.Tags.ToArray());
    }

    [Fact]
    public void ToMeasurement_OfMoney_NamesTheCurrency() => Assert.Contains(
        new("currency", "EUR"),
        new AverageOrderValue(100m, 4, "EUR").ToMeasurement()!.Value.Tags.ToArray());

    [Fact]
    public void ToMeasurement_Undefined_IsNone() => Assert.Null(default(Churn).ToMeasurement());

    [Fact]
    public void ToMeasurements_OfSegments_LeaveOutWhatIsUndefined()
    {
        (string Channel, long Answers)[] rows = [("web", 3), ("fax", 0)];
        IReadOnlyList<Measurement<double>> measurements = rows.TallyBy(row => row.Channel, row => new Nps(row.Answers, 0, 0)).ToMeasurements("channel");

        Measurement<double> web = Assert.Single(measurements);
        Assert.Equal([new("kpi", "NPS"), new("unit", "NetPoints"), new("channel", "web")], web.Tags.ToArray());
        Assert.Throws<ArgumentException>(() => rows.TallyBy(row => row.Channel, _ => default(Nps)).ToMeasurements(" "));
    }

    [Fact]
    public void Gauge_OfAMeter_CollectsThem()
    {
        Segments<string, Nps> segments = new[] { "web", "shop" }.TallyBy(x => x, x => new Nps(x.Length, 1, 1));
        using Meter meter = new("CxKpi.Tests");
        meter.CreateObservableGauge("kpi", () => segments.ToMeasurements("channel"));
        List<double> collected = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter == meter)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => collected.Add(value));
        listener.Start();
        listener.RecordObservableInstruments();

        Assert.Equal(segments.Values.Select(nps => nps.Value!.Value), collected);
    }
}
