using System.Collections.ObjectModel;
using System.Globalization;

namespace CxKpi.Trends;

/// <summary>A series taken apart by <see cref="Mstl"/>: several seasons, trend and remainder.</summary>
/// <remarks>
/// The parts add up to the figures; with a <see cref="BoxCoxLambda"/>, to the transformed figures, and none is transformed back, as in R and in statsmodels.
/// <see cref="BoxCox.Inverse"/> of a sum, such as trend plus remainder, is that sum in units of the figures;
/// of a season alone it means nothing, since transformed parts do not add up as figures.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record MstlDecomposition
{
    internal MstlDecomposition(int[] periods, int[] dropped, double[][] seasons, double[] trend, double[] remainder)
    {
        Periods = new ReadOnlyCollection<int>(periods);
        DroppedPeriods = new ReadOnlyCollection<int>(dropped);
        Seasons = new ReadOnlyCollection<IReadOnlyList<double>>([.. seasons.Select(season => new ReadOnlyCollection<double>(season))]);
        Trend = new ReadOnlyCollection<double>(trend);
        Remainder = new ReadOnlyCollection<double>(remainder);
    }

    /// <summary>The numbers of figures in a cycle, ascending.</summary>
    public IReadOnlyList<int> Periods { get; }

    /// <summary>Periods asked for that are half the series or longer, and could not be told from trend.</summary>
    public IReadOnlyList<int> DroppedPeriods { get; }

    /// <summary>A season per period, in the order of <see cref="Periods"/>.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Seasons { get; }

    /// <summary>The power λ of the transformation of Box and Cox that the figures passed through first; <see langword="null"/> when they did not.</summary>
    public double? BoxCoxLambda { get; internal init; }

    /// <summary>The trend, in units of the figures or of the transformed figures.</summary>
    public IReadOnlyList<double> Trend { get; }

    /// <summary>Figure or transformed figure minus seasons minus trend; NaN where the figure is missing.</summary>
    public IReadOnlyList<double> Remainder { get; }

    /// <summary>The periods, and the power of a transformation.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString()
    {
        string tooShort = DroppedPeriods.Count == 0 ? "" : $", too short for {string.Join(" and ", DroppedPeriods)}";
        string transformed = BoxCoxLambda is { } lambda ? string.Create(CultureInfo.InvariantCulture, $", Box-Cox transformed with lambda {lambda}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Trend.Count} figures in cycles of {string.Join(" and ", Periods)}{tooShort}{transformed}");
    }
}
