using System.Runtime.InteropServices;

namespace CxKpi.Practices;

/// <summary>The rows of a sample, put together where they have the same category in every margin: a method of weighting treats them alike.</summary>
internal sealed class SampleCells
{
    private SampleCells(IReadOnlyList<PopulationMargin> margins, double[] baseWeights, int[] cellOf, int[][] codes, double[] weights)
    {
        BaseWeights = baseWeights;
        CellOf = cellOf;
        Codes = codes;
        Weights = weights;
        Total = margins[0].Population;
        Targets = [.. margins.Select(margin => Enumerable.Range(0, margin.Categories.Count).Select(k => margin.Share(k) * Total).ToArray())];
    }

    /// <summary>The base weight of each row.</summary>
    internal double[] BaseWeights { get; }

    /// <summary>The cell of each row.</summary>
    internal int[] CellOf { get; }

    /// <summary>The category of each cell, margin by margin.</summary>
    internal int[][] Codes { get; }

    /// <summary>The sum of the base weights of each cell.</summary>
    internal double[] Weights { get; }

    /// <summary>The size of the population, as the first margin states it.</summary>
    internal double Total { get; }

    /// <summary>The size of each category, margin by margin, on the total of the first.</summary>
    internal double[][] Targets { get; }

    internal static SampleCells Of(IReadOnlyList<PopulationMargin> margins, double[] baseWeights)
    {
        int rows = baseWeights.Length;
        int[] cellOf = new int[rows];

        // One margin after the other splits the cells of those before, so that no product of category numbers grows without bound.
        int count = rows == 0 ? 0 : 1;
        Dictionary<long, int> cells = [];
        foreach (PopulationMargin margin in margins)
        {
            ReadOnlySpan<int> codes = margin.Codes;
            cells.Clear();
            for (int i = 0; i < rows; i++)
            {
                ref int cell = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, ((long)cellOf[i] << 32) | (uint)codes[i], out bool known);
                if (!known)
                {
                    cell = cells.Count - 1;
                }

                cellOf[i] = cell;
            }

            count = cells.Count;
        }

        int[][] codesOf = [.. margins.Select(_ => new int[count])];
        double[] weights = new double[count];
        for (int i = 0; i < rows; i++)
        {
            weights[cellOf[i]] += baseWeights[i];
        }

        for (int m = 0; m < margins.Count; m++)
        {
            ReadOnlySpan<int> codes = margins[m].Codes;
            for (int i = 0; i < rows; i++)
            {
                codesOf[m][cellOf[i]] = codes[i];
            }
        }

        return new(margins, baseWeights, cellOf, codesOf, weights);
    }

    /// <summary>The weight of each row, from the factor of each cell.</summary>
    internal double[] RowWeights(ReadOnlySpan<double> factors)
    {
        double[] weights = new double[BaseWeights.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = BaseWeights[i] * factors[CellOf[i]];
        }

        return weights;
    }

    /// <summary>The largest error of a category, relative to its size in the population.</summary>
    internal double LargestError(ReadOnlySpan<double> cellWeights)
    {
        double largest = 0;
        for (int m = 0; m < Codes.Length; m++)
        {
            double[] sums = Sums(m, cellWeights), targets = Targets[m];
            for (int k = 0; k < sums.Length; k++)
            {
                largest = targets[k] > 0 ? Math.Max(largest, Math.Abs(sums[k] / targets[k] - 1)) : largest;
            }
        }

        return largest;
    }

    /// <summary>The sum of the weights of each category of a margin.</summary>
    internal double[] Sums(int margin, ReadOnlySpan<double> cellWeights)
    {
        double[] sums = new double[Targets[margin].Length];
        int[] codes = Codes[margin];
        for (int c = 0; c < codes.Length; c++)
        {
            sums[codes[c]] += cellWeights[c];
        }

        return sums;
    }
}
