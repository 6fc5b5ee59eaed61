using CxKpi.Value;

namespace CxKpi.Tests.Value;

public class ShiftedBetaGeometricTests
{
    // P. Fader and B. Hardie, How to project customer retention, 2007: the two segments of seven years.
    [Fact]
    public void Fit_OfPublishedCohorts_IsPublished()
    {
        FittedModel<ShiftedBetaGeometric> high = ShiftedBetaGeometric.Fit([new(1000, [869, 743, 653, 593, 551, 517, 491])]);
        FittedModel<ShiftedBetaGeometric> regular = ShiftedBetaGeometric.Fit([new(1000, [631, 468, 382, 326, 289, 262, 241])]);

        Assert.Equal((0.668, 3.806, -1611.2), Rounded(high));
        Assert.Equal((0.704, 1.182, -1680.3), Rounded(regular));
        Assert.Null(high.Model!.ExpectedLifetime);

        static (double, double, double) Rounded(FittedModel<ShiftedBetaGeometric> fit) =>
            (Math.Round(fit.Parameters[0].Value, 3), Math.Round(fit.Parameters[1].Value, 3), Math.Round(fit.LogLikelihood!.Value, 1));
    }

    [Fact]
    public void Fit_OfCohortsThatSayNothing_HasNoModel()
    {
        Assert.Equal(FitOutcome.NoCustomers, ShiftedBetaGeometric.Fit([]).Outcome);
        Assert.Equal(FitOutcome.NoCustomers, ShiftedBetaGeometric.Fit([new(100, [])]).Outcome);
        Assert.Equal(FitOutcome.NoCustomers, ShiftedBetaGeometric.Fit([new(0, [0, 0])]).Outcome);
        Assert.Equal(FitOutcome.NobodyLeft, ShiftedBetaGeometric.Fit([new(100, [100, 100])]).Outcome);
        Assert.Equal(FitOutcome.EverybodyLeft, ShiftedBetaGeometric.Fit([new(100, [0, 0])]).Outcome);
        Assert.Null(ShiftedBetaGeometric.Fit([new(100, [0, 0])]).Model);
    }

    [Fact]
    public void Fit_OfOneRenewal_KnowsTheChurnAlone()
    {
        FittedModel<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.Fit([new(100, [80]), new(300, [240])]);

        Assert.Equal(FitOutcome.NotIdentified, fit.Outcome);
        Assert.Equal(0.2, fit.Model!.Churn, 12);
        Assert.Equal(Math.Sqrt(0.2 * 0.8 / 400), fit.Parameters[0].StandardError!.Value, 12);
        Assert.Equal(0.8, fit.Probability(model => model.RetentionRate(1)).Value!.Value, 12);
    }

    [Fact]
    public void Fit_OfCustomersWhoLeaveAtOnceOrNever_NamesTheLimit()
    {
        FittedModel<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.Fit([new(1000, [700, 700, 700, 700])]);

        Assert.Equal(FitOutcome.AtLimit, fit.Outcome);
        Assert.Equal([ModelLimit.DropoutAtOnceOrNever], fit.Limits);
        Assert.Equal(0.7, fit.Model!.Survival(10), 2);
    }

    [Fact]
    public void Predictions_OfAChurnBesideOne_HaveNoLimits()
    {
        FittedModel<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.Fit([new(100_000, [50])]);
        ModelPrediction stay = fit.Probability(model => model.RetentionRate(1));

        Assert.Equal(0.0005, stay.Value!.Value, 12);
        Assert.Null(stay.Lower);
    }

    [Fact]
    public void New_OfWhatCannotBe_NamesTheArgument()
    {
        Assert.Throws<ArgumentOutOfRangeException>("alpha", () => new ShiftedBetaGeometric(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("churn", () => ShiftedBetaGeometric.Geometric(1));
        Assert.Throws<ArgumentOutOfRangeException>("survivors", () => new RenewalCohort(100, [90, 91]));
        Assert.Throws<ArgumentOutOfRangeException>("discountRate", () => new ShiftedBetaGeometric(1, 1).DiscountedLifetime(0));
    }
}
