namespace CxKpi.Trends;

/// <summary>The settings for the estimate of an effect at a known date.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record EffectOptions
{
    /// <summary>The settings of the model besides the effect; the smallest change that matters is one of level.</summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ModelOptions Model
    {
        get;
        init => field = Guard.NotNull(value, nameof(Model));
    }
    = new();

    /// <summary>Whether the model has a trend beside the step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a named value.</exception>
    public TrendTerm Trend
    {
        get;
        init => field = Guard.Defined(value, nameof(Trend));
    }

    /// <summary>
    /// A control: a series that the effect did not touch and that is otherwise exposed to the same influences, such as another country's. The effect is then a
    /// difference of differences. <see cref="KpiSeries{TKpi}.ToPeriodSeries"/> turns a KPI series into a control. It is <see langword="null"/> for none.
    /// </summary>
    public PeriodSeries? Control { get; init; }

    /// <summary>The options as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => $"{Model}, trend {Trend}{(Control is null ? "" : ", with a control")}";
}
