using System.Text.Json;
using NodaTime;

namespace CxKpi.Tests.Series.Points;

public class KpiPointTests
{
    [Fact]
    public void Of_RecordAndTheOneBefore_HoldsFiguresAndChange()
    {
        Churn november = new(12, 400), october = new(20, 500);
        KpiPoint point = KpiPoint.Of("November", november, october);
        (Estimate estimate, Change change) = (november.Estimate()!.Value, november.ChangeFrom(october)!.Value);

        Assert.Equal(("November", "November", "Churn", KpiUnit.Share), (point.Key, point.Label, point.Kpi, point.Unit));
        Assert.Equal((0.03, estimate.Lower, estimate.Upper, 0.95, 400L), (point.Value, point.Lower, point.Upper, point.Confidence, point.N));
        Assert.Equal((0.04, change.Difference, change.Lower, change.Upper), (point.Previous, point.Change, point.ChangeLower, point.ChangeUpper));
        Assert.Equal(-0.25, point.RelativeChange!.Value, 12);
        Assert.Equal((change.PValue, change.Verdict.OfPeriod()), (point.PValue, point.Verdict));
        Assert.Equal("November: 3.0% (400 customers)", point.ToString());
    }

    [Fact]
    public void Of_NothingObserved_HasNoFigures()
    {
        KpiPoint point = KpiPoint.Of("NPS", default(Nps), new Nps(1, 0, 0));

        Assert.Equal((null, null, null, 0L, null, null), (point.Value, point.Lower, point.Upper, point.N, point.Change, point.Verdict));
        Assert.Equal(100, point.Previous);
        Assert.Equal("NPS: undefined (0 answers)", point.ToString());
    }

    // From -20 to 10 is not "-150 %", and a score of 0 is not "nothing".
    [Fact]
    public void RelativeChange_WithoutNaturalZero_IsNull()
    {
        Assert.Null(KpiPoint.Of("NPS", new Nps(60, 20, 20), new Nps(50, 25, 25)).RelativeChange);
        Assert.Null(KpiPoint.Of("Mean", new MeanRating(MeanTally.FromValues([4m, 5m]), RatingScale.OneToFive),
            new MeanRating(MeanTally.FromValues([3m, 5m]), RatingScale.OneToFive)).RelativeChange);
        Assert.Null(KpiPoint.Of("Churn", new Churn(1, 10), new Churn(0, 10)).RelativeChange);
        Assert.Null(KpiPoint.Of("Churn", new Churn(1, 10)).RelativeChange);
    }

    [Fact]
    public void Flags_OfValueAndChange_AreKept()
    {
        MeanRating flat = new(MeanTally.FromValues([5m, 5m]), RatingScale.OneToFive);
        KpiPoint point = KpiPoint.Of("mean", flat, flat);

        Assert.True(point.Flags.HasFlag(EstimateFlags.ZeroVariance));
        Assert.Equal(flat.ChangeFrom(flat)!.Value.Flags, point.ChangeFlags);
        Assert.Equal(LatestVerdict.Unknown, point.Verdict);
    }

    [Fact]
    public void Rounded_ToThreeDigits_RoundsFiguresAndNothingElse()
    {
        KpiPoint point = KpiPoint.Of("Churn", new Churn(12, 407), new Churn(20, 500)), rounded = point.Rounded(3);

        Assert.Equal((0.029, 0.04, -0.011), (rounded.Value, rounded.Previous, rounded.Change));
        Assert.Equal((point.PValue, point.N, point.Confidence, point.Verdict), (rounded.PValue, rounded.N, rounded.Confidence, rounded.Verdict));
        Assert.Equal(2.5, (point with { Value = 2.45 }).Rounded(1).Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => point.Rounded(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => point.Rounded(16));
    }

    [Fact]
    public void Json_Default_IsFlat()
    {
        string json = JsonSerializer.Serialize(KpiPoint.Of("Churn", new Churn(1, 4)) with { Start = new(2026, 11, 1), End = new(2026, 11, 30) });

        Assert.StartsWith(
            """{"Key":"Churn","Label":"Churn","Group":null,"Kpi":"Churn","Unit":"Share","Currency":null,"""
                + "\"Start\":\"2026-11-01\",\"End\":\"2026-11-30\",\"Value\":0.25,",
            json,
            StringComparison.Ordinal);
        Assert.EndsWith(
            ""","Verdict":null,"Reason":null,"ExpectedLower":null,"ExpectedUpper":null,"IsIncomplete":false,"Flags":"None","ChangeFlags":"None"}""",
            json,
            StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.All(document.RootElement.EnumerateObject(), member =>
            Assert.False(member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array, member.Name));
    }

    [Fact]
    public void Json_OfEveryKindOfOptions_ComesBack()
    {
        KpiPoint[] points =
        [
            .. Examples.Months.Through(new LocalDate(2028, 12, 7)).ToPoints(ReportLanguage.French),
            .. Examples.Channels("chat", "phone").ToPoints(),
            .. Scorecards.Example.Card().ToPoints(),
            .. Examples.Months.ToPeriodSeries().ToPoints(),
        ];

        Assert.All(JsonKinds.ForEveryType, options => Assert.All(points, point => Assert.Equal(point, JsonKinds.Again(point, options))));
    }

    [Fact]
    public void Json_ListWithoutReflection_ComesBack()
    {
        IReadOnlyList<KpiPoint> points = Examples.Months.ToPoints();
        string json = JsonSerializer.Serialize(points, CxKpiJson.ListOf<KpiPoint>());

        Assert.Equal(JsonSerializer.Serialize(points), json);
        Assert.Equal(points, JsonSerializer.Deserialize(json, CxKpiJson.ListOf<KpiPoint>()));
        Assert.Equal(points, JsonSerializer.Deserialize<List<KpiPoint>>(json)!);
    }

    [Fact]
    public void Json_Faults_AreRefused()
    {
        foreach ((string path, string json) in JsonFaults.Of(KpiPoint.Of("Churn", new Churn(1, 4), new Churn(3, 40)), JsonKinds.Default))
        {
            JsonException error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<KpiPoint>(json));
            Assert.StartsWith(path, error.Path, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Label_Blank_Throws()
    {
        Assert.Throws<ArgumentException>(() => KpiPoint.Of(" ", new Churn(1, 4)));
        Assert.Throws<ArgumentOutOfRangeException>(() => KpiPoint.Of("x", new Churn(1, 4), confidence: 1));
    }

    public static TheoryData<Func<KpiPoint, KpiPoint>> Impossible =>
    [
        point => point with { Value = double.NaN }, point => point with { Lower = double.NegativeInfinity }, point => point with { Upper = double.NaN },
        point => point with { Previous = double.NaN }, point => point with { Change = double.NaN }, point => point with { ChangeLower = double.NaN },
        point => point with { ChangeUpper = double.NaN }, point => point with { RelativeChange = double.PositiveInfinity },
        point => point with { Share = 1.5 }, point => point with { PValue = 7 }, point => point with { Confidence = 95 }, point => point with { Rows = -3 },
        point => point with { N = -1 }, point => point with { Unit = (KpiUnit)99 }, point => point with { Observation = (ObservationKind)99 },
        point => point with { Verdict = (LatestVerdict)99 },
    ];

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Init_WhatNoFigureHas_IsRefused(Func<KpiPoint, KpiPoint> change) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => change(new() { Key = "a", Label = "a" }));

    [Theory]
    [InlineData("\"PValue\":null", "\"PValue\":7")]
    [InlineData("\"Share\":null", "\"Share\":-2")]
    [InlineData("\"Confidence\":null", "\"Confidence\":1")]
    [InlineData("\"Rows\":null", "\"Rows\":-3")]
    [InlineData("\"Start\":null,\"End\":null", "\"Start\":\"2026-02-01\",\"End\":\"2026-01-31\"")]
    public void Json_WhatNoFigureHas_IsAFault(string written, string changed)
    {
        string json = JsonSerializer.Serialize(new KpiPoint { Key = "a", Label = "a" });

        Assert.Contains(written, json, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<KpiPoint>(json.Replace(written, changed, StringComparison.Ordinal)));
    }
}
