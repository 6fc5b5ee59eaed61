using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <summary>Adds up many durations, in nanoseconds, into the tally that their records would add up to, without a record for each.</summary>
internal struct DurationSums
{
    private const ulong FullSquares = 1ul << 62;
    private const int MostDays = (int)(UnitSums.Largest / NodaConstants.NanosecondsPerDay);

    private UnitSums nanoseconds;
    private DurationTally earlier;

    /// <summary>Adds a duration, which is not negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(Duration duration)
    {
        if (duration.Days >= MostDays)
        {
            earlier = earlier.Combine(DurationTally.One(duration));
            return;
        }

        nanoseconds.Add(duration.Days * NodaConstants.NanosecondsPerDay + duration.NanosecondOfDay);
        if (nanoseconds.SquaresHigh >= FullSquares)
        {
            Close();
        }
    }

    internal DurationTally Tally()
    {
        Close();
        return earlier;
    }

    private void Close()
    {
        if (nanoseconds.Count > 0)
        {
            decimal sum = DecimalSums.FromFineUnits((UInt128)nanoseconds.Sum, 9), squares = DecimalSums.FromFineUnits(nanoseconds.Squares, 18);
            earlier = earlier.Plus(RatioTally.FromSums(nanoseconds.Count, sum, squares));
            nanoseconds = default;
        }
    }
}
