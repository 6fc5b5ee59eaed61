namespace CxKpi.Trends;

/// <content>Years of equal length.</content>
public sealed partial class PeriodSeries
{
    /// <summary>The place of each period in a row of years of 52 weeks, or of 365 days: week 53 and 29 February share the place of the period before.</summary>
    internal int[] PlacesInYears()
    {
        int[] places = new int[Count];
        for (int i = 1; i < places.Length; i++)
        {
            places[i] = places[i - 1] + (OddPeriod.Is(First.Plus(i)) ? 0 : 1);
        }

        return places;
    }

    /// <summary>The series with the figures of odd periods moved into the period before: weighted by their sizes, equally when those are unknown.</summary>
    /// <remarks>A series of records combines the records instead, which is exact for ratios too.</remarks>
    internal PeriodSeries WithoutOddPeriods()
    {
        double[] values = [.. figures], squares = [.. variances], counts = [.. sizes];
        for (int i = 1; i < Count; i++)
        {
            if (!OddPeriod.Is(First.Plus(i)) || double.IsNaN(values[i]))
            {
                continue;
            }

            bool alone = double.IsNaN(values[i - 1]);
            double share = alone ? 1 : sizes.Length == 0 ? 0.5 : sizes[i] / (sizes[i - 1] + sizes[i]);
            values[i - 1] = alone ? values[i] : values[i - 1] + share * (values[i] - values[i - 1]);
            values[i] = double.NaN;
            if (squares.Length > 0)
            {
                squares[i - 1] = (alone ? 0 : (1 - share) * (1 - share) * squares[i - 1]) + share * share * squares[i];
                squares[i] = double.NaN;
            }

            if (counts.Length > 0)
            {
                counts[i - 1] += counts[i];
                counts[i] = 0;
            }
        }

        return new(First, values, squares, counts) { IsShare = IsShare, Direction = Direction, IsLastIncomplete = IsLastIncomplete };
    }
}
