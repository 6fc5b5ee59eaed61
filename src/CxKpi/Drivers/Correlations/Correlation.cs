using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>How far two figures of the same rows move together, with limits, a p-value and the number of pairs.</summary>
/// <remarks>
/// <code>
/// Pearson  r   = Σ(x - x̄)(y - ȳ) / sqrt(Σ(x - x̄)² · Σ(y - ȳ)²)
/// Spearman rho = r of the ranks, equal figures in the middle of theirs
/// Kendall  tau = (pairs that agree - pairs that disagree) / sqrt((pairs - ties in x)(pairs - ties in y))
/// limits       = tanh(artanh r ± z · standard error), see CorrelationLimits
/// </code>
/// <para>
/// The value lies in [-1, 1]; it is <see langword="null"/> where a figure does not vary or there are fewer than two pairs. Limits and p-value are one
/// statement:
/// the limits exclude 0 exactly when p lies below 1 − confidence. Where all pairs lie on one line or in one order no standard error is left; then p is that
/// of all orders of the rows, 2·Π(t!)/n! with t the sizes of groups of equal figures.
/// </para>
/// <para>
/// A correlation does not prove a cause. Rows must be independent: shops, agents, customers. Months of one business are not, see
/// <see cref="LaggedCorrelation"/>.
/// </para>
/// Sources: R. A. Fisher, "On the probable error of a coefficient of correlation", 1921; D. G. Bonett and T. A. Wright, "Sample size requirements for
/// estimating
/// Pearson, Kendall and Spearman correlations", 2000; E. C. Fieller, H. O. Hartley and E. S. Pearson, "Tests for rank correlation coefficients", 1957.
/// </remarks>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record Correlation : ILocalizedFace
{
    internal Correlation()
    {
    }

    /// <summary>What is measured.</summary>
    public CorrelationMethod Method { get; internal init; }

    /// <summary>The method of the limits.</summary>
    public CorrelationLimits Limits { get; internal init; }

    /// <summary>The correlation, in [-1, 1]; <see langword="null"/> when it is undefined.</summary>
    public double? Value { get; internal init; }

    /// <summary>The lower limit; <see langword="null"/> when there are too few pairs.</summary>
    public double? Lower { get; internal init; }

    /// <summary>The upper limit; <see langword="null"/> when there are too few pairs.</summary>
    public double? Upper { get; internal init; }

    /// <summary>The confidence level of the limits.</summary>
    public double Confidence { get; internal init; }

    /// <summary>The two-sided p-value that belongs to the limits; <see langword="null"/> when it is undefined.</summary>
    public double? PValue { get; internal init; }

    /// <summary>
    /// The statistic of the classical test of independence: Student's t for Pearson and Spearman, the normal score corrected for ties for Kendall. It is
    /// infinite where the pairs lie exactly on a line, and <see langword="null"/> when it is undefined.
    /// </summary>
    public double? TestStatistic { get; internal init; }

    /// <summary>The degrees of freedom of Student's t; <see langword="null"/> for Kendall.</summary>
    public double? TestDegreesOfFreedom { get; internal init; }

    /// <summary>
    /// The p-value of the classical test, as other tools print it, for comparison with them. Near the border it may disagree with the limits, on which
    /// <see cref="Verdict"/> rests.
    /// </summary>
    public double? TestPValue { get; internal init; }

    /// <summary>The number of pairs.</summary>
    public long N { get; internal init; }

    /// <summary>The number of rows that were left out because one of their two figures is missing.</summary>
    public long Missing { get; internal init; }

    /// <summary>Warnings about the value and its limits.</summary>
    public EstimateFlags Flags { get; internal init; }

    /// <summary>Whether the two figures move together beyond chance.</summary>
    public CorrelationVerdict Verdict => PValue switch
    {
        null => CorrelationVerdict.Unknown,
        { } p when p < 1 - Confidence => Value > 0 ? CorrelationVerdict.RiseTogether : CorrelationVerdict.MoveApart,
        _ => CorrelationVerdict.NoEvidence,
    };

    /// <summary>Pearson's correlation of two lists.</summary>
    /// <param name="x">One figure per row, finite.</param>
    /// <param name="y">The other figure of the same rows, finite.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The correlation, with limits by Fisher's z from four pairs on.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not finite, or the confidence does not lie between 0 and 1.</exception>
    public static Correlation Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double confidence = 0.95) =>
        CorrelationEstimate.Of(x, y, CorrelationMethod.Pearson, confidence, CorrelationLimits.FisherZ);

    /// <summary>Spearman's correlation of two lists, by their ranks.</summary>
    /// <param name="x">One figure per row, finite.</param>
    /// <param name="y">The other figure of the same rows, finite.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <param name="limits">The method of the limits: any but <see cref="CorrelationLimits.AsymptoticError"/>.</param>
    /// <returns>The correlation, with limits from four pairs on.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not finite, the confidence does not lie between 0 and 1, or the limits are none for
    /// Spearman's rho.</exception>
    public static Correlation Spearman(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        double confidence = 0.95,
        CorrelationLimits limits = CorrelationLimits.BonettWright) =>
        CorrelationEstimate.Of(x, y, CorrelationMethod.Spearman, confidence, limits);

    /// <summary>Kendall's tau-b of two lists, in a time that grows as n·log n.</summary>
    /// <param name="x">One figure per row, finite.</param>
    /// <param name="y">The other figure of the same rows, finite.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <param name="limits">The method of the limits: <see cref="CorrelationLimits.Fieller"/> or <see cref="CorrelationLimits.AsymptoticError"/>.</param>
    /// <returns>The correlation, with limits from five pairs on.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not finite, the confidence does not lie between 0 and 1, or the limits are none for
    /// Kendall's tau.</exception>
    public static Correlation Kendall(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        double confidence = 0.95,
        CorrelationLimits limits = CorrelationLimits.Fieller) =>
        CorrelationEstimate.Of(x, y, CorrelationMethod.Kendall, confidence, limits);

    /// <summary>The correlation of two figures of rows; rows without either are left out and counted.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <param name="rows">The rows, each a sampling unit of its own: a customer, a shop, an agent.</param>
    /// <param name="x">One figure of a row, finite; <see langword="null"/> where it is missing.</param>
    /// <param name="y">The other figure.</param>
    /// <param name="method">What is measured; by default Spearman's rho, which suits answers on a scale and skewed amounts.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The correlation with the method's default interval.</returns>
    /// <exception cref="ArgumentNullException">The rows or a selector are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not finite, the method is not a named value, or the confidence does not lie between 0 and
    /// 1.</exception>
    public static Correlation Of<TRow>(
        IEnumerable<TRow> rows,
        Func<TRow, double?> x,
        Func<TRow, double?> y,
        CorrelationMethod method = CorrelationMethod.Spearman,
        double confidence = 0.95)
    {
        Guard.NotNull(rows);
        Guard.NotNull(x);
        Guard.NotNull(y);
        List<double> first = [], second = [];
        long missing = 0;
        foreach (TRow row in rows)
        {
            if (x(row) is { } one && y(row) is { } other)
            {
                first.Add(one);
                second.Add(other);
            }
            else
            {
                missing++;
            }
        }

        CorrelationLimits limits = CorrelationEstimate.DefaultOf(Guard.Defined(method));
        return CorrelationEstimate.Of(first.ToArray(), second.ToArray(), method, confidence, limits) with { Missing = missing };
    }

    /// <summary>The correlation with its limits and what can be said of it, in English.</summary>
    /// <returns>Text for display, such as <c>Spearman's rho 0.548 [0.344, 0.703] (90%, n = 50), p &lt; 0.0001: rise together</c>.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The correlation with its limits and what can be said of it.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        string level = $"{words.Percent(Confidence)}, n = {words.Count(N)}";
        return Value is { } known
            ? $"{Method.In(words)} {words.Coefficient(known)}{CoefficientLimits(words)} ({level}), {words.P(PValue)}{words.Colon}{Verdict.In(words)}"
            : $"{Method.In(words)}{words.Colon}{words.Undefined} ({Reason(words)}n = {words.Count(N)})";
    }

    /// <summary>An HTML table of the correlation, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the correlation, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.CorrelationCaption)
        .Fact(words.MethodLabel, Method.In(words))
        .Fact(words.ValueLabel, Value is { } known ? words.Coefficient(known) : words.Undefined)
        .Fact(words.IntervalAt(Confidence), Lower is null ? null : words.Range(words.Coefficient(Lower), words.Coefficient(Upper)))
        .Fact(words.PValueLabel, words.PValue(PValue))
        .Fact(words.VerdictLabel, Verdict.In(words))
        .Fact(words.PairsLabel, words.Count(N))
        .Fact(words.MissingPairsLabel, Missing == 0 ? null : words.Count(Missing))
        .Note(words.Flags(Flags))
        .Note(words.CorrelationIsNoCause)
        .ToHtml();

    private string Reason(Phrases words) => Flags == EstimateFlags.None ? "" : $"{words.Flags(Flags)}, ";

    private string CoefficientLimits(Phrases words) => Lower is null ? "" : $" [{words.Coefficient(Lower)}, {words.Coefficient(Upper)}]";
}
