using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

public class RevenueConcentrationLaws
{
    private static Gen<decimal[]> Amounts => Some.PositiveMoney.ListOf().Where(x => x.Count > 1 && x.Sum() > 0).Select(x => x.ToArray());

    [Property]
    public Property TheGiniCoefficientIsHalfTheRelativeMeanDifference() => Law.ForAll(Amounts, x =>
    {
        double slow = (double)x.Sum(one => x.Sum(other => Math.Abs(one - other))) / (2.0 * x.Length * (double)x.Sum());
        Assert.Equal(slow, new RevenueConcentration(x).Gini()!.Value.Value, 1e-12);
    });

    [Property]
    public Property RepeatingEveryCustomerChangesNoShare() => Law.ForAll(Amounts, x =>
    {
        RevenueConcentration once = new(x), thrice = new([.. x, .. x, .. x]);
        Assert.Equal(once.Gini()!.Value.Value, thrice.Gini()!.Value.Value, 1e-12);
        Assert.Equal(once.TopShare(0.3)!.Value.Value, thrice.TopShare(0.3)!.Value.Value, 1e-12);
    });

    [Property]
    public Property TheUnitOfMoneyDoesNotMatter() => Law.ForAll(Amounts, x =>
    {
        RevenueConcentration euros = new(x), cents = new(x.Select(amount => 100 * amount));
        Assert.Equal(euros.Gini()!.Value.StandardError!.Value, cents.Gini()!.Value.StandardError!.Value, 1e-9);
        Assert.Equal(euros.TopShare()!.Value.StandardError!.Value, cents.TopShare()!.Value.StandardError!.Value, 1e-9);
    });

    [Property]
    public Property MoreCustomersBringMoreAndNeverLessThanTheirPart() => Law.ForAll(Amounts, x =>
    {
        double[] shares = [.. Enumerable.Range(1, 19).Select(i => new RevenueConcentration(x).TopShare(i / 20.0)!.Value.Value)];
        Assert.All(shares.Select((share, i) => (share, part: (i + 1) / 20.0)), at => Assert.True(at.share >= at.part - 1e-12 && at.share <= 1));
        Assert.All(shares.Zip(shares.Skip(1)), pair => Assert.True(pair.Second >= pair.First - 1e-12));
    });

    // Two ways to the same variance, which meet as the sample grows: among 150 customers the second varies by a thirtieth.
    [Property(MaxTest = 20 * Law.Rounds)]
    public Property TheStandardErrorsAreNearThoseOfTheJackknife() => Law.ForAll(Gen.Choose(1, 10_000).ArrayOf(150), x =>
    {
        decimal[] amounts = [.. x.Select(amount => (decimal)amount)];
        RevenueConcentration all = new(amounts);
        Assert.InRange(all.Gini()!.Value.StandardError!.Value / Jackknife(amounts, part => part.Gini()!.Value.Value), 0.87, 1.15);
        Assert.InRange(all.TopShare(0.2)!.Value.StandardError!.Value / Jackknife(amounts, part => part.TopShare(0.2)!.Value.Value), 0.85, 1.18);
    });

    [Property]
    public Property TheRecordComesBackFromJson() => Law.ForAll(Amounts, x =>
    {
        RevenueConcentration all = new(x, "EUR");
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(all, JsonKinds.Again(all, options)));
    });

    private static double Jackknife(decimal[] amounts, Func<RevenueConcentration, double> figure)
    {
        double[] without = [.. Enumerable.Range(0, amounts.Length).Select(i => figure(new([.. amounts[..i], .. amounts[(i + 1)..]])))];
        double mean = without.Average(), n = amounts.Length;
        return Math.Sqrt((n - 1) / n * without.Sum(x => (x - mean) * (x - mean)));
    }
}
