using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CxKpi;

/// <content>The vectorised loop, written once for all vector widths.</content>
/// <remarks>
/// Each answer becomes its position on the scale, clamped to 15. A byte shuffle then looks the position up in six tables of 16 entries:
/// table k answers 1 for position 2k, 16 for position 2k + 1 and 0 otherwise, so one addition advances two 4-bit counters that share a byte.
/// The second counter of the last table takes all positions from 11 to 15, the answers off every scale: the range check is one more count.
/// Four bits hold 15 answers and eight bits 255, so nibbles are spread to bytes after 15 vectors and bytes are summed after 17 times 15.
/// With 64-byte vectors that keeps up with memory, provided that memory is asked for early.
/// </remarks>
internal static partial class AnswerCounter
{
    private const int VectorsPerNibble = 15;
    private const int NibblesPerByte = 17;

    /// <summary>Counts as many answers as fill whole vectors, from the first one on.</summary>
    /// <returns>The number of answers counted.</returns>
    private static int FindByVector<TLanes, TAnswer>(ReadOnlySpan<TAnswer> answers, int lowest, Span<long> found)
        where TLanes : struct, ILanes<TLanes>
        where TAnswer : struct
    {
        unchecked
        {
            TLanes table0 = TLanes.Repeat(Increments(0)), table1 = TLanes.Repeat(Increments(1)), table2 = TLanes.Repeat(Increments(2));
            TLanes table3 = TLanes.Repeat(Increments(3)), table4 = TLanes.Repeat(Increments(4)), table5 = TLanes.Repeat(Increments(5));
            TLanes origin = TLanes.Repeat(typeof(TAnswer) == typeof(byte) ? lowest * 0x01010101 : lowest);
            ref TAnswer first = ref MemoryMarshal.GetReference(answers);
            int vectors = answers.Length / TLanes.Count;
            nuint step = (nuint)TLanes.Count;
            nuint index = 0;

            while (vectors > 0)
            {
                TLanes even0 = default, even1 = default, even2 = default, even3 = default, even4 = default, even5 = default;
                TLanes odd0 = default, odd1 = default, odd2 = default, odd3 = default, odd4 = default, odd5 = default;

                for (int round = 0; round < NibblesPerByte && vectors > 0; round++)
                {
                    TLanes pair0 = default, pair1 = default, pair2 = default, pair3 = default, pair4 = default, pair5 = default;
                    nuint end = index + (nuint)Math.Min(vectors, VectorsPerNibble) * step;

                    // Three vectors at a time, because the speed of a shorter loop depends on where in memory its code happens to lie.
                    for (; end - index >= 3 * step; index += 3 * step)
                    {
                        Look(
                            ref first, index, origin, table0, table1, table2, table3, table4, table5,
                            ref pair0, ref pair1, ref pair2, ref pair3, ref pair4, ref pair5);
                        Look(
                            ref first, index + step, origin, table0, table1, table2, table3, table4, table5,
                            ref pair0, ref pair1, ref pair2, ref pair3, ref pair4, ref pair5);
                        Look(
                            ref first, index + 2 * step, origin, table0, table1, table2, table3, table4, table5,
                            ref pair0, ref pair1, ref pair2, ref pair3, ref pair4, ref pair5);
                    }

                    for (; index < end; index += step)
                    {
                        Look(
                            ref first, index, origin, table0, table1, table2, table3, table4, table5,
                            ref pair0, ref pair1, ref pair2, ref pair3, ref pair4, ref pair5);
                    }

                    vectors -= VectorsPerNibble;
                    Spread(pair0, ref even0, ref odd0);
                    Spread(pair1, ref even1, ref odd1);
                    Spread(pair2, ref even2, ref odd2);
                    Spread(pair3, ref even3, ref odd3);
                    Spread(pair4, ref even4, ref odd4);
                    Spread(pair5, ref even5, ref odd5);
                }

                Sum(even0, odd0, found);
                Sum(even1, odd1, found[2..]);
                Sum(even2, odd2, found[4..]);
                Sum(even3, odd3, found[6..]);
                Sum(even4, odd4, found[8..]);
                Sum(even5, odd5, found[10..]);
            }

            return (int)index;
        }
    }

    /// <summary>Looks one vector of answers up in all tables.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Look<TLanes, TAnswer>(
        ref TAnswer first, nuint index, TLanes origin,
        TLanes table0, TLanes table1, TLanes table2, TLanes table3, TLanes table4, TLanes table5,
        ref TLanes pair0, ref TLanes pair1, ref TLanes pair2, ref TLanes pair3, ref TLanes pair4, ref TLanes pair5)
        where TLanes : struct, ILanes<TLanes>
        where TAnswer : struct
    {
        TLanes positions = typeof(TAnswer) == typeof(byte)
            ? TLanes.Positions(ref Unsafe.As<TAnswer, byte>(ref first), index, origin)
            : TLanes.Positions(ref Unsafe.As<TAnswer, int>(ref first), index, origin);
        pair0 += TLanes.LookUp(table0, positions);
        pair1 += TLanes.LookUp(table1, positions);
        pair2 += TLanes.LookUp(table2, positions);
        pair3 += TLanes.LookUp(table3, positions);
        pair4 += TLanes.LookUp(table4, positions);
        pair5 += TLanes.LookUp(table5, positions);
    }

    // Inlined, because a call between the creation of two tables would push the earlier ones out of their registers for good: a quarter of the speed.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Increments(int table)
    {
        Vector128<byte> positions = Vector128.Min(Vector128<byte>.Indices, Vector128.Create((byte)MaxPoints));
        Vector128<byte> even = Vector128.Equals(positions, Vector128.Create((byte)(2 * table))) & Vector128.Create((byte)0x01);
        Vector128<byte> odd = Vector128.Equals(positions, Vector128.Create((byte)(2 * table + 1))) & Vector128.Create((byte)0x10);
        return even | odd;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Spread<TLanes>(TLanes pair, ref TLanes even, ref TLanes odd)
        where TLanes : struct, ILanes<TLanes>
    {
        even += TLanes.LowNibbles(pair);
        odd += TLanes.HighNibbles(pair);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sum<TLanes>(TLanes even, TLanes odd, Span<long> found)
        where TLanes : struct, ILanes<TLanes>
    {
        found[0] += TLanes.Sum(even);
        found[1] += TLanes.Sum(odd);
    }
}
