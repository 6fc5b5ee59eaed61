namespace CxKpi.Trends;

/// <summary>The figures as the model reads them: on its scale, and without an incomplete last period.</summary>
internal sealed class ModelInput
{
    private ModelInput(PeriodSeries series, ModelScale on, double[] response, double[] noise, double[] offset)
    {
        Series = series;
        On = on;
        Response = response;
        Noise = noise;
        Offset = offset;
    }

    internal PeriodSeries Series { get; }

    /// <summary>The scale of the responses.</summary>
    internal ModelScale On { get; }

    internal CalendarPeriod First => Series.First;

    /// <summary>The responses; NaN where one is missing.</summary>
    internal double[] Response { get; }

    /// <summary>The sampling variance of each response; empty when unknown.</summary>
    internal double[] Noise { get; }

    /// <summary>The responses of the control, which were subtracted; empty without a control.</summary>
    internal double[] Offset { get; }

    internal bool IsLogit => On == ModelScale.LogOdds;

    internal int Count => Response.Length;

    /// <summary>What the figures can be at all; those with logarithms lie above 0.</summary>
    internal FigureRange Range => On == ModelScale.Logarithm ? Series.Range with { Lowest = Math.Max(0, Series.Range.Lowest) } : Series.Range;

    /// <summary>
    /// The amount in the KPI's unit that a response of 1 stands for: a power of two, which is 1 unless the square of a figure would overflow.
    /// </summary>
    internal double Scale { get; private init; } = 1;

    /// <summary>The figures as they are, shares of counts as log odds.</summary>
    internal static ModelInput Of(PeriodSeries series) => Of(series, series.IsShare ? ModelScale.LogOdds : ModelScale.Identity);

    /// <summary>The figures on the scale that the options state, or that the figures choose.</summary>
    internal static ModelInput Of(PeriodSeries series, ModelOptions options, ReadOnlySpan<double> beside = default) =>
        Of(series, ScaleChoice.Of(series, options, beside));

    internal static ModelInput Of(PeriodSeries series, ModelScale scale) => Unscaled(series, scale).Scaled();

    /// <summary>The figures less those of a control, in the periods that both have.</summary>
    internal static ModelInput Difference(PeriodSeries series, PeriodSeries control, ModelOptions options)
    {
        if (control.Unit != series.Unit || control.IsShare != series.IsShare)
        {
            throw new ArgumentException(
                $"{nameof(options)} must have a control of the unit and kind of the series ({series.Unit}, {Kind(series)}), "
                    + $"but have one of {control.Unit}, {Kind(control)}",
                nameof(options));
        }

        ModelScale scale = ScaleChoice.Of(series, options, control.Complete);
        ModelInput own = Unscaled(series, scale), other = Unscaled(control, scale);
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

        return new ModelInput(series, scale, response, noise, offset).Scaled();

        static string Kind(PeriodSeries one) => one.IsShare ? "shares of counts" : "figures";
    }

    /// <summary>Converts from the model's scale to the KPI's unit.</summary>
    internal double Back(double response) => On switch
    {
        ModelScale.LogOdds => ShareScale.Share(response),
        ModelScale.Logarithm => FigureRange.Known(Math.Exp(response)),
        ModelScale.Identity or ModelScale.Chosen => FigureRange.Known(response * Scale),
    };

    /// <summary>A response with limits a reach away, converted to the KPI's unit and kept to what its figures can be.</summary>
    internal (double Value, double Lower, double Upper) Within(double response, double reach) => On switch
    {
        ModelScale.LogOdds => (Back(response), Back(response - reach), Back(response + reach)),
        ModelScale.Logarithm => Range.OfLogarithms(response, response - reach, response + reach),
        ModelScale.Identity or ModelScale.Chosen => Range.Around(Back(response), Back(reach)),
    };

    /// <summary>How far limits lie below and above a mean of figures: straight and cut off where the scale is not that of the figures.</summary>
    internal (double Below, double Above) Reaches(double mean, double reach)
    {
        double inside = Range.Clamp(mean);
        return On == ModelScale.Identity ? Range.Reaches(inside, reach) : (Math.Min(reach, inside - Range.Lowest), Math.Min(reach, Range.Highest - inside));
    }

    /// <summary>
    /// A step in the KPI's unit: for shares, the combined share of all its periods less what it would have been without the step; for logarithms, the mean.
    /// </summary>
    internal double StepInUnit(ReadOnlySpan<int> under, double step)
    {
        if (On == ModelScale.Logarithm)
        {
            double sum = 0;
            foreach (int t in under)
            {
                sum += Series.Figures[t] * -Math.Exp(-step) + Series.Figures[t];
            }

            return FigureRange.Known(sum / under.Length);
        }

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

    /// <summary>The derivative of the KPI's unit with respect to the model's scale, without <see cref="Scale"/>.</summary>
    internal double Slope(double response) => On switch
    {
        ModelScale.LogOdds => Back(response) * Back(-response),
        ModelScale.Logarithm => Back(response),
        ModelScale.Identity or ModelScale.Chosen => 1,
    };

    private static ModelInput Unscaled(PeriodSeries series, ModelScale scale)
    {
        int count = series.CompleteCount;
        ReadOnlySpan<double> variances = series.IsShare ? ShareVariances.Pooled(series) : series.Variances;
        double[] response = series.Figures[..count].ToArray(), noise = variances.IsEmpty ? [] : variances[..count].ToArray();
        for (int t = 0; scale == ModelScale.LogOdds && t < count; t++)
        {
            response[t] = ShareScale.LogOddsOfShare(response[t], series.Sizes[t]);
            noise[t] = ShareScale.LogOddsVariance(noise[t], series.Sizes[t]);
        }

        for (int t = 0; scale == ModelScale.Logarithm && t < count; t++)
        {
            if (noise.Length > 0)
            {
                noise[t] = noise[t] / response[t] / response[t];
            }

            response[t] = Math.Log(response[t]);
        }

        return new(series, scale, response, noise, []);
    }

    private ModelInput Scaled()
    {
        const int Far = 300;
        double largest = Response.Where(x => !double.IsNaN(x)).Select(Math.Abs).DefaultIfEmpty(0).Max();
        int exponent = PowerOfTwo.Of(largest);
        if (exponent is > -Far and < Far)
        {
            return new(Series, On, Response, [.. Noise.Select(x => SamplingVariance.Beside(x, largest))], Offset);
        }

        return new(
            Series,
            On,
            [.. Response.Select(Down)],
            [.. Noise.Select(x => SamplingVariance.Beside(Down(Down(x)), Down(largest)))],
            [.. Offset.Select(Down)])
        {
            Scale = Math.ScaleB(1, exponent),
        };

        double Down(double x) => Math.ScaleB(x, -exponent);
    }
}
