using System.Globalization;
using CxKpi.Value;

namespace CxKpi.Tests.Value;

/// <summary>Figures of the models where a straightforward formula loses its digits, beside what exact arithmetic gives.</summary>
public class ExtremesTests
{
    // Beta-binomial probabilities, since nobody leaves within them; the last is the whole.
    [Theory]
    [InlineData(36000, 36000, 1100, 2200, 0.0167550)]
    [InlineData(1000, 9000, 400, 4000, 0.0177661)]
    public void BgBb_ManyOpportunities_KeepTheirProbabilities(double alpha, double beta, int purchases, int opportunities, double expected)
    {
        BgBb model = new(alpha, beta, 1e-9, 1e6, CalendarUnit.Year);

        Assert.Equal(expected, model.PurchaseProbability(purchases, opportunities), 1e-6);
    }

    // Most never leave and some leave at once: both weights of leaving approach 0, and their ratio does not.
    [Fact]
    public void Fit_OfSomeWhoLeaveAtOnce_DoesNotSayThatNobodyLeaves()
    {
        PurchaseHistory[] histories = [new(0, 0, 20, 200), new(8, 19, 20, 300), new(10, 19, 20, 300), new(12, 19.5, 20, 300)];
        FittedModel<MbgNbd> fit = MbgNbd.Fit(histories, CalendarUnit.Week);

        Assert.Contains(ModelLimit.DropoutAtOnceOrNever, fit.Limits);
        Assert.DoesNotContain(ModelLimit.NoDropout, fit.Limits);
        Assert.Equal(900 / 1100.0, fit.Model!.B / (fit.Model.A + fit.Model.B), 2e-2);
    }

    [Fact]
    public void BgBb_HardlyAnyWeightOfNotBuying_KeepsTheDigitsOfBeingAlive()
    {
        BgBb model = new(1.2, 1e-16, 0.6, 2.7, CalendarUnit.Year);

        // By sixty digits.
        Assert.Equal(2.0699e-16, model.ProbabilityAlive(new(5, 5, 6)), 1e-20);
    }

    [Fact]
    public void BgBb_Probabilities_SumToOne()
    {
        BgBb model = new(36000, 36000, 1e-9, 1e6, CalendarUnit.Year);

        Assert.Equal(1, Enumerable.Range(0, 1501).Sum(n => model.PurchaseProbability(n, 1500)), 1e-9);
    }

    [Theory]
    [InlineData(1e6, 1e-3, 1e6, 1e6)]
    [InlineData(1e6, 1e6, 1e6, 1e6)]
    [InlineData(1e5, 1e3, 3e5, 1e-5)]
    [InlineData(20, 1e6, 1e-6, 1e6)]
    public void Probabilities_AtLargeParameters_SumToOne(double r, double alpha, double a, double b)
    {
        double time = 30 * alpha / r;
        Assert.Equal(1, Enumerable.Range(0, 600).Sum(n => new MbgNbd(r, alpha, a, b, CalendarUnit.Day).PurchaseProbability(n, time)), 1e-9);
        Assert.Equal(1, Enumerable.Range(0, 600).Sum(n => new BgNbd(r, alpha, a, b, CalendarUnit.Day).PurchaseProbability(n, time)), 1e-9);
    }

    // Expectations of a sum of geometric lives, by the moments of 1/p where they exist.
    [Theory]
    [InlineData(3, 2, 1e-14)]
    [InlineData(1e5, 1e5, 1e-13)]
    [InlineData(2.5, 1e6, 1e-14)]
    public void BgBb_NearlyWithoutDiscount_ExpectsWhatItDoesForEver(double gamma, double delta, double rate)
    {
        BgBb model = new(2, 3, gamma, delta, CalendarUnit.Year);
        double stays = delta / (gamma - 1);

        Assert.Equal(1, model.DiscountedPurchases(default, rate) / (0.4 * stays), 1e-6);
        Assert.Equal(1, model.ExpectedPurchases(int.MaxValue) / (0.4 * stays), 1e-4);
        Assert.InRange(model.ProbabilityAlive(new PurchaseHistory(2, 5, 9), int.MaxValue), 0, 1e-6);
        Assert.Equal(model.ExpectedPurchases(1000), model.ExpectedPurchases(1001), 2e-3 * model.ExpectedPurchases(1000));
    }

    [Fact]
    public void BgBb_MoreOpportunitiesThanCounted_AreRefused()
    {
        BgBb model = new(1.2, 0.75, 0.66, 2.8, CalendarUnit.Year);

        Assert.Throws<ArgumentOutOfRangeException>("time", () => model.PurchaseProbability(3, 1_000_001));
        Assert.Throws<ArgumentOutOfRangeException>("history", () => model.ProbabilityAlive(new PurchaseHistory(1, 1, 10_001)));
    }

    // As the product of all retention rates has it.
    [Theory]
    [InlineData(1, 1e9, 1010)]
    [InlineData(1e4, 1e8, 2000)]
    [InlineData(0.668, 3.806, 5000)]
    [InlineData(50, 0.3, 1500)]
    public void Contracts_BeyondAThousandRenewals_FallAsTheProductDoes(double alpha, double beta, int renewals)
    {
        double product = 1;
        for (int t = 1; t <= renewals; t++)
        {
            product *= (beta + t - 1) / (alpha + beta + t - 1);
        }

        Assert.Equal(1, new ShiftedBetaGeometric(alpha, beta).Survival(renewals) / product, 1e-9);
    }

    [Fact]
    public void Contracts_WhereNearlyAllLeaveAtOnce_HaveNoNegativeLifetime()
    {
        ShiftedBetaGeometric model = new(1e-6, 1e-6);

        Assert.InRange(model.DiscountedLifetime(1e-6), 499_000, 501_000);
        Assert.True(model.DiscountedLifetime(1e-12) > 0);
    }

    // Data on which a search from the usual start ends at the edge, at a lower maximum.
    [Fact]
    public void Fits_ThatReachTheEdge_LookElsewhereToo()
    {
        PurchaseHistory[] four = [new(3, 3, 6), new(3, 20, 23), new(0, 0, 12), new(3, 12, 14)];
        MbgNbd better = new(36315.5, 189751.22, 0.0001234098, 0.00061956, CalendarUnit.Week);

        Assert.True(MbgNbd.Fit(four, CalendarUnit.Week).LogLikelihood >= better.LogLikelihood(four) - 1e-3);
    }

    [Fact]
    public void Texts_AreInvariant_WhateverTheThreadsCulture()
    {
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("sBG α 0.668, β 3.806", new ShiftedBetaGeometric(0.668, 3.806).ToString());
            Assert.Contains("95.5%", Target.AllWithin(NodaTime.Duration.FromSeconds(20), 0.955).ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
