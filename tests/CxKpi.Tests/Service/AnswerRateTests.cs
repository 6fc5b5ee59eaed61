using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Service;

public class AnswerRateTests
{
    [Fact]
    public void New_WorkedExample_GivesNinetyFourPercent()
    {
        AnswerRate rate = new(handled: 470, received: 500);

        Assert.Equal(0.94, rate.Value);
        Assert.Equal("Answer rate 94.0% (500 contacts)", rate.ToString());
    }

    [Fact]
    public void New_MoreHandledThanReceived_Throws() => Assert.Throws<ArgumentOutOfRangeException>("handled", () => new AnswerRate(6, 5));

    [Fact]
    public void New_NothingReceived_IsUndefined() => Assert.Null(new AnswerRate(0, 0).Value);
}

public class AnswerRateLaws : KpiLaws<AnswerRate>
{
    protected override Gen<AnswerRate> Any => Some.PartOfWhole.Select(x => new AnswerRate(x.Part, x.Whole));
}
