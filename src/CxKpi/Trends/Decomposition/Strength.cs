namespace CxKpi;

/// <summary>The share of the variance of a component and the remainder together that the component explains.</summary>
internal static class Strength
{
    /// <summary>The strength, in [0, 1]; null when nothing varies. Places where the remainder is NaN, or whose weight is 0, do not count.</summary>
    internal static double? Of(ReadOnlySpan<double> component, ReadOnlySpan<double> remainder, ReadOnlySpan<double> weights)
    {
        double left = Variance([], remainder, weights), both = Variance(component, remainder, weights);
        return both > 0 ? Math.Max(0, 1 - left / both) : null;
    }

    private static double Variance(ReadOnlySpan<double> component, ReadOnlySpan<double> remainder, ReadOnlySpan<double> weights)
    {
        double mean = 0, squares = 0;
        int count = 0;
        for (int i = 0; i < remainder.Length; i++)
        {
            if (double.IsNaN(remainder[i]) || (!weights.IsEmpty && weights[i] == 0))
            {
                continue;
            }

            double value = remainder[i] + (component.IsEmpty ? 0 : component[i]);
            count++;
            double step = value - mean;
            mean += step / count;
            squares += step * (value - mean);
        }

        return squares / (count - 1);
    }
}
