using System.Globalization;

namespace CxKpi.Trends;

/// <summary>The settings of <see cref="Mstl"/>.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record MstlOptions
{
    /// <summary>The default settings: spans of 11, 15, 19 … cycles from the shortest period on, two rounds, and a fit at every place.</summary>
    public static MstlOptions Default { get; } = new();

    /// <summary>The settings of <c>mstl</c> in R's forecast package. Gaps are bridged by the regressions where R first interpolates them.</summary>
    public static MstlOptions RCompatible { get; } = new() { Smoothing = StlOptions.RCompatible(11) };

    /// <summary>The settings of statsmodels' <c>MSTL(x, periods).fit()</c>.</summary>
    public static MstlOptions StatsmodelsCompatible { get; } = new() { Smoothing = StlOptions.StatsmodelsCompatible(11) };

    /// <summary>
    /// The seasonal span of each period, from the shortest period on, where <see langword="null"/> means a season that repeats unchanged.
    /// A single span is used for all periods; without a list the spans are 11, 15, 19 …
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A span is less than 2.</exception>
    public IReadOnlyList<int?>? SeasonalSpans { get; init => field = AtLeastTwo(value); }

    /// <summary>The power λ of the Box-Cox transformation of the figures; <see langword="null"/> for no transformation.</summary>
    /// <remarks>
    /// A λ of 0 takes logarithms, which makes components multiply; 0.5 takes square roots; 1 only subtracts 1.
    /// For a λ of 0 or less all figures must be positive;
    /// for a λ above 0 figures below zero are mirrored, as in R.
    /// The components are those of the transformed figures, as in R and in statsmodels (see <see cref="MstlDecomposition.BoxCoxLambda"/>).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">λ is not finite.</exception>
    public double? BoxCoxLambda { get; init => field = value is { } lambda ? Guard.Finite(lambda, nameof(BoxCoxLambda)) : null; }

    /// <summary>How often all seasons are refined in turn, from 1 to 100; a single season needs only one round.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number does not lie between 1 and 100.</exception>
    public int Rounds { get; init => field = Guard.InRange(value, 1, StlOptions.MostIterations, nameof(Rounds)); } = 2;

    /// <summary>The settings by which each season is smoothed; their seasonal span is ignored.</summary>
    public StlOptions Smoothing { get; init; } = StlOptions.Default;

    /// <summary>The rounds, the spans and the power of a transformation as text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString()
    {
        string spans = SeasonalSpans is null ? "11, 15, 19 …" : string.Join(", ", SeasonalSpans.Select(Name));
        string transformation = BoxCoxLambda is { } lambda ? string.Create(CultureInfo.InvariantCulture, $", Box-Cox transformation with lambda {lambda}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Rounds} rounds, seasonal spans {spans}{transformation}");
    }

    internal int? Span(int index) => SeasonalSpans switch
    {
        null => 11 + 4 * index,
        [var one] => one,
        var spans => spans[index],
    };

    private static string Name(int? span) => span?.ToString(CultureInfo.InvariantCulture) ?? "periodic";

    private static IReadOnlyList<int?>? AtLeastTwo(IReadOnlyList<int?>? spans) =>
        spans?.FirstOrDefault(span => span < 2) is { } tooShort ? throw Guard.Outside(nameof(SeasonalSpans), "must each be at least 2", tooShort) : spans;
}
