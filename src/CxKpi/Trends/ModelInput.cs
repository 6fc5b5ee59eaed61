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

    internal static ModelInput Of(PeriodSeries series)
    {
        int count = series.Count - (series.IsLastIncomplete ? 1 : 0);
        double[] response = series.Figures[..count].ToArray();
        if (!series.IsShare)
        {
            return new(series, series.First, response, series.Variances.IsEmpty ? [] : series.Variances[..count].ToArray(), []);
        }

        double[] noise = new double[count];
        Dictionary<Season, (double Hits, double Size)> seasons = [];
        for (int t = 0; t < count; t++)
        {
            if (!double.IsNaN(response[t]))
            {
                Season season = Season.Of(series.First.Plus(t));
                (double hits, double size) = seasons.GetValueOrDefault(season);
                seasons[season] = (hits + (response[t] * series.Sizes[t]), size + series.Sizes[t]);
            }
        }

        for (int t = 0; t < count; t++)
        {
            // A period's own share would tie the weight to the response; its season's stands for it.
            double size = series.Sizes[t];
            (double hits, double all) = seasons.GetValueOrDefault(Season.Of(series.First.Plus(t)));
            double pooled = (hits + 0.5) / (all + 1);
            noise[t] = 1 / (size * pooled * (1 - pooled));
            response[t] = Math.Log(((response[t] * size) + 0.5) / (((1 - response[t]) * size) + 0.5));
        }

        return new(series, series.First, response, noise, []);
    }

    /// <summary>The figures less those of a control, in the periods that both have.</summary>
    internal static ModelInput Difference(PeriodSeries series, PeriodSeries control)
    {
        if (control.Unit != series.Unit || control.IsShare != series.IsShare)
        {
            throw new ArgumentException(
                $"{nameof(control)} must be of the same unit and kind as the series ({series.Unit}, {Kind(series)}), but is of {control.Unit}, {Kind(control)}",
                nameof(control));
        }

        ModelInput own = Of(series), other = Of(control);
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

        return new(series, own.First, response, noise, offset);

        static string Kind(PeriodSeries one) => one.IsShare ? "shares of counts" : "figures";
    }

    /// <summary>From the model's scale to the KPI's unit.</summary>
    internal double Back(double response) => IsLogit ? 1 / (1 + Math.Exp(-response)) : response;

    /// <summary>A step in the KPI's unit: for shares, that of all its periods combined less what it would have been without the step.</summary>
    internal double StepInUnit(ReadOnlySpan<int> under, double step)
    {
        if (!IsLogit) return step;

        double hits = 0.5, misses = 0.5;
        foreach (int t in under)
        {
            hits += Series.Figures[t] * Series.Sizes[t];
            misses += (1 - Series.Figures[t]) * Series.Sizes[t];
        }

        double odds = Math.Log(hits / misses);
        return Back(odds) - Back(odds - step);
    }

    /// <summary>How the KPI's unit moves with the model's scale.</summary>
    internal double Slope(double response) => IsLogit ? Back(response) * Back(-response) : 1;
}
