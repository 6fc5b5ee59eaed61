namespace CxKpi.Value;

/// <summary>The odds that a customer of the Pareto/NBD model has left, on the logarithmic scale, with the derivatives by r, α, s and β.</summary>
/// <remarks>
/// J = (s/w)·Q·(m(t_x)·F(t_x) - m(T)·F(T)/Q) with w = r + s + x, Q = ((α + T)/(α + t_x))^(r + x)·((β + T)/(β + t_x))^s and F a hypergeometric function with
/// a parameter 1: of the two forms the one whose argument is positive is taken.
/// </remarks>
internal readonly record struct ParetoOdds(double LogOdds, double ByR, double ByAlpha, double ByS, double ByBeta)
{
    internal static ParetoOdds At(double r, double alpha, double s, double beta, PurchaseHistory history) =>
        At(r, alpha, s, beta, history.Frequency, history.Recency, history.Age);

    internal static ParetoOdds At(double r, double alpha, double s, double beta, int x, double recency, double age)
    {
        double shape = r + x, w = shape + s, since = age - recency;
        if (since <= 0)
        {
            return new(double.NegativeInfinity, 0, 0, 0, 0);
        }

        double logAlpha = AccurateMath.LogOnePlus(since / (alpha + recency)), logBeta = AccurateMath.LogOnePlus(since / (beta + recency));
        double log = shape * logAlpha + s * logBeta, power = Math.Exp(-log);
        double alphaSlope = shape * (1 / (alpha + age) - 1 / (alpha + recency)), betaSlope = s * (1 / (beta + age) - 1 / (beta + recency));
        Part early = Part.At(r, alpha, s, beta, x, recency), late = Part.At(r, alpha, s, beta, x, age);
        double difference = early.Value - late.Value * power;
        if (!(difference > 0))
        {
            return new(double.NegativeInfinity, 0, 0, 0, 0);
        }

        double Slope(double ofEarly, double ofLate, double ofLog) => ofLog + (ofEarly - power * (ofLate - late.Value * ofLog)) / difference;
        return new(
            Math.Log(s / w) + log + Math.Log(difference),
            Slope(early.ByR, late.ByR, logAlpha) - 1 / w,
            Slope(early.ByAlpha, late.ByAlpha, alphaSlope),
            Slope(early.ByS, late.ByS, logBeta) + 1 / s - 1 / w,
            Slope(early.ByBeta, late.ByBeta, betaSlope));
    }

    /// <summary>m(t)·F(t) with its derivatives.</summary>
    private readonly record struct Part(double Value, double ByR, double ByAlpha, double ByS, double ByBeta)
    {
        internal static Part At(double r, double alpha, double s, double beta, int x, double time)
        {
            double c = r + s + x + 1, rate = alpha + time, leave = beta + time;
            if (alpha >= beta)
            {
                UnitHypergeometric f = UnitHypergeometric.At(r + x, c, (alpha - beta) / rate);
                return new(f.Value, f.ByB + f.ByC, f.ByZ * (leave / rate / rate), f.ByC, -f.ByZ / rate);
            }

            UnitHypergeometric g = UnitHypergeometric.At(s + 1, c, (beta - alpha) / leave);
            double m = rate / leave, slope = g.ByZ * m;
            return new(
                m * g.Value,
                m * g.ByC,
                (g.Value - slope) / leave,
                m * (g.ByB + g.ByC),
                m * (slope - g.Value) / leave);
        }
    }
}
