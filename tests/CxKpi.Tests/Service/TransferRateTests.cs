using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Service;

public class TransferRateTests
{
    [Fact]
    public void New_WorkedExample_GivesFifteenPercent()
    {
        TransferRate rate = new(transferred: 150, handled: 1000);

        Assert.Equal(0.15, rate.Value);
        Assert.Equal("Transfer rate 15.0% (1,000 contacts)", rate.ToString());
    }

    [Fact]
    public void FromContact_MovedThrice_CountsOnce()
    {
        int[] transfers = [0, 0, 1, 3];

        Assert.Equal(0.5, transfers.Tally(t => TransferRate.FromContact(t)).Value);
        Assert.Equal(1, transfers.Tally(t => TransfersPerContact.FromContact(t)).Value);
    }

    [Fact]
    public void New_MoreTransferredThanHandled_Throws() => Assert.Throws<ArgumentOutOfRangeException>("transferred", () => new TransferRate(2, 1));

    [Fact]
    public void FromContact_Negative_Throws() => Assert.Throws<ArgumentOutOfRangeException>("transfers", () => TransferRate.FromContact(-1));
}

public class TransferRateLaws : KpiLaws<TransferRate>
{
    protected override Gen<TransferRate> Any => Some.PartOfWhole.Select(x => new TransferRate(x.Part, x.Whole));

    [Property]
    public Property TheRateNeverExceedsTransfersPerContact() =>
        Law.ForAll(Gen.Choose(0, 4).NonEmptyListOf(), x =>
            x.Tally(t => TransferRate.FromContact(t)).Value <= x.Tally(t => TransfersPerContact.FromContact(t)).Value);
}
