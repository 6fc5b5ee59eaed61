namespace CxKpi.Practices;

/// <summary>Computes running averages and sums of deviations.</summary>
internal static class RunningModel
{
    /// <summary>The centre and the standard deviation of the first complete figures; <see langword="null"/> where they do not tell.</summary>
    internal static (double? Centre, double? Deviation) Baseline(MonitoredFigures figures, int baseline)
    {
        Guard.InRange(baseline, 2, Math.Max(2, figures.Shown.Length));
        (double? centre, double? half) = ControlModel.Spread(figures.Tested.AsSpan(0, Math.Min(baseline, figures.Tested.Length)));
        return half is { } deviation and > 0 ? (centre, FigureRange.Known(2 * deviation)) : (null, null);
    }

    internal static Ewma Average(MonitoredFigures figures, double? centre, double? deviation, double weight, double width)
    {
        _ = weight is > 0 and <= 1 ? weight : throw Guard.Outside(nameof(weight), "must be greater than 0 and at most 1", weight);
        Guard.Finite(Guard.Positive(width), nameof(width));
        ControlPoint[] points = new ControlPoint[figures.Shown.Length];
        double? average = centre;
        double forgotten = 1;
        for (int i = 0; i < points.Length; i++)
        {
            double? reach = null;
            if (figures.IsTested(i) && centre is not null)
            {
                average = weight * figures.Tested[i] + (1 - weight) * average;
                forgotten *= (1 - weight) * (1 - weight);
                reach = width * deviation * Math.Sqrt(weight / (2 - weight) * (1 - forgotten));
            }

            points[i] = new(i, figures.Period(i), figures.At(i), reach is null ? null : average, Known(centre - reach), Known(centre + reach));
        }

        return new() { Centre = centre, Deviation = deviation, Weight = weight, Width = width, Points = points };

        static double? Known(double? limit) => limit is { } figure ? FigureRange.Known(figure) : null;
    }

    internal static Cusum Sums(MonitoredFigures figures, double? centre, double? deviation, double allowance, double limit)
    {
        Guard.Finite(Guard.NotNegative(allowance), nameof(allowance));
        Guard.Finite(Guard.Positive(limit), nameof(limit));
        CusumPoint[] points = new CusumPoint[figures.Shown.Length];
        double? up = centre is null ? null : 0, down = up;
        for (int i = 0; i < points.Length; i++)
        {
            if (figures.IsTested(i) && centre is { } middle && deviation is { } scale)
            {
                double z = FigureRange.Known((figures.Tested[i] - middle) / scale);
                (up, down) = (FigureRange.Known(Math.Max(0, up!.Value + z - allowance)), FigureRange.Known(Math.Max(0, down!.Value - z - allowance)));
            }

            points[i] = new(i, figures.Period(i), figures.At(i), up, down, limit);
        }

        return new() { Centre = centre, Deviation = deviation, Allowance = allowance, Limit = limit, Points = points };
    }
}
