using System.Reflection;
using System.Text.RegularExpressions;
using CxKpi.Tests.Documentation;
using Microsoft.CodeAnalysis.CSharp;

namespace CxKpi.Tests.Surveys;

/// <summary>Answers arrive as numbers of many types: each of them enters without a cast, in which NaN would become a detractor and 8.9 an 8.</summary>
public class NumberDoorsTests
{
    private static readonly Regex AsArray = new(@" System.ReadOnlySpan`1\[(?<type>.*)\]$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    private static readonly Nps Expected = new(2, 1, 1, new ExcludedAnswers(missing: 1));

    private static readonly int?[] Answers = [9, 10, 7, 3, null];

    [Fact]
    public void FromAnswers_NumbersOfAnyType_GiveTheSameRecord()
    {
        double?[] numbers = [9, 10, 7, 3, null];
        double[] withNaN = [9, 10, 7, 3, double.NaN];
        float[] floats = [9, 10, 7, 3, float.NaN];
        List<decimal?> column = [9.0m, 10m, 7.00m, 3m, null];
        byte[] bytes = [9, 10, 7, 3];
        ReadOnlySpan<short> shorts = [9, 10, 7, 3];

        Assert.Equal(Expected, Nps.FromAnswers(Answers));
        Assert.Equal(Expected, Nps.FromAnswers(Answers.Select(answer => answer)));
        Assert.Equal(Expected, Nps.FromAnswers(numbers));
        Assert.Equal(Expected, Nps.FromAnswers(numbers.ToList()));
        Assert.Equal(Expected, Nps.FromAnswers(withNaN));
        Assert.Equal(Expected, Nps.FromAnswers(withNaN.ToList()));
        Assert.Equal(Expected, Nps.FromAnswers(withNaN.Select(answer => answer)));
        Assert.Equal(Expected, Nps.FromAnswers(floats));
        Assert.Equal(Expected, Nps.FromAnswers(floats.Select(answer => (float?)answer)));
        Assert.Equal(Expected, Nps.FromAnswers(column));
        Assert.Equal(new Nps(2, 1, 1), Nps.FromAnswers(bytes));
        Assert.Equal(new Nps(2, 1, 1), Nps.FromAnswers(bytes.ToList()));
        Assert.Equal(new Nps(2, 1, 1), Nps.FromAnswers(shorts));
        Assert.Equal(new Nps(2, 1, 1), Nps.FromAnswers(new List<int> { 9, 10, 7, 3 }));
        Assert.Equal(new Nps(2, 1, 1), Nps.FromAnswers([9L, 10L, 7L, 3L]));
    }

    [Fact]
    public void FromAnswer_Number_IsReadLikeAWholeOne()
    {
        Assert.Equal(Nps.FromAnswer(9), Nps.FromAnswer(9.0));
        Assert.Equal(Nps.FromAnswer(9), Nps.FromAnswer(9f));
        Assert.Equal(Nps.FromAnswer(null), Nps.FromAnswer(double.NaN));
        Assert.Equal(Nps.FromAnswer(null), Nps.FromAnswer((double?)null));
        Assert.Equal(Csat.FromAnswer(4, TopBox.TwoOfFive), Csat.FromAnswer(4.0, TopBox.TwoOfFive));
        Assert.Equal(
            "answer must be a whole number on the scale 0 to 10; got 8.9: RatingTally.FromAnswerTolerant counts such an answer as invalid",
            Assert.Throws<ArgumentOutOfRangeException>("answer", () => Nps.FromAnswer(8.9)).Message.Split(" (Parameter")[0].Split('\n')[0]);
        Assert.Throws<ArgumentOutOfRangeException>("answer", () => Nps.FromAnswer(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>("answer", () => Csat.FromAnswer(5.5, TopBox.TwoOfFive));
    }

    [Theory]
    [InlineData(8.9, "answers must be a whole number on the scale 0 to 10 (at position 2); got 8.9")]
    [InlineData(11, "answers must lie on the scale 0 to 10 (at position 2); got 11")]
    [InlineData(-1, "answers must lie on the scale 0 to 10 (at position 2); got -1")]
    [InlineData(1e300, "answers must lie on the scale 0 to 10 (at position 2); got 1E+300")]
    [InlineData(double.NegativeInfinity, "answers must be a whole number on the scale 0 to 10 (at position 2); got -Infinity")]
    public void FromAnswers_NumberOffTheScale_NamesItsPosition(double answer, string message)
    {
        double?[] nullable = [9, null, answer];
        double[] numbers = [9, double.NaN, answer];

        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>("answers", () => Nps.FromAnswers(nullable)).Message, StringComparison.Ordinal);
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>("answers", () => Nps.FromAnswers(numbers)).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            message,
            Assert.Throws<ArgumentOutOfRangeException>("answers", () => Nps.FromAnswers(numbers.Select(number => number))).Message,
            StringComparison.Ordinal);
        Assert.Equal(new ExcludedAnswers(1, 1), RatingTally.FromAnswersTolerant(numbers, RatingScale.ZeroToTen).Excluded);
        Assert.Equal(new ExcludedAnswers(1, 1), RatingTally.FromAnswersTolerant(nullable, RatingScale.ZeroToTen).Excluded);
    }

    [Fact]
    public void FromAnswers_ArrayThatIsNull_Throws()
    {
        Assert.Throws<ArgumentNullException>("answers", () => Nps.FromAnswers((int[])null!));
        Assert.Throws<ArgumentNullException>("answers", () => Nps.FromAnswers((double?[])null!));
        Assert.Throws<ArgumentNullException>("answers", () => RatingTally.FromAnswersTolerant((double[])null!, RatingScale.ZeroToTen));
    }

    [Fact]
    public void FromCounts_Dictionary_CountsEachAnswer()
    {
        Dictionary<int, int> counts = new() { [9] = 3, [2] = 1 };
        IReadOnlyDictionary<int, long> large = new Dictionary<int, long> { [5] = 3_000_000_000, [1] = 1 };

        Assert.Equal(new Nps(3, 0, 1), Nps.FromCounts(counts));
        Assert.Equal(new Csat(3_000_000_000, 3_000_000_001, TopBox.TwoOfFive), Csat.FromCounts(large, TopBox.TwoOfFive));
        Assert.Equal(RatingTally.FromAnswers([9, 9, 9, 2], RatingScale.ZeroToTen), RatingTally.FromCounts(counts, RatingScale.ZeroToTen));
        Assert.Equal(new Nps(2, 0, 0), Nps.FromCounts([new KeyValuePair<int, int>(9, 1), new(9, 1)]));
    }

    [Fact]
    public void FromCounts_DictionaryThatCannotBe_NamesThePosition()
    {
        SortedDictionary<int, int> off = new() { [9] = 3, [11] = 1 }, negative = new() { [3] = 1, [9] = -3 };

        Assert.StartsWith(
            "counts must lie on the scale 0 to 10 (at position 1); got 11",
            Assert.Throws<ArgumentOutOfRangeException>("counts", () => Nps.FromCounts(off)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "counts must not be negative (at position 1); got -3",
            Assert.Throws<ArgumentOutOfRangeException>("counts", () => Nps.FromCounts(negative)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("counts", () => Nps.FromCounts((Dictionary<int, int>)null!));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    public void Doors_UnderEachLanguageVersion_Bind(LanguageVersion version)
    {
        const string Program = """
            int[] answers = [10, 8]; int?[] some = [10, null]; List<int> list = [10, 8]; double?[] numbers = [10, null]; float[] floats = [10];
            byte[] bytes = [10];
            Nps[] all =
            [
                Nps.FromAnswers(answers), Nps.FromAnswers(some), Nps.FromAnswers(list), Nps.FromAnswers([10, 8]), Nps.FromAnswers([10, null]),
                Nps.FromAnswers([]), Nps.FromAnswers(numbers), Nps.FromAnswers(floats),
                Nps.FromAnswers(bytes), Nps.FromAnswers([10.0, 8.0]), Nps.FromAnswers(new List<double?>()),
                Nps.FromAnswers((ReadOnlySpan<byte>)bytes), Nps.FromAnswers(answers.Where(answer => answer > 3)), Nps.FromAnswers(new List<decimal> { 10m }),
                Nps.FromAnswers(answers, NpsMapping.OneToTen), Nps.FromAnswer(10), Nps.FromAnswer(null), Nps.FromAnswer(9.0),
            ];
            Csat satisfied = Csat.FromAnswers([5, 4], TopBox.TwoOfFive).Combine(Csat.FromAnswers(new[] { 5 }, TopBox.TwoOfFive));
            RatingTally five = RatingTally.FromAnswers(new[] { 5 }, RatingScale.OneToFive);
            five = five.Combine(RatingTally.FromAnswersTolerant([5, null], RatingScale.OneToFive));
            MeanTally[] means =
            [
                MeanTally.FromValues(new decimal[1]), MeanTally.FromValues(new double[1]), MeanTally.FromValues([1m, 2m]),
                MeanTally.FromValues(new List<double>()),
            ];
            AverageHandleTime times = AverageHandleTime.FromContacts(new Duration[1]).Combine(AverageHandleTime.FromContacts(new List<Duration>()));
            DurationTally durations = DurationTally.FromDurations(new Duration[1]).Combine(DurationTally.FromDurations([Duration.Zero]));
            Console.WriteLine($"{all.Length} {satisfied} {five.N} {means.Length} {times} {durations.N}");
            """;

        Assert.Equal([], ReaderProgram.Compile(Program, ["CxKpi", "NodaTime"], version).Findings);
    }

    // Before C# 14 an array converts to a span and to a sequence equally well.
    [Fact]
    public void Doors_ForSpansAndSequences_TakeArraysToo()
    {
        string[] signatures = [.. typeof(Nps).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(method => method.GetParameters().Length > 0)
                .Select(method => $"{type.Name}.{method.Name}/{method.GetParameters().Length} {method.GetParameters()[0].ParameterType}"))];
        string[] both = [.. signatures
            .Where(signature => signature.Contains(" System.ReadOnlySpan`1[", StringComparison.Ordinal))
            .Where(signature => signatures.Contains(
                signature.Replace("System.ReadOnlySpan", "System.Collections.Generic.IEnumerable", StringComparison.Ordinal)))];

        Assert.NotEmpty(both);
        Assert.Equal([], both.Where(signature => !signatures.Contains(AsArray.Replace(signature, " ${type}[]"))));
    }
}
