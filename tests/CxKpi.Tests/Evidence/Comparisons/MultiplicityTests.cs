using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

public class MultiplicityTests
{
    [Fact]
    public void BenjaminiHochberg_AgreesWithR()
    {
        // p.adjust(c(.01, .04, .03, .005, .8), "BH"), R 4.2.2.
        double[] expected = [0.025, 0.05, 0.05, 0.025, 0.8];

        Assert.Equal(expected, Multiplicity.BenjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.8]).Select(x => Math.Round(x, 15)));
        Assert.Empty(Multiplicity.BenjaminiHochberg([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Multiplicity.BenjaminiHochberg([0.5, double.NaN]));
    }

    [Theory]
    [InlineData(-0.001)]
    [InlineData(1.001)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity)]
    public void Adjust_ANumberThatIsNoPValue_IsRefusedWithItsPosition(double p)
    {
        Assert.All(Enum.GetValues<MultiplicityMethod>(), method => Assert.Contains(
            "pValues must lie between 0 and 1 (at position 1)",
            Assert.Throws<ArgumentOutOfRangeException>("pValues", () => Multiplicity.Adjust([0.5, p], method)).Message,
            StringComparison.Ordinal));
        Assert.All(Enum.GetValues<MultiplicityMethod>(), method => Assert.Equal([0, 1], Multiplicity.Adjust([0.0, 1], method)));
    }

    [Fact]
    public void Adjust_MissingPValues_AreNoQuestions()
    {
        double?[] given = [0.01, null, 0.04];

        Assert.Equal([0.02, null, 0.04], Multiplicity.Adjust(given));
        Assert.Equal([0.02, null, 0.08], Multiplicity.Adjust(given, MultiplicityMethod.Bonferroni));
        Assert.Empty(Multiplicity.Adjust(Array.Empty<double?>()));
        Assert.All(Enum.GetValues<MultiplicityMethod>(), method => Assert.Equal([0.04], Multiplicity.Adjust([0.04], method)));
        Assert.Throws<ArgumentOutOfRangeException>("pValues", () => Multiplicity.Adjust([0.5, 2]));
        Assert.Throws<ArgumentOutOfRangeException>("method", () => Multiplicity.Adjust([0.5], (MultiplicityMethod)9));
    }
}

public class MultiplicityLaws
{
    private static Gen<double[]> PValues => Gen.Choose(0, 1000).Select(x => x / 1000.0).ArrayOf();

    [Property]
    public Property AdjustedPValuesAreOrderedByMethod() => Law.ForAll(PValues, values =>
        Ordered(values, MultiplicityMethod.BenjaminiHochberg, MultiplicityMethod.Hochberg)
            && Ordered(values, MultiplicityMethod.Hochberg, MultiplicityMethod.Holm)
            && Ordered(values, MultiplicityMethod.Holm, MultiplicityMethod.Bonferroni)
            && Ordered(values, MultiplicityMethod.BenjaminiHochberg, MultiplicityMethod.BenjaminiYekutieli));

    [Property]
    public Property AdjustedPValuesAreNeverBelowTheirOwn() => Law.ForAll(
        PValues,
        values => Enum.GetValues<MultiplicityMethod>().All(
            method => Multiplicity.Adjust(values, method).Zip(values).All(x => x.First >= x.Second && x.First <= 1)));

    [Property]
    public Property AdjustedPValuesKeepTheirOrder() => Law.ForAll(PValues, values => Enum.GetValues<MultiplicityMethod>().All(method =>
    {
        double[] sorted = [.. values.Order()];
        return Multiplicity.Adjust(sorted, method).Zip(Multiplicity.Adjust(sorted, method).Skip(1)).All(x => x.First <= x.Second)
            && Multiplicity.Adjust(values, method).Order().SequenceEqual(Multiplicity.Adjust(sorted, method));
    }));

    private static bool Ordered(double[] values, MultiplicityMethod smaller, MultiplicityMethod larger) =>
        Multiplicity.Adjust(values, smaller).Zip(Multiplicity.Adjust(values, larger)).All(x => x.First <= x.Second + 1e-15);
}
