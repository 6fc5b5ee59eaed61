using System.Runtime.CompilerServices;

namespace CxKpi;

/// <summary>Adds up whole numbers of one unit and their squares, exactly: 128 bits for each sum.</summary>
internal struct UnitSums
{
    /// <summary>The largest number that is taken, without its sign.</summary>
    internal const long Largest = 1L << 60;

    private ulong low, high, squaresLow, squaresHigh;

    /// <summary>How many numbers there are.</summary>
    internal long Count { get; private set; }

    /// <summary>The upper half of the sum of squares: while it is below 2^62, there is room for the next.</summary>
    internal readonly ulong SquaresHigh => squaresHigh;

    /// <summary>The sum.</summary>
    internal readonly Int128 Sum => new(high, low);

    /// <summary>The sum of squares.</summary>
    internal readonly UInt128 Squares => new(squaresHigh, squaresLow);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(long units)
    {
        unchecked
        {
            ulong size = (ulong)Math.Abs(units);
            ulong squareHigh = Math.BigMul(size, size, out ulong squareLow);
            low += (ulong)units;
            high += (ulong)(units >> 63) + (low < (ulong)units ? 1ul : 0);
            squaresLow += squareLow;
            squaresHigh += squareHigh + (squaresLow < squareLow ? 1ul : 0);
            Count++;
        }
    }
}
