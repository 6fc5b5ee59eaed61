using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Service;

public class TransfersPerContactTests
{
    [Fact]
    public void New_Totals_GiveARatioThatMayExceedOne()
    {
        TransfersPerContact ratio = new(transfers: 15, handled: 10);

        Assert.Equal(1.5, ratio.Value);
        Assert.Equal("Transfers per contact 1.50 (10 contacts, 1 row)", ratio.ToString());
    }

    [Fact]
    public void New_TransfersWithoutContact_Throws() => Assert.Throws<ArgumentOutOfRangeException>("handled", () => new TransfersPerContact(1, 0));

    [Fact]
    public void New_NegativeTransfers_Throws() => Assert.Throws<ArgumentOutOfRangeException>("transfers", () => new TransfersPerContact(-1, 1));

    [Fact]
    public void New_EvidenceThatCannotBe_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new TransfersPerContact(RatioTally.Row(-1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new TransfersPerContact(RatioTally.Row(1, 0)));
    }
}

public class TransfersPerContactLaws : KpiLaws<TransfersPerContact>
{
    protected override Gen<TransfersPerContact> Any => Gen.Choose(0, 5).ListOf().Select(x => x.Tally(t => TransfersPerContact.FromContact(t)));
}
