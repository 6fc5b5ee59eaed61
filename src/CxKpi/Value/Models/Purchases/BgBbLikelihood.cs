namespace CxKpi.Value;

/// <summary>The likelihood of the BG/BB model, by α, β, γ and δ: a sum over when the customer may have left, taken on the logarithmic scale.</summary>
internal sealed class BgBbLikelihood(PurchaseTable table, int threads) : ILikelihood
{
    public int Parameters => 4;

    public double Observations => table.Customers;

    public double At(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        int most = table.Count == 0 ? 0 : (int)table.Age.Max() + 1;
        double gamma = parameters[2];
        RisingSums buys = new(parameters[0], most), passes = new(parameters[1], most), chances = new(parameters[0] + parameters[1], most);
        RisingSums stays = new(parameters[3], most), fates = new(gamma + parameters[3], most);

        void Sum(int from, int to, Span<double> sums)
        {
            Span<double> row = stackalloc double[5];
            for (int i = from; i < to; i++)
            {
                int x = table.Frequency[i], last = (int)table.Recency[i], all = (int)table.Age[i];
                row.Clear();
                row[0] = double.NegativeInfinity;
                for (int m = last; m <= all; m++)
                {
                    bool alive = m == all;
                    int decided = alive ? m : m + 1;
                    Add(
                        row,
                        buys.Logarithm(x) + passes.Logarithm(m - x) - chances.Logarithm(m)
                            + stays.Logarithm(m) - fates.Logarithm(decided) + (alive ? 0 : Math.Log(gamma)),
                        buys.Reciprocal(x) - chances.Reciprocal(m),
                        passes.Reciprocal(m - x) - chances.Reciprocal(m),
                        (alive ? 0 : 1 / gamma) - fates.Reciprocal(decided),
                        stays.Reciprocal(m) - fates.Reciprocal(decided));
                }

                for (int j = 0; j < row.Length; j++)
                {
                    sums[j] += table.Weight[i] * row[j];
                }
            }
        }

        Span<double> totals = stackalloc double[5];
        OrderedSums.Of(table.Count, totals, Sum, threads);
        totals[1..].CopyTo(gradient);
        return totals[0];
    }

    internal static FittedModel<BgBb> Fit(PurchaseTable table, CalendarUnit unit, int threads)
    {
        if (PurchaseFitting.Refusal(table) is { } refusal)
        {
            return ModelFitting.Refused<BgBb>(refusal, table.Customers);
        }

        LikelihoodMaximum found = LikelihoodMaximiser.Find(
            new BgBbLikelihood(table, threads), [1, 1, 1, 3], [0.3, 0.7, 0.5, 5], [2, 5, 0.2, 2], [5, 5, 2, 10], [1, 1, 0.001, 0.005]);
        return ModelFitting.Of(
            found, p => new BgBb(p[0], p[1], p[2], p[3], unit), table.Customers, [1, 1, 1, 1], 0, PurchaseFitting.Limits(found));
    }

    /// <summary>Adds a term to a sum that is kept as its logarithm with the derivatives of that.</summary>
    private static void Add(Span<double> row, double term, double byAlpha, double byBeta, double byGamma, double byDelta)
    {
        double power = Math.Exp(-Math.Abs(row[0] - term)), larger = 1 / (1 + power), share = term > row[0] ? larger : 1 - larger;
        row[0] = Math.Max(row[0], term) + AccurateMath.LogOnePlus(power);
        row[1] += share * (byAlpha - row[1]);
        row[2] += share * (byBeta - row[2]);
        row[3] += share * (byGamma - row[3]);
        row[4] += share * (byDelta - row[4]);
    }
}
