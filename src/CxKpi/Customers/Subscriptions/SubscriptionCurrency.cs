using System.Globalization;

namespace CxKpi;

/// <summary>The currency of a table of subscriptions: that of what is paid, and where nothing is, that of the free rows when they share one.</summary>
/// <param name="target">The currency into which amounts are converted; <see langword="null"/> when none is.</param>
internal sealed class SubscriptionCurrency(string? target)
{
    private readonly HashSet<string> free = new(StringComparer.Ordinal);
    private bool isPaid;
    private string? paid;

    /// <summary>The currency of all amounts; <see langword="null"/> when it is not stated.</summary>
    internal string? Shared => target ?? (isPaid ? paid : free.Count == 1 ? free.First() : null);

    /// <summary>Checks the currency of a row that counts. One that brings nothing is worth as much in any.</summary>
    internal void See(string? currency, bool isPaidRow, long position, string rows)
    {
        if (!isPaidRow)
        {
            if (currency is not null)
            {
                free.Add(currency);
            }

            return;
        }

        if (target is not null)
        {
            LogKey.Known(currency, position, rows, "a currency");
        }
        else if (isPaid && !string.Equals(currency, paid, StringComparison.Ordinal))
        {
            string rule = $"{rows} must have one currency ({paid ?? "none"}), but one has {currency ?? "none"}";
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rule} (at position {position}): pass rates, and the currency of the rules into which they convert"),
                rows);
        }

        (isPaid, paid) = (true, currency);
    }
}
