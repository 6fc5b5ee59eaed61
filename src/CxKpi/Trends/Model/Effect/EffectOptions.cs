namespace CxKpi.Trends;

/// <summary>How an effect at a known date is estimated.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record EffectOptions
{
    /// <summary>What the model holds besides the effect; the smallest change that matters is one of level.</summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ModelOptions Model
    {
        get;
        init => field = Guard.NotNull(value, nameof(Model));
    }
    = new();

    /// <summary>Whether a trend stands beside the step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a named one.</exception>
    public TrendTerm Trend
    {
        get;
        init => field = Guard.Defined(value, nameof(Trend));
    }

    /// <summary>
    /// A series that the effect did not touch and that shares all else, such as another country's: the effect is then a difference of differences.
    /// A KPI series turns into one by <see cref="KpiSeries{TKpi}.ToPeriodSeries"/>.
    /// </summary>
    public PeriodSeries? Control { get; init; }

    /// <summary>The options as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => $"{Model}, trend {Trend}{(Control is null ? "" : ", with a control")}";
}
