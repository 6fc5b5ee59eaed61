using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Trends;

public class LevelSegmentationTests
{
    [Fact]
    public void FromValues_TwoLevels_FindsTheChange()
    {
        LevelSegmentation segmentation = LevelSegmentation.FromValues([1e9 + 1, 1e9 + 2, double.NaN, 1e9 + 1, 1e9 + 11, 1e9 + 12, 1e9 + 11], 5, 2);

        Assert.Equal([0, 4], segmentation.Segments.Select(segment => segment.Start));
        Assert.Equal(1e9 + 34 / 3.0, segmentation.Segments[1].Mean, 1e-5);
    }

    [Fact]
    public void FromValues_ShorterThanTwoSegments_IsOne() => Assert.Equal("#0 to #2: 36.6667", LevelSegmentation.FromValues([0, 10, 100], 0, 5).ToString());

    [Fact]
    public void FromValues_Empty_HasNoSegments() => Assert.Empty(LevelSegmentation.FromValues([], 1).Segments);

    [Fact]
    public void FromValues_NothingKnown_IsOneSegmentWithoutAMean()
    {
        LevelSegmentation segmentation = LevelSegmentation.FromValues([double.NaN, double.NaN], 1);

        Assert.Equal((0, 2, double.NaN), (segmentation.Segments[0].Start, segmentation.Segments[0].Length, Assert.Single(segmentation.Segments).Mean));
        Assert.Equal(0, segmentation.Cost);
        Assert.Equal("no figures", LevelSegmentation.FromValues([], 1).ToString());
        Assert.Equal(0, LevelSegmentation.FromValues([], 1).Cost);
    }

    // Three of 1 and three of 4 differ by 13.5 in squares: a change is worth it below, and not at, that penalty.
    [Theory]
    [InlineData(13.4, 2, 13.4)]
    [InlineData(13.5, 1, 13.5)]
    public void FromValues_APenaltyOfWhatTheChangeSaves_IsNotPaid(double penalty, int segments, double cost)
    {
        LevelSegmentation segmentation = LevelSegmentation.FromValues([1, 1, 1, 4, 4, 4], penalty);

        Assert.Equal(segments, segmentation.Segments.Count);
        Assert.Equal(cost, segmentation.Cost, 12);
    }

    [Fact]
    public void FromValues_WrongArguments_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("penalty", () => LevelSegmentation.FromValues([1], -1));
        Assert.Throws<ArgumentOutOfRangeException>("penalty", () => LevelSegmentation.FromValues([1], double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>("shortest", () => LevelSegmentation.FromValues([1], 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("kind", () => LevelSegmentation.FromValues([1], 1, 1, (SegmentationPenalty)9));
        Assert.Contains(
            "(at position 1)",
            Assert.Throws<ArgumentOutOfRangeException>(() => LevelSegmentation.FromValues([1, double.NegativeInfinity], 1)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void FromValues_TooLong_Throws() => Assert.Throws<ArgumentException>("values", () => LevelSegmentation.FromValues(new double[20_001], 1));
}

public class LevelSegmentationLaws
{
    [Property]
    public Property TheDivisionCostsLeastOfAll() => Law.ForAll(
        from length in Gen.Choose(1, 11)
        from figures in Gen.Choose(-5, 7).Select(x => x > 5 ? double.NaN : x).ArrayOf(length)
        from penalty in Gen.Choose(0, 30)
        from shortest in Gen.Choose(1, 4)
        from kind in Gen.Elements(Enum.GetValues<SegmentationPenalty>())
        select (figures, penalty, shortest, kind),
        x =>
        {
            LevelSegmentation found = LevelSegmentation.FromValues(x.figures, x.penalty, x.shortest, x.kind);
            int[] starts = [.. found.Segments.Select(segment => segment.Start)];
            Assert.Equal([.. starts.Skip(1), x.figures.Length], found.Segments.Select(segment => segment.Start + segment.Length));
            double least = Divisions(x.figures.Length, x.shortest).Min(division => Cost(x.figures, division, x.penalty, x.kind));
            return Math.Abs(found.Cost - least) < 1e-9 && Math.Abs(Cost(x.figures, starts, x.penalty, x.kind) - least) < 1e-9;
        });

    private static IEnumerable<int[]> Divisions(int length, int shortest)
    {
        for (int changes = 0; changes < 1 << (length - 1); changes++)
        {
            int[] starts = [0, .. Enumerable.Range(1, length - 1).Where(i => (changes >> (i - 1) & 1) == 1)];
            if (starts.Length == 1 || starts.Append(length).Zip(starts.Append(length).Skip(1)).All(pair => pair.Second - pair.First >= shortest))
            {
                yield return starts;
            }
        }
    }

    private static double Cost(double[] figures, int[] starts, double penalty, SegmentationPenalty kind) =>
        penalty * (starts.Length - 1) + starts.Zip(starts.Skip(1).Append(figures.Length)).Sum(segment =>
        {
            double[] part = figures[segment.First..segment.Second];
            double[] known = [.. part.Where(x => !double.IsNaN(x))];
            double around = known.Length > 0 ? known.Sum(x => (x - known.Average()) * (x - known.Average())) : starts.Length == 1 ? 0 : double.PositiveInfinity;
            return around + (kind == SegmentationPenalty.PerChangeAndLength ? Math.Log(part.Length) : 0);
        });
}
