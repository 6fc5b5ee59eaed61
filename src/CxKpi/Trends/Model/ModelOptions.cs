namespace CxKpi.Trends;

/// <summary>The settings of the seasonal model, and the confidence of its verdicts.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ModelOptions
{
    /// <summary>The confidence level of intervals and verdicts, between 0 and 1, both excluded; 0.95 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value does not lie between 0 and 1.</exception>
    public double Confidence
    {
        get;
        init => field = Guard.Confidence(value, nameof(Confidence));
    }
    = 0.95;

    /// <summary>
    /// The smallest change that matters, in the KPI's unit (per year for a trend); <see langword="null"/> when there is none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than zero, or not finite.</exception>
    public double? SmallestChangeThatMatters
    {
        get;
        init => field = value is { } given ? Guard.Finite(Guard.Positive(given, nameof(SmallestChangeThatMatters)), nameof(SmallestChangeThatMatters)) : null;
    }

    /// <summary>Calendar effects that the season does not contain; none by default.</summary>
    /// <exception cref="ArgumentNullException">The value or one of its elements is <see langword="null"/>.</exception>
    public IReadOnlyList<Regressor> Regressors
    {
        get;
        init =>
            field = ValueList.Of(Guard.NotNull(value, nameof(Regressors))
                .Select((regressor, i) => Guard.NotNull(regressor, FormattableString.Invariant($"{nameof(Regressors)}[{i}]"))));
    }
    = ValueList<Regressor>.Empty;

    /// <summary>
    /// Whether the series may have a season; <see langword="false"/> states that it has none, so that the model does not need two cycles to learn it and
    /// gives verdicts from nine periods on.
    /// </summary>
    public bool IsSeasonal { get; init; } = true;

    /// <summary>The scale of the model; chosen by the figures by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a named value.</exception>
    public ModelScale Scale
    {
        get;
        init => field = Guard.Defined(value, nameof(Scale));
    }

    /// <summary>
    /// The number of sine waves that describe the course of the year in weekly and daily series, 1 to 12;
    /// <see langword="null"/> for 3 with weeks and 2 with days.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value does not lie between 1 and 12.</exception>
    public int? Harmonics
    {
        get;
        init => field = value is { } given ? Guard.InRange(given, 1, 12, nameof(Harmonics)) : null;
    }

    /// <summary>The options as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Confidence * 100:0.##}%{Smallest}{Stated}{(Regressors.Count == 0 ? "" : ", with " + string.Join(", ", Regressors))}");

    private string Stated => (IsSeasonal ? "" : ", no season") + (Scale == ModelScale.Chosen ? "" : ", " + Scale.In(Phrases.English));

    private string Smallest => SmallestChangeThatMatters is { } least
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $", smallest change that matters {KpiText.Short(least)}")
        : "";
}
