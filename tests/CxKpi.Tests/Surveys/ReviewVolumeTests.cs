using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class ReviewVolumeTests
{
    [Fact]
    public void New_Count_HasGarwoodsInterval()
    {
        ReviewVolume volume = new(380);

        Assert.Equal("Reviews 380 (380 reviews)", volume.ToString());
        Assert.Equal(new RateTally(380, 1).Estimate()!.Value.Upper, volume.Estimate()!.Value.Upper);
    }

    [Fact]
    public void New_CountedZero_IsNotTheSameAsNoData()
    {
        Assert.Equal(0, new ReviewVolume(0).Value);
        Assert.Null(default(ReviewVolume).Value);
        Assert.Null(default(ReviewVolume).Estimate());
    }

    [Fact]
    public void ChangeFrom_UnequalEntries_SaysNothingOfTheTime()
    {
        ReviewVolume total = new(380), rows = Enumerable.Repeat(new ReviewVolume(1), 350).Aggregate((one, other) => one.Combine(other));
        ReviewVolume month = new(100), quarter = month.Combine(month).Combine(month);

        Assert.Null(total.ChangeFrom(rows));
        Assert.Null(rows.ChangeFrom(total));
        Assert.Null(quarter.ChangeFrom(month));
        Assert.Null(quarter.ChangeFrom(default));
        Assert.Equal(0, quarter.ChangeFrom(quarter)!.Value.Difference);
        Assert.Equal(30, total.ChangeFrom(new(350))!.Value.Difference);
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => total.ChangeFrom(rows, 1));
    }

    [Fact]
    public void ChangeFrom_MoreReviews_IsNeitherBetterNorWorse() =>
        Assert.Equal(ChangeVerdict.Higher, new ReviewVolume(1000).ChangeFrom(new ReviewVolume(800))!.Value.Verdict);

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("reviews", () => new ReviewVolume(-1));
        Assert.Throws<ArgumentOutOfRangeException>("entries", () => new ReviewVolume(5, 0));
    }
}

public class ReviewVolumeLaws : KpiLaws<ReviewVolume>
{
    protected override Gen<ReviewVolume> Any => Some.Count.Select(reviews => new ReviewVolume(reviews));

    [Property]
    public Property ItEqualsTheVolumeOfAsManyContacts() =>
        Law.ForAll(Any.Two(), x => Same(x.Item1.ChangeFrom(x.Item2), Contacts(x.Item1).ChangeFrom(Contacts(x.Item2))));

    private static bool Same(Change? mine, Change? theirs) =>
        (mine?.Difference, mine?.Lower, mine?.PValue) == (theirs?.Difference, theirs?.Lower, theirs?.PValue);

    private static ContactVolume Contacts(ReviewVolume volume) => new(0, volume.Reviews, volume.Entries);
}
