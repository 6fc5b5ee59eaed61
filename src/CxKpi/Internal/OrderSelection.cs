namespace CxKpi;

/// <summary>Order statistics without sorting.</summary>
internal static unsafe class OrderSelection
{
    /// <summary>The two middle order statistics, which are one where the count is odd. The values are reordered.</summary>
    internal static (double Lower, double Upper) Middle(double* values, int count)
    {
        double upper = Select(values, count, count / 2);
        if ((count & 1) == 1) return (upper, upper);

        double lower = values[0];
        for (int i = 1; i < count / 2; i++)
        {
            lower = Math.Max(lower, values[i]);
        }

        return (lower, upper);
    }

    /// <summary>Puts the value of a rank, from 0, into its place: none before it is larger, none after it smaller.</summary>
    internal static double Select(double* values, int count, int rank)
    {
        int left = 0, right = count - 1;
        while (left < right)
        {
            double pivot = Pivot(values, left, right, rank);
            int i = left, j = right;
            while (i <= j)
            {
                while (values[i] < pivot)
                {
                    i++;
                }

                while (values[j] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }

            if (rank <= j)
            {
                right = j;
            }
            else if (rank >= i)
            {
                left = i;
            }
            else
            {
                break;
            }
        }

        return values[rank];
    }

    private static double Pivot(double* values, int left, int right, int rank)
    {
        double a = values[left], b = values[rank], c = values[right];
        return Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
    }
}
