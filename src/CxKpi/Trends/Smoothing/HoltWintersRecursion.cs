using CxKpi.Trends;

namespace CxKpi;

/// <summary>The recursion of Holt and Winters over a series, from given start values.</summary>
internal readonly ref struct HoltWintersRecursion
{
    private readonly ReadOnlySpan<double> values;
    private readonly HoltWintersSeason season;
    private readonly bool trend;
    private readonly int start;

    /// <param name="values">The series.</param>
    /// <param name="start">The position of the first figure that is predicted.</param>
    /// <param name="season">Whether seasons add or multiply.</param>
    /// <param name="trend">Whether there is a slope.</param>
    internal HoltWintersRecursion(ReadOnlySpan<double> values, int start, HoltWintersSeason season, bool trend)
    {
        this.values = values;
        this.start = start;
        this.season = season;
        this.trend = trend;
    }

    /// <summary>Runs to the end of the series.</summary>
    /// <param name="alpha">The weight of the level.</param>
    /// <param name="beta">The weight of the slope.</param>
    /// <param name="gamma">The weight of the season.</param>
    /// <param name="level">The level before the first prediction; afterwards the last.</param>
    /// <param name="slope">The slope, likewise.</param>
    /// <param name="seasons">The seasons from the first prediction's on; afterwards from the next period's on.</param>
    /// <param name="fitted">Receives the predictions one step ahead; may be empty.</param>
    /// <returns>The sum of squared errors.</returns>
    internal double Run(double alpha, double beta, double gamma, ref double level, ref double slope, Span<double> seasons, Span<double> fitted)
    {
        double squares = 0;
        int place = 0;
        for (int t = start; t < values.Length; t++)
        {
            double ahead = trend ? level + slope : level;
            double figure = values[t];
            double predicted, next;
            switch (season)
            {
                case HoltWintersSeason.Additive:
                    predicted = ahead + seasons[place];
                    next = alpha * (figure - seasons[place]) + (1 - alpha) * ahead;
                    seasons[place] = gamma * (figure - next) + (1 - gamma) * seasons[place];
                    break;
                case HoltWintersSeason.Multiplicative:
                    predicted = ahead * seasons[place];
                    next = alpha * (figure / seasons[place]) + (1 - alpha) * ahead;
                    seasons[place] = gamma * (figure / next) + (1 - gamma) * seasons[place];
                    break;
                default:
                    predicted = ahead;
                    next = alpha * figure + (1 - alpha) * ahead;
                    break;
            }

            squares += (figure - predicted) * (figure - predicted);
            if (!fitted.IsEmpty)
            {
                fitted[t - start] = predicted;
            }

            slope = beta * (next - level) + (1 - beta) * slope;
            level = next;
            place = place + 1 >= seasons.Length ? 0 : place + 1;
        }

        Rotate(seasons, place);
        return squares;
    }

    private static void Rotate(Span<double> seasons, int by)
    {
        seasons[..by].Reverse();
        seasons[by..].Reverse();
        seasons.Reverse();
    }
}
