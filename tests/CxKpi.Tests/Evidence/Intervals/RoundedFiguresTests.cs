namespace CxKpi.Tests.Evidence;

/// <summary>A published figure has the limits of the lowest and the highest counts that it can stand for.</summary>
public class RoundedFiguresTests
{
    [Fact]
    public void Widest_OfEstimates_TakesTheOuterLimitsAndAllFlags()
    {
        Estimate published = new ShareTally(5, 10).Estimate()!.Value;
        Estimate lowest = new ShareTally(0, 10).Estimate()!.Value, highest = new ShareTally(6, 10).Estimate()!.Value.With(EstimateFlags.Warned);
        Estimate widest = RoundedFigures.Widest(published.With(EstimateFlags.NonStandardScale), lowest, highest);

        Assert.Equal((0.5, 0, highest.Upper), (widest.Value, widest.Lower, widest.Upper));
        Assert.Equal(EstimateFlags.NonStandardScale | EstimateFlags.Boundary | EstimateFlags.Warned | EstimateFlags.RoundedFigures, widest.Flags);
    }

    [Theory]
    [InlineData(0.1, 0.3, 0.04)]
    [InlineData(0, 0.3, 0.04)]
    [InlineData(-0.3, -0.1, 0.02)]
    [InlineData(-0.3, 0, 0.02)]
    [InlineData(-0.1, 0.3, 1)]
    public void Widest_OfChanges_HasThePValueOfTheLessSure(double least, double most, double p)
    {
        Change widest = RoundedFigures.Widest(
            Of((least + most) / 2, 0.03, EstimateFlags.SmallExpected), Of(least, 0.04, EstimateFlags.Warned), Of(most, 0.02, EstimateFlags.Skewed));

        Assert.Equal(((least + most) / 2, least - 1, most + 1, p), (widest.Difference, widest.Lower, widest.Upper, widest.PValue));
        Assert.Equal(EstimateFlags.SmallExpected | EstimateFlags.Warned | EstimateFlags.Skewed | EstimateFlags.RoundedFigures, widest.Flags);

        static Change Of(double difference, double p, EstimateFlags flags) => new()
        {
            Difference = difference,
            Lower = difference - 1,
            Upper = difference + 1,
            PValue = p,
            Confidence = 0.95,
            Method = IntervalMethod.Mover,
            Flags = flags,
        };
    }
}
