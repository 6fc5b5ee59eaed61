using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class RatingTallyTests
{
    private static readonly RatingScale Five = RatingScale.OneToFive;

    [Fact]
    public void EveryDoor_SameAnswers_GivesTheSameTally()
    {
        RatingTally expected = new(Five, [1, 0, 0, 1, 2]);

        Assert.Equal(expected, RatingTally.FromAnswers((byte[])[5, 1, 4, 5], Five));
        Assert.Equal(expected, RatingTally.FromAnswers((ReadOnlySpan<byte>)[5, 1, 4, 5], Five));
        Assert.Equal(expected, RatingTally.FromAnswers([5, 1, 4, 5], Five));
        Assert.Equal(expected, RatingTally.FromAnswers((int?[])[5, 1, 4, 5], Five));
        Assert.Equal(expected, RatingTally.FromAnswers(new List<int> { 5, 1, 4, 5 }, Five));
        Assert.Equal(expected, RatingTally.FromAnswers(new List<int?> { 5, 1, 4, 5 }, Five));
        Assert.Equal(expected, RatingTally.FromAnswersTolerant((ReadOnlySpan<byte>)[5, 1, 4, 5], Five));
        Assert.Equal(expected, RatingTally.FromAnswersTolerant([5, 1, 4, 5], Five));
        Assert.Equal(expected, RatingTally.FromAnswersTolerant(new List<int?> { 5, 1, 4, 5 }, Five));
        Assert.Equal(expected, RatingTally.FromCounts([1, 0, 0, 1, 2], Five));
        Assert.Equal(
            expected,
            RatingTally.FromAnswer(5, Five)
                .Combine(RatingTally.FromAnswer(1, Five))
                .Combine(RatingTally.FromAnswer(4, Five))
                .Combine(RatingTally.FromAnswer(5, Five)));
    }

    [Fact]
    public void FromAnswers_EmptyCollectionExpression_BindsAndIsEmpty()
    {
        Assert.Equal(0, RatingTally.FromAnswers([], Five).N);
        Assert.Equal(0, RatingTally.FromAnswersTolerant([], Five).N);
        Assert.Null(RatingTally.FromAnswers([], Five).Mean);
        Assert.Null(Nps.FromAnswers([]).Value);
        Assert.Null(Csat.FromAnswers([], TopBox.TwoOfFive).Value);
    }

    [Fact]
    public void FromAnswers_MissingAnswers_AreCountedApart()
    {
        RatingTally tally = RatingTally.FromAnswers([5, null, 1, null, null], Five);

        Assert.Equal(2, tally.N);
        Assert.Equal(3, tally.Missing);
        Assert.Equal(tally, RatingTally.FromAnswers(new List<int?> { 5, null, 1, null, null }, Five));
        Assert.Equal(new ExcludedAnswers(1), RatingTally.FromAnswer(null, Five).Excluded);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(255)]
    public void FromAnswers_ByteOffTheScale_ThrowsWithPosition(byte answer) =>
        OffScaleAt(2, () => RatingTally.FromAnswers((ReadOnlySpan<byte>)[1, 5, answer, 3], Five));

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void FromAnswers_OffTheScale_ThrowsWithPosition(int answer)
    {
        OffScaleAt(2, () => RatingTally.FromAnswers([1, 5, answer, 3], Five));
        OffScaleAt(2, () => RatingTally.FromAnswers((int?[])[1, null, answer, 3], Five));
        OffScaleAt(2, () => RatingTally.FromAnswers(new List<int> { 1, 5, answer, 3 }, Five));
        OffScaleAt(2, () => RatingTally.FromAnswers(new List<int?> { 1, null, answer, 3 }, Five));
        Assert.StartsWith(
            $"answer must lie on the scale 1 to 5; got {answer}: RatingTally.FromAnswerTolerant counts such an answer as invalid",
            Assert.Throws<ArgumentOutOfRangeException>(nameof(answer), () => RatingTally.FromAnswer(answer, Five)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void FromAnswersTolerant_OffTheScale_CountsAsInvalid()
    {
        Assert.Equal(new ExcludedAnswers(0, 2), RatingTally.FromAnswersTolerant([1, 9, 0, 5], Five).Excluded);
        Assert.Equal(new ExcludedAnswers(0, 2), RatingTally.FromAnswersTolerant((ReadOnlySpan<byte>)[1, 9, 0, 5], Five).Excluded);
        Assert.Equal(new ExcludedAnswers(1, 2), RatingTally.FromAnswersTolerant(new List<int?> { 1, 9, null, 0, 5 }, Five).Excluded);
    }

    [Fact]
    public void TolerantDoors_AnySequence_AgreeWithoutACast()
    {
        RatingTally ints = new(Five, [1, 0, 0, 0, 1], invalid: 2), withNull = new(Five, [1, 0, 0, 0, 1], missing: 1, invalid: 2);
        int[] array = [1, 9, 0, 5];
        int?[] nullable = [1, 9, null, 0, 5];

        Assert.Equal(ints, RatingTally.FromAnswersTolerant([1, 9, 0, 5], Five));
        Assert.Equal(ints, RatingTally.FromAnswersTolerant(array, Five));
        Assert.Equal(ints, RatingTally.FromAnswersTolerant(array.ToList(), Five));
        Assert.Equal(ints, RatingTally.FromAnswersTolerant(array.Where(_ => true), Five));
        Assert.Equal(withNull, RatingTally.FromAnswersTolerant([1, 9, null, 0, 5], Five));
        Assert.Equal(withNull, RatingTally.FromAnswersTolerant(nullable, Five));
        Assert.Equal(withNull, RatingTally.FromAnswersTolerant(nullable.ToList(), Five));
        Assert.Equal(withNull, nullable.Aggregate(default(RatingTally), (all, answer) => all.Combine(RatingTally.FromAnswerTolerant(answer, Five))));
    }

    [Fact]
    public void FromAnswerTolerant_InALoopOverRows_CountsInvalidAnswers()
    {
        (string Channel, int? Answer)[] rows = [("web", 5), ("web", 9), ("shop", null), ("shop", 1)];
        Segments<string, Csat> csat = rows.TallyBy(x => x.Channel, x => Csat.FromTally(RatingTally.FromAnswerTolerant(x.Answer, Five), TopBox.TwoOfFive));

        Assert.Equal(new Csat(1, 1, TopBox.TwoOfFive, new(0, 1)), csat["web"]);
        Assert.Equal(new Csat(0, 1, TopBox.TwoOfFive, new(missing: 1)), csat["shop"]);
    }

    [Fact]
    public void EveryDoor_ScaleNotStated_Throws()
    {
        Assert.Throws<ArgumentException>("scale", () => RatingTally.FromAnswers([1, 2], default));
        Assert.Throws<ArgumentException>("scale", () => RatingTally.FromAnswers((ReadOnlySpan<byte>)[1, 2], default));
        Assert.Throws<ArgumentException>("scale", () => RatingTally.FromAnswers(new List<int> { 1 }, default));
        Assert.Throws<ArgumentException>("scale", () => RatingTally.FromAnswersTolerant([1, 2], default));
        Assert.Throws<ArgumentException>("scale", () => RatingTally.FromAnswersTolerant((int?[])[1, null], default));
        Assert.Throws<ArgumentException>("scale", () => RatingTally.FromAnswersTolerant(new List<int> { 1 }, default));
        Assert.Throws<ArgumentException>("scale", () => RatingTally.FromAnswer(0, default));
        Assert.Throws<ArgumentException>("scale", () => RatingTally.FromAnswer(null, default));
        Assert.Throws<ArgumentException>("scale", () => RatingTally.FromAnswerTolerant(0, default));
    }

    [Fact]
    public void EveryDoor_NullSequence_Throws()
    {
        Assert.Throws<ArgumentNullException>("answers", () => RatingTally.FromAnswers((IEnumerable<int>)null!, Five));
        Assert.Throws<ArgumentNullException>("answers", () => RatingTally.FromAnswers((IEnumerable<int?>)null!, Five));
        Assert.Throws<ArgumentNullException>("answers", () => RatingTally.FromAnswersTolerant((IEnumerable<int?>)null!, Five));
        Assert.Throws<ArgumentNullException>("answers", () => RatingTally.FromAnswersTolerant((IEnumerable<int>)null!, Five));
        Assert.Throws<ArgumentNullException>("counts", () => new RatingTally(Five, null!));
    }

    [Fact]
    public void New_MalformedCounts_Throw()
    {
        Assert.Throws<ArgumentException>("counts", () => new RatingTally(Five, [1, 2, 3]));
        Assert.Throws<ArgumentException>("counts", () => RatingTally.FromCounts([1, 2, 3, 4, 5, 6], Five));
        Assert.Throws<ArgumentOutOfRangeException>("counts", () => RatingTally.FromCounts([1, 2, -3, 4, 5], Five));
        Assert.Throws<ArgumentOutOfRangeException>("missing", () => new RatingTally(Five, [1, 2, 3, 4, 5], missing: -1));
        Assert.Throws<ArgumentOutOfRangeException>("invalid", () => new RatingTally(Five, [1, 2, 3, 4, 5], invalid: -1));
    }

    [Fact]
    public void Combine_BeyondLong_Throws()
    {
        RatingTally many = RatingTally.FromCounts([0, 0, 0, 0, long.MaxValue], Five);

        Assert.Throws<OverflowException>(() => many.Combine(RatingTally.FromAnswer(5, Five)));
        Assert.Throws<OverflowException>(() => many.Combine(RatingTally.FromAnswer(1, Five)));
        Assert.Equal(5, many.Mean);
    }

    [Fact]
    public void Combine_OtherScale_ThrowsAndSaysWhich()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => RatingTally.FromAnswer(5, Five)
            .Combine(RatingTally.FromAnswer(5, RatingScale.Effort)));

        Assert.Contains("1 to 5 and 1 to 5, lower is better", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_OffTheScale_Throw()
    {
        RatingTally tally = RatingTally.FromAnswers([1, 5], Five);

        Assert.Throws<ArgumentOutOfRangeException>("answer", () => tally.CountOf(6));
        Assert.Throws<ArgumentOutOfRangeException>("answer", () => tally.AtLeast(0));
        Assert.Throws<ArgumentOutOfRangeException>("answer", () => tally.AtMost(6));
        Assert.Throws<ArgumentOutOfRangeException>("positiveFrom", () => tally.Net(6, 2));
        Assert.Throws<ArgumentOutOfRangeException>("positiveFrom", () => tally.Net(int.MinValue, 2));
        Assert.Throws<ArgumentOutOfRangeException>("negativeTo", () => tally.Net(4, 0));
        Assert.Throws<ArgumentOutOfRangeException>("negativeTo", () => tally.Net(4, int.MinValue));
        Assert.Throws<ArgumentOutOfRangeException>("negativeTo", () => tally.Net(3, 3));
    }

    [Fact]
    public void Json_OfNoData_IsNoData() => Assert.Equal(default, JsonSerializer.Deserialize<RatingTally>(JsonSerializer.Serialize(default(RatingTally))));

    [Fact]
    public void Json_WithoutCounts_Throws()
    {
        const string Scale = """{"Scale":{"Lowest":1,"Highest":5,"Direction":"HigherIsBetter"},"Missing":0,"Invalid":0}""";

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RatingTally>("{}"));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RatingTally>(Scale));
        Assert.Equal(default, new RatingTally(default, null));
    }

    [Fact]
    public void Counts_Changed_LeavesTheTallyAlone()
    {
        RatingTally tally = RatingTally.FromAnswers([1, 5], Five);

        ((long[])tally.Counts)[0] = 99;

        Assert.Equal(1, tally.CountOf(1));
    }

    [Fact]
    public void FromAnswers_NegativeScale_Counts()
    {
        RatingScale balance = new(-3, 3);

        Assert.Equal([1, 0, 0, 0, 0, 0, 2], RatingTally.FromAnswers([-3, 3, 3], balance).Counts);
        Assert.Equal(1, RatingTally.FromAnswers([-3, 3, 3], balance).Mean);
    }

    [Fact]
    public void ToString_ListsCounts() =>
        Assert.Equal("1: 1, 2: 0, 3: 0, 4: 0, 5: 1 (n = 2, 1 missing, 0 invalid)", RatingTally.FromAnswers([1, 5, null], Five).ToString());

    private static void OffScaleAt(int position, Func<RatingTally> door)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>("answers", () => { door(); });
        Assert.Contains($"position {position}", error.Message, StringComparison.Ordinal);
    }
}

public class RatingTallyLaws
{
    private static readonly RatingScale Seven = RatingScale.OneToSeven;

    // Answers as they come: given, missing (0) and invalid (8 and 9).
    private static Gen<int?[]> Answers => Gen.Choose(0, 9).Select(x => x == 0 ? (int?)null : x).ArrayOf();

    private static Gen<RatingTally> Tally => Some.Ratings(Seven);

    [Property]
    public Property CombiningTalliesIsTallyingTheConcatenation() =>
        Law.ForAll(Answers.Two(), x => RatingTally.FromAnswersTolerant(x.Item1, Seven).Combine(RatingTally.FromAnswersTolerant(x.Item2, Seven))
            == RatingTally.FromAnswersTolerant(x.Item1.Concat(x.Item2), Seven));

    [Property]
    public Property ATallyCountsAsADictionaryDoes() =>
        Law.ForAll(Answers, answers =>
        {
            Dictionary<int, long> model = [];
            long missing = 0, invalid = 0;
            foreach (int? answer in answers)
            {
                if (answer is not { } given)
                {
                    missing++;
                }
                else if (given is < 1 or > 7)
                {
                    invalid++;
                }
                else
                {
                    model[given] = model.GetValueOrDefault(given) + 1;
                }
            }

            RatingTally tally = RatingTally.FromAnswersTolerant(answers, Seven);
            return Enumerable.Range(1, 7).All(answer => tally.CountOf(answer) == model.GetValueOrDefault(answer))
                && tally.N == model.Values.Sum() && tally.Missing == missing && tally.Invalid == invalid;
        });

    [Property]
    public Property StrictDoorsAgreeWithTolerantOnesOnCleanAnswers() =>
        Law.ForAll(Gen.Choose(1, 7).ArrayOf(), answers =>
            RatingTally.FromAnswers(answers.AsSpan(), Seven) == RatingTally.FromAnswersTolerant(answers.AsSpan(), Seven)
            && RatingTally.FromAnswers(Array.ConvertAll(answers, x => (byte)x).AsSpan(), Seven) == RatingTally.FromAnswers((IEnumerable<int>)answers, Seven));

    [Property]
    public Property ReorderingAnswersChangesNothing() =>
        Law.ForAll(Answers, x => RatingTally.FromAnswersTolerant(x, Seven) == RatingTally.FromAnswersTolerant(x.Reverse(), Seven));

    [Property]
    public Property AtLeastAndBelowAreComplements() =>
        Law.ForAll(Tally.Zip(Gen.Choose(2, 7)), x => x.Item1.AtLeast(x.Item2).Count + x.Item1.AtMost(x.Item2 - 1).Count == x.Item1.N
            && x.Item1.AtLeast(x.Item2).N == x.Item1.N);

    [Property]
    public Property AHigherCutNeverCountsMore() =>
        Law.ForAll(Tally.Zip(Gen.Choose(2, 7)), x => x.Item1.AtLeast(x.Item2).Count <= x.Item1.AtLeast(x.Item2 - 1).Count);

    [Property]
    public Property ANetIsItsTwoShares() =>
        Law.ForAll(Tally, x => x.Net(6, 3).PositiveShare() == x.AtLeast(6) && x.Net(6, 3).NegativeShare() == x.AtMost(3));

    [Property]
    public Property TheSumsAreThoseOfTheExpandedAnswers() =>
        Law.ForAll(Gen.Choose(0, 6).ArrayOf(), answers =>
            RatingTally.FromAnswers(answers.AsSpan(), new RatingScale(0, 6)).ToMean() == MeanTally.FromValues(answers.Select(x => (decimal)x)));

    [Property]
    public Property DefaultChangesNothingItIsCombinedWith() => Law.ForAll(Tally, x => x.Combine(default) == x && default(RatingTally).Combine(x) == x);

    [Property]
    public Property JsonBringsTheTallyBack() => Law.ForAll(Tally, x => JsonSerializer.Deserialize<RatingTally>(JsonSerializer.Serialize(x)) == x);
}
