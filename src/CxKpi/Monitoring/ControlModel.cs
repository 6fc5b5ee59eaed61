namespace CxKpi.Practices;

/// <summary>Computes control limits.</summary>
internal static class ControlModel
{
    /// <summary>The mean range of two draws from a normal distribution in standard deviations: 2/sqrt(pi), and as charts of attributes round it.</summary>
    private const double RangePerDeviation = 1.1283791670955126, RoundedRangePerDeviation = 1.128;

    internal static ControlLimits Of(MonitoredFigures figures, ControlMethod? asked)
    {
        ControlMethod method = asked ?? (figures.AreShares ? ControlMethod.Laney : ControlMethod.Individuals);
        return method switch
        {
            ControlMethod.Individuals => Individuals(figures),
            ControlMethod.Binomial when !figures.AreShares =>
                throw Guard.Outside("method", "must suit the series, which is none of shares of counts", method),
            ControlMethod.Laney when !figures.AreShares && figures.Variances.Length == 0 =>
                throw Guard.Outside("method", "must suit the series, whose sampling variances are unknown", method),
            _ => BySamplingError(figures, method),
        };
    }

    /// <summary>The mean, and the standard deviation by the mean moving range; <see langword="null"/> where there are no two consecutive figures.</summary>
    internal static (double? Mean, double? HalfDeviation) Spread(ReadOnlySpan<double> values)
    {
        // Divided before they are subtracted: the largest numbers do not overflow.
        double mean = 0, halfRange = 0;
        int known = 0, pairs = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                continue;
            }

            known++;
            mean += values[i] / known - mean / known;
            if (i > 0 && !double.IsNaN(values[i - 1]))
            {
                pairs++;
                halfRange += Math.Abs(values[i] / 2 - values[i - 1] / 2) / pairs - halfRange / pairs;
            }
        }

        return (known == 0 ? null : mean, pairs == 0 ? null : halfRange / RangePerDeviation);
    }

    private static ControlLimits Individuals(MonitoredFigures figures)
    {
        (double? mean, double? half) = Spread(figures.Tested);
        return With(figures, ControlMethod.Individuals, mean, null, _ => half is { } deviation ? 6 * deviation : null);
    }

    private static ControlLimits BySamplingError(MonitoredFigures figures, ControlMethod method)
    {
        if (Centre(figures) is not { } centre)
        {
            return new() { Method = method, Points = [.. Enumerable.Range(0, figures.Shown.Length).Select(i => Point(figures, i, null, null))] };
        }

        double?[] errors = [.. Enumerable.Range(0, figures.Tested.Length).Select(i => Error(figures, i, centre))];
        double? dispersion = method == ControlMethod.Laney ? Dispersion(figures.Tested, errors, centre) : null;
        ControlMethod used = dispersion is null && figures.AreShares ? ControlMethod.Binomial : method;
        return With(figures, used, centre, dispersion, i => 3 * errors[i] * (dispersion ?? 1));
    }

    /// <summary>All hits over all observations, or the mean weighted by precision.</summary>
    private static double? Centre(MonitoredFigures figures)
    {
        // A running mean: the largest numbers do not overflow.
        double mean = 0, weights = 0;
        for (int i = 0; i < figures.Tested.Length; i++)
        {
            double weight = figures.AreShares ? figures.Sizes[i] : 1 / figures.Variances[i];
            if (figures.IsTested(i) && weight > 0 && double.IsFinite(weight))
            {
                weights += weight;
                mean += figures.Tested[i] * (weight / weights) - mean * (weight / weights);
            }
        }

        return weights == 0 ? null : Math.Clamp(mean, figures.Lowest, figures.Highest);
    }

    private static double? Error(MonitoredFigures figures, int i, double centre) => !figures.IsTested(i) ? null
        : !figures.AreShares ? figures.Variances[i] > 0 ? Math.Sqrt(figures.Variances[i]) : null
        : figures.Sizes[i] > 0 ? Math.Sqrt(centre * (1 - centre) / figures.Sizes[i]) : null;

    private static double? Dispersion(double[] values, double?[] errors, double centre)
    {
        double sum = 0;
        int pairs = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (errors[i] is > 0 and var error && errors[i - 1] is > 0 and var before)
            {
                sum += Math.Abs((values[i] - centre) / error - (values[i - 1] - centre) / before);
                pairs++;
            }
        }

        return sum > 0 ? FigureRange.Known(sum / pairs / RoundedRangePerDeviation) : null;
    }

    private static ControlLimits With(MonitoredFigures figures, ControlMethod method, double? centre, double? dispersion, Func<int, double?> away) => new()
    {
        Method = method,
        Centre = centre,
        Dispersion = dispersion,
        Points = [.. Enumerable.Range(0, figures.Shown.Length).Select(i => Point(figures, i, centre, away(i)))],
    };

    private static ControlPoint Point(MonitoredFigures figures, int i, double? centre, double? away)
    {
        // Limits of individuals are the same for a missing figure, so that they are drawn as one line.
        double? lower = centre - away, upper = centre + away;
        return new(
            i,
            figures.Period(i),
            figures.At(i),
            figures.IsTested(i) ? figures.Tested[i] : null,
            lower is { } low ? FigureRange.Known(Math.Max(figures.Lowest, low)) : null,
            upper is { } high ? FigureRange.Known(Math.Min(figures.Highest, high)) : null);
    }
}
