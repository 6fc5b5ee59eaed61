using System.Collections;

namespace CxKpi.Value;

/// <summary>Histories that know how their times are counted, so that they are not taken for others.</summary>
internal sealed class HistoriesInUnit(HistoryClock clock, IEnumerable<PurchaseHistory> histories) : IEnumerable<PurchaseHistory>
{
    private HistoryClock Clock { get; } = clock;

    /// <summary>The histories, which are in the unit as far as they know theirs.</summary>
    internal static IEnumerable<PurchaseHistory> Checked(
        IEnumerable<PurchaseHistory> histories, CalendarUnit unit, PurchaseTiming timing = PurchaseTiming.AnyDay)
    {
        Guard.Defined(unit);
        if (Guard.NotNull(histories) is HistoriesInUnit known)
        {
            SameTiming(timing, known.Clock.Timing, nameof(histories));
            if (known.Clock.Unit != unit)
            {
                throw new ArgumentException($"unit must be that of the histories, which is {known.Clock.Unit}, but is {unit}", nameof(unit));
            }
        }

        return histories;
    }

    /// <summary>The histories, which are those of the model as far as they know.</summary>
    internal static IEnumerable<PurchaseHistory> Checked(IEnumerable<PurchaseHistory> histories, IPurchaseModel model)
    {
        if (Guard.NotNull(histories) is HistoriesInUnit known)
        {
            OfModel(known.Clock, model, nameof(histories));
        }

        return histories;
    }

    /// <summary>Other histories of the same kind, which are checked as those are.</summary>
    internal static IEnumerable<PurchaseHistory> Like(IEnumerable<PurchaseHistory> histories, IEnumerable<PurchaseHistory> others) =>
        histories is HistoriesInUnit known ? new HistoriesInUnit(known.Clock, others) : others;

    /// <summary>Histories in other times than the model's would give wrong figures in silence.</summary>
    internal static void OfModel(HistoryClock clock, IPurchaseModel model, string name)
    {
        SameTiming(model.Timing, clock.Timing, name);
        if (model.Unit != clock.Unit)
        {
            throw new ArgumentException($"{name} must count time in the unit of the model, which is {model.Unit}, but count it in {clock.Unit}", name);
        }
    }

    private static void SameTiming(PurchaseTiming asked, PurchaseTiming given, string name)
    {
        if (asked != given)
        {
            string door = asked switch
            {
                PurchaseTiming.AnyDay => nameof(PurchaseLog.Summarise),
                PurchaseTiming.Opportunities => nameof(PurchaseLog.SummariseOpportunities),
            };
            throw new ArgumentException($"{name} must count {asked}, as {nameof(PurchaseLog)}.{door} does, but count {given}", name);
        }
    }

    public IEnumerator<PurchaseHistory> GetEnumerator() => histories.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
