using System.Text.Json;
using System.Text.Json.Nodes;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Series;

public class SeriesJsonTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2026-01");

    [Fact]
    public void Segments_OfEveryKindOfKey_ComeBack() => Assert.All(JsonKinds.ForCollections, options =>
    {
        ComesBack(["phone", "\"chat\"", ""], options);
        ComesBack([("phone", 1), ("phone", 2), ("chat", 1)], options);
        ComesBack([new Shop("FR", 1), new Shop("FR", 2)], options);
        ComesBack([CalendarUnit.Week, CalendarUnit.Day], options);
        ComesBack([new LocalDate(2026, 1, 31), new LocalDate(2026, 2, 1)], options);
        ComesBack([January, January.Next()], options);
        ComesBack([3L, -3L], options);
    });

    [Fact]
    public void Segments_Empty_ComeBack() => ComesBack(Array.Empty<string>(), JsonKinds.Default);

    [Fact]
    public void Segments_Written_NameTheirKpi() => Assert.Equal(
        """{"Kpi":"Customer churn rate","Segments":[{"Key":{"Item1":"FR","Item2":2},"Record":{"Lost":1,"AtStart":40,"Period":null}}]}""",
        JsonSerializer.Serialize(new[] { ("FR", 2) }.TallyBy(x => x, _ => new Churn(1, 40))));

    [Theory]
    [InlineData("""{"Kpi":"Customer churn rate","Segments":[]}""", "Kpi must be Net Promoter Score; got Customer churn rate. Path: $.Kpi")]
    [InlineData("""{"Segments":[]}""", "Kpi is missing. Path: $.Kpi")]
    [InlineData("""{"Kpi":"Net Promoter Score","Segments":[{"Key":"a","Record":1}]}""", "Record must be an object; got 1. Path: $.Segments[0].Record")]
    [InlineData("""{"Kpi":"Net Promoter Score","Segments":[{"Key":3}]}""", "Key must be text; got 3. Path: $.Segments[0].Key")]
    public void Segments_Fault_IsNamed(string json, string message) =>
        Assert.Equal(message, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Segments<string, Nps>>(json)).Message);

    [Fact]
    public void Segments_OneKeyTwice_Throw()
    {
        string json = JsonSerializer.Serialize(new[] { "a", "b" }.TallyBy(x => x, _ => new Nps(1, 0, 0))).Replace("\"b\"", "\"a\"", StringComparison.Ordinal);

        Refused<Segments<string, Nps>>(json, "a occurs twice");
    }

    [Theory]
    [InlineData("""{"Item1":"a"}""")]
    [InlineData("""{"Item1":"a","Item2":1,"Item3":2}""")]
    [InlineData("""["a",1]""")]
    public void Segments_KeyThatIsNotWhole_Throw(string key) => Refused<Segments<(string, int), Nps>>(
        $$"""{"Kpi":"Net Promoter Score","Segments":[{"Key":{{key}},"Record":{{JsonSerializer.Serialize(default(Nps))}}}]}""",
        "Path: $.Segments[0].Key");

    [Fact]
    public void KpiSeries_WithHolesAndMarks_ComesBack() => Assert.All(JsonKinds.ForCollections, options =>
    {
        KpiSeries<Churn> series = KpiSeries
            .From(CalendarUnit.Month, [(January, new Churn(1, 40, CalendarUnit.Month)), (January.Plus(2), new Churn(2, 40, CalendarUnit.Month))])
            .Through(new LocalDate(2026, 3, 15));
        KpiSeries<Churn> again = JsonKinds.Again(series, options);

        Assert.Equal(series, again.AsEnumerable());
        Assert.Equal((series.Unit, series.IsLastIncomplete, series.IsFirstIncomplete), (again.Unit, again.IsLastIncomplete, again.IsFirstIncomplete));
        Assert.Equal(series.ToTable().ToText(), again.ToTable().ToText());
        Assert.Empty(JsonKinds.Again(KpiSeries.From<Churn>(CalendarUnit.Week, []), options));
    });

    [Fact]
    public void KpiSeries_Faults_AreNamed()
    {
        string json = JsonSerializer.Serialize(KpiSeries.From(CalendarUnit.Month, [(January, new Nps(1, 0, 0)), (January.Next(), new Nps(2, 0, 0))]));

        Refused<KpiSeries<Churn>>(json, "Kpi must be Customer churn rate; got Net Promoter Score. Path: $.Kpi");
        Refused<KpiSeries<Nps>>(
            json.Replace("2026-02", "2026-03", StringComparison.Ordinal),
            "Points must follow one another without a hole; 2026-02 is due, got 2026-03. Path: $.Points");
        Refused<KpiSeries<Nps>>(json.Replace("\"Month\"", "\"Week\"", StringComparison.Ordinal), "Path: $.Points");
        Refused<KpiSeries<Nps>>(json.Replace("\"2026-02\"", "\"2026-13\"", StringComparison.Ordinal), "Period must be a period as text such as");
        Refused<KpiSeries<Nps>>(
            json.Replace("\"Promoters\":2", "\"Promoters\":-2", StringComparison.Ordinal),
            "promoters must not be negative; got -2. Path: $.Points[1].Record.Promoters");
        Refused<KpiSeries<Nps>>(json.Replace("\"IsLastIncomplete\":false,", "", StringComparison.Ordinal), "IsLastIncomplete is missing");
    }

    [Fact]
    public void PeriodSeries_OfEveryKind_ComesBack() => Assert.All(JsonKinds.ForCollections, options => Assert.All(
        (PeriodSeries[])
        [
            PeriodSeries.FromValues(January, [1.5, null, -3]),
            PeriodSeries.FromValues(January, [1.5, null, -3], [0.1, 0.2, 0]),
            PeriodSeries.FromShares(January, [new(1, 40), default, new(3, 50)]),
            PeriodSeries.FromShares(January, [new(1, 40), new(3, 50)]).Through(new LocalDate(2026, 2, 3)),
            KpiSeries.From(CalendarUnit.Month, [(January, new Nps(10, 4, 3)), (January.Plus(2), new Nps(20, 4, 9))]).ToPeriodSeries(),
            PeriodSeries.FromValues(January, []),
        ],
        series =>
        {
            PeriodSeries again = JsonKinds.Again(series, options);
            Assert.Equal(series, again.AsEnumerable());
            Assert.Equal(series.Variances.ToArray(), again.Variances.ToArray());
            Assert.Equal(series.Sizes.ToArray(), again.Sizes.ToArray());
            Assert.Equal(
                (series.First, series.Direction, series.IsShare, series.Range, series.IsFirstIncomplete, series.IsLastIncomplete),
                (again.First, again.Direction, again.IsShare, again.Range, again.IsFirstIncomplete, again.IsLastIncomplete));
        }));

    [Fact]
    public void PeriodSeries_Faults_AreNamed()
    {
        string shares = JsonSerializer.Serialize(PeriodSeries.FromShares(January, [new(1, 40), new(3, 50)]));

        Refused<PeriodSeries>(shares.Replace("0.025", "1.025", StringComparison.Ordinal), "values[0] must be between 0 and 1; got 1.025");
        Refused<PeriodSeries>(shares.Replace("[40,50]", "[40]", StringComparison.Ordinal), "values and sizes must have the same length");
        Refused<PeriodSeries>(shares.Replace("[40,50]", "[]", StringComparison.Ordinal), "Sizes must be stated for shares. Path: $.Sizes");
        Refused<PeriodSeries>(shares.Replace("[40,50]", "[40,0]", StringComparison.Ordinal), "Sizes must be above 0 where there is a share. Path: $.Sizes");
        Refused<PeriodSeries>(shares.Replace("[40,50]", "[40,-50]", StringComparison.Ordinal), "sizes[1] must not be negative; got -50");
    }

    [Fact]
    public void KpiFromOutside_InSegmentsAndSeries_ComesBack()
    {
        Segments<string, OutsideKpi> segments = new[] { "a", "b" }.TallyBy(x => x, x => new OutsideKpi(x == "a" ? 1 : 2, 3));
        KpiSeries<OutsideKpi> series = KpiSeries.From(CalendarUnit.Year, [(CalendarPeriod.Parse("2026"), new OutsideKpi(1, 3))]);

        Assert.Equal(segments, JsonKinds.Again(segments, JsonKinds.Web));
        Assert.Equal(series, JsonKinds.Again(series, JsonKinds.Web).AsEnumerable());
        Refused<KpiSeries<OutsideKpi>>(JsonSerializer.Serialize(series).Replace("\"All\":3", "\"Al\":3", StringComparison.Ordinal), "Path: $.Points[0].Record");
    }

    private static void Refused<T>(string json, string message) =>
        Assert.Contains(message, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>(json)).Message, StringComparison.Ordinal);

    private static void ComesBack<TKey>(TKey[] keys, JsonSerializerOptions options)
        where TKey : notnull
    {
        int next = 1;
        if (typeof(TKey) == typeof(Shop))
        {
            Segments<TKey, Churn> churn = keys.TallyBy(key => key, _ => new Churn(next++, 40));
            Assert.Equal(churn, JsonKinds.Again(churn, options));
            return;
        }

        Segments<TKey, Nps> segments = keys.TallyBy(key => key, _ => new Nps(next++, 0, 0));
        Assert.Equal(segments, JsonKinds.Again(segments, options));
        Assert.Equal(keys, JsonKinds.Again(segments, options).Keys);
    }
}

/// <summary>A KPI of another library, which writes JSON as its author likes.</summary>
internal readonly record struct OutsideKpi : IKpi<OutsideKpi>
{
    private readonly ShareTally evidence;

    [System.Text.Json.Serialization.JsonConstructor]
    public OutsideKpi(long some, long all) => evidence = new(some, all);

    public static KpiDefinition Definition { get; } = new("Outside", "OUT", KpiUnit.Share, KpiDirection.HigherIsBetter, "some / all", "our handbook");

    public long Some => evidence.Count;

    public long All => evidence.N;

    [System.Text.Json.Serialization.JsonIgnore]
    public double? Value => evidence.Value;

    [System.Text.Json.Serialization.JsonIgnore]
    public long N => evidence.N;

    [System.Text.Json.Serialization.JsonIgnore]
    public EvidenceTotals? Totals => evidence.Totals;

    public Estimate? Estimate(double confidence = 0.95) => evidence.Estimate(confidence);

    public Change? ChangeFrom(OutsideKpi baseline, double confidence = 0.95) => evidence.ChangeFrom(baseline.evidence, confidence);

    public OutsideKpi Combine(OutsideKpi other) => new(Some + other.Some, All + other.All);

    public override string ToString() => ToString(null, null);

    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);
}
