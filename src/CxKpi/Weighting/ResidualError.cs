namespace CxKpi.Practices;

/// <summary>Standard errors of weighted means that know where the weights came from.</summary>
internal static class ResidualError
{
    /// <summary>The error after fitting to margins: that of the residuals of the values on the margins (Deville and Särndal 1992).</summary>
    /// <param name="design">The margins and base weights.</param>
    /// <param name="weights">The fitted weights.</param>
    /// <param name="values">The value of each row; NaN for a row without an observation, which lies outside the mean.</param>
    /// <param name="mean">The weighted mean of the values.</param>
    internal static double? OfMargins(WeightingDesign design, double[] weights, double[] values, double mean)
    {
        int rows = values.Length;
        if (values.Count(value => !double.IsNaN(value)) < 2)
        {
            return null;
        }

        double whole = 0;
        for (int i = 0; i < rows; i++)
        {
            whole += double.IsNaN(values[i]) ? 0 : weights[i];
        }

        double[] distances = [.. values.Select(value => double.IsNaN(value) ? 0 : (value - mean) / whole)];
        double[] explained = design.Margins.Count == 0 ? new double[rows] : Explained(SampleCells.Of(design.Margins, design.BaseWeights), distances);
        double sum = 0, squares = 0;
        double[] shares = new double[rows];
        for (int i = 0; i < rows; i++)
        {
            shares[i] = weights[i] * (distances[i] - explained[i]);
            sum += shares[i];
        }

        double centre = sum / rows;
        foreach (double share in shares)
        {
            squares += (share - centre) * (share - centre);
        }

        return Math.Sqrt((double)rows / (rows - 1) * squares);
    }

    /// <summary>The error within strata of known, finite size (Cochran 1977).</summary>
    internal static double? OfStrata(PopulationMargin strata, double[] values)
    {
        int count = strata.Categories.Count;
        double[] sums = new double[count], squares = new double[count];
        long[] sizes = new long[count];
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                continue;
            }

            int stratum = strata.Codes[i];
            sums[stratum] += values[i];
            sizes[stratum]++;
        }

        for (int i = 0; i < values.Length; i++)
        {
            int stratum = strata.Codes[i];
            double distance = values[i] - sums[stratum] / sizes[stratum];
            squares[stratum] += double.IsNaN(values[i]) ? 0 : distance * distance;
        }

        double variance = 0;
        for (int h = 0; h < count; h++)
        {
            if (sizes[h] < 2)
            {
                // A stratum that was observed whole adds no error, however small it is.
                if (strata.Categories[h].Population > sizes[h])
                {
                    return null;
                }

                continue;
            }

            double share = strata.Share(h), observed = sizes[h] / strata.Categories[h].Population;
            variance += share * share * (1 - observed) * squares[h] / (sizes[h] - 1) / sizes[h];
        }

        return Math.Sqrt(variance);
    }

    internal static double FreedomOfStrata(PopulationMargin strata) => strata.Rows - strata.Categories.Count(stratum => stratum.Rows > 0);

    /// <summary>What the margins explain of each row's value, by regression with the base weights.</summary>
    private static double[] Explained(SampleCells cells, double[] values)
    {
        int[] offsets = new int[cells.Targets.Length];
        for (int m = 1; m < offsets.Length; m++)
        {
            offsets[m] = offsets[m - 1] + cells.Targets[m - 1].Length;
        }

        int n = offsets[^1] + cells.Targets[^1].Length;
        double[] products = new double[n * n], right = new double[n], cellSums = new double[cells.Weights.Length];
        for (int i = 0; i < values.Length; i++)
        {
            cellSums[cells.CellOf[i]] += cells.BaseWeights[i] * values[i];
        }

        for (int c = 0; c < cellSums.Length; c++)
        {
            for (int m = 0; m < offsets.Length; m++)
            {
                int column = offsets[m] + cells.Codes[m][c];
                right[column] += cellSums[c];
                for (int other = 0; other < offsets.Length; other++)
                {
                    products[column * n + offsets[other] + cells.Codes[other][c]] += cells.Weights[c];
                }
            }
        }

        double[] slopes = SemidefiniteSystem.Solve(products, right);
        double[] fitted = new double[cellSums.Length];
        for (int c = 0; c < fitted.Length; c++)
        {
            for (int m = 0; m < offsets.Length; m++)
            {
                fitted[c] += slopes[offsets[m] + cells.Codes[m][c]];
            }
        }

        return [.. cells.CellOf.Select(cell => fitted[cell])];
    }
}
