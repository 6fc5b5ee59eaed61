using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

/// <summary>The vectorised loop against the plain one: exact equality throughout.</summary>
public class AnswerCounterTests
{
    // Longer than several blocks of the widest vectors, and a multiple of nothing.
    private const int Long = 100_003;

    public static TheoryData<int, int> ByteScales => Scales(0, 1, 7, 245);

    public static TheoryData<int, int> IntScales => Scales(0, 1, -3, int.MinValue, int.MaxValue - 10);

    [Theory]
    [MemberData(nameof(ByteScales))]
    public void Count_BytesOfEveryLength_EqualsThePlainLoop(int lowest, int points)
    {
        byte[] answers = Bytes(40_000, lowest, points);
        foreach (int length in Lengths(answers.Length))
        {
            AssertCounted(answers.AsSpan(0, length), lowest, points);
        }
    }

    [Theory]
    [MemberData(nameof(IntScales))]
    public void Count_IntsOfEveryLength_EqualsThePlainLoop(int lowest, int points)
    {
        int[] answers = Ints(40_000, lowest, points);
        foreach (int length in Lengths(answers.Length))
        {
            AssertCounted(answers.AsSpan(0, length), lowest, points);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Find_VectorsUpToAnyWidth_EqualsThePlainLoop(int widest)
    {
        byte[] bytes = new byte[Long];
        new Random(6).NextBytes(bytes);
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(i % 3 == 0 ? bytes[i] : bytes[i] % 13);
        }

        int[] ints = Array.ConvertAll(bytes, answer => answer - 5);

        foreach (int length in Lengths(Long))
        {
            AssertFound<byte>(bytes.AsSpan(0, length), 1, widest);
            AssertFound<int>(ints.AsSpan(0, length), -5, widest);
        }

        // Narrow counters are fullest when all answers are alike.
        foreach (byte answer in new byte[] { 0, 1, 10, 11, 255 })
        {
            AssertFound<byte>(Enumerable.Repeat(answer, Long).ToArray().AsSpan(), 0, widest);
            AssertFound<int>(Enumerable.Repeat((int)answer, Long).ToArray().AsSpan(), 0, widest);
        }
    }

    [Fact]
    public void Count_OneAnswerRepeated_OverflowsNoNarrowCounter()
    {
        for (int answer = 0; answer <= 10; answer++)
        {
            long[] expected = new long[11];
            expected[answer] = Long;
            long[] fromBytes = new long[11];
            long[] fromInts = new long[11];

            Assert.Equal(-1, AnswerCounter.Count(Enumerable.Repeat((byte)answer, Long).ToArray().AsSpan(), 0, 11, fromBytes));
            Assert.Equal(-1, AnswerCounter.Count(Enumerable.Repeat(answer, Long).ToArray().AsSpan(), 0, 11, fromInts));

            Assert.Equal(expected, fromBytes);
            Assert.Equal(expected, fromInts);
        }
    }

    [Fact]
    public void CountTolerant_OneOffScaleAnswerRepeated_OverflowsNoNarrowCounter()
    {
        long[] counts = new long[11];

        Assert.Equal(Long, AnswerCounter.CountTolerant(Enumerable.Repeat((byte)200, Long).ToArray().AsSpan(), 0, 11, counts));
        Assert.Equal(Long, AnswerCounter.CountTolerant(Enumerable.Repeat(-1, Long).ToArray().AsSpan(), 0, 11, counts));

        Assert.Equal(new long[11], counts);
    }

    [Fact]
    public void Count_AfterEarlierCounts_AddsToThem()
    {
        long[] counts = [1, 2, 3, 4, 5, 99];

        Assert.Equal(-1, AnswerCounter.Count(Enumerable.Repeat((byte)5, 1000).ToArray().AsSpan(), 1, 5, counts));
        Assert.Equal(-1, AnswerCounter.Count(Enumerable.Repeat(1, 1000).ToArray().AsSpan(), 1, 5, counts));

        Assert.Equal([1001, 2, 3, 4, 1005, 99], counts);
    }

    [Theory]
    [InlineData(0, 11, 11)]
    [InlineData(0, 11, 255)]
    [InlineData(1, 5, 0)]
    [InlineData(1, 5, 6)]
    [InlineData(1, 5, 17)]
    [InlineData(0, 2, 128)]
    public void Count_InvalidByteAtAnyPosition_ReportsItAndLeavesTheCounts(int lowest, int points, byte invalid)
    {
        byte[] answers = Bytes(1_300, lowest, points);
        for (int i = 0; i < answers.Length; i++)
        {
            byte valid = answers[i];
            answers[i] = invalid;
            AssertRefused(answers, i, lowest, points);
            answers[i] = valid;
        }
    }

    [Theory]
    [InlineData(0, 11, 11)]
    [InlineData(0, 11, -1)]
    [InlineData(0, 11, 256)]
    [InlineData(0, 11, int.MinValue)]
    [InlineData(0, 11, int.MaxValue)]
    [InlineData(-3, 7, -4)]
    [InlineData(-3, 7, 4)]
    [InlineData(-3, 7, int.MinValue)]
    [InlineData(-3, 7, int.MaxValue)]
    [InlineData(1, 5, 0x10001)]
    public void Count_InvalidIntAtAnyPosition_ReportsItAndLeavesTheCounts(int lowest, int points, int invalid)
    {
        int[] answers = Ints(1_300, lowest, points);
        for (int i = 0; i < answers.Length; i++)
        {
            int valid = answers[i];
            answers[i] = invalid;
            AssertRefused(answers, i, lowest, points);
            answers[i] = valid;
        }
    }

    [Fact]
    public void Count_SeveralInvalidAnswersInALongSpan_ReportsTheFirst()
    {
        Random random = new(4);
        byte[] bytes = Bytes(Long, 0, 11);
        int[] ints = Ints(Long, 0, 11);
        for (int trial = 0; trial < 200; trial++)
        {
            int first = random.Next(Long);
            int second = random.Next(first, Long);
            (byte[] someBytes, int[] someInts) = ([.. bytes], [.. ints]);
            (someBytes[first], someBytes[second]) = (11, 255);
            (someInts[first], someInts[second]) = (-1, int.MaxValue);

            AssertRefused(someBytes, first, 0, 11);
            AssertRefused(someInts, first, 0, 11);
        }
    }

    [Fact]
    public void CountTolerant_AnyBytes_EqualsThePlainLoop()
    {
        byte[] answers = new byte[20_011];
        new Random(5).NextBytes(answers);
        foreach ((int lowest, int points) in new[] { (0, 11), (1, 5), (1, 10), (100, 2), (245, 11), (254, 2) })
        {
            for (int length = answers.Length; length > 0; length /= 2)
            {
                AssertTolerated(answers.AsSpan(0, length), lowest, points);
            }
        }
    }

    [Fact]
    public void Bytes_OnAScaleThatABytePartlyHolds_AreNotWrappedAround()
    {
        byte[] answers = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        foreach ((int lowest, int points) in new[] { (-3, 7), (250, 11), (-5, 11), (256, 11), (int.MaxValue - 10, 11), (int.MinValue, 11) })
        {
            AssertTolerated(answers, lowest, points);
            AssertCounted(answers, lowest, points);
        }

        AssertCounted(answers.AsSpan(0, 4), -3, 7);
    }

    [Fact]
    public void Count_CountsShorterThanTheScale_ThrowsBeforeAnyChange()
    {
        long[] counts = [7, 7, 7, 7];

        Assert.Throws<ArgumentOutOfRangeException>(() => AnswerCounter.Count((ReadOnlySpan<byte>)[1, 2], 1, 5, counts));
        Assert.Throws<ArgumentOutOfRangeException>(() => AnswerCounter.Count([1, 2], 1, 5, counts));

        Assert.Equal([7, 7, 7, 7], counts);
    }

    [Fact]
    public void Count_SlicesAtEveryOffset_EqualsThePlainLoop()
    {
        byte[] bytes = Bytes(9_000, 0, 11);
        int[] ints = Ints(9_000, 0, 11);
        for (int offset = 0; offset <= 65; offset++)
        {
            AssertCounted(bytes.AsSpan(offset, 8_900), 0, 11);
            AssertCounted(ints.AsSpan(offset, 8_900), 0, 11);
        }
    }

    [Fact]
    public void CountTolerant_AnyInts_EqualsThePlainLoop() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<int[]>(),
            Gen.Choose(-12, 12).ToArbitrary(),
            Gen.Choose(2, AnswerCounter.MaxPoints).ToArbitrary(),
            (seeds, lowest, points) =>
            {
                // Repeated, so that a short random array still fills vectors; mirrored, so that large values of both signs occur.
                int[] answers = Enumerable.Range(0, 50).SelectMany(i => seeds.Select(seed => i % 7 == 0 ? int.MaxValue ^ seed : seed)).ToArray();
                AssertTolerated(answers, lowest, points);
                AssertCounted(answers, lowest, points);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Count_OfTwoParts_IsCountOfTheWhole() =>
        Prop.ForAll(
            Gen.Choose(0, 20_000).ToArbitrary(),
            Gen.Choose(0, 20_000).ToArbitrary(),
            (length, cut) =>
            {
                byte[] answers = Bytes(length, 0, 11);
                long[] parts = new long[11];
                long[] whole = new long[11];
                cut = Math.Min(cut, length);

                Assert.Equal(-1, AnswerCounter.Count(answers.AsSpan(0, cut), 0, 11, parts));
                Assert.Equal(-1, AnswerCounter.Count(answers.AsSpan(cut), 0, 11, parts));
                Assert.Equal(-1, AnswerCounter.Count(answers.AsSpan(), 0, 11, whole));

                Assert.Equal(whole, parts);
            }).QuickCheckThrowOnFailure();

    private static void AssertCounted(ReadOnlySpan<byte> answers, int lowest, int points)
    {
        long[] expected = Started(points);
        long[] actual = Started(points);
        Assert.Equal(
            AnswerCounter.CountScalar(answers, lowest, points, expected),
            AnswerCounter.Count(answers, lowest, points, actual));
        Assert.Equal(expected, actual);
    }

    private static void AssertCounted(ReadOnlySpan<int> answers, int lowest, int points)
    {
        long[] expected = Started(points);
        long[] actual = Started(points);
        Assert.Equal(
            AnswerCounter.CountScalar(answers, lowest, points, expected),
            AnswerCounter.Count(answers, lowest, points, actual));
        Assert.Equal(expected, actual);
    }

    private static void AssertTolerated(ReadOnlySpan<byte> answers, int lowest, int points)
    {
        long[] expected = Started(points);
        long[] actual = Started(points);
        Assert.Equal(
            AnswerCounter.CountTolerantScalar(answers, lowest, points, expected),
            AnswerCounter.CountTolerant(answers, lowest, points, actual));
        Assert.Equal(expected, actual);
    }

    private static void AssertTolerated(ReadOnlySpan<int> answers, int lowest, int points)
    {
        long[] expected = Started(points);
        long[] actual = Started(points);
        Assert.Equal(
            AnswerCounter.CountTolerantScalar(answers, lowest, points, expected),
            AnswerCounter.CountTolerant(answers, lowest, points, actual));
        Assert.Equal(expected, actual);
    }

    private static void AssertFound<TAnswer>(ReadOnlySpan<TAnswer> answers, int lowest, int widest)
        where TAnswer : struct, IBinaryInteger<TAnswer>
    {
        long[] expected = new long[AnswerCounter.Slots];
        long[] actual = new long[AnswerCounter.Slots];
        expected[AnswerCounter.MaxPoints] = AnswerCounter.CountTolerantScalar(answers, lowest, AnswerCounter.MaxPoints, expected);
        AnswerCounter.Find(answers, lowest, actual, widest);
        Assert.Equal(expected, actual);
    }

    private static void AssertRefused(ReadOnlySpan<byte> answers, int position, int lowest, int points)
    {
        long[] counts = Started(points);
        Assert.Equal(position, AnswerCounter.Count(answers, lowest, points, counts));
        Assert.Equal(Started(points), counts);
    }

    private static void AssertRefused(ReadOnlySpan<int> answers, int position, int lowest, int points)
    {
        long[] counts = Started(points);
        Assert.Equal(position, AnswerCounter.Count(answers, lowest, points, counts));
        Assert.Equal(Started(points), counts);
    }

    /// <summary>Counts that are not zero, with one more at the end that must stay untouched.</summary>
    private static long[] Started(int points) => Enumerable.Range(1_000, points + 1).Select(i => (long)i).ToArray();

    private static IEnumerable<int> Lengths(int longest) =>
        [
            .. Enumerable.Range(0, 301), 511, 512, 513, 959, 960, 961, 1_023, 1_024, 1_025,
            2_047, 4_095, 8_160, 16_319, 16_320, 16_321, 16_383, longest - 1, longest,
        ];

    private static byte[] Bytes(int length, int lowest, int points) =>
        Ints(length, lowest, points).Select(answer => (byte)answer).ToArray();

    private static int[] Ints(int length, int lowest, int points)
    {
        Random random = new(length);
        int[] answers = new int[length];
        for (int i = 0; i < length; i++)
        {
            answers[i] = lowest + random.Next(points);
        }

        return answers;
    }

    private static TheoryData<int, int> Scales(params int[] lowest)
    {
        TheoryData<int, int> scales = [];
        foreach (int low in lowest)
        {
            for (int points = 2; points <= AnswerCounter.MaxPoints; points++)
            {
                scales.Add(low, points);
            }
        }

        return scales;
    }
}
