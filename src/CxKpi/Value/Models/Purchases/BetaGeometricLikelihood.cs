namespace CxKpi.Value;

/// <summary>The likelihood of both beta-geometric models, by r, α, a and b.</summary>
/// <remarks>
/// For whole numbers of purchases the ratios of gamma functions are sums of logarithms, tabulated once an evaluation: three logarithms and an
/// exponential are left for each row, nothing cancels and nothing overflows.
/// </remarks>
/// <param name="table">The histories.</param>
/// <param name="early">1 when a customer may leave after the first purchase already; otherwise 0.</param>
/// <param name="threads">How many threads may work at once; 0 for one a processor.</param>
internal sealed class BetaGeometricLikelihood(PurchaseTable table, int early, int threads) : ILikelihood
{
    public int Parameters => 4;

    public double Observations => table.Customers;

    public double At(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double r = parameters[0], alpha = parameters[1], a = parameters[2], b = parameters[3];
        int most = table.MostPurchases + early;
        RisingSums rates = new(r, most), stays = new(b, most), all = new(a + b, most);
        double logAlpha = Math.Log(alpha), logA = Math.Log(a);

        void Sum(int from, int to, Span<double> sums)
        {
            double value = 0, byR = 0, byAlpha = 0, byA = 0, byB = 0;
            for (int i = from; i < to; i++)
            {
                int x = table.Frequency[i], bought = x + early;
                double recency = table.Recency[i], age = table.Age[i], weight = table.Weight[i], shape = r + x;
                double total = alpha + age, logTotal = Math.Log(total);
                double row = rates.Logarithm(x) + r * (logAlpha - logTotal) - x * logTotal + stays.Logarithm(bought) - all.Logarithm(bought);
                double rowR = rates.Reciprocal(x) + logAlpha - logTotal;
                double rowAlpha = r / alpha - shape / total;
                double rowA = -all.Reciprocal(bought), rowB = stays.Reciprocal(bought) + rowA;
                if (bought > 0)
                {
                    // The customer may have left with the last purchase: odds against being alive, and what they add.
                    double q = logTotal - Math.Log(alpha + recency), odds = logA - Math.Log(b + bought - 1) + shape * q;
                    double power = Math.Exp(-Math.Abs(odds)), left = odds > 0 ? 1 / (1 + power) : power / (1 + power);
                    row += Math.Max(odds, 0) + AccurateMath.LogOnePlus(power);
                    rowR += left * q;
                    rowAlpha += left * shape * (1 / total - 1 / (alpha + recency));
                    rowA += left / a;
                    rowB -= left / (b + bought - 1);
                }

                value += weight * row;
                byR += weight * rowR;
                byAlpha += weight * rowAlpha;
                byA += weight * rowA;
                byB += weight * rowB;
            }

            (sums[0], sums[1], sums[2], sums[3], sums[4]) = (value, byR, byAlpha, byA, byB);
        }

        Span<double> totals = stackalloc double[5];
        OrderedSums.Of(table.Count, totals, Sum, threads);
        totals[1..].CopyTo(gradient);
        return totals[0];
    }

    /// <summary>Fits r, α, a and b, time being scaled by the mean age.</summary>
    internal static FittedModel<TModel> Fit<TModel>(PurchaseTable table, int early, Func<double[], TModel> model, int threads)
        where TModel : class, IValueModel<TModel>
    {
        if (PurchaseFitting.Refusal(table) is { } refusal)
        {
            return ModelFitting.Refused<TModel>(refusal, table.Customers);
        }

        BetaGeometricLikelihood likelihood = new(table.InUnitsOf(table.MeanAge), early, threads);
        LikelihoodMaximum found = LikelihoodMaximiser.Find(
            likelihood, [1, 1, 1, 3], [0.3, 0.3, 0.5, 1], [3, 3, 0.2, 5], [0.1, 0.1, 2, 2], [1, 1, 0.001, 0.005]);
        return ModelFitting.Of(found, model, table.Customers, [1, table.MeanAge, 1, 1], PurchaseFitting.LogJacobian(table), PurchaseFitting.Limits(found));
    }
}
