using CxKpi.Practices;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Weighting;

public class ResponseIndicatorTests
{
    [Fact]
    public void Of_WorkedExample_SpreadsTheRates()
    {
        ResponseIndicator response = ResponseIndicator.Of([400, 300, 300], [120, 60, 45]);

        Assert.Equal((1000L, 225L, 0.225), (response.Invited, response.Responded, response.ResponseRate));
        Assert.Equal([0.3, 0.2, 0.15], response.Rates);
        Assert.Equal(0.871, response.Value!.Value, 3);
        Assert.Equal("R = 0.871 at a response rate of 22.5 % (225 of 1000)", response.ToString());
    }

    [Fact]
    public void Of_NobodyInvitedOrAnswering_IsUndefined()
    {
        ResponseIndicator none = ResponseIndicator.Of([0, 0], [0, 0]), silent = ResponseIndicator.Of([5, 5], [0, 0]);

        Assert.Equal((null, null, null), (none.ResponseRate, none.Value, none.LargestBias));
        Assert.Equal([null, null], none.Rates);
        Assert.Equal((0.0, 1.0, null), (silent.ResponseRate, silent.Value, silent.LargestBias));
    }

    [Fact]
    public void Of_BadInput_Throws()
    {
        Assert.Throws<ArgumentException>(() => ResponseIndicator.Of([1, 2], [1]));
        Assert.Throws<ArgumentOutOfRangeException>("invited", () => ResponseIndicator.Of([-1], [0]));
        Assert.Contains(
            "responded must not be larger than invited (1) (at position 1); got 2",
            Assert.Throws<ArgumentOutOfRangeException>("responded", () => ResponseIndicator.Of([1, 1], [1, 2])).Message,
            StringComparison.Ordinal);
        Assert.Equal(
            "the number of people invited would exceed 9223372036854775807",
            Assert.Throws<OverflowException>(() => ResponseIndicator.Of([long.MaxValue, 1], [0, 1])).Message);
    }
}

public class ResponseIndicatorLaws
{
    private static Gen<(long[] Invited, long[] Responded)> Responses =>
        from invited in Gen.Choose(1, 500).ArrayOf(4)
        from parts in Gen.Choose(0, 100).ArrayOf(4)
        select (invited.Select(count => (long)count).ToArray(), invited.Zip(parts, (count, part) => (long)count * part / 100).ToArray());

    [Property]
    public Property RatesThatAreAllTheSameAreRepresentative() =>
        Law.ForAll(Responses, x => Math.Abs(ResponseIndicator.Of([.. x.Invited.Select(count => 4 * count)], x.Invited).Value!.Value - 1) < 1e-6);

    [Property]
    public Property TheIndicatorIsAtMostOneAndSumsItsContributions() =>
        Law.ForAll(Responses, x => ResponseIndicator.Of(x.Invited, x.Responded) is var response && response.Value <= 1
            && Math.Abs(response.Contributions.Sum(part => part * part) * response.Invited / (response.Invited - 1)
                - response.StandardDeviation!.Value * response.StandardDeviation.Value) < 1e-12);

    [Property]
    public Property TheOrderOfTheClassesDoesNotMatter() =>
        Law.ForAll(Responses, x => Math.Abs(ResponseIndicator.Of(x.Invited, x.Responded).Value!.Value
            - ResponseIndicator.Of([.. x.Invited.Reverse()], [.. x.Responded.Reverse()]).Value!.Value) < 1e-12);
}
