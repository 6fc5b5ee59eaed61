namespace CxKpi.Value;

/// <summary>What both beta-geometric models say of a customer.</summary>
/// <remarks>
/// A customer buys at a rate λ ~ Gamma(r, α) and leaves with probability p ~ Beta(a, b) after each purchase: after each repeat purchase, or
/// after the first one already (<paramref name="early"/> is 1). A customer who is alive at the age T after x repeat purchases has the same model with
/// r + x, α + T and b + x + early: everything about the future is the probability to be alive times a figure of a new customer of that model.
/// </remarks>
internal readonly struct BetaGeometric(double r, double alpha, double a, double b, int early)
{
    internal double ExpectedPurchases(double time) => early == 0
        ? BetaExpectation.Purchases(a, b, r, time / alpha)
        : b / (a + b) * BetaExpectation.Purchases(a, b + 1, r, time / alpha);

    internal double PurchaseProbability(int purchases, double time)
    {
        if (time == 0)
        {
            return purchases == 0 ? 1 : 0;
        }

        double bought = (double)purchases + early, share = time / (alpha + time), left = alpha / (alpha + time);
        double stayed = Math.Exp(GammaFunctions.LogRisingRatio(b, a, bought)) * NegativeBinomial.Probability(r, purchases, share, left);
        double dropped = bought == 0 ? 0 : Drops(bought - 1) * NegativeBinomial.AtLeast(r, purchases, share, left);

        // Their exact sum is at most 1; the last digit may not be.
        return Math.Min(1, stayed + dropped);
    }

    internal double ProbabilityAlive(PurchaseHistory history) => 1 / (1 + Math.Exp(LogOddsLeft(history)));

    internal double ProbabilityAlive(PurchaseHistory history, double time) => ProbabilityAlive(history)
        * BetaExpectation.Survival(a, b + history.Frequency + early, r + history.Frequency, time / (alpha + history.Age));

    internal double ExpectedPurchases(PurchaseHistory history, double time) => ProbabilityAlive(history)
        * BetaExpectation.Purchases(a, b + history.Frequency + early, r + history.Frequency, time / (alpha + history.Age));

    /// <summary>P(alive)·E[λ/(λp + δ)], the integral over time of the rate of purchases times exp(-δ·time).</summary>
    internal double DiscountedPurchases(PurchaseHistory history, double delta)
    {
        double shape = r + history.Frequency, rate = alpha + history.Age;
        return ProbabilityAlive(history)
            * BetaExpectation.Of(new Discounted(shape, delta * rate), a, b + history.Frequency + early, delta * rate / (shape + 1), 1);
    }

    private double LogOddsLeft(PurchaseHistory history)
    {
        double bought = history.Frequency + early;
        return bought == 0
            ? double.NegativeInfinity
            : Math.Log(a / (b + bought - 1)) + (r + history.Frequency) * AccurateMath.LogOnePlus(history.SinceLast / (alpha + history.Recency));
    }

    /// <summary>The chance to stay after each of some purchases, and to leave after the next.</summary>
    private double Drops(double stays) => Math.Exp(GammaFunctions.LogRisingRatio(b, a, stays)) * (a / (a + b + stays));

    private readonly struct Discounted(double shape, double scaled) : IScalarFunction
    {
        // Below, the chance to leave adds nothing to the discount.
        public double At(double x) => x * 1e100 < scaled
            ? Math.Log(shape) - Math.Log(scaled)
            : Math.Log(shape) - Math.Log(x) + Math.Log(TailIntegral.At(shape + 1, scaled / x));
    }
}
