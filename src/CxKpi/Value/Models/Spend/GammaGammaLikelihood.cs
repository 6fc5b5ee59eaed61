namespace CxKpi.Value;

/// <summary>The likelihood of the gamma-gamma model, by p, q and v.</summary>
internal sealed class GammaGammaLikelihood(SpendTable table, int threads) : ILikelihood
{
    public int Parameters => 3;

    public double Observations => table.Customers;

    public double At(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double p = parameters[0], q = parameters[1], v = parameters[2];
        double logV = Math.Log(v), logGammaQ = GammaFunctions.LogGamma(q), digammaQ = GammaFunctions.Digamma(q);

        void Sum(int from, int to, Span<double> sums)
        {
            for (int i = from; i < to; i++)
            {
                double x = table.Purchases[i], logMean = table.LogMean[i], weight = table.Weight[i], shape = p * x;

                // ln of both parts of v + x·z, of which one may be beyond the range of numbers beside the other.
                double distance = Math.Log(x) + logMean - logV, power = Math.Exp(-Math.Abs(distance)), smaller = -AccurateMath.LogOnePlus(power);
                double ofSpent = Math.Min(distance, 0) + smaller, ofScale = smaller - Math.Max(distance, 0);
                double digamma = GammaFunctions.Digamma(shape + q);
                sums[0] += weight * (
                    GammaFunctions.LogGamma(shape + q) - GammaFunctions.LogGamma(shape) - logGammaQ + q * ofScale + shape * ofSpent - logMean);
                sums[1] += weight * x * (digamma - GammaFunctions.Digamma(shape) + ofSpent);
                sums[2] += weight * (digamma - digammaQ + ofScale);
                sums[3] += weight * (q - (shape + q) * Math.Exp(ofScale)) / v;
            }
        }

        Span<double> totals = stackalloc double[4];
        OrderedSums.Of(table.Count, totals, Sum, threads);
        totals[1..].CopyTo(gradient);
        return totals[0];
    }
}
