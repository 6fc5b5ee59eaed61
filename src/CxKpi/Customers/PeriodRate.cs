using System.Globalization;

namespace CxKpi;

/// <summary>Converts churn and retention between period lengths.</summary>
/// <remarks>
/// <code>churn over k periods = 1 - (1 - churn)^k; retention over k periods = retention^k; mean lifetime = 1 / churn</code>
/// The conversions assume that the rate stays the same from period to period. Where a year of monthly figures exists, the product of the
/// twelve observed retention rates needs no such assumption.
/// <para>Pitfalls: multiplying (10 % a month are 71.8 % a year, not 120 %); dividing (20 % a year are 1.84 % a month, not 1.67 %).</para>
/// <example>5 % a month are 46.0 % a year; 40 % a year are 4.17 % a month.</example>
/// </remarks>
public static class PeriodRate
{
    /// <summary>Converts churn to several periods, or to a part of one.</summary>
    /// <param name="churn">The churn per period, a finite fraction not above 1; it may be negative, as net revenue churn can be.</param>
    /// <param name="periods">The length of the new period in old ones, such as 12 from months to a year or 1.0 / 12 back; greater than zero.</param>
    /// <returns>The churn over the new period.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The churn is not a finite number up to 1, <paramref name="periods"/> is not a finite number greater than
    /// zero, or the result is not finite.</exception>
    public static double ConvertChurn(double churn, double periods)
    {
        if (churn is not (> double.NegativeInfinity and <= 1))
        {
            throw Guard.Outside(nameof(churn), "must be a finite number up to 1", churn);
        }

        Guard.Finite(periods);
        Guard.Positive(periods);
        double converted = -AccurateMath.ExpMinusOne(periods * AccurateMath.LogOnePlus(-churn));
        return double.IsFinite(converted) ? converted : throw Endless(nameof(churn), periods, churn);
    }

    /// <summary>Converts churn from one calendar unit to another.</summary>
    /// <param name="churn">The churn per <paramref name="from"/>, a finite fraction not above 1; it may be negative, as net revenue churn can be.</param>
    /// <param name="from">The unit to which <paramref name="churn"/> refers.</param>
    /// <param name="to">The unit to which the result refers.</param>
    /// <returns>The churn per <paramref name="to"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The churn is not a finite number up to 1, a unit is not a named value, or the result is not
    /// finite.</exception>
    /// <exception cref="ArgumentException">Neither unit has a fixed length in the other, such as months and weeks;
    /// pass the number of periods instead.</exception>
    public static double ConvertChurn(double churn, CalendarUnit from, CalendarUnit to) => ConvertChurn(churn, PeriodsIn(to, from));

    /// <summary>Converts a churn estimate to several periods, or to a part of one; the limits are converted in the same way as the value.</summary>
    /// <param name="churn">The churn per period.</param>
    /// <param name="periods">The length of the new period in old ones; greater than zero.</param>
    /// <returns>The estimate over the new period, without a standard error because the conversion is not linear.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value or a limit is not a finite number up to 1, <paramref name="periods"/> is not a finite number
    /// greater than zero, or the result is not finite.</exception>
    public static Estimate ConvertChurn(Estimate churn, double periods) => churn with
    {
        Value = ConvertChurn(churn.Value, periods),
        Lower = churn.Lower is { } lower ? ConvertChurn(lower, periods) : null,
        Upper = churn.Upper is { } upper ? ConvertChurn(upper, periods) : null,
        StandardError = null,
        UnitVariance = null,
    };

    /// <summary>Converts a churn estimate from one calendar unit to another; the limits are converted in the same way as the value.</summary>
    /// <param name="churn">The churn per <paramref name="from"/>.</param>
    /// <param name="from">The unit to which <paramref name="churn"/> refers.</param>
    /// <param name="to">The unit to which the result refers.</param>
    /// <returns>The estimate per <paramref name="to"/>, without a standard error because the conversion is not linear.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value or a limit is not a finite number up to 1, a unit is not a named value, or the result is not
    /// finite.</exception>
    /// <exception cref="ArgumentException">Neither unit has a fixed length in the other; pass the number of periods instead.</exception>
    public static Estimate ConvertChurn(Estimate churn, CalendarUnit from, CalendarUnit to) => ConvertChurn(churn, PeriodsIn(to, from));

    /// <summary>Converts a retention estimate to several periods, or to a part of one; the limits are converted in the same way as the value.</summary>
    /// <param name="retention">The retention per period.</param>
    /// <param name="periods">The length of the new period in old ones; greater than zero.</param>
    /// <returns>The estimate over the new period, without a standard error because the conversion is not linear.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value or a limit is negative or not finite, <paramref name="periods"/> is not a finite number greater
    /// than zero, or the result is not finite.</exception>
    public static Estimate ConvertRetention(Estimate retention, double periods) => retention with
    {
        Value = ConvertRetention(retention.Value, periods),
        Lower = retention.Lower is { } lower ? ConvertRetention(lower, periods) : null,
        Upper = retention.Upper is { } upper ? ConvertRetention(upper, periods) : null,
        StandardError = null,
        UnitVariance = null,
    };

    /// <summary>Converts a retention estimate from one calendar unit to another; the limits are converted in the same way as the value.</summary>
    /// <param name="retention">The retention per <paramref name="from"/>.</param>
    /// <param name="from">The unit to which <paramref name="retention"/> refers.</param>
    /// <param name="to">The unit to which the result refers.</param>
    /// <returns>The estimate per <paramref name="to"/>, without a standard error because the conversion is not linear.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value or a limit is negative or not finite, a unit is not a named value, or the result is not
    /// finite.</exception>
    /// <exception cref="ArgumentException">Neither unit has a fixed length in the other; pass the number of periods instead.</exception>
    public static Estimate ConvertRetention(Estimate retention, CalendarUnit from, CalendarUnit to) => ConvertRetention(retention, PeriodsIn(to, from));

    /// <summary>Converts retention to several periods, or to a part of one.</summary>
    /// <param name="retention">The retention per period, a fraction; not negative. Net revenue retention may exceed 1.</param>
    /// <param name="periods">The length of the new period in old ones, such as 12 from months to a year or 1.0 / 12 back; greater than zero.</param>
    /// <returns>The retention over the new period.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The retention is negative or not finite, <paramref name="periods"/> is not a finite number greater than
    /// zero, or the result is not finite.</exception>
    public static double ConvertRetention(double retention, double periods)
    {
        Guard.Finite(retention);
        Guard.NotNegative(retention);
        Guard.Finite(periods);
        Guard.Positive(periods);
        double converted = Math.Pow(retention, periods);
        return double.IsFinite(converted) ? converted : throw Endless(nameof(retention), periods, retention);
    }

    /// <summary>Converts retention from one calendar unit to another.</summary>
    /// <param name="retention">The retention per <paramref name="from"/>, a fraction; not negative. Net revenue retention may exceed 1.</param>
    /// <param name="from">The unit to which <paramref name="retention"/> refers.</param>
    /// <param name="to">The unit to which the result refers.</param>
    /// <returns>The retention per <paramref name="to"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The retention is negative or not finite, a unit is not a named value, or the result is not
    /// finite.</exception>
    /// <exception cref="ArgumentException">Neither unit has a fixed length in the other, such as months and weeks;
    /// pass the number of periods instead.</exception>
    public static double ConvertRetention(double retention, CalendarUnit from, CalendarUnit to) => ConvertRetention(retention, PeriodsIn(to, from));

    /// <summary>Calculates the mean number of periods that a customer stays, including the period of the loss, if churn stays as it is.</summary>
    /// <param name="churn">The churn per period, a fraction in [0, 1].</param>
    /// <returns>The number of periods, which is 1 / churn; <see langword="null"/> when churn is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The churn does not lie between 0 and 1, or is so near 0 that the lifetime is not finite.</exception>
    public static double? MeanLifetime(double churn) =>
        Guard.Probability(churn) == 0 ? null
            : double.IsFinite(1 / churn) ? 1 / churn
            : throw Guard.Outside(nameof(churn), "must be 0 or leave the lifetime finite", churn);

    /// <summary>
    /// Calculates the mean number of periods that a customer stays from an estimate of the churn. The limits are those of the churn, turned over and exchanged.
    /// </summary>
    /// <param name="churn">The churn per period; value and limits are fractions up to 1, and a lower limit may be negative as that of net revenue churn
    /// can be.</param>
    /// <returns>
    /// The number of periods, without a standard error because the conversion is not linear; <see langword="null"/> when churn is 0. Where the lower limit of
    /// the churn is not above 0, the lifetime has no upper limit, which is flagged <see cref="EstimateFlags.Unbounded"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The value does not lie between 0 and 1 or is so near 0 that the lifetime is not finite, or the upper limit
    /// does not lie between 0 and 1.</exception>
    public static Estimate? MeanLifetime(Estimate churn)
    {
        if (MeanLifetime(churn.Value) is not { } lifetime)
        {
            return null;
        }

        double? shortest = churn.Upper is { } high ? MeanLifetime(high) : null;
        double? longest = churn.Lower is { } low and > 0 && double.IsFinite(1 / low) ? 1 / low : null;
        return churn with
        {
            Value = lifetime,
            Lower = shortest,
            Upper = longest,
            Unit = null,
            StandardError = null,
            UnitVariance = null,
            Flags = churn.Flags | (churn.Lower is not null && longest is null ? EstimateFlags.Unbounded : EstimateFlags.None),
        };
    }

    /// <summary>The number of periods of a unit in a year, of 365.25 days where days are counted.</summary>
    internal static double PeriodsPerYear(CalendarUnit unit) => Length(unit) is (0, var days) ? 365.25 / days : 12.0 / Length(unit).Months;

    /// <summary>The probability of a loss within a number of days at a steady daily rate.</summary>
    internal static double FromDailyRate(double rate, double days) => -AccurateMath.ExpMinusOne(-rate * days);

    private static ArgumentOutOfRangeException Endless(string name, double periods, double rate) =>
        Guard.Outside(name, string.Create(CultureInfo.InvariantCulture, $"must stay finite over {periods} periods"), rate);

    private static double PeriodsIn(CalendarUnit to, CalendarUnit from)
    {
        (int wholeMonths, int wholeDays) = Length(Guard.Defined(to));
        (int partMonths, int partDays) = Length(Guard.Defined(from));
        return wholeMonths > 0 && partMonths > 0 ? (double)wholeMonths / partMonths
            : wholeDays > 0 && partDays > 0 ? (double)wholeDays / partDays
            : throw new ArgumentException(
                $"{nameof(to)} must have a fixed length in units of {nameof(from)}, but {to} has none in {from}: state the number of periods",
                nameof(to));
    }

    private static (int Months, int Days) Length(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => (0, 1),
        CalendarUnit.Week => (0, 7),
        CalendarUnit.Month => (1, 0),
        CalendarUnit.Quarter => (3, 0),
        CalendarUnit.Year => (12, 0),
    };
}
