namespace CxKpi;

/// <summary>Creates KPI records whose observations have weights, from the record of each observation.</summary>
public static class Weighted
{
    /// <summary>Creates the record of one observation, such as one answer, to be combined with those of others.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="observation">The record of the observation. A share of counts may hold several, which then have the same weight.</param>
    /// <param name="weight">The weight of the observation; not negative. With 0 it stands for nobody, and the record holds no data.</param>
    /// <returns>The record. An observation that is in no base, such as a missing answer, is kept without a weight.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative or so small that squares are lost, or the value lies outside the range of the
    /// KPI.</exception>
    /// <exception cref="ArgumentException">The value of the record is not a ratio of two totals, its observations come in clusters, or it holds several
    /// observations of which it does not know each.</exception>
    /// <exception cref="OverflowException">A square exceeds the range of <see cref="decimal"/>.</exception>
    public static Weighted<TKpi> FromObservation<TKpi>(TKpi observation, decimal weight)
        where TKpi : struct, IKpi<TKpi> =>
        OfObservation(observation, Guard.NotNegative(weight), nameof(observation), nameof(weight), null);

    /// <summary>The same of a weight that is known not to be negative, for a caller who knows both by other names, and perhaps a position.</summary>
    internal static Weighted<TKpi> OfObservation<TKpi>(TKpi observation, decimal weight, string name, string weightName, long? position)
        where TKpi : struct, IKpi<TKpi> =>
        weight == 0 ? default : new(observation, WeightedIntervals.Tally(observation, weight, name, weightName, position), name, name);

    /// <summary>Creates the record over observations, such as the answers to a survey.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="observations">The record and the weight of each observation.</param>
    /// <returns>The record. Observations with a weight of 0 are left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="observations"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative (the message names its position) or so small that squares are lost, or a value lies
    /// outside the range of the KPI.</exception>
    /// <exception cref="ArgumentException">A record cannot be weighted, as <see cref="FromObservation"/> says, or records were gathered under different
    /// rules.</exception>
    /// <exception cref="OverflowException">A sum exceeds the range of <see cref="decimal"/>.</exception>
    public static Weighted<TKpi> FromObservations<TKpi>(IEnumerable<(TKpi Observation, decimal Weight)> observations)
        where TKpi : struct, IKpi<TKpi> =>
        OfObservations(Guard.NotNull(observations), nameof(observations));

    /// <summary>The same for a caller who knows the observations by another name.</summary>
    internal static Weighted<TKpi> OfObservations<TKpi>(IEnumerable<(TKpi Observation, decimal Weight)> observations, string name)
        where TKpi : struct, IKpi<TKpi>
    {
        Weighted<TKpi> total = default;
        long position = 0;
        foreach ((TKpi observation, decimal weight) in observations)
        {
            decimal own = Guard.NotNegativeAt(weight, position, name, ", weight");
            total = HeldRecords.CombineAt(total, OfObservation(observation, own, name, name, position), name, position);
            position++;
        }

        return total;
    }
}
