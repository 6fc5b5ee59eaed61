using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CxKpi;

/// <content>The vectors of bytes that the loop is written in, one type per width.</content>
internal static partial class AnswerCounter
{
    private const byte LastPosition = 15;
    private const byte LowNibble = 0x0F;
    private const ushort LowByte = 0x00FF;

    // How far ahead memory is asked for. Left to the hardware's prefetcher, which stops at every page, a long span is counted at two thirds of the speed;
    // 4 to 16 kilobytes measure alike.
    private const nuint PrefetchBytes = 8192;

    /// <summary>A vector of bytes.</summary>
    private interface ILanes<TSelf>
        where TSelf : struct, ILanes<TSelf>
    {
        /// <summary>The number of bytes, and of answers taken in one step.</summary>
        static abstract int Count { get; }

        /// <summary>The same 16 bytes in every 128-bit part.</summary>
        static abstract TSelf Repeat(Vector128<byte> part);

        /// <summary>The same integer in every 32-bit part.</summary>
        static abstract TSelf Repeat(int part);

        /// <summary>The answers' distances from the lowest one, those below it and above 15 as 15, in any order.</summary>
        static abstract TSelf Positions(ref byte answers, nuint index, TSelf lowest);

        /// <inheritdoc cref="Positions(ref byte, nuint, TSelf)"/>
        static abstract TSelf Positions(ref int answers, nuint index, TSelf lowest);

        /// <summary>The entry of the table in the same 128-bit part at each position.</summary>
        static abstract TSelf LookUp(TSelf table, TSelf positions);

        static abstract TSelf operator +(TSelf left, TSelf right);

        static abstract TSelf LowNibbles(TSelf value);

        static abstract TSelf HighNibbles(TSelf value);

        static abstract long Sum(TSelf value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Prefetch<T>(ref T answers, nuint index)
    {
        // A prefetch is a hint: an address past the end, or one that the garbage collector has just vacated, does no harm.
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(unchecked((byte*)Unsafe.AsPointer(ref Unsafe.Add(ref answers, index)) + PrefetchBytes));
        }
    }

    private readonly struct Lanes128(Vector128<byte> value) : ILanes<Lanes128>
    {
        private readonly Vector128<byte> value = value;

        public static int Count => Vector128<byte>.Count;

        public static Lanes128 Repeat(Vector128<byte> part) => new(part);

        public static Lanes128 Repeat(int part) => new(Vector128.Create(part).AsByte());

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Lanes128 Positions(ref byte answers, nuint index, Lanes128 lowest)
        {
            Prefetch(ref answers, index);
            return new(Vector128.Min(Vector128.LoadUnsafe(ref answers, index) - lowest.value, Vector128.Create(LastPosition)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Lanes128 Positions(ref int answers, nuint index, Lanes128 lowest)
        {
            // Positions fit a byte and their order does not matter: four vectors interleave by shifts, without a permutation.
            nuint quarter = (nuint)Vector128<int>.Count;
            return unchecked(new((Quarter(ref answers, index, lowest)
                | (Quarter(ref answers, index + quarter, lowest) << 8)
                | (Quarter(ref answers, index + 2 * quarter, lowest) << 16)
                | (Quarter(ref answers, index + 3 * quarter, lowest) << 24)).AsByte()));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Lanes128 LookUp(Lanes128 table, Lanes128 positions) => new(Vector128.ShuffleNative(table.value, positions.value));

        public static Lanes128 operator +(Lanes128 left, Lanes128 right) => new(left.value + right.value);

        public static Lanes128 LowNibbles(Lanes128 value) => new(value.value & Vector128.Create(LowNibble));

        public static Lanes128 HighNibbles(Lanes128 value) => new(value.value >>> 4);

        public static long Sum(Lanes128 value) =>
            Vector128.Sum((value.value.AsUInt16() & Vector128.Create(LowByte)) + (value.value.AsUInt16() >>> 8));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector128<uint> Quarter(ref int answers, nuint index, Lanes128 lowest)
        {
            Prefetch(ref answers, index);
            return Vector128.Min((Vector128.LoadUnsafe(ref answers, index) - lowest.value.AsInt32()).AsUInt32(), Vector128.Create((uint)LastPosition));
        }
    }

    private readonly struct Lanes256(Vector256<byte> value) : ILanes<Lanes256>
    {
        private readonly Vector256<byte> value = value;

        public static int Count => Vector256<byte>.Count;

        public static Lanes256 Repeat(Vector128<byte> part) => new(Vector256.Create(part, part));

        public static Lanes256 Repeat(int part) => new(Vector256.Create(part).AsByte());

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Lanes256 Positions(ref byte answers, nuint index, Lanes256 lowest)
        {
            Prefetch(ref answers, index);
            return new(Vector256.Min(Vector256.LoadUnsafe(ref answers, index) - lowest.value, Vector256.Create(LastPosition)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Lanes256 Positions(ref int answers, nuint index, Lanes256 lowest)
        {
            // Positions fit a byte and their order does not matter: four vectors interleave by shifts, without a permutation.
            nuint quarter = (nuint)Vector256<int>.Count;
            return unchecked(new((Quarter(ref answers, index, lowest)
                | (Quarter(ref answers, index + quarter, lowest) << 8)
                | (Quarter(ref answers, index + 2 * quarter, lowest) << 16)
                | (Quarter(ref answers, index + 3 * quarter, lowest) << 24)).AsByte()));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Lanes256 LookUp(Lanes256 table, Lanes256 positions) => new(Avx2.Shuffle(table.value, positions.value));

        public static Lanes256 operator +(Lanes256 left, Lanes256 right) => new(left.value + right.value);

        public static Lanes256 LowNibbles(Lanes256 value) => new(value.value & Vector256.Create(LowNibble));

        public static Lanes256 HighNibbles(Lanes256 value) => new(value.value >>> 4);

        public static long Sum(Lanes256 value) =>
            Vector256.Sum((value.value.AsUInt16() & Vector256.Create(LowByte)) + (value.value.AsUInt16() >>> 8));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<uint> Quarter(ref int answers, nuint index, Lanes256 lowest)
        {
            Prefetch(ref answers, index);
            return Vector256.Min((Vector256.LoadUnsafe(ref answers, index) - lowest.value.AsInt32()).AsUInt32(), Vector256.Create((uint)LastPosition));
        }
    }

    private readonly struct Lanes512(Vector512<byte> value) : ILanes<Lanes512>
    {
        private readonly Vector512<byte> value = value;

        public static int Count => Vector512<byte>.Count;

        public static Lanes512 Repeat(Vector128<byte> part) => new(Vector512.Create(Vector256.Create(part, part), Vector256.Create(part, part)));

        public static Lanes512 Repeat(int part) => new(Vector512.Create(part).AsByte());

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Lanes512 Positions(ref byte answers, nuint index, Lanes512 lowest)
        {
            Prefetch(ref answers, index);
            return new(Vector512.Min(Vector512.LoadUnsafe(ref answers, index) - lowest.value, Vector512.Create(LastPosition)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Lanes512 Positions(ref int answers, nuint index, Lanes512 lowest)
        {
            // Positions fit a byte and their order does not matter: four vectors interleave by shifts, without a permutation.
            nuint quarter = (nuint)Vector512<int>.Count;
            return unchecked(new((Quarter(ref answers, index, lowest)
                | (Quarter(ref answers, index + quarter, lowest) << 8)
                | (Quarter(ref answers, index + 2 * quarter, lowest) << 16)
                | (Quarter(ref answers, index + 3 * quarter, lowest) << 24)).AsByte()));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Lanes512 LookUp(Lanes512 table, Lanes512 positions) => new(Avx512BW.Shuffle(table.value, positions.value));

        public static Lanes512 operator +(Lanes512 left, Lanes512 right) => new(left.value + right.value);

        public static Lanes512 LowNibbles(Lanes512 value) => new(value.value & Vector512.Create(LowNibble));

        public static Lanes512 HighNibbles(Lanes512 value) => new(value.value >>> 4);

        public static long Sum(Lanes512 value) =>
            Vector512.Sum((value.value.AsUInt16() & Vector512.Create(LowByte)) + (value.value.AsUInt16() >>> 8));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<uint> Quarter(ref int answers, nuint index, Lanes512 lowest)
        {
            Prefetch(ref answers, index);
            return Vector512.Min((Vector512.LoadUnsafe(ref answers, index) - lowest.value.AsInt32()).AsUInt32(), Vector512.Create((uint)LastPosition));
        }
    }
}
