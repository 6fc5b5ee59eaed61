using NodaTime;

namespace CxKpi.Value;

/// <summary>Follows the repeat purchases of all customers together through calibration and holdout, beside what a model expects.</summary>
/// <remarks>
/// <code>expected(t) = Σ E(X(t - birth_i)) over customers i who have bought by then</code>
/// The purchases of a day count once it is over: until the time 1 in weeks are those of seven days, the first one included.
/// Source: P. Fader, B. Hardie, K. L. Lee, "Counting your customers the easy way", Marketing Science 24, 2005.
/// </remarks>
public static class PurchaseTracking
{
    /// <summary>Counts repeat purchases until each of some times.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="model">The model, fitted to the calibration.</param>
    /// <param name="histories">The customers.</param>
    /// <param name="times">The times since the first purchase of all customers, in the unit of the model; none negative.</param>
    /// <returns>A point for each time, in the order given; without actual purchases after the end of observation.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The histories count time in another unit than the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or not finite.</exception>
    public static IReadOnlyList<TrackingPoint> Of<TKey>(IPurchaseModel model, PurchaseHistories<TKey> histories, IEnumerable<double> times)
        where TKey : notnull
    {
        ModelTime.SameUnit(Guard.NotNull(model), Guard.NotNull(histories).Unit, nameof(histories));
        double days = ModelTime.Days(histories.Unit);
        LocalDate start = histories.FirstPurchase ?? histories.CalibrationEnd;
        (double Birth, long Customers)[] births =
        [
            .. histories.Customers
                .GroupBy(customer => ModelTime.DaysBetween(start, customer.FirstPurchase))
                .OrderBy(group => group.Key)
                .Select(group => (group.Key / days, group.LongCount())),
        ];
        double end = (ModelTime.DaysBetween(start, histories.HoldoutEnd ?? histories.CalibrationEnd) + 1) / days;
        return
        [
            .. Guard.NotNull(times).Select(time => new TrackingPoint(
                ModelTime.Time(time),
                time > end
                    ? null
                    : histories.RepeatPurchases.Where(day => (ModelTime.DaysBetween(start, day.Day) + 1) / days <= time).Sum(day => day.RepeatPurchases),
                births.Where(birth => birth.Birth < time).Sum(birth => birth.Customers * model.ExpectedPurchases(time - birth.Birth)))),
        ];
    }
}
