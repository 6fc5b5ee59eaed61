using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace CxKpi;

/// <summary>The vector operations that later frameworks have and .NET 8 lacks, by the same instructions: results are equal to the bit.</summary>
internal static class VectorPolyfills
{
    extension(Vector128)
    {
        /// <summary>Looks up elements below 16; what larger ones give depends on the processor.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector128<byte> ShuffleNative(Vector128<byte> table, Vector128<byte> indices) => Ssse3.IsSupported
            ? Ssse3.Shuffle(table, indices)
            : Vector128.Shuffle(table, indices);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector128<double> FusedMultiplyAdd(Vector128<double> left, Vector128<double> right, Vector128<double> addend) =>
            Fma.IsSupported ? Fma.MultiplyAdd(left, right, addend)
            : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.FusedMultiplyAdd(addend, left, right)
            : Vector128.Create(Math.FusedMultiplyAdd(left[0], right[0], addend[0]), Math.FusedMultiplyAdd(left[1], right[1], addend[1]));
    }

    extension(Vector256)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector256<double> FusedMultiplyAdd(Vector256<double> left, Vector256<double> right, Vector256<double> addend) => Fma.IsSupported
            ? Fma.MultiplyAdd(left, right, addend)
            : Vector256.Create(
                Vector128.FusedMultiplyAdd(left.GetLower(), right.GetLower(), addend.GetLower()),
                Vector128.FusedMultiplyAdd(left.GetUpper(), right.GetUpper(), addend.GetUpper()));
    }

    extension(Vector512)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector512<double> FusedMultiplyAdd(Vector512<double> left, Vector512<double> right, Vector512<double> addend) => Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAdd(left, right, addend)
            : Vector512.Create(
                Vector256.FusedMultiplyAdd(left.GetLower(), right.GetLower(), addend.GetLower()),
                Vector256.FusedMultiplyAdd(left.GetUpper(), right.GetUpper(), addend.GetUpper()));
    }

    extension(Vector128<byte>)
    {
        internal static Vector128<byte> Indices => Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }
}
