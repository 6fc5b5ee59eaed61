namespace CxKpi.Value;

/// <summary>The likelihood of the Pareto/NBD model, by r, α, s and β.</summary>
internal sealed class ParetoLikelihood(PurchaseTable table, int threads) : ILikelihood
{
    public int Parameters => 4;

    public double Observations => table.Customers;

    public double At(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double r = parameters[0], alpha = parameters[1], s = parameters[2], beta = parameters[3];
        RisingSums rates = new(r, table.MostPurchases);

        void Sum(int from, int to, Span<double> sums)
        {
            for (int i = from; i < to; i++)
            {
                int x = table.Frequency[i];
                double age = table.Age[i], weight = table.Weight[i];
                double logRate = -AccurateMath.LogOnePlus(age / alpha), logLeave = -AccurateMath.LogOnePlus(age / beta);
                ParetoOdds odds = ParetoOdds.At(r, alpha, s, beta, x, table.Recency[i], age);
                double power = Math.Exp(-Math.Abs(odds.LogOdds)), left = odds.LogOdds > 0 ? 1 / (1 + power) : power / (1 + power);
                double more = Math.Max(odds.LogOdds, 0) + AccurateMath.LogOnePlus(power);
                sums[0] += weight * (rates.Logarithm(x) + r * logRate - x * Math.Log(alpha + age) + s * logLeave + more);
                sums[1] += weight * (rates.Reciprocal(x) + logRate + left * odds.ByR);
                sums[2] += weight * (r / alpha - (r + x) / (alpha + age) + left * odds.ByAlpha);
                sums[3] += weight * (logLeave + left * odds.ByS);
                sums[4] += weight * (s / beta - s / (beta + age) + left * odds.ByBeta);
            }
        }

        Span<double> totals = stackalloc double[5];
        OrderedSums.Of(table.Count, totals, Sum, threads);
        totals[1..].CopyTo(gradient);
        return totals[0];
    }

    /// <summary>Fits r, α, s and β, time being scaled by the mean age.</summary>
    internal static FittedModel<ParetoNbd> Fit(PurchaseTable table, CalendarUnit unit, int threads)
    {
        if (PurchaseFitting.Refusal(table) is { } refusal)
        {
            return ModelFitting.Refused<ParetoNbd>(refusal, table.Customers);
        }

        ParetoLikelihood likelihood = new(table.InUnitsOf(table.MeanAge), threads);
        LikelihoodMaximum found = LikelihoodMaximiser.Find(
            likelihood, [1, 1, 1, 1], [0.3, 0.3, 0.5, 0.5], [3, 3, 0.2, 1], [0.1, 0.1, 2, 4], [1, 1, 0.001, 0.005]);
        return ModelFitting.Of(
            found,
            p => new ParetoNbd(p[0], p[1], p[2], p[3], unit),
            table.Customers,
            [1, table.MeanAge, 1, table.MeanAge],
            PurchaseFitting.LogJacobian(table),
            PurchaseFitting.Limits(found, isShare: false));
    }
}
