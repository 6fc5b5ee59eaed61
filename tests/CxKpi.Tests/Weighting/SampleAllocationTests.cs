using CxKpi.Practices;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Weighting;

public class SampleAllocationTests
{
    [Fact]
    public void Neyman_WorkedExample_AsksMoreWhereAnswersVary()
    {
        SampleAllocation allocation = SampleAllocation.Neyman(200, [5000, 3000, 2000], [0.4, 0.5, 0.3]);

        Assert.Equal([98, 73, 29], allocation.Counts);
        Assert.Equal("98, 73, 29", allocation.ToString());
        Assert.Equal(0.0287, allocation.StandardError!.Value, 4);
    }

    [Fact]
    public void Proportional_SmallStratum_GetsAllItHas() => Assert.Equal([3, 17], SampleAllocation.Neyman(20, [3, 100], [50, 1]).Counts);

    [Fact]
    public void Proportional_LeastPerStratum_IsKept()
    {
        Assert.Equal([5, 15], SampleAllocation.Proportional(20, [10, 990], least: 5).Counts);
        Assert.Equal([2, 18], SampleAllocation.Proportional(20, [2, 990], least: 5).Counts);
    }

    [Fact]
    public void Neyman_NoSpread_IsProportional() =>
        Assert.Equal(SampleAllocation.Proportional(10, [60, 40]).Counts, SampleAllocation.Neyman(10, [60, 40], [0, 0]).Counts);

    [Fact]
    public void Neyman_HugeSpreads_AreSharedLikeOthers()
    {
        SampleAllocation allocation = SampleAllocation.Neyman(100, [50, 60], [1e308, 1e308]);

        Assert.Equal([45, 55], allocation.Counts);

        // Both strata are asked at 10 in 11: the variance is S² (1 - 10/11)/100.
        Assert.Equal(0.1 / Math.Sqrt(11), allocation.StandardError!.Value / 1e308, 12);
    }

    [Theory]
    [InlineData(10, 5, 5, 1e308, 1e308)]
    [InlineData(10, 10, 0, double.MaxValue, double.Epsilon)]
    [InlineData(10, 5, 5, double.Epsilon, double.Epsilon)]
    [InlineData(long.MaxValue, (1L << 62) - 1, 1L << 62, 1, 1)]
    [InlineData(long.MaxValue, long.MaxValue, 0, 1, 0)]
    public void LargestRemainder_AnySize_AddsUpToTheTotal(long total, long first, long second, double share, double other) =>
        Assert.Equal([first, second], SampleAllocation.LargestRemainder(total, [share, other]));

    [Fact]
    public void Methods_MorePeopleThanCounted_SayOfWhat()
    {
        Assert.Equal([long.MaxValue, 0], SampleAllocation.Proportional(long.MaxValue, [long.MaxValue, 0]).Counts);
        Assert.All<Action>(
            [
                () => SampleAllocation.Proportional(long.MaxValue, [long.MaxValue, long.MaxValue]),
                () => SampleAllocation.Neyman(100, [long.MaxValue, 5], [0, 0]),
                () => SampleAllocation.Neyman(100, [long.MaxValue, 5], [1, 0]),
            ],
            call => Assert.Equal("the number of people would exceed 9223372036854775807", Assert.Throws<OverflowException>(call).Message));
    }

    [Fact]
    public void LargestRemainder_Ties_GoToTheEarlier() => Assert.Equal([4, 3, 3], SampleAllocation.LargestRemainder(10, [1, 1, 1]));

    [Fact]
    public void Methods_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("total", () => SampleAllocation.Proportional(11, [5, 5]));
        Assert.Throws<ArgumentOutOfRangeException>("total", () => SampleAllocation.Proportional(-1, [5, 5]));
        Assert.Throws<ArgumentOutOfRangeException>("sizes", () => SampleAllocation.Proportional(1, [5, -5]));
        Assert.Throws<ArgumentOutOfRangeException>("least", () => SampleAllocation.Proportional(3, [5, 5], least: 2));
        Assert.Throws<ArgumentOutOfRangeException>("deviations", () => SampleAllocation.Neyman(3, [5, 5], [1, -1]));
        Assert.Throws<ArgumentException>(() => SampleAllocation.Neyman(3, [5, 5], [1]));
        Assert.Throws<ArgumentOutOfRangeException>("shares", () => SampleAllocation.LargestRemainder(3, [0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>("shares", () => SampleAllocation.LargestRemainder(3, [double.NaN]));
    }
}

public class SampleAllocationLaws
{
    private static Gen<(long Total, long[] Sizes, double[] Deviations, long Least)> Plans =>
        from n in Gen.Choose(1, 6)
        from sizes in Gen.Choose(0, 60).ArrayOf(n)
        from deviations in Gen.Choose(0, 5).ArrayOf(n)
        from part in Gen.Choose(0, 100)
        from least in Gen.Choose(0, 4)
        let total = (long)sizes.Sum() * part / 100
        select (total, sizes.Select(size => (long)size).ToArray(), deviations.Select(spread => spread / 2.0).ToArray(),
            total >= sizes.Sum(size => Math.Min(size, least)) ? (long)least : 0);

    [Property]
    public Property PeopleAddUpToTheTotalAndNoStratumIsAskedForMoreThanItHas() =>
        Law.ForAll(Plans, x => Keeps(SampleAllocation.Neyman(x.Total, x.Sizes, x.Deviations, x.Least), x)
            && Keeps(SampleAllocation.Proportional(x.Total, x.Sizes, x.Least), x));

    [Property]
    public Property NeymanIsAtLeastAsPreciseAsProportional() =>
        Law.ForAll(Plans.Where(x => x.Deviations.All(spread => spread > 0) && x.Total > 0), x =>
        {
            SampleAllocation neyman = SampleAllocation.Neyman(x.Total, x.Sizes, x.Deviations);
            double people = x.Sizes.Sum(), variance = 0;
            IReadOnlyList<double> counts = SampleAllocation.Proportional(x.Total, x.Sizes).Exact;
            for (int h = 0; h < x.Sizes.Length; h++)
            {
                double share = x.Sizes[h] / people;
                variance += x.Sizes[h] == 0 ? 0 : share * share * (1 - counts[h] / x.Sizes[h]) * x.Deviations[h] * x.Deviations[h] / counts[h];
            }

            return neyman.StandardError <= Math.Sqrt(Math.Max(0, variance)) + 1e-9;
        });

    [Property]
    public Property RoundingMovesNoShareByOneOrMore() =>
        Law.ForAll(Gen.Choose(0, 500).Zip(Gen.Choose(1, 900).NonEmptyListOf()), x =>
        {
            double[] shares = [.. x.Item2.Select(share => (double)share)];
            IReadOnlyList<long> counts = SampleAllocation.LargestRemainder(x.Item1, shares);
            return counts.Sum() == x.Item1 && counts.Zip(shares).All(y => Math.Abs(y.First - x.Item1 * y.Second / shares.Sum()) < 1);
        });

    private static bool Keeps(SampleAllocation allocation, (long Total, long[] Sizes, double[] Deviations, long Least) plan) =>
        allocation.Counts.Sum() == plan.Total
        && allocation.Counts.Zip(plan.Sizes).All(stratum => stratum.First <= stratum.Second && stratum.First >= Math.Min(stratum.Second, plan.Least))
        && Math.Abs(allocation.Exact.Sum() - plan.Total) < 1e-6;
}
