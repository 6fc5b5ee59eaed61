using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Service;

public class UtilisationTests
{
    [Fact]
    public void New_WorkedExample_GivesThreeQuarters()
    {
        Utilisation utilisation = new(productive: Duration.FromHours(30), paid: Duration.FromHours(40));

        Assert.Equal(0.75, utilisation.Value);
        Assert.Equal("Utilisation 75.0% (1 row)", utilisation.ToString());
    }

    [Fact]
    public void New_TimesOccupancy_IsTheShareOfPaidTimeOnContacts()
    {
        Duration handle = Duration.FromHours(24), available = Duration.FromHours(6), paid = Duration.FromHours(40);

        Assert.Equal(24.0 / 40, new Occupancy(handle, available).Value!.Value * new Utilisation(handle + available, paid).Value!.Value, 12);
    }

    [Fact]
    public void New_MoreProductiveThanPaid_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("productive", () => new Utilisation(Duration.FromHours(2), Duration.FromHours(1)));
}

public class UtilisationLaws : KpiLaws<Utilisation>
{
    protected override Gen<Utilisation> Any => Some.Duration.Two().ListOf().Select(rows => rows.Tally(x => new Utilisation(x.Item1, x.Item1 + x.Item2)));
}
