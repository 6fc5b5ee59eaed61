using System.Globalization;
using System.Runtime.CompilerServices;

namespace CxKpi;

/// <summary>Reads figures that were published rounded, without the counts behind them.</summary>
internal static class Published
{
    private const int MostDecimals = 10;

    /// <summary>The number of observations behind a published figure.</summary>
    internal static long Base(long n, [CallerArgumentExpression(nameof(n))] string name = "") => n >= 1
        ? n
        : throw Guard.Outside(
            name,
            "must be the number of observations behind the published figure, at least 1",
            n,
            advice: "without its base a figure has no interval and cannot be added to others");

    /// <summary>The count that a published share stands for, and by how many it may be off.</summary>
    internal static (long Count, long RoundedBy) Count(decimal share, long n, int decimals, [CallerArgumentExpression(nameof(share))] string name = "")
    {
        Guard.Share(share, name);
        Base(n);
        Guard.InRange(decimals, 0, MostDecimals);
        decimal unit = 0.01m;
        for (int i = 0; i < decimals; i++)
        {
            unit /= 10;
        }

        if (share % unit != 0)
        {
            throw Guard.Outside(
                name,
                string.Create(CultureInfo.InvariantCulture, $"must be a percentage with {decimals} decimals"),
                share,
                advice: "state how many decimals were published, so that its rounding can be taken into account");
        }

        decimal exact = share * n, half = unit / 2 * n;
        decimal lowest = Math.Max(0, Math.Ceiling(exact - half)), highest = Math.Min(n, Math.Floor(exact + half));
        if (lowest > highest)
        {
            throw Guard.Outside(name, string.Create(CultureInfo.InvariantCulture, $"must be what some count out of n ({n}) is rounded to"), share);
        }

        decimal count = Math.Clamp(decimal.Round(exact, MidpointRounding.AwayFromZero), lowest, highest);
        return ((long)count, (long)Math.Max(count - lowest, highest - count));
    }
}
