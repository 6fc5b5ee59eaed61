using System.Globalization;

namespace CxKpi.Trends;

/// <summary>How <see cref="Mstl"/> decomposes.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record MstlOptions
{
    /// <summary>The defaults: spans of 11, 15, 19 … cycles from the shortest period on, two rounds, every place fitted.</summary>
    public static MstlOptions Default { get; } = new();

    /// <summary>What <c>mstl</c> of R's forecast package does.</summary>
    public static MstlOptions RCompatible { get; } = new() { Smoothing = StlOptions.RCompatible(11) };

    /// <summary>What statsmodels' <c>MSTL(x, periods).fit()</c> does.</summary>
    public static MstlOptions StatsmodelsCompatible { get; } = new() { Smoothing = StlOptions.StatsmodelsCompatible(11) };

    /// <summary>The seasonal span of each period, from the shortest on; one for all when there is one; <see langword="null"/> for 11, 15, 19 …</summary>
    public IReadOnlyList<int>? SeasonalSpans { get; init; }

    /// <summary>How often all seasons are refined in turn; a single season needs once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int Rounds { get; init => field = Guard.Positive(value, nameof(Rounds)); } = 2;

    /// <summary>How each season is smoothed; its seasonal span is not read.</summary>
    public StlOptions Smoothing { get; init; } = StlOptions.Default;

    /// <summary>The rounds and spans.</summary>
    /// <returns>Text for a person.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rounds} rounds, seasonal spans {(SeasonalSpans is null ? "11, 15, 19 …" : string.Join(", ", SeasonalSpans))}");

    internal int Span(int index) => SeasonalSpans switch
    {
        null => 11 + (4 * index),
        [var one] => one,
        var spans => spans[index],
    };
}
