namespace CxKpi.Practices;

/// <summary>What one driver explains of an outcome.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record Driver
{
    internal Driver(string name) => Name = name;

    /// <summary>The name of the driver.</summary>
    public string Name { get; }

    /// <summary>The part of the outcome's variance that is credited to the driver; not negative, and over all drivers their R².</summary>
    public double Importance { get; internal init; }

    /// <summary>The importance as a share of that of all drivers, in [0, 1]; <see langword="null"/> when nothing is explained at all.</summary>
    public double? Share { get; internal init; }

    /// <summary>The lower limit of the share; <see langword="null"/> when it is not known.</summary>
    public double? ShareLower { get; internal init; }

    /// <summary>The upper limit of the share; <see langword="null"/> when it is not known.</summary>
    public double? ShareUpper { get; internal init; }

    /// <summary>
    /// The correlation of the driver with the outcome. Importance has no sign; this one tells whether the outcome rises or falls with the driver.
    /// </summary>
    public double Correlation { get; internal init; }

    /// <summary>The coefficient in the regression on all drivers, all in standard deviations. Where drivers are alike its sign may surprise.</summary>
    public double StandardizedBeta { get; internal init; }

    /// <summary>What the driver explains alone: its squared correlation with the outcome.</summary>
    public double First { get; internal init; }

    /// <summary>What the driver adds to all others.</summary>
    public double Last { get; internal init; }

    /// <summary>The coefficient times the correlation (Pratt 1987); negative where other drivers suppress this one.</summary>
    public double Pratt { get; internal init; }

    /// <summary>The factor by which the other drivers widen the coefficient's variance (VIF): 1 where it resembles none, above 10 where they repeat
    /// it.</summary>
    public double VarianceInflation { get; internal init; }

    /// <summary>The driver with its share and the sign of its correlation, in English.</summary>
    /// <returns>Text for display, such as <c>Speed 60.9% [44.1%, 77.0%], rises with the outcome</c>.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The driver with its share and the sign of its correlation.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        string limits = ShareLower is { } lower && ShareUpper is { } upper ? $" [{words.Percent(lower)}, {words.Percent(upper)}]" : "";
        return TerminalText.Clean($"{Name} {ShareIn(words)}{limits}, {SignIn(words)}");
    }

    internal string ShareIn(Phrases words) => Share is { } share ? words.Percent(share) : words.Undefined;

    internal string SignIn(Phrases words) => Correlation switch
    {
        > 0 => words.RisesWithOutcome,
        < 0 => words.FallsWithOutcome,
        _ => words.UnrelatedToOutcome,
    };
}
