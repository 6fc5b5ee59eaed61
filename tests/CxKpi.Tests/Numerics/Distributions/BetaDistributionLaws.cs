using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Numerics;

public class BetaDistributionLaws
{
    private static readonly Gen<(double P, double A, double B)> Laws =
        from p in Generators.Level from a in Generators.Magnitude(0.2, 1e6) from b in Generators.Magnitude(0.2, 1e6) select (p, a, b);

    [Property]
    public Property TailsAndOddsAreInverse() =>
        Law.ForAll(Laws, x =>
        {
            double odds = BetaDistribution.OddsAt(x.P, 1 - x.P, x.A, x.B);
            TailProbabilities tails = BetaDistribution.TailProbabilities(odds / (1 + odds), 1 / (1 + odds), x.A, x.B);

            // One rounding of the odds is worth slope · ε of probability.
            double slack = 1e-13 + 4e-16 * tails.Slope / Math.Min(x.P, 1 - x.P);
            return x.P < 0.5 ? Reference.Close(tails.Lower, x.P, slack) : Reference.Close(tails.Upper, 1 - x.P, slack);
        });

    [Property]
    public Property TailsAreMirroredAndSumToOne() =>
        Law.ForAll(Laws, x =>
        {
            double odds = BetaDistribution.OddsAt(x.P, 1 - x.P, x.A, x.B);
            TailProbabilities tails = BetaDistribution.TailProbabilities(odds / (1 + odds), 1 / (1 + odds), x.A, x.B);
            TailProbabilities mirror = BetaDistribution.TailProbabilities(1 / (1 + odds), odds / (1 + odds), x.B, x.A);
            return Reference.Close(tails.Lower, mirror.Upper, 1e-13) && Reference.Close(tails.Upper, mirror.Lower, 1e-13)
                && Math.Abs(tails.Lower + tails.Upper - 1) < 1e-13;
        });

    [Property]
    public Property QuantilesRiseWithTheLevelAndStayInTheUnitInterval() =>
        Law.ForAll(Laws.Where(x => x.P < 0.99), x =>
        {
            double lower = BetaDistribution.Quantile(x.P, x.A, x.B);
            double upper = BetaDistribution.Quantile(x.P + 1e-3, x.A, x.B);
            return lower >= 0 && upper <= 1 && (lower < upper || upper is 0 or 1);
        });

    [Property]
    public Property OneShapeOfOneHasAClosedForm() =>
        Law.ForAll(
            from p in Generators.Level from a in Generators.Magnitude(0.5, 1e6) select (p, a),
            x => Reference.Close(BetaDistribution.Quantile(x.p, 1, x.a), -AccurateMath.ExpMinusOne(AccurateMath.LogOnePlus(-x.p) / x.a), 1e-13)
                && Reference.Close(BetaDistribution.Quantile(x.p, x.a, 1), Math.Pow(x.p, 1 / x.a), 1e-13));
}
