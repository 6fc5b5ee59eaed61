using System.Collections;

namespace CxKpi.Value;

/// <summary>Histories that know their unit, so that they are not fitted in another one.</summary>
internal sealed class HistoriesInUnit(CalendarUnit unit, IEnumerable<PurchaseHistory> histories) : IEnumerable<PurchaseHistory>
{
    private CalendarUnit Unit { get; } = unit;

    /// <summary>The histories, which are in the unit as far as they know theirs.</summary>
    internal static IEnumerable<PurchaseHistory> Checked(IEnumerable<PurchaseHistory> histories, CalendarUnit unit) =>
        Guard.NotNull(histories) is HistoriesInUnit known && known.Unit != Guard.Defined(unit)
            ? throw new ArgumentException($"unit must be that of the histories, which is {known.Unit}, but is {unit}", nameof(unit))
            : histories;

    public IEnumerator<PurchaseHistory> GetEnumerator() => histories.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
