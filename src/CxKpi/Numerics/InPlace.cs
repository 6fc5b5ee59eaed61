using System.Runtime.CompilerServices;

namespace CxKpi;

/// <summary>Sums that grow where they stand, in a total that its owner may change as a whole.</summary>
/// <remarks>
/// A record of a KPI never changes; a tally replaces its total by a new record for each row. Copying a hundred bytes takes longer than adding them, since
/// a processor waits for parts that were stored one by one and are copied together: here only the parts are read and stored.
/// </remarks>
internal static class InPlace
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Add(in long total, long more) => Unsafe.AsRef(in total) = Guard.Add(total, more, "a count");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Add(in decimal total, in decimal more) => Unsafe.AsRef(in total) = DecimalSums.Add(total, more);
}
