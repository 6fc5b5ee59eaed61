using CxKpi.Trends;

namespace CxKpi.Practices;

/// <summary>What drives an outcome such as overall satisfaction: how much of its variance each of several figures explains.</summary>
/// <remarks>
/// <code>
/// R²(S)         = share of the outcome's variance that a linear regression on the drivers in S explains
/// importance(j) = Σ over subsets S without j of |S|!(k - 1 - |S|)!/k! · (R²(S and j) - R²(S))      (Shapley value)
/// share(j)      = importance(j) / R²(all)
/// </code>
/// <para>
/// Answers of one questionnaire go together, so coefficients of a regression move from sample to sample and even turn their sign. The importance is the
/// average of what a driver adds over all orders of entry: never negative, and together the R² of all. Its sign is told apart, by the correlation.
/// </para>
/// <para>
/// The limits are percentiles over rows drawn anew with a fixed seed. An importance is never negative, so limits above 0 prove nothing by themselves:
/// <see cref="PValue"/> tests all drivers together, and a driver of random figures shows what chance gives. Rows with any figure missing are left out.
/// Importance describes these answers; it does not prove that improving a driver raises the outcome.
/// </para>
/// Sources: R. H. Lindeman, P. F. Merenda and R. Z. Gold, Introduction to Bivariate and Multivariate Analysis, 1980; U. Grömping, "Relative importance for
/// linear regression in R: the package relaimpo", 2006; J. W. Johnson, "A heuristic method for estimating the relative weight of predictor variables", 2000.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial record DriverAnalysis : ILocalizedFace
{
    internal DriverAnalysis()
    {
    }

    /// <summary>The reason why nothing can be said; <see langword="null"/> when there is a result.</summary>
    public Notice? Refusal { get; internal init; }

    /// <summary>Warnings that a reader should know before using the result.</summary>
    public IReadOnlyList<Notice> Warnings { get; internal init => field = ValueList.Of(value); } = ValueList<Notice>.Empty;

    /// <summary>The drivers, in the order given.</summary>
    public IReadOnlyList<Driver> Drivers { get; internal init => field = ValueList.Of(value); } = ValueList<Driver>.Empty;

    /// <summary>The method by which the R² is divided.</summary>
    public DriverMethod Method { get; internal init; }

    /// <summary>The share of the outcome's variance that all drivers explain together, in [0, 1]; <see langword="null"/> when refused.</summary>
    public double? RSquared { get; internal init; }

    /// <summary>
    /// The p-value of the statement that no driver is related to the outcome (F test); <see langword="null"/> when the number of rows is unknown.
    /// </summary>
    public double? PValue { get; internal init; }

    /// <summary>The number of rows; <see langword="null"/> when only correlations are known.</summary>
    public long? N { get; internal init; }

    /// <summary>The number of rows that were left out because a figure is missing.</summary>
    public long Missing { get; internal init; }

    /// <summary>The confidence level of the shares' limits.</summary>
    public double Confidence { get; internal init; }

    /// <summary>The number of resamples on which the limits rest.</summary>
    public int Resamples { get; internal init; }

    /// <summary>The drivers with the most important first.</summary>
    public IReadOnlyList<Driver> MostImportantFirst() => [.. Drivers.OrderByDescending(driver => driver.Importance)];

    /// <summary>The drivers as text, one line each with the most important first, in English.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The drivers as text, one line each with the most important first.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        return Refusal is { } refusal
            ? TerminalText.Clean(refusal.In(language))
            : string.Join(Environment.NewLine, [Summary(words), .. MostImportantFirst().Select(driver => driver.ToString(language))]);
    }

    /// <summary>An HTML table of the drivers, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the drivers, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => Table(words).ToHtml();

    internal NotebookTable Table(Phrases words)
    {
        NotebookTable table = new(words.DriversCaption, words.DriverLabel, words.ShareOfImportanceLabel, words.IntervalAt(Confidence), words.SignLabel);
        foreach (Driver driver in MostImportantFirst())
        {
            table.Row(
                TableLabel.Of(driver.Name),
                driver.ShareIn(words),
                driver.ShareLower is { } lower && driver.ShareUpper is { } upper ? words.Between(words.Percent(lower), words.Percent(upper)) : "",
                driver.SignIn(words));
        }

        table.Note(Refusal is { } refusal ? refusal.In(words.Language) : Summary(words));
        foreach (Notice warning in Warnings)
        {
            table.Note(warning.In(words.Language));
        }

        return table.Note(words.CorrelationIsNoCause);
    }

    private string Summary(Phrases words)
    {
        string rows = N is { } n ? $", n = {words.Count(n)}, {words.P(PValue)}" : "";
        return $"R\u00B2 = {words.Coefficient(RSquared)} ({Method.In(words)}{rows})";
    }
}
