using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Series.Points;

public class SegmentExtensionsTests
{
    [Fact]
    public void Shares_OfAnswers_AreThoseOfTheirNumber()
    {
        (string Channel, long Answers)[] rows = [("web", 300), ("shop", 100), ("phone", 0)];
        IReadOnlyDictionary<string, ShareTally> shares = rows.TallyBy(row => row.Channel, row => new Nps(row.Answers, 0, 0)).Shares();

        Assert.Equal([new ShareTally(300, 400), new(100, 400), new(0, 400)], shares.Values);
        Assert.Equal((0.75, 0.25, 0.0), (shares["web"].Value, shares["shop"].Value, shares["phone"].Value));
        Assert.Equal(new ShareTally(300, 400).Estimate(), shares["web"].Estimate());
    }

    [Fact]
    public void Shares_OfAVolume_AreThoseOfTheVolume()
    {
        (string Channel, ContactVolume Volume)[] rows = [("mail", new(90, 90, 1)), ("phone", new(10, 10, 9))];

        Assert.Equal([0.9, 0.1], rows.TallyBy(row => row.Channel, row => row.Volume).Shares().Values.Select(share => share.Value));
    }

    [Fact]
    public void Shares_WithoutData_AreUndefined()
    {
        Assert.Null(new[] { "a" }.TallyBy(x => x, _ => default(Nps)).Shares()["a"].Value);
        Assert.Empty(Array.Empty<string>().TallyBy(x => x, _ => default(Nps)).Shares());
    }
}

public class SegmentExtensionsLaws
{
    [Property]
    public Property SharesAddUpToOneAndDoNotDependOnTheValue() => Law.ForAll(Some.Share.NonEmptyListOf(), tallies =>
    {
        IReadOnlyDictionary<int, ShareTally> shares = Enumerable.Range(0, tallies.Count)
            .TallyBy(i => i, i => new Churn(tallies[i].Count, tallies[i].N)).Shares();

        Assert.Equal(tallies.Select(tally => tally.N), shares.Values.Select(share => share.Count));
        Assert.All(shares.Values, share => Assert.Equal(tallies.Sum(tally => tally.N), share.N));
    });
}
