namespace CxKpi.Trends;

/// <summary>The figures as the model reads them: on the scale of log odds for shares of counts, the last, incomplete period left out.</summary>
internal sealed class ModelInput
{
    private ModelInput(PeriodSeries series, CalendarPeriod first, double[] response, double[] noise, double[] offset)
    {
        Series = series;
        First = first;
        Response = response;
        Noise = noise;
        Offset = offset;
    }

    internal PeriodSeries Series { get; }

    internal CalendarPeriod First { get; }

    /// <summary>NaN where missing.</summary>
    internal double[] Response { get; }

    /// <summary>The sampling variance of each response; empty when not known.</summary>
    internal double[] Noise { get; }

    /// <summary>The control's response, which was taken off; empty without a control.</summary>
    internal double[] Offset { get; }

    internal bool IsLogit => Series.IsShare;

    internal int Count => Response.Length;

    /// <summary>What a response of 1 stands for in the KPI's unit: a power of two, 1 unless the square of a figure would leave the range of numbers.</summary>
    internal double Scale { get; private init; } = 1;

    internal static ModelInput Of(PeriodSeries series) => Unscaled(series).Scaled();

    /// <summary>The figures less those of a control, in the periods that both have.</summary>
    internal static ModelInput Difference(PeriodSeries series, PeriodSeries control)
    {
        if (control.Unit != series.Unit || control.IsShare != series.IsShare)
        {
            throw new ArgumentException(
                $"{nameof(control)} must be of the same unit and kind as the series ({series.Unit}, {Kind(series)}), but is of {control.Unit}, {Kind(control)}",
                nameof(control));
        }

        ModelInput own = Unscaled(series), other = Unscaled(control);
        int shift = own.Count == 0 || other.Count == 0 ? 0 : PeriodCount.Between(other.First, own.First);
        double[] response = new double[own.Count], offset = new double[own.Count];
        double[] noise = own.Noise.Length == 0 || other.Noise.Length == 0 ? [] : new double[own.Count];
        for (int t = 0; t < own.Count; t++)
        {
            int there = t + shift;
            offset[t] = there >= 0 && there < other.Count ? other.Response[there] : double.NaN;
            response[t] = own.Response[t] - offset[t];
            if (noise.Length > 0)
            {
                noise[t] = double.IsNaN(response[t]) ? double.NaN : own.Noise[t] + other.Noise[there];
            }
        }

        return new ModelInput(series, own.First, response, noise, offset).Scaled();

        static string Kind(PeriodSeries one) => one.IsShare ? "shares of counts" : "figures";
    }

    /// <summary>From the model's scale to the KPI's unit.</summary>
    internal double Back(double response) => IsLogit ? ShareScale.Share(response) : response * Scale;

    /// <summary>A step in the KPI's unit: for shares, that of all its periods combined less what it would have been without the step.</summary>
    internal double StepInUnit(ReadOnlySpan<int> under, double step)
    {
        if (!IsLogit)
        {
            return step;
        }

        double hits = 0, misses = 0;
        foreach (int t in under)
        {
            hits += Series.Figures[t] * Series.Sizes[t];
            misses += (1 - Series.Figures[t]) * Series.Sizes[t];
        }

        double odds = ShareScale.LogOdds(hits, misses);
        return Back(odds) - Back(odds - step);
    }

    /// <summary>How the KPI's unit moves with the model's scale, <see cref="Scale"/> left out.</summary>
    internal double Slope(double response) => IsLogit ? Back(response) * Back(-response) : 1;

    private static ModelInput Unscaled(PeriodSeries series)
    {
        int count = series.Count - (series.IsLastIncomplete ? 1 : 0);
        ReadOnlySpan<double> variances = series.IsShare ? ShareVariances.Pooled(series) : series.Variances;
        double[] response = series.Figures[..count].ToArray(), noise = variances.IsEmpty ? [] : variances[..count].ToArray();
        for (int t = 0; series.IsShare && t < count; t++)
        {
            response[t] = ShareScale.LogOddsOfShare(response[t], series.Sizes[t]);
            noise[t] = ShareScale.LogOddsVariance(noise[t], series.Sizes[t]);
        }

        return new(series, series.First, response, noise, []);
    }

    private ModelInput Scaled()
    {
        const int Far = 300;
        double largest = Response.Where(x => !double.IsNaN(x)).Select(Math.Abs).DefaultIfEmpty(0).Max();
        int exponent = largest == 0 ? 0 : Math.ILogB(largest);
        if (exponent is > -Far and < Far)
        {
            return this;
        }

        return new(Series, First, [.. Response.Select(Down)], [.. Noise.Select(x => Down(Down(x)))], [.. Offset.Select(Down)]) { Scale = Math.ScaleB(1, exponent) };

        double Down(double x) => Math.ScaleB(x, -exponent);
    }
}
