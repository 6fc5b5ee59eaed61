namespace CxKpi;

/// <summary>Order statistics by partitioning: the place of one value is found without sorting the others. No value may be NaN.</summary>
internal static unsafe class Selection
{
    /// <summary>The value of a rank, from 0; reorders the values so that none before it is larger and none after it smaller.</summary>
    internal static double At(Span<double> values, int rank)
    {
        fixed (double* first = values)
        {
            Partition(first, values.Length - 1, rank);
        }

        return values[rank];
    }

    /// <summary>The two middle values, which are one where the count is odd; reorders the values.</summary>
    internal static (double Lower, double Upper) Middle(Span<double> values)
    {
        int half = values.Length / 2;
        double upper = At(values, half);
        if (values.Length % 2 == 1) return (upper, upper);

        double lower = values[0];
        foreach (double value in values[1..half])
        {
            lower = Math.Max(lower, value);
        }

        return (lower, upper);
    }

    /// <summary>The middle value, or the mean of the two middle ones; reorders the values. NaN when there are none.</summary>
    internal static double Median(Span<double> values)
    {
        if (values.IsEmpty) return double.NaN;

        (double lower, double upper) = Middle(values);
        return values.Length % 2 == 1 ? upper : (lower + upper) / 2;
    }

    // Pointers, because every comparison here is one that the processor guesses wrong half the time: a bounds check comes on top.
    private static void Partition(double* values, int right, int rank)
    {
        int left = 0;
        while (left < right)
        {
            double pivot = MedianOfThree(values[left], values[rank], values[right]);
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
            else return;
        }
    }

    private static double MedianOfThree(double x, double y, double z) => Math.Max(Math.Min(x, y), Math.Min(Math.Max(x, y), z));
}
