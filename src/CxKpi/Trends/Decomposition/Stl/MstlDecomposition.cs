using System.Collections.ObjectModel;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>The decomposition of a series by <see cref="Mstl"/> into several seasons, trend and remainder.</summary>
/// <remarks>
/// The components add up to the figures or, with a <see cref="BoxCoxLambda"/>, to the transformed figures;
/// as in R and in statsmodels, none is transformed back.
/// <see cref="BoxCox.Inverse"/> of a sum, such as trend plus remainder, gives that sum in the unit of the figures.
/// For a season alone it means nothing, because components of transformed figures do not add up in the original unit.
/// </remarks>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
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

    /// <summary>The periods that were asked for but are half the series or longer, and cannot be separated from the trend.</summary>
    public IReadOnlyList<int> DroppedPeriods { get; }

    /// <summary>The seasonal components, one list per period, in the order of <see cref="Periods"/>.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Seasons { get; }

    /// <summary>The power λ of the Box-Cox transformation of the figures; <see langword="null"/> when they were not transformed.</summary>
    public double? BoxCoxLambda { get; internal init; }

    /// <summary>The trend, in the unit of the figures or of the transformed figures.</summary>
    public IReadOnlyList<double> Trend { get; }

    /// <summary>The figure or transformed figure minus seasons minus trend; NaN where the figure is missing.</summary>
    public IReadOnlyList<double> Remainder { get; }

    /// <summary>The periods and the power of a transformation as text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString()
    {
        string tooShort = DroppedPeriods.Count == 0 ? "" : $", too short for {string.Join(" and ", DroppedPeriods)}";
        string transformed = BoxCoxLambda is { } lambda ? string.Create(CultureInfo.InvariantCulture, $", Box-Cox transformed with lambda {lambda}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Trend.Count} figures in cycles of {string.Join(" and ", Periods)}{tooShort}{transformed}");
    }
}
