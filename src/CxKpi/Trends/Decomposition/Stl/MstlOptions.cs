using System.Globalization;

namespace CxKpi.Trends;

/// <summary>How <see cref="Mstl"/> decomposes.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record MstlOptions
{
    /// <summary>The defaults: spans of 11, 15, 19 … cycles from the shortest period on, two rounds, every place fitted.</summary>
    public static MstlOptions Default { get; } = new();

    /// <summary>What <c>mstl</c> of R's forecast package does. Gaps are bridged by the regressions where R first interpolates them.</summary>
    public static MstlOptions RCompatible { get; } = new() { Smoothing = StlOptions.RCompatible(11) };

    /// <summary>What statsmodels' <c>MSTL(x, periods).fit()</c> does.</summary>
    public static MstlOptions StatsmodelsCompatible { get; } = new() { Smoothing = StlOptions.StatsmodelsCompatible(11) };

    /// <summary>
    /// The seasonal span of each period, from the shortest period on, <see langword="null"/> in the place of one whose season repeats unchanged;
    /// one span for all periods when there is one; no list for 11, 15, 19 …
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A span is less than 2.</exception>
    public IReadOnlyList<int?>? SeasonalSpans { get; init => field = AtLeastTwo(value); }

    /// <summary>The power λ of the transformation of Box and Cox that the figures pass through first; <see langword="null"/> for none.</summary>
    /// <remarks>
    /// 0 takes logarithms, which makes components multiply; 0.5 square roots; 1 only takes 1 off. For λ of 0 or less all figures must be positive;
    /// for λ above 0 those below zero are mirrored, as R does.
    /// The components are those of the transformed figures, as in R and in statsmodels: see <see cref="MstlDecomposition.BoxCoxLambda"/>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">λ is not finite.</exception>
    public double? BoxCoxLambda { get; init => field = value is { } lambda ? Guard.Finite(lambda, nameof(BoxCoxLambda)) : null; }

    /// <summary>How often all seasons are refined in turn; a single season needs once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int Rounds { get; init => field = Guard.Positive(value, nameof(Rounds)); } = 2;

    /// <summary>How each season is smoothed; its seasonal span is not read.</summary>
    public StlOptions Smoothing { get; init; } = StlOptions.Default;

    /// <summary>The rounds and spans, and the power of a transformation.</summary>
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
