using System.Runtime.CompilerServices;

namespace CxKpi;

/// <summary>Checks of figures that were published rounded, without the counts behind them.</summary>
internal static class Published
{
    /// <summary>The number of observations behind a published figure.</summary>
    internal static long Base(long n, [CallerArgumentExpression(nameof(n))] string name = "") => n >= 1
        ? n
        : throw Guard.Outside(
            name,
            "must be the number of observations behind the published figure, at least 1",
            n,
            advice: "without its base a figure has no interval and cannot be added to others");
}
