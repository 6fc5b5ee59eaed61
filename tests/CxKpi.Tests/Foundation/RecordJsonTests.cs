using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CxKpi.Practices;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Foundation;

public class RecordJsonTests
{
    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly JsonSerializerOptions NamedFigures = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static TheoryData<string> NotWhole => new(
        """{"promoters":10,"passives":5,"detractors":3}""",
        """{"Promoters":10}""",
        "{}",
        "[]",
        "7",
        """{"Promoters":10,"Passives":5,"Detractors":3}""",
        """{"Promoters":10,"Passives":5,"Detractors":3,"Excluded":{"Missing":0,"Invalid":0},"MappedFrom":null,"Value":38.9}""",
        """{"Promoters":10,"Promoters":11,"Passives":5,"Detractors":3,"Excluded":{"Missing":0,"Invalid":0},"MappedFrom":null}""");

    public static TheoryData<Type> Enums => [.. typeof(Nps).Assembly.GetExportedTypes().Where(type => type.IsEnum)];

    public static TheoryData<Type> Records => [.. typeof(Nps).Assembly.GetExportedTypes().Where(HasRecordConverter)];

    public static TheoryData<string, Func<Translation[], object>> Translated => new()
    {
        { "ReasonTranslations", all => ScorecardVerdict.Of(new Nps(4, 2, 1).ChangeFrom(new(3, 2, 2)))! with { ReasonTranslations = all } },
        { "NoteTranslations", all => new ScorecardTrend(ChangeVerdict.Better, "one") { NoteTranslations = all } },
        { "Translations", all => new Notice(NoticeKind.FewerThanTwoCycles, "one") { Translations = all } },
    };

    [Theory]
    [MemberData(nameof(NotWhole))]
    public void Read_DocumentThatIsNotWhole_Throws(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Nps>(json));

    [Theory]
    [InlineData(
        """{"promoters":10,"passives":5,"detractors":3}""",
        "Promoters is missing; promoters is another name unless the options are PropertyNameCaseInsensitive. Path: $.Promoters")]
    [InlineData("""{"Promoters":10.5}""", "Promoters must be a whole number; got 10.5. Path: $.Promoters")]
    [InlineData("""{"Promoters":"10"}""", "Promoters must be a whole number; got \"10\". Path: $.Promoters")]
    [InlineData("""{"Promoters":1,"Passives":null}""", "Passives must be a whole number; got null. Path: $.Passives")]
    [InlineData(
        """{"Promoters":1,"Passives":1,"Detractors":1,"Excluded":{"Missing":-1,"Invalid":0},"MappedFrom":null}""",
        "missing must not be negative; got -1. Path: $.Excluded.Missing")]
    public void Read_Fault_NamesRuleAndPath(string json, string message)
    {
        JsonException error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Nps>(json));

        Assert.Equal(message, error.Message);
        Assert.Equal(message.Split("Path: ")[1], error.Path);
    }

    [Fact]
    public void Read_FaultInsideAnotherType_NamesBothPaths()
    {
        const string Json = """{"title":"x","nps":{"promoters":1,"passives":1,"detractors":-4,"excluded":{"missing":0,"invalid":0},"mappedFrom":null}}""";
        JsonException error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Report>(Json, JsonKinds.Web));

        Assert.Equal("detractors must not be negative; got -4. Path within Nps: $.detractors", error.Message);
        Assert.Equal("$.nps", error.Path);
    }

    [Fact]
    public void Read_PartLargerThanItsWhole_Throws() => Assert.Equal(
        "lost must not be larger than atStart (4); got 12. Path: $.Lost",
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Churn>("""{"Lost":12,"AtStart":4,"Period":null}""")).Message);

    [Fact]
    public void Read_SumThatCannotBeCounted_Throws() => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Nps>(
        """{"Promoters":9223372036854775807,"Passives":9223372036854775807,"Detractors":0,"Excluded":{"Missing":0,"Invalid":0},"MappedFrom":null}"""));

    [Fact]
    public void Read_OtherOrderAndCase_IsTheRecord() => Assert.Equal(
        new Churn(3, 40, CalendarUnit.Month),
        JsonSerializer.Deserialize<Churn>("""{ "PERIOD": "month", "atStart": "40", "Lost": 3 }""", JsonKinds.Web));

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    public void Read_NumberThatIsNotFinite_Throws(string number) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SatisfactionWeights>(
        $$"""{"overall":"{{number}}","expectations":1,"ideal":1}""", NamedFigures));

    [Fact]
    public void Read_NullLeftOut_IsRefusedUnlessTheOptionsLeaveOutNulls()
    {
        const string Json = """{"Lost":3,"AtStart":40}""";

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Churn>(Json));
        Assert.Equal(new Churn(3, 40), JsonSerializer.Deserialize<Churn>(Json, WithoutNulls));
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void Enum_Written_IsAName(Type type)
    {
        foreach (object value in Enum.GetValues(type))
        {
            string json = JsonSerializer.Serialize(value, type);

            Assert.Equal($"\"{value}\"", json);
            Assert.Equal(value, JsonSerializer.Deserialize(json, type));
            Assert.Equal(value, JsonSerializer.Deserialize(json.ToUpperInvariant(), type, JsonKinds.Web));
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($"{Convert.ToInt64(value)}", type));
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($"\"{Convert.ToInt64(value)}\"", type));
        }
    }

    [Fact]
    public void Enum_AsKey_IsAName()
    {
        Dictionary<CalendarUnit, int> keyed = new() { [CalendarUnit.Week] = 3 };

        Assert.Equal("""{"Week":3}""", JsonSerializer.Serialize(keyed));
        Assert.Equal(keyed, JsonKinds.Again(keyed, JsonKinds.Web));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<CalendarUnit, int>>("""{"1":3}"""));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Resolver_EveryRecord_IsKnown(Type type) => Assert.Equal(type, CxKpiJson.Resolver.GetTypeInfo(type, JsonKinds.Generated)?.Type);

    [Fact]
    public void TypeOf_WithoutReflection_WritesAndReads()
    {
        Nps nps = new(10, 5, 3);
        Segments<string, Nps> segments = new[] { "a", "b" }.TallyBy(x => x, _ => nps);

        Assert.Equal(nps, JsonSerializer.Deserialize(JsonSerializer.Serialize(nps, CxKpiJson.TypeOf<Nps>()), CxKpiJson.TypeOf<Nps>()));
        Assert.Equal(
            segments,
            JsonSerializer.Deserialize(
                JsonSerializer.Serialize(segments, CxKpiJson.TypeOf<Segments<string, Nps>>()),
                CxKpiJson.TypeOf<Segments<string, Nps>>()));
        Assert.Null(CxKpiJson.Resolver.GetTypeInfo(typeof(Report), JsonKinds.Generated));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Default_OfEveryRecord_ComesBack(Type type)
    {
        if (type.IsValueType)
        {
            object none = Activator.CreateInstance(type)!;
            Assert.All(JsonKinds.ForEveryType, options =>
                Assert.Equal(none, JsonSerializer.Deserialize(JsonSerializer.Serialize(none, type, options), type, options)));
        }
    }

    // A record that holds a list compares it by what it holds; what is no record has no equality and is compared as text elsewhere.
    [Fact]
    public void Records_OfTheAssembly_AreFound()
    {
        Assert.All(
            [typeof(Nps), typeof(ShareTally), typeof(Estimate), typeof(Change), typeof(Scorecard), typeof(PeriodSeries)],
            type => Assert.True(HasRecordConverter(type)));
        Assert.DoesNotContain(
            KpiTypes.All,
            type => !HasRecordConverter(type));
    }

    [Fact]
    public void EstimateAndChange_OfEveryMethod_ComeBack()
    {
        Estimate?[] estimates =
        [
            new ShareTally(3, 40).Estimate(), new ShareTally(3, 40).Estimate(0.9, ShareInterval.ClopperPearson),
            new RateTally(4, 30).Estimate(), default(Estimate),
            new Nps(40, 20, 10).Estimate(), new MeanRating(MeanTally.FromValues([4m, 5m, 3m]), RatingScale.OneToFive).Estimate(),
            Nps.FromAnswers([9]).Estimate(), new AverageOrderValue(100m, 3).Estimate(),
        ];
        Change?[] changes =
        [
            new Nps(40, 20, 10).ChangeFrom(new(30, 20, 20)), new Churn(3, 40).ChangeFrom(new(9, 40)),
            new AverageOrderValue(100m, 3).ChangeFrom(new(90m, 3)), default(Change),
        ];

        Assert.All(JsonKinds.ForEveryType, options =>
        {
            Assert.All(estimates, estimate => Assert.Equal(estimate!.Value, JsonKinds.Again(estimate!.Value, options)));
            Assert.All(changes, change => Assert.Equal(change!.Value, JsonKinds.Again(change!.Value, options)));
        });
    }

    [Fact]
    public void Estimate_LimitsUpsideDown_Throw()
    {
        string json = JsonSerializer.Serialize(new ShareTally(3, 40).Estimate()!.Value with { Lower = 0.1, Upper = 0.2 })
            .Replace(":0.1,", ":0.3,", StringComparison.Ordinal);

        JsonException error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Estimate>(json));
        Assert.Equal("Lower must not be larger than Upper (0.2); got 0.3. Path: $.Lower", error.Message);
    }

    [Theory]
    [InlineData("Value", "0.5", "Value must lie within its limits (0.1 to 0.2); got 0.5. Path: $.Value")]
    [InlineData("Value", "1e400", "Value must be a finite number; got 1e400. Path: $.Value")]
    [InlineData("AttainedCoverage", "1e308", "AttainedCoverage must lie between 0 and 1; got 1E+308. Path: $.AttainedCoverage")]
    [InlineData("Confidence", "0", "Confidence must lie between 0 and 1, both excluded; got 0. Path: $.Confidence")]
    [InlineData("Confidence", "1", "Confidence must lie between 0 and 1, both excluded; got 1. Path: $.Confidence")]
    [InlineData("EffectiveN", "-3", "EffectiveN must not be negative; got -3. Path: $.EffectiveN")]
    [InlineData("DegreesOfFreedom", "-3", "DegreesOfFreedom must not be negative; got -3. Path: $.DegreesOfFreedom")]
    [InlineData("StandardError", "-3", "StandardError must not be negative; got -3. Path: $.StandardError")]
    [InlineData("UnitVariance", "-3", "UnitVariance must not be negative; got -3. Path: $.UnitVariance")]
    [InlineData("Weight", "-3", "Weight must not be negative; got -3. Path: $.Weight")]
    [InlineData("N", "0", "N must not be 0 where a value other than 0 has limits. Path: $.N")]
    [InlineData("Currency", "\"\"", "Currency must be a code of three capital letters such as EUR, but is . Path: $.Currency")]
    public void Estimate_FigureThatCannotBe_Throws(string member, string figure, string message)
    {
        Estimate estimate = new ShareTally(3, 40).Estimate()!.Value with { Value = 0.15, Lower = 0.1, Upper = 0.2 };
        JsonNode document = JsonNode.Parse(JsonSerializer.Serialize(estimate))!;
        document[member] = JsonNode.Parse(figure);

        Assert.Equal(message, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Estimate>(document.ToJsonString())).Message);
    }

    // Where the limit follows the figure to the other side of 0, the p-value is measured there.
    [Fact]
    public void Read_FigureThatRoundingPutOutsideItsLimits_MovesTheLimit()
    {
        Estimate estimate = new() { Value = 0.3333333, Lower = 0.3333334, Upper = 0.5, Confidence = 0.95, Method = IntervalMethod.Wilson, N = 9 };
        Change change = new() { Difference = -1e-13, Lower = 1e-13, Upper = 5, PValue = 0.01, Confidence = 0.95, Method = IntervalMethod.Welch };

        Assert.Equal(estimate with { Lower = 0.3333333 }, JsonKinds.Again(estimate, JsonKinds.Default));
        Assert.StartsWith(
            "PValue must not be smaller than 0.05",
            Assert.Throws<JsonException>(() => JsonKinds.Again(change, JsonKinds.Default)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Difference", "30", "Difference must lie within its limits (1 to 5); got 30. Path: $.Difference")]
    [InlineData("PValue", "1e308", "PValue must lie between 0 and 1; got 1E+308. Path: $.PValue")]
    [InlineData("PValue", "0.9", "PValue must be smaller than 0.05, as 0 lies outside the limits (1 to 5); got 0.9. Path: $.PValue")]
    [InlineData("Confidence", "0", "Confidence must lie between 0 and 1, both excluded; got 0. Path: $.Confidence")]
    [InlineData("StandardError", "-3", "StandardError must not be negative; got -3. Path: $.StandardError")]
    [InlineData("DegreesOfFreedom", "-3", "DegreesOfFreedom must not be negative; got -3. Path: $.DegreesOfFreedom")]
    [InlineData("Currency", "\"\"", "Currency must be a code of three capital letters such as EUR, but is . Path: $.Currency")]
    public void Change_FigureThatCannotBe_Throws(string member, string figure, string message)
    {
        Change change = new Nps(40, 20, 10).ChangeFrom(new(30, 20, 20))!.Value with { Difference = 3, Lower = 1, Upper = 5 };
        JsonNode document = JsonNode.Parse(JsonSerializer.Serialize(change))!;
        document[member] = JsonNode.Parse(figure);

        Assert.Equal(message, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Change>(document.ToJsonString())).Message);
    }

    [Fact]
    public void Read_PValueThatContradictsItsInterval_Throws()
    {
        Change around = new() { Difference = 3, Lower = -1, Upper = 7, PValue = 0.04, Confidence = 0.95, Method = IntervalMethod.Welch };
        ChangeRatio above = new() { Value = 3, Lower = 1.5, Upper = 6, PValue = 0.2, Confidence = 0.9, Method = IntervalMethod.Koopman };
        KpiPoint below = new() { Key = "a", Label = "a", ChangeLower = -5, ChangeUpper = -1, PValue = 0.2, Confidence = 0.9 };

        Assert.Equal("PValue must not be smaller than 0.05, as 0 lies inside the limits (-1 to 7); got 0.04. Path: $.PValue", Fault(around));
        Assert.Equal("PValue must be smaller than 0.1, as 1 lies outside the limits (1.5 to 6); got 0.2. Path: $.PValue", Fault(above));
        Assert.Equal("PValue must be smaller than 0.1, as 0 lies outside the limits (-5 to -1); got 0.2. Path: $.PValue", Fault(below));

        // A limit that was rounded to 0 says nothing else than before.
        Change edge = around with { Lower = 0 };
        Assert.Equal(edge, JsonKinds.Again(edge, JsonKinds.Default));
        Assert.Equal(around with { PValue = null }, JsonKinds.Again(around with { PValue = null }, JsonKinds.Default));

        static string Fault<T>(T record) => Assert.Throws<JsonException>(() => JsonKinds.Again(record, JsonKinds.Default)).Message;
    }

    [Theory]
    [InlineData("Expected", "-99", "Expected must lie within its limits (1 to 5); got -99. Path: $.Expected")]
    [InlineData("AdjustedPValue", "0.3", "AdjustedPValue must not be smaller than PValue (0.4); got 0.3. Path: $.AdjustedPValue")]
    public void Verdict_FigureThatCannotBe_Throws(string member, string figure, string message)
    {
        JsonNode document = JsonNode.Parse(JsonSerializer.Serialize(new ScorecardVerdict
        {
            Verdict = LatestVerdict.AsExpected,
            Basis = LatestBasis.Level,
            Expected = 3,
            Lower = 1,
            Upper = 5,
            PValue = 0.4,
            AdjustedPValue = 0.5,
            Reason = "as ever",
        }))!;
        document[member] = JsonNode.Parse(figure);

        Assert.Equal(message, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ScorecardVerdict>(document.ToJsonString())).Message);
    }

    [Fact]
    public void Translations_TwoOfALanguage_Throw()
    {
        Translation[] twice = [new(ReportLanguage.French, "un"), new(ReportLanguage.German, "eins"), new(ReportLanguage.French, "deux")];

        Assert.Throws<ArgumentException>("ReasonTranslations", () => new ScorecardVerdict
        {
            Verdict = LatestVerdict.AsExpected,
            Basis = LatestBasis.Level,
            Reason = "one",
            ReasonTranslations = twice,
        });
        Assert.Throws<ArgumentException>("NoteTranslations", () => new ScorecardTrend(ChangeVerdict.Better, "one") { NoteTranslations = twice });
        Assert.Throws<ArgumentException>("Translations", () => new KpiRule("count", "one") { Translations = twice });
        Assert.StartsWith(
            "Translations must have one for each language; French occurs twice",
            Assert.Throws<ArgumentException>("Translations", () => new Notice(NoticeKind.FewerThanTwoCycles, "one") { Translations = twice }).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Translated))]
    public void Translations_NoneAmongThem_Throw(string member, Func<Translation[], object> with) =>
        Assert.Throws<ArgumentNullException>(member, () => with([new(ReportLanguage.French, "un"), null!]));

    [Fact]
    public void Day_OfAnotherCalendar_IsNotWritten()
    {
        LocalDate julian = new(2024, 5, 1, CalendarSystem.Julian);
        CartOutcome<LocalDate> cart = new(julian, default, CartState.Open);
        CartOutcome<(int, LocalDate)> pair = new((1, julian), default, CartState.Open);

        Assert.Equal(
            "Key must be in the ISO calendar, but is in Julian. Path: $.Key",
            Assert.Throws<JsonException>(() => JsonSerializer.Serialize(cart)).Message);
        Assert.Contains("must be in the ISO calendar", Assert.Throws<JsonException>(() => JsonSerializer.Serialize(pair)).Message, StringComparison.Ordinal);
    }

    // Half of a surrogate pair would come back as a replacement character.
    [Fact]
    public void Text_ThatIsNotWellFormed_IsNotWritten()
    {
        KpiPoint point = new() { Key = "a", Label = "a\ud800" };
        Segments<string, Nps> segments = new[] { "a", "\udc00b" }.TallyBy(x => x, _ => new Nps(1, 2, 3));
        CartOutcome<(string, int)> pair = new(("\ud83d", 1), default, CartState.Open);

        Assert.Equal(
            "Label must be well-formed text, but holds half of a surrogate pair (at position 1). Path: $.Label",
            Assert.Throws<JsonException>(() => JsonSerializer.Serialize(point)).Message);
        Assert.Contains("$.Segments[1].Key", Assert.Throws<JsonException>(() => JsonSerializer.Serialize(segments)).Message, StringComparison.Ordinal);
        Assert.Contains("must be well-formed text", Assert.Throws<JsonException>(() => JsonSerializer.Serialize(pair)).Message, StringComparison.Ordinal);
        Assert.Equal(point with { Label = "\ud83d\ude00" }, JsonKinds.Again(point with { Label = "\ud83d\ude00" }, JsonKinds.Default));
    }

    [Theory]
    [InlineData("1e-30")]
    [InlineData("12.00000000000000000000000000000001")]
    [InlineData("0.99999999999999999999999999999999")]
    [InlineData("1e-2147483649")]
    public void Decimal_ThatCannotBeHeld_Throws(string number)
    {
        Assert.Equal(
            $"Minutes must be a decimal number of at most 28 digits, and at most 28 behind the point; got {number}. Path: $.Minutes",
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Visit>($$"""{"Minutes":{{number}}}""")).Message);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Visit>($$"""{"Minutes":"{{number}}"}""", JsonKinds.Unusual));
    }

    [Theory]
    [InlineData("12.00000000000000000000000000000000", 12)]
    [InlineData("0.00000000000000000000000000000000e5", 0)]
    [InlineData("-120000000000000000000000000000000000e-34", -12)]
    [InlineData("0.000000000000000000000000000000125E+36", 125000)]
    public void Decimal_WithManyDigitsOfNoAccount_IsRead(string number, int value)
    {
        Assert.Equal(value, JsonSerializer.Deserialize<Visit>($$"""{"Minutes":{{number}}}""").Minutes);
        Assert.Equal(value, JsonSerializer.Deserialize<Visit>($$"""{"minutes":"{{number}}"}""", JsonKinds.Web).Minutes);
    }

    [Fact]
    public void Decimal_OfEverySize_ComesBack() => Assert.All(
        [decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 7.9228162514264337593543950335m, 1.50m],
        number => Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(new Visit(number), JsonKinds.Again(new Visit(number), options))));

    [Fact]
    public void Enum_WithoutAName_IsNotWritten()
    {
        Estimate flagged = new ShareTally(3, 40).Estimate()!.Value with { Flags = (EstimateFlags)(1 << 30) };

        Assert.Throws<ArgumentOutOfRangeException>(() => JsonSerializer.Serialize(flagged));
        Assert.Throws<ArgumentOutOfRangeException>(() => JsonSerializer.Serialize((CalendarUnit)77));
        Assert.Throws<ArgumentOutOfRangeException>(() => JsonSerializer.Serialize(new Dictionary<CalendarUnit, int> { [(CalendarUnit)77] = 1 }));
    }

    [Fact]
    public void Times_BeforeYear0_ComeBack()
    {
        LocalDate ides = new(-43, 3, 15);
        CartOutcome<LocalDate> cart = new(ides, ides.AtMidnight().InUtc().ToInstant(), CartState.Open);
        Target target = Target.AtLeast(20, deadline: ides);

        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(target, JsonKinds.Again(target, options)));
        Assert.Equal(cart, JsonKinds.Again(cart, JsonKinds.Default));
    }

    [Fact]
    public void Season_OfEveryPeriod_ComesBackAlsoAsAKey() => Assert.All(Enum.GetValues<CalendarUnit>(), unit =>
    {
        CalendarPeriod first = CalendarPeriod.Containing(unit, new(2024, 1, 1));
        Dictionary<Season, int> seasons = [];
        for (int i = 0; i < 400; i++)
        {
            seasons[Season.Of(first.Plus(i), SeasonalCycle.Year)] = i;
            seasons[Season.Of(first.Plus(i))] = i;
        }

        Assert.Equal(seasons, JsonKinds.Again(seasons, JsonKinds.Default));
        Assert.Equal(seasons.Keys, JsonKinds.Again(seasons.Keys.ToArray(), JsonKinds.Default));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Season>("\"Brumaire\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Season>("3"));
    });

    [Fact]
    public void Result_Read_IsRefusedByName()
    {
        string json = JsonSerializer.Serialize(ImportancePerformance.Of([("price", 0.5, 3)]));

        Assert.Equal(
            "ImportancePerformance is a result: it is written, and calculated again instead of being read. Path: $",
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ImportancePerformance>(json)).Message);
    }

    [Fact]
    public void BusinessCalendar_OfAZoneWithoutAName_IsNeitherWrittenNorRead()
    {
        BusinessCalendar paris = BusinessCalendar.Weekdays(DateTimeZoneProviders.Tzdb["Europe/Paris"], new(9, 0), new(17, 30));
        BusinessCalendar invented = BusinessCalendar.Weekdays(new InventedZone("Atlantis"), new(9, 0), new(17, 30));
        string json = JsonSerializer.Serialize(paris);

        Assert.Equal(paris.ToString(), JsonKinds.Again(paris, JsonKinds.Default).ToString());
        Assert.Throws<ArgumentException>(() => JsonSerializer.Serialize(invented));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<BusinessCalendar>(json.Replace("Europe/Paris", "Atlantis", StringComparison.Ordinal)));
    }

    [Fact]
    public void StaffingRequirement_OfMoreTimeThanThereIs_IsWritten()
    {
        StaffingRequirement huge = new(new(1, Duration.MaxValue, Duration.FromMinutes(3)), 20, 30, 0.9, 0.5, Duration.Zero, 0);

        Assert.Throws<OverflowException>(() => huge.PaidTime);
        Assert.Equal(huge, JsonKinds.Again(huge, JsonKinds.Default));
    }

    [Fact]
    public void Bands_Again_BandTheSame()
    {
        RfmBands bands = RfmBands.From([(new LocalDate(2026, 5, 1), 3, 120m), (new LocalDate(2026, 1, 1), 1, 20m)], new LocalDate(2026, 6, 1));
        RfmBands again = JsonKinds.Again(bands, JsonKinds.Default);

        Assert.Equal(bands.ScoreOf(new LocalDate(2026, 3, 1), 2, 60m), again.ScoreOf(new LocalDate(2026, 3, 1), 2, 60m));
        Assert.Equal(bands.ToString(), again.ToString());
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ValueBands>("""{"Starts":[3,2]}"""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ValueBands>("""{"Starts":[null,null]}"""));
    }

    [Fact]
    public void Values_OfRowsAndWeights_ComeBack()
    {
        CartOutcome<string> cart = new("cart 1", Instant.FromUtc(2025, 1, 2, 3, 4), CartState.Abandoned) { LastActivity = Instant.FromUtc(2025, 1, 3, 0, 0) };

        Assert.Equal(cart, JsonSerializer.Deserialize<CartOutcome<string>>(JsonSerializer.Serialize(cart)));
        Assert.Equal(
            new SmoothingWeights(0.3, 0.1, 0.2),
            JsonSerializer.Deserialize<SmoothingWeights>(JsonSerializer.Serialize(new SmoothingWeights(0.3, 0.1, 0.2))));
        ContactForecast half = new(100, Duration.FromMinutes(30), Duration.FromMinutes(3));
        Assert.Equal(half, JsonSerializer.Deserialize<ContactForecast>(JsonSerializer.Serialize(half)));
    }

    [Fact]
    public void DurationSample_ComesBack()
    {
        DurationSample sample = DurationSample.FromDurations([Duration.FromSeconds(5), Duration.FromMinutes(2)], open: 3);

        Assert.All(JsonKinds.ForEveryType, options =>
        {
            DurationSample again = JsonKinds.Again(sample, options);
            Assert.Equal(sample.Nanoseconds.AsEnumerable(), again.Nanoseconds);
            Assert.Equal(3, again.Open);
        });
    }

    [Fact]
    public void Report_WithRecords_ComesBack()
    {
        Report report = new("x", new(1, 2, 3), new() { ["FR"] = new(1, 40, CalendarUnit.Month) }, KpiUnit.Seconds);

        Assert.All(JsonKinds.ForCollections, options =>
        {
            Report again = JsonKinds.Again(report, options);
            Assert.Equal((report.Nps, report.ByCountry["FR"], report.Unit), (again.Nps, again.ByCountry["FR"], again.Unit));
        });
    }

    [JsonConverter(typeof(RecordJsonConverter<Visit>))]
    private readonly record struct Visit(decimal Minutes) : IJsonRecord<Visit>
    {
        static Visit IJsonRecord<Visit>.Json(JsonMembers<Visit> json) => new(json.Value(nameof(Minutes), x => x.Minutes));
    }

    private sealed class InventedZone(string id) : DateTimeZone(id, isFixed: true, Offset.Zero, Offset.Zero)
    {
        public override NodaTime.TimeZones.ZoneInterval GetZoneInterval(Instant instant) => new(Id, null, null, Offset.Zero, Offset.Zero);
    }

    private static bool HasRecordConverter(Type type) => type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType?.Name == "RecordJsonConverter`1";
}
