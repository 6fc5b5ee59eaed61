using System.Text.RegularExpressions;
using CxKpi.Practices;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Trends;

/// <summary>Every refusal and warning, raised by the verb that gives it.</summary>
public class NoticesTests
{
    private const string TooShort = "two full cycles of 12 periods are needed to tell the season from a change; there are 23 periods: "
        + "where there is no season, state that there is none";
    private const string Short = "fewer than three full cycles of 12 periods: the season rests on two figures each; there are 30 periods";
    private const string Once = "only one figure each for March, April: what is particular to a season seen once can't be told from chance";
    private const string Wanders =
        "figures this persistent (memory 0.96) and this few (26, worth 0.5 independent ones) can't show a trend or a step: a level that wanders looks the same";
    private const string Sparse = "every season needs two figures or more; February has 1";
    private const string LeftOut = "hardly any figures for March, April, or none: their periods were left out";
    private const string LongGap = "11 periods from 2018-09 on have no figure; a trend over 21 periods can't cross half of them";
    private const string Years = "years have no season, and one season alone can't differ";
    private const string Alike = "every share is 0%: there is nothing to model";

    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2018-01");
    private static readonly LocalDate Day = new(2019, 3, 1);

    // With two empty periods at each end, which must not count.
    private static readonly PeriodSeries TwentyThree = Framed(23), Thirty = Framed(30);
    private static readonly PeriodSeries SeenOnce = Figures(Noise(60).Values.Select((x, i) => i % 12 is 2 or 3 && i > 11 ? null : x));
    private static readonly PeriodSeries MostlySeenOnce = Figures(Noise(24).Values.Select((x, i) => i is > 0 and < 12 && i % 3 > 0 ? null : x));
    private static readonly PeriodSeries Wandering = Figures(Enumerable.Range(0, 26).Select(t => (double?)((t - 13) * (t - 13) / 5.0 + t * 7 % 11 * 0.01)));
    private static readonly PeriodSeries WithGap = Figures(Noise(60).Values.Select((x, i) => i is >= 8 and < 19 ? null : x));
    private static readonly PeriodSeries Whole = PeriodSeries.FromValues(
        CalendarPeriod.Parse("2000"),
        Enumerable.Range(0, 20).Select(t => (double?)(t * t % 7)));
    private static readonly PeriodSeries Zero = PeriodSeries.FromShares(January, Enumerable.Repeat(new ShareTally(0, 50), 48));

    private static readonly Func<PeriodSeries, object>[] Verbs =
    [
        series => series.Trend(),
        series => series.Effect(Day, options: new() { Trend = TrendTerm.LeftOut }),
        series => series.Expect(1),
        series => series.IsSeasonal(),
        series => series.MannKendall(),
        series => series.SeasonalMannKendall(),
        series => series.Shifts(),
        series => series.SeasonallyAdjust(),
        series => series.Decompose(),
        series => series.Unusual(),
        series => series.Forecast(1),
        series => series.Forecast(1, ForecastMethod.SeasonalNaive),
    ];

    public static TheoryData<NoticeKind, string, Func<object>> Table
    {
        get
        {
            TheoryData<NoticeKind, string, Func<object>> table = new()
            {
                {
                    NoticeKind.SeasonTooSparse,
                    "gaps leave no figure of May where a moving average over a cycle is known",
                    () => PeriodSeries.FromValues(CalendarPeriod.Parse("2022-05"), Enumerable.Range(0, 30).Select(i => i == 13 ? null : (double?)i))
                        .Decompose()
                },
                {
                    NoticeKind.TooFewFigures,
                    "7 figures for 2 terms leave 5 to judge chance by; at least 7 are needed to see how much a figure resembles the one before",
                    () => First(7).Trend()
                },
                { NoticeKind.TooFewFigures, "at least 4 figures are needed; there are 3", () => First(3).MannKendall() },
                { NoticeKind.TooFewFigures, "at least 4 figures are needed; there are 3", () => First(3).SeasonalMannKendall() },
                { NoticeKind.TooFewFigures, "at least 9 figures are needed to look for shifts; there are 8", () => First(8).Shifts() },
                { NoticeKind.TooFewFigures, "at least 5 figures are needed; there are 4", () => First(4).Forecast(1) },
                {
                    NoticeKind.TooFewFigures,
                    "at least 2 pairs of figures a cycle of 1 apart are needed; there are 0",
                    () => Alternating().Forecast(1, ForecastMethod.SeasonalNaive)
                },
                {
                    NoticeKind.TooFewFigures,
                    "no season has two figures to compare",
                    () => Figures(Enumerable.Range(0, 28).Select(i => i is 0 or 2 or 16 or 25 ? (double?)i : null)).SeasonalMannKendall()
                },
                {
                    NoticeKind.SeasonWithoutFigure,
                    "no figure is known for any W06, so that none can be foretold",
                    () => PeriodSeries.FromValues(CalendarPeriod.Parse("2019-W01"), Noise(157).Values.Select((x, i) => i % 52 == 5 ? null : x))
                        .Forecast(1, ForecastMethod.SeasonalNaive)
                },
                {
                    NoticeKind.MissingFigures,
                    "the method of Holt and Winters needs every figure; 11 are missing",
                    () => WithGap.Forecast(1, ForecastMethod.HoltWinters)
                },
                {
                    NoticeKind.FarAhead,
                    "25 periods ahead is further than two cycles of 12: the limits assume that nothing but the level, slope and season moves",
                    () => Noise(60).Forecast(25)
                },
                { NoticeKind.AllSharesAlike, "every share is 100%: there is nothing to model", () => SeasonalModelTests.Shares(48, 50, _ => 1).Forecast(1) },
                { NoticeKind.AllSharesAlike, "every share is 100%: there is nothing to model", () => SeasonalModelTests.Shares(48, 50, _ => 1).Trend() },
                {
                    NoticeKind.NotToBeTold,
                    "the effect can't be told from the other terms in these periods",
                    () => Figures(Noise(60).Values.Select((x, i) => i % 12 == 11 && i < 59 ? null : x)).Effect(new(2022, 12, 1), new LocalDate(2022, 12, 31))
                },
                { NoticeKind.NothingToCompare, "no figures lie before 2018-01-01", () => Noise(60).Effect(new(2018, 1, 1)) },
                {
                    NoticeKind.NothingToCompare,
                    "no figures lie in the periods from 2030-01-01 on that the effect covers",
                    () => Noise(60).Effect(new(2030, 1, 1))
                },
                {
                    NoticeKind.FewEvents,
                    "in 48 of 48 periods the counts are too small for their share's log odds to be trusted: take longer periods",
                    () => PeriodSeries.FromShares(January, Enumerable.Range(0, 48).Select(t => new ShareTally(t % 2, 3))).Trend()
                },
                {
                    NoticeKind.RegressorLeftOut,
                    "Black Friday [-0, +0] was left out: in these periods it can't be told from season, trend and the regressors before it",
                    () => Noise(60).Trend(new() { Regressors = [Regressor.BlackFriday(0, 0)] })
                },
                {
                    NoticeKind.FewOccurrences,
                    "strike occurs 1 times only: its effect may be that of other events",
                    () => Noise(60).Trend(new() { Regressors = [Regressor.Dates("strike", [new(2021, 5, 4)])] })
                },
                { NoticeKind.FewDegreesOfFreedom, "only 8 figures more than terms: the memory of the noise is barely known", () => First(10).Trend() },
                {
                    NoticeKind.ExactFit,
                    "the model repeats every figure exactly: nothing is left to judge chance by",
                    () => Figures(Enumerable.Repeat<double?>(6, 48)).Trend()
                },
                {
                    NoticeKind.ExactFit,
                    "the model repeats every figure exactly: nothing is left to judge chance by",
                    () => Figures(Enumerable.Repeat<double?>(6, 48)).Forecast(1)
                },
                {
                    NoticeKind.StrongAutocorrelation,
                    "strong autocorrelation (0.89): the figures are worth 3.4 independent ones, and p is optimistic",
                    () => SeasonalModelTests.Simulated(60, phi: 0.9).Trend()
                },
                { NoticeKind.PartOfPeriod, "2022-03 is affected on 48.4% of its days and counts by that share", () => Noise(60).Effect(new(2022, 3, 17)) },
                {
                    NoticeKind.TrendLeftOut,
                    "too few periods lie before the effect: no trend is in the model, and one would be credited to the effect",
                    () => Noise(60).Effect(new(2019, 1, 1))
                },
                {
                    NoticeKind.NoExpectation,
                    "no expectation from the periods before: two full cycles of 12 periods are needed to tell the season from a change; there are 12 periods: "
                        + "where there is no season, state that there is none",
                    () => Noise(60).Effect(new(2019, 1, 1))
                },
                {
                    NoticeKind.NotParallel,
                    "before the effect the series and its control already moved apart (p < 0.0001): the difference may go on without any effect",
                    () => SeasonalModelTests.Simulated(60, slope: 3)
                        .Effect(new(2024, 3, 1), options: new() { Control = SeasonalModelTests.Simulated(60, seed: 4) })
                },
                {
                    NoticeKind.ParallelUnknown,
                    "whether series and control moved alike before the effect could not be tested: "
                        + "two full cycles of 12 periods are needed to tell the season from a change; there are 14 periods: "
                        + "where there is no season, state that there is none",
                    () => SeasonalModelTests.Simulated(60).Effect(new(2021, 3, 1), options: new() { Control = SeasonalModelTests.Simulated(60, seed: 4) })
                },
                {
                    NoticeKind.SeasonNeverSeen,
                    "2023-03 has no expectation: its season was never observed",
                    () => Figures(Noise(60).Values.Select((x, i) => i % 12 == 2 ? null : x)).Expect(3)
                },
                {
                    NoticeKind.SeasonNeverSeen,
                    "2022-03 has no expectation: its season was never observed",
                    () => Figures(Noise(60).Values.Select((x, i) => i % 12 == 2 && i < 48 ? null : x)).Effect(new(2022, 1, 1))
                },
                {
                    NoticeKind.SeasonsDiffer,
                    "the trends of the seasons differ (p < 0.0001): the total misleads, read the seasons one by one",
                    () => PeriodSeries.FromValues(CalendarPeriod.Parse("2010-Q1"), Enumerable.Range(0, 36).Select(i => (double?)(i % 2 == 0 ? i : -i)))
                        .SeasonalMannKendall()
                },
                {
                    NoticeKind.NeighboursAlike,
                    "figures resemble their neighbours (correlation 0.85), which this test doesn't allow for: its p is too small",
                    () => Figures(Enumerable.Range(0, 48).Select(i => (double?)(i / 12 % 2))).MannKendall()
                },
                {
                    NoticeKind.NeighboursAlike,
                    "figures resemble their neighbours (correlation 0.85), which this test doesn't allow for: its p is too small",
                    () => Figures(Enumerable.Range(0, 48).Select(i => (double?)(i / 12 % 2))).SeasonalMannKendall()
                },
                {
                    NoticeKind.SlopeOfTies,
                    "many figures are equal, which pulls Sen's slope and its limits to 0: the verdict rests on the pairs that differ",
                    () => Figures(Enumerable.Range(0, 30).Select(i => (double?)(i < 6 ? 60 : 100))).MannKendall()
                },
                {
                    NoticeKind.SlopeOfTies,
                    "many figures are equal, which pulls Sen's slope and its limits to 0: the verdict rests on the pairs that differ",
                    () => Figures(Enumerable.Range(0, 36).Select(i => (double?)(i < 8 ? 60 : 100))).SeasonalMannKendall()
                },
                {
                    NoticeKind.ShiftWasSearched,
                    "the shift is the largest of 43 places: p and the limits of its size allow for that search",
                    () => Noise(60).Shifts()
                },
                {
                    NoticeKind.SlopeBesideShifts,
                    "a steady slope explains the figures about as well as a shift does: shifts are looked for beside it",
                    () => LevelShiftsTests.Noise(84, 11, i => 0.15 * i).Shifts()
                },
                {
                    NoticeKind.TooManyPeriods,
                    "at most 800 periods can be judged one by one; there are 801: cut out a part or take longer periods",
                    () => PeriodSeries.FromValues(CalendarPeriod.Parse("2018-01-01"), Enumerable.Range(0, 801).Select(i => (double?)i)).Unusual()
                },
                {
                    NoticeKind.ManyUnusual,
                    "3 periods are unusual, the most that are looked for: the season or the level may have changed instead",
                    () => LevelShiftsTests.Noise(36, 4, i => i switch { 4 => 3000, 17 => 300, 26 => 30, _ => 0 }).Unusual()
                },
                {
                    NoticeKind.SamplingErrorOnly,
                    "sampling error only: too few earlier periods to know the usual range",
                    () => Constant(3, last: 5).Latest()
                },
                { NoticeKind.WithinExpectation, "5 to 5 expected for December", () => Constant(36, last: 5).Latest() },
                { NoticeKind.BeyondExpectation, "beyond what January brings: expected 4.41682 to 6.29985", () => Quiet(36, last: 9).Latest() },
                {
                    NoticeKind.SeasonNotKnown,
                    "beyond the usual range: expected 4.6847 to 6.3353; season not known yet",
                    () => Quiet(10, last: 9).Latest()
                },
                { NoticeKind.LevelWanders, Wanders, () => Wandering.Trend() },
                { NoticeKind.LevelWanders, Wanders, () => Wandering.Effect(Day) },
                {
                    NoticeKind.NotPositive,
                    "logarithms need figures above 0; 2018-01 has 0",
                    () => Figures(Enumerable.Range(0, 48).Select(i => (double?)i)).Trend(new() { Scale = ModelScale.Logarithm })
                },
                {
                    NoticeKind.LevelWanders,
                    "a level that wanders by itself explains the figures about as well, and would make such a change no surprise (p = 0.2416)",
                    () => SeasonalModelRivalTests.Walk(60, step: 0.1, seed: 1).Trend()
                },
                {
                    NoticeKind.NotPositive,
                    "components can multiply only where every figure is above 0; 2018-01 has 0",
                    () => Figures(Enumerable.Range(0, 48).Select(i => (double?)i)).Decompose(new() { Model = DecompositionModel.Multiplicative })
                },
                {
                    NoticeKind.RobustOnShortHistory,
                    "robust weights can swing to and fro with fewer than eight cycles and a seasonal span of 7: "
                        + "take a span of 11 or more, or the plain decomposition",
                    () => Noise(60).SeasonallyAdjust(StlOptions.Robust with { SeasonalSpan = 7 })
                },
            };

            double[] wave = [.. Enumerable.Range(0, 20).Select(i => (double)(i * 7 % 11))], other = [.. wave.Select((x, i) => x * 3 % 7 + i % 2)];
            table.Add(
                NoticeKind.NoSpread,
                "the outcome does not vary: there is nothing to explain",
                () => DriverAnalysis.OfColumns([.. wave.Select(_ => 5.0)], [("speed", wave)]));
            table.Add(
                NoticeKind.FewPeriodsForLags,
                "20 periods are few for lags up to 3: take 30 or more, and lags up to a quarter of them",
                () => LaggedCorrelation.Of(wave, other, 3));
            table.Add(
                NoticeKind.CollinearDrivers,
                "x1, x2 repeat each other: leave one of them out",
                () => DriverAnalysis.OfColumns(other, [("x1", wave), ("x2", [.. wave.Select(x => 9 - x)])]));
            table.Add(
                NoticeKind.AlikeDrivers,
                "x1, x2 are so alike that how they share their importance is barely known",
                () => DriverAnalysis.OfColumns(other, [("x1", wave), ("x2", [.. wave.Select((x, i) => x + 0.01 * (i % 2))])], new() { Resamples = 0 }));
            table.Add(
                NoticeKind.NothingExplained,
                "chance alone often explains as much (p = 1): the shares say little",
                () => DriverAnalysis.OfCorrelations(["x1"], [[1, 0], [0, 1]], rows: 40));
            table.Add(
                NoticeKind.ResamplesLeftOut,
                "10 of 20 resamples had no answer and were left out of the limits",
                () => DriverAnalysis.OfColumns(other, [("rare", [1, .. wave[1..].Select(_ => 0.0)])], new() { Resamples = 20 }));

            foreach (Func<PeriodSeries, object> verb in Verbs)
            {
                table.Add(NoticeKind.FewerThanTwoCycles, TooShort, () => verb(TwentyThree));
                table.Add(NoticeKind.FewerThanThreeCycles, Short, () => verb(Thirty));
            }

            foreach (Func<PeriodSeries, object> verb in Verbs[..4].Concat(Verbs[5..7]).Concat(Verbs[10..]))
            {
                table.Add(NoticeKind.SeasonSeenOnce, Once, () => verb(SeenOnce));
            }

            foreach (Func<PeriodSeries, object> verb in Verbs[7..10])
            {
                table.Add(NoticeKind.SeasonLeftOut, LeftOut, () => verb(SeenOnce));
                table.Add(NoticeKind.SeasonTooSparse, Sparse, () => verb(MostlySeenOnce));
                table.Add(NoticeKind.GapTooLong, LongGap, () => verb(WithGap));
            }

            table.Add(
                NoticeKind.CourseOfYearUnknown,
                "100 days are less than two years: the course of the year can't be told from a change",
                () => PeriodSeries.FromValues(CalendarPeriod.Parse("2018-01-01"), Noise(100).Values).Trend());
            table.Add(NoticeKind.NoSeason, Years, () => Whole.IsSeasonal());
            table.Add(NoticeKind.NoSeason, Years, () => Whole.Decompose());
            foreach (Func<PeriodSeries, object> verb in Verbs[..4].Concat(Verbs[6..7]).Concat(Verbs[10..]))
            {
                table.Add(NoticeKind.AllSharesAlike, Alike, () => verb(Zero));
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Verb_ThatRefusesOrWarns_SaysExactly(NoticeKind kind, string message, Func<object> verb)
    {
        Notice told = Assert.Single(Told(verb()).Distinct(), notice => notice.Kind == kind && notice.Message == message);

        Assert.Equal(message, told.In(ReportLanguage.English));
        foreach (Phrases words in Phrases.All.Where(words => words.Language != ReportLanguage.English))
        {
            // Other words, the same figures; days and periods are written in words there.
            string text = told.In(words.Language);
            Assert.NotEqual(message, text);
            Assert.DoesNotMatch(@"\d{4}-\d{2}", text);
            string[] figures = [.. Figures(text, words)];
            string separator = words.Numbers.NumberDecimalSeparator;
            Assert.All(Figures(message), figure => Assert.Contains(figure.Replace(".", separator, StringComparison.Ordinal), figures));
        }
    }

    public static TheoryData<Func<Notice>, string, string> Translated => new()
    {
        {
            () => Notices.FewerThanTwoCycles(23, 12),
            "il faut deux cycles complets de 12 périodes pour distinguer la saison d'une évolution\u202F; il y a 23 périodes\u202F: "
                + "s'il n'y a pas de saison, déclarez-le",
            "zwei volle Zyklen von 12 Perioden sind nötig, um die Saison von einer Veränderung zu unterscheiden; es sind 23 Perioden: "
                + "gibt es keine Saison, geben Sie das an"
        },
        {
            () => Notices.NotToBeTold(words => words.TheRegressor(Regressor.Dates("strike", []).In(words))),
            "«\u202Fstrike\u202F» ne se distingue pas des autres termes sur ces périodes",
            "„strike“ lässt sich in diesen Perioden von den anderen Termen nicht unterscheiden"
        },
        {
            () => Notices.NothingBefore(new(2018, 1, 1)),
            "aucun chiffre avant le 1er janvier 2018",
            "vor dem 1. Januar 2018 liegen keine Werte"
        },
        {
            () => Notices.NoExpectation(Notices.TooFewFigures(3, 4)),
            "pas d'attendu d'après les périodes antérieures\u202F: il faut au moins 4 chiffres\u202F; il y en a 3",
            "keine Erwartung aus den Perioden davor: mindestens 4 Werte sind nötig; es sind 3"
        },
        {
            () => Notices.FewOccurrences(Regressor.BlackFriday(0, 1), 2),
            "nombre d'occurrences de «\u202FBlack Friday [-0, +1]\u202F»\u202F: 2 seulement\u202F; son effet peut être celui d'autres événements",
            "„Black Friday [-0, +1]“ kommt nur 2-mal vor: die Wirkung kann von anderen Ereignissen stammen"
        },
        {
            () => Notices.NotParallel(0.0123),
            "avant l'effet, la série et son témoin s'écartaient déjà (p = 0,0123)\u202F: l'écart peut se poursuivre sans aucun effet",
            "schon vor der Wirkung liefen Reihe und Kontrolle auseinander (p = 0,0123): der Unterschied kann sich auch ohne Wirkung fortsetzen"
        },
    };

    [Theory]
    [MemberData(nameof(Translated))]
    public void Notice_InAnotherLanguage_ReadsWell(Func<Notice> notice, string french, string german) =>
        Assert.Equal([french, german], [notice().In(ReportLanguage.French), notice().In(ReportLanguage.German)]);

    [Fact]
    public void Notices_CompareByWhatTheySay()
    {
        Assert.Equal(Notices.FarAhead(25, 12), Notices.FarAhead(25, 12));
        Assert.NotEqual(Notices.FarAhead(25, 12), Notices.FarAhead(26, 12));
        Assert.NotEqual(Notices.FarAhead(25, 12), Notices.FarAhead(25, 12) with { Translations = [] });
        Assert.Equal(Notices.NoSeason(), System.Text.Json.JsonSerializer.Deserialize<Notice>(System.Text.Json.JsonSerializer.Serialize(Notices.NoSeason())));
    }

    [Fact]
    public void Notice_OfOneLanguageOnly_IsThatInAll()
    {
        Notice notice = new(NoticeKind.NoSeason, "no season");

        Assert.Equal("no season", notice.In(ReportLanguage.French));
        Assert.Throws<ArgumentOutOfRangeException>("language", () => notice.In((ReportLanguage)9));
    }

    [Fact]
    public void Table_HoldsEveryKind() => Assert.Empty(Enum.GetValues<NoticeKind>().Except(Table.Select(row => (NoticeKind)row[0])));

    [Fact]
    public void Verbs_OnSoundSeries_SayNothingOfTooLittle() => Assert.All(Verbs, verb => Assert.DoesNotContain(
        Told(verb(Noise(60))),
        notice => notice.Kind is NoticeKind.FewerThanTwoCycles or NoticeKind.FewerThanThreeCycles or NoticeKind.SeasonSeenOnce or NoticeKind.TooFewFigures));

    private static PeriodSeries Quiet(int count, double last) =>
        Figures([.. Enumerable.Range(0, count).Select(i => (double?)(5 + i * 7 % 11 * 0.1)), last]);

    private static PeriodSeries Constant(int count, double last) =>
        PeriodSeries.FromValues(CalendarPeriod.Parse("2020-01"), Enumerable.Range(1, count).Select(i => (double?)(i == count ? last : 5)));

    private static IEnumerable<Notice> Told(object result)
    {
        if (result is LatestPeriod latest)
        {
            return latest.Warnings.Append(latest.Reason);
        }

        IEnumerable<Notice> warnings = (IEnumerable<Notice>)result.GetType().GetProperty("Warnings")!.GetValue(result)!;
        return result.GetType().GetProperty("Refusal")!.GetValue(result) is Notice refusal ? warnings.Append(refusal) : warnings;
    }

    private static IEnumerable<string> Figures(string text) =>
        Regex.Matches(Regex.Replace(text, @"\d{4}-\d{2}(-\d{2})?", ""), @"\d+(\.\d+)?").Select(match => match.Value);

    private static IEnumerable<string> Figures(string text, Phrases words) =>
        Regex.Matches(text, $@"\d+({Regex.Escape(words.Numbers.NumberDecimalSeparator)}\d+)?").Select(match => match.Value);

    private static PeriodSeries Noise(int count) => LevelShiftsTests.Noise(count, 8, _ => 0);

    private static PeriodSeries Framed(int count) => PeriodSeries.FromValues(January.Plus(-2), [null, null, .. Noise(count).Values, null, null]);

    private static PeriodSeries Figures(IEnumerable<double?> values) => PeriodSeries.FromValues(January, values);

    private static PeriodSeries First(int years) => Whole.Slice(Whole.First, Whole.First.Plus(years - 1));

    private static PeriodSeries Alternating() =>
        PeriodSeries.FromValues(CalendarPeriod.Parse("2010"), Enumerable.Range(0, 9).Select(t => t % 2 == 0 ? (double?)t : null));
}
