namespace CxKpi;

/// <summary>Order statistics by partitioning: the place of one value is found without sorting the others.</summary>
internal static class Selection
{
    /// <summary>The value of a rank, from 0; reorders the values so that none before it is larger and none after it smaller. No value may be NaN.</summary>
    internal static double At(Span<double> values, int rank)
    {
        int left = 0, right = values.Length - 1;
        while (right - left > 16)
        {
            double pivot = MedianOfThree(values[left], values[left + ((right - left) / 2)], values[right]);
            int i = left, j = right;
            while (i <= j)
            {
                while (values[i] < pivot) i++;
                while (values[j] > pivot) j--;
                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }

            if (rank <= j) right = j;
            else if (rank >= i) left = i;
            else return values[rank];
        }

        values[left..(right + 1)].Sort();
        return values[rank];
    }

    /// <summary>The middle value, or the mean of the two middle ones; reorders the values. NaN when there are none.</summary>
    internal static double Median(Span<double> values)
    {
        if (values.IsEmpty)
        {
            return double.NaN;
        }

        int half = values.Length / 2;
        double upper = At(values, half);
        return values.Length % 2 == 1 ? upper : (At(values, half - 1) + upper) / 2;
    }

    private static double MedianOfThree(double x, double y, double z) => Math.Max(Math.Min(x, y), Math.Min(Math.Max(x, y), z));
}
