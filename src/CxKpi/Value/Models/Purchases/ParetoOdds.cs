namespace CxKpi.Value;

/// <summary>The odds that a customer of the Pareto/NBD model has left, on the logarithmic scale, with the derivatives by r, α, s and β.</summary>
/// <remarks>
/// <code>
/// J = s·Q·K     Q = ((α + T)/(α + t_x))^(r + x)·((β + T)/(β + t_x))^s
///               K = ∫ ((α + t_x)/(α + u))^(r + x)·((β + t_x)/(β + u))^s/(β + u) du from t_x to T
/// </code>
/// All is positive, so nothing cancels. Over y = ln(m + u), m the smaller of α and β, the integrand is analytic within π of the real line, and twelve nodes for
/// each stretch over which it falls by no more than exp(5) give all digits. Hypergeometric forms take thousands of terms where α and β differ much.
/// </remarks>
internal readonly record struct ParetoOdds(double LogOdds, double ByR, double ByAlpha, double ByS, double ByBeta)
{
    private const double LongestStretch = 2.5, LargestFall = 5, Negligible = -45;

    internal static ParetoOdds At(double r, double alpha, double s, double beta, PurchaseHistory history) =>
        At(r, alpha, s, beta, history.Frequency, history.Recency, history.Age);

    internal static ParetoOdds At(double r, double alpha, double s, double beta, int x, double recency, double age)
    {
        double since = age - recency;
        if (since <= 0)
        {
            return new(double.NegativeInfinity, 0, 0, 0, 0);
        }

        double shape = r + x, rate = alpha + recency, leave = beta + recency, scale = Math.Min(alpha, beta) + recency;
        double logRate = AccurateMath.LogOnePlus(since / rate), logLeave = AccurateMath.LogOnePlus(since / leave);
        double end = AccurateMath.LogOnePlus(since / scale);
        double k = 0, byR = 0, byAlpha = 0, byS = 0, byBeta = 0;
        ReadOnlySpan<double> nodes = GaussLegendre.Nodes, weights = GaussLegendre.Weights;
        double Exponent(double y)
        {
            double time = scale * (Math.Exp(y) - 1);
            return -shape * AccurateMath.LogOnePlus(time / rate) - s * AccurateMath.LogOnePlus(time / leave);
        }

        for (double from = 0, above = 0; from < end && above > Negligible;)
        {
            double length = Math.Min(LongestStretch, end - from), below = Exponent(from + length);
            while (above - below > LargestFall)
            {
                length /= 2;
                below = Exponent(from + length);
            }

            if (from + length <= from)
            {
                // It falls within less than a step of doubles: as an exponential function, from here on.
                double begun = scale * (Math.Exp(from) - 1), rateHere = rate + begun, leaveHere = leave + begun;
                double lasts = 1 / (shape / rateHere + s / leaveHere), rest = lasts / leaveHere * Math.Exp(above);
                k += rest;
                byR += rest * -(lasts + begun) / rateHere;
                byAlpha += rest * (lasts + begun) / (rate * rateHere);
                byS += rest * -(lasts + begun) / leaveHere;
                byBeta += rest * ((s * (lasts + begun) / leave - 1) / leaveHere);
                break;
            }

            for (int i = 0; i < nodes.Length; i++)
            {
                double power = Math.Exp(from + length * nodes[i]), time = scale * (power - 1);
                double rateNow = rate + time, leaveNow = leave + time;
                double logR = -AccurateMath.LogOnePlus(time / rate), logS = -AccurateMath.LogOnePlus(time / leave);
                double part = length * weights[i] * (scale * power / leaveNow) * Math.Exp(shape * logR + s * logS);
                k += part;
                byR += part * logR;
                byAlpha += part * (time / (rate * rateNow));
                byS += part * logS;
                byBeta += part * ((s * time / leave - 1) / leaveNow);
            }

            (from, above) = (from + length, below);
        }

        return new(
            Math.Log(s * k) + shape * logRate + s * logLeave,
            logRate + byR / k,
            shape * (byAlpha / k - since / (rate * (alpha + age))),
            1 / s + logLeave + byS / k,
            byBeta / k - s * since / (leave * (beta + age)));
    }
}
