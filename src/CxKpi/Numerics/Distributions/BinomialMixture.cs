namespace CxKpi;

/// <summary>The number of hits among so many observations when their log odds are known up to an error of Student's distribution.</summary>
/// <remarks>
/// <code>X | θ ~ Binomial(n, 1/(1 + e^−θ)),   θ = centre + error·t</code>
/// P(X ≤ k) is a mean of binomial probabilities over θ, and by parts the probability that θ lies below the log odds of a beta variable B(k + 1, n − k).
/// The trapezoidal rule goes over the narrower of the two distributions, which makes it exact to about ten digits with some forty points: from a single
/// observation, where the count is the binomial one, to very many, where the share is what its log odds are.
/// </remarks>
/// <param name="Centre">The log odds expected.</param>
/// <param name="Error">The error of the log odds, not negative.</param>
/// <param name="Freedom">The degrees of freedom of the error.</param>
/// <param name="Size">The number of observations, at least 1.</param>
internal readonly record struct BinomialMixture(double Centre, double Error, double Freedom, long Size)
{
    /// <summary>Steps of half a standard deviation leave an error below rounding for a normal density, which both are nearly.</summary>
    private const double Step = 0.5;

    /// <summary>The weight against the largest one below which a point is left out.</summary>
    private const double Least = 1e-13;

    /// <summary>Probability of at most so many hits.</summary>
    internal double AtMost(long hits)
    {
        if (hits < 0 || hits >= Size)
        {
            return hits < 0 ? 0 : 1;
        }

        double width = Math.Sqrt(1.0 / (hits + 1) + 1.0 / (Size - hits));
        return Error <= width ? OverLogOdds(hits) : OverBeta(hits + 1, Size - hits, width);
    }

    /// <summary>Probability of at least so many hits, accurate where it is small.</summary>
    internal double AtLeast(long hits) => (this with { Centre = -Centre }).AtMost(Size - hits);

    /// <summary>The least number of hits of which fewer have a probability below <paramref name="tail"/>.</summary>
    internal long Lower(double tail)
    {
        long tooFew = -1, enough = Size;
        while (enough - tooFew > 1)
        {
            long middle = tooFew + (enough - tooFew) / 2;
            (tooFew, enough) = AtMost(middle) < tail ? (middle, enough) : (tooFew, middle);
        }

        return enough;
    }

    /// <summary>The largest number of hits of which more have a probability below <paramref name="tail"/>.</summary>
    internal long Upper(double tail) => Size - (this with { Centre = -Centre }).Lower(tail);

    /// <summary>With t = √df·sinh(u), the density by u is cosh(u)^−df.</summary>
    private double OverLogOdds(long hits)
    {
        double scale = Error * Math.Sqrt(Freedom), step = Step / Math.Sqrt(Freedom);
        double sum = BinomialDistribution.Cdf(hits, Size, ShareScale.Share(Centre)), weights = 1;
        for (int i = 1; Math.Pow(Math.Cosh(i * step), -Freedom) is > Least and var weight; i++)
        {
            double away = scale * Math.Sinh(i * step);
            sum += weight * (BinomialDistribution.Cdf(hits, Size, ShareScale.Share(Centre - away))
                + BinomialDistribution.Cdf(hits, Size, ShareScale.Share(Centre + away)));
            weights += 2 * weight;
        }

        return Math.Min(1, sum / weights);
    }

    /// <summary>The density of the log odds x of a beta variable is proportional to x's share to the power a, times what is left to the power b.</summary>
    private double OverBeta(double a, double b, double width)
    {
        double peak = Math.Log(a / b), step = Step * width;
        double sum = Below(peak), weights = 1;
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            for (int i = 1; Weight(side * i * step) is > Least and var weight; i++)
            {
                sum += weight * Below(peak + side * i * step);
                weights += weight;
            }
        }

        return Math.Min(1, sum / weights);

        double Weight(double away) => Math.Exp(a * away - (a + b) * AccurateMath.LogOnePlus(a / (a + b) * AccurateMath.ExpMinusOne(away)));
    }

    private double Below(double odds) => StudentTDistribution.Cdf((odds - Centre) / Error, Freedom);
}
