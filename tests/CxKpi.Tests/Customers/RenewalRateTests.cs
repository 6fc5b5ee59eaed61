using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class RenewalRateTests
{
    [Fact]
    public void New_HundredSeventyOfTwoHundredDue_GivesEightyFivePercent()
    {
        Assert.Equal(0.85, new RenewalRate(renewed: 170, due: 200).Value);
        Assert.Equal("Renewal undefined (0 contracts due)", default(RenewalRate).ToString());
    }

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("renewed", () => new RenewalRate(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>("due", () => new RenewalRate(0, -2));
        Assert.Throws<ArgumentOutOfRangeException>("term", () => new RenewalRate(0, 2, (CalendarUnit)9));
    }

    [Fact]
    public void ChangeFrom_MonthlyWithYearlyContracts_Throws() =>
        Assert.Throws<ArgumentException>("baseline", () => new RenewalRate(1, 2, CalendarUnit.Month).ChangeFrom(new(1, 2, CalendarUnit.Year)));
}

public class RenewalRateLaws : KpiLaws<RenewalRate>
{
    protected override Gen<RenewalRate> Any => Some.PartOfWhole.Select(x => new RenewalRate(x.Part, x.Whole, CalendarUnit.Year));

    [Property]
    public Property AChangeIsTheCancellationRatesMirrored() =>
        Law.ForAll(Any.Two(), x => x.Item1.ChangeFrom(x.Item2) is not { } renewal
            || (x.Item1.ToCancellationRate().ChangeFrom(x.Item2.ToCancellationRate()) is { } cancellation
                && Math.Abs(renewal.Difference + cancellation.Difference) < 1e-12
                && renewal.Verdict == cancellation.Verdict));
}
