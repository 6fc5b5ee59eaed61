namespace CxKpi;

/// <summary>Order statistics by partitioning: the place of one value is found without sorting the others. No value may be NaN.</summary>
internal static unsafe class Selection
{
    // From this count a sample pays.
    private const int Many = 20_000;
    private const int Sample = 2001;

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
        int half = values.Length / 2, below = 0;
        Span<double> inside = values.Length < Many ? values : Narrow(values, out below);
        if (below >= half || half - below >= inside.Length)
        {
            inside = values;
            below = 0;
        }


        double upper = At(inside, half - below);
        if (values.Length % 2 == 1)
        {
            return (upper, upper);
        }

        double lower = inside[0];
        foreach (double value in inside[1..(half - below)])
        {
            lower = Math.Max(lower, value);
        }

        return (lower, upper);
    }

    /// <summary>
    /// Puts the values between two bounds first, which a sample says to lie closely around the middle, and counts those below.
    /// The middle may lie elsewhere after all.
    /// </summary>
    /// <remarks>Source: R. Floyd, R. Rivest, <em>Expected time bounds for selection</em>, Communications of the ACM 18 (1975), 165–172.</remarks>
    private static Span<double> Narrow(Span<double> values, out int below)
    {
        double* sample = stackalloc double[Sample];
        int step = values.Length / Sample;
        for (int i = 0; i < Sample; i++)
        {
            sample[i] = values[i * step];
        }

        // Four standard errors of the sample's median on either side.
        int margin = (int)(2 * Math.Sqrt(Sample));
        new Span<double>(sample, Sample).Sort();
        double low = sample[Sample / 2 - margin], high = sample[Sample / 2 + margin];
        int less = 0, found = 0;
        fixed (double* first = values)
        {
            // Nothing here depends on a guess of the processor's.
            for (int i = 0; i < values.Length; i++)
            {
                double value = first[i];
                first[i] = first[found];
                first[found] = value;
                less += value < low ? 1 : 0;
                found += (value >= low) & (value <= high) ? 1 : 0;
            }
        }

        below = less;
        return values[..found];
    }

    /// <summary>The middle value, or the mean of the two middle ones; reorders the values. NaN when there are none.</summary>
    internal static double Median(Span<double> values)
    {
        if (values.IsEmpty)
        {
            return double.NaN;
        }

        (double lower, double upper) = Middle(values);
        double sum = lower + upper;
        return values.Length % 2 == 1 ? upper : double.IsInfinity(sum) ? lower / 2 + upper / 2 : sum / 2;
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
                return;
            }
        }
    }

    private static double MedianOfThree(double x, double y, double z) => Math.Max(Math.Min(x, y), Math.Min(Math.Max(x, y), z));
}
