namespace CxKpi.Value;

/// <summary>The likelihood of the BG/BB model, by α, β, γ and δ: a sum over when the customer may have left, taken on the logarithmic scale.</summary>
internal sealed class BgBbLikelihood(PurchaseTable table, int threads) : ILikelihood
{
    // The rows together ask for each term so many times, or share nothing that is worth it.
    private const double SharedFrom = 4;

    public int Parameters => 4;

    public double Observations => table.Customers;

    public double At(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        BgBbTerms terms = new(parameters, table.Count == 0 ? 0 : (int)table.Age.Max() + 1);

        void Sum(int from, int to, Span<double> sums)
        {
            for (int i = from, next; i < to; i = next)
            {
                // Rows are in the order of their purchases, and those with as many share their terms.
                next = i + 1;
                while (next < to && table.Frequency[next] == table.Frequency[i])
                {
                    next++;
                }

                AddAlike(terms, i, next, sums);
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

    /// <summary>Adds rows with one number of purchases.</summary>
    private void AddAlike(BgBbTerms terms, int from, int to, Span<double> sums)
    {
        int purchases = table.Frequency[from], first = (int)table.Recency[from..to].Min(), last = (int)table.Age[from..to].Max();
        double asked = 0;
        for (int i = from; i < to; i++)
        {
            asked += table.Age[i] - table.Recency[i];
        }

        StretchSums? shared = asked > SharedFrom * (last - first) ? new(last - first, m => terms.Left(purchases, first + m)) : null;
        for (int i = from; i < to; i++)
        {
            int recency = (int)table.Recency[i], age = (int)table.Age[i];
            LogSum row = terms.Alive(purchases, age);
            if (shared is { } sharedSums)
            {
                row = row.Plus(sharedSums.Between(recency - first, age - first));
            }
            else
            {
                for (int m = age - 1; m >= recency; m--)
                {
                    row = row.Plus(terms.Left(purchases, m));
                }
            }

            double weight = table.Weight[i];
            sums[0] += weight * row.Logarithm;
            sums[1] += weight * row.ByFirst;
            sums[2] += weight * row.BySecond;
            sums[3] += weight * row.ByThird;
            sums[4] += weight * row.ByFourth;
        }
    }
}
