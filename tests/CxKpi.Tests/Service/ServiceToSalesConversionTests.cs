using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Service;

public class ServiceToSalesConversionTests
{
    [Fact]
    public void New_WorkedExample_GivesSevenAndAHalfPercent()
    {
        ServiceToSalesConversion conversion = new(converted: 30, eligible: 400);

        Assert.Equal(0.075, conversion.Value);
        Assert.Equal("Service-to-sales 7.5% (400 contacts)", conversion.ToString());
    }

    [Fact]
    public void New_MoreSalesThanContacts_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("converted", () => new ServiceToSalesConversion(2, 1));

    [Fact]
    public void New_NobodyEligible_IsUndefined() => Assert.Null(new ServiceToSalesConversion(0, 0).Value);
}

public class ServiceToSalesConversionLaws : KpiLaws<ServiceToSalesConversion>
{
    protected override Gen<ServiceToSalesConversion> Any => Some.PartOfWhole.Select(x => new ServiceToSalesConversion(x.Part, x.Whole));
}
