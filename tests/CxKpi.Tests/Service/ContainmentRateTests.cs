using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Service;

public class ContainmentRateTests
{
    private static readonly Duration Day = Duration.FromHours(24);

    [Fact]
    public void New_WorkedExample_TakesRepeatsOff()
    {
        ContainmentRate rate = new(withoutAgent: 600, entered: 1000, repeated: 90, repeatWindow: Day);

        Assert.Equal(0.51, rate.Value);
        Assert.Equal(0.6, rate.IgnoringRepeats().Value);
        Assert.Equal((600, 1000, 90), (rate.WithoutAgent, rate.Entered, rate.Repeated));
        Assert.Equal("Containment (no repeat within 1 day) 51.0% (1,000 contacts)", rate.ToString());
    }

    [Fact]
    public void New_CountsThatCannotBe_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("withoutAgent", () => new ContainmentRate(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("repeated", () => new ContainmentRate(2, 3, 3, Day));
        Assert.Throws<ArgumentOutOfRangeException>("repeated", () => new ContainmentRate(2, 3, 1));
        Assert.Throws<ArgumentOutOfRangeException>("repeatWindow", () => new ContainmentRate(2, 3, 1, Duration.Zero));
    }

    [Fact]
    public void Combine_PlainWithTrue_Throws()
    {
        ContainmentRate plain = new(2, 3), genuine = new(2, 3, 1, Day);

        Assert.Contains("repeat window", Assert.Throws<ArgumentException>("other", () => plain.Combine(genuine)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("baseline", () => { plain.ChangeFrom(genuine); });
    }
}

public class ContainmentRateLaws : KpiLaws<ContainmentRate>
{
    protected override Gen<ContainmentRate> Any =>
        from repeated in Some.Count
        from rest in Some.PartOfWhole
        select new ContainmentRate(rest.Part + repeated, rest.Whole + repeated, repeated, Duration.FromHours(24));

    [Property]
    public Property TrueContainmentNeverExceedsThePlainOne() =>
        Law.ForAll(Any, x => x.Value is null || x.Value <= x.IgnoringRepeats().Value);
}
