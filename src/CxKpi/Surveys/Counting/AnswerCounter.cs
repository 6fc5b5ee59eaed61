using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace CxKpi;

/// <summary>Counts answers per point of a rating scale: the loop behind every survey tally.</summary>
/// <remarks>
/// A scale is its lowest answer and its number of points, at most <see cref="MaxPoints"/>. <c>counts[i]</c> belongs to the answer <c>lowest + i</c>.
/// Nothing is allocated.
/// </remarks>
internal static partial class AnswerCounter
{
    /// <summary>The points of the longest scale in use, 0 to 10.</summary>
    internal const int MaxPoints = 11;

    /// <summary>One slot per point of the longest scale, and a last one for everything beyond.</summary>
    internal const int Slots = MaxPoints + 1;

    /// <summary>Adds the answers to <paramref name="counts"/>, all or none.</summary>
    /// <returns>-1, or the index of the first answer that is not on the scale; <paramref name="counts"/> is then unchanged.</returns>
    internal static int Count(ReadOnlySpan<byte> answers, int lowest, int points, Span<long> counts)
    {
        if (!FitsByte(lowest, points))
        {
            return CountScalar(answers, lowest, points, counts);
        }

        Span<long> found = stackalloc long[Slots];
        Find(answers, lowest, found);
        return AddWhenAllOnScale(found, points, counts)
            ? -1
            : answers.IndexOfAnyExceptInRange((byte)lowest, (byte)(lowest + points - 1));
    }

    /// <inheritdoc cref="Count(ReadOnlySpan{byte}, int, int, Span{long})"/>
    internal static int Count(ReadOnlySpan<int> answers, int lowest, int points, Span<long> counts)
    {
        Span<long> found = stackalloc long[Slots];
        Find(answers, lowest, found);
        return AddWhenAllOnScale(found, points, counts)
            ? -1
            : answers.IndexOfAnyExceptInRange(lowest, lowest + points - 1);
    }

    /// <summary>Adds the answers that lie on the scale to <paramref name="counts"/>.</summary>
    /// <returns>How many answers are not on the scale.</returns>
    internal static long CountTolerant(ReadOnlySpan<byte> answers, int lowest, int points, Span<long> counts)
    {
        if (!FitsByte(lowest, points))
        {
            return CountTolerantScalar(answers, lowest, points, counts);
        }

        Span<long> found = stackalloc long[Slots];
        Find(answers, lowest, found);
        Add(found, points, counts);
        return OffScale(found, points);
    }

    /// <inheritdoc cref="CountTolerant(ReadOnlySpan{byte}, int, int, Span{long})"/>
    internal static long CountTolerant(ReadOnlySpan<int> answers, int lowest, int points, Span<long> counts)
    {
        Span<long> found = stackalloc long[Slots];
        Find(answers, lowest, found);
        Add(found, points, counts);
        return OffScale(found, points);
    }

    /// <summary>What <c>Count</c> means, written plainly: the oracle of the vectorised loop.</summary>
    internal static int CountScalar<TAnswer>(ReadOnlySpan<TAnswer> answers, int lowest, int points, Span<long> counts)
        where TAnswer : IBinaryInteger<TAnswer>
    {
        Span<long> found = stackalloc long[points];
        found.Clear();
        for (int i = 0; i < answers.Length; i++)
        {
            long position = long.CreateTruncating(answers[i]) - lowest;
            if (position < 0 || position >= points)
            {
                return i;
            }

            found[(int)position]++;
        }

        Add(found, points, counts);
        return -1;
    }

    /// <summary>What <c>CountTolerant</c> means, written plainly; it also takes what fills no vector, and all on hardware without byte shuffles.</summary>
    internal static long CountTolerantScalar<TAnswer>(ReadOnlySpan<TAnswer> answers, int lowest, int points, Span<long> counts)
        where TAnswer : IBinaryInteger<TAnswer>
    {
        long offScale = 0;
        foreach (TAnswer answer in answers)
        {
            long position = long.CreateTruncating(answer) - lowest;
            if (position < 0 || position >= points)
            {
                offScale++;
            }
            else
            {
                counts[(int)position]++;
            }
        }

        return offScale;
    }

    // A negative lowest answer, or a highest above 255, would wrap around in byte arithmetic; no real scale of bytes has one.
    private static bool FitsByte(int lowest, int points) => lowest >= 0 && lowest <= byte.MaxValue + 1 - points;

    /// <summary>Counts by position on the scale; what lies beyond <see cref="MaxPoints"/> on either side goes to the last slot.</summary>
    /// <remarks>
    /// <paramref name="widest"/> limits the vectors' width in bits, so that tests reach the narrow ones on hardware with wider ones; inlined, it costs nothing.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Find<TAnswer>(ReadOnlySpan<TAnswer> answers, int lowest, Span<long> found, int widest = 512)
        where TAnswer : struct, IBinaryInteger<TAnswer>
    {
        found.Clear();
        int done = 0;
        if (widest >= 512 && Vector512.IsHardwareAccelerated && Avx512BW.IsSupported)
        {
            done = FindByVector<Lanes512, TAnswer>(answers, lowest, found);
        }
        else if (widest >= 256 && Avx2.IsSupported)
        {
            done = FindByVector<Lanes256, TAnswer>(answers, lowest, found);
        }
        else if (widest >= 128 && (Ssse3.IsSupported || AdvSimd.Arm64.IsSupported))
        {
            done = FindByVector<Lanes128, TAnswer>(answers, lowest, found);
        }

        found[MaxPoints] += CountTolerantScalar(answers[done..], lowest, MaxPoints, found);
    }

    private static bool AddWhenAllOnScale(ReadOnlySpan<long> found, int points, Span<long> counts)
    {
        if (OffScale(found, points) > 0)
        {
            return false;
        }

        Add(found, points, counts);
        return true;
    }

    private static long OffScale(ReadOnlySpan<long> found, int points)
    {
        Debug.Assert(points is >= 1 and <= MaxPoints);
        long offScale = 0;
        foreach (long count in found[points..])
        {
            offScale += count;
        }

        return offScale;
    }

    private static void Add(ReadOnlySpan<long> found, int points, Span<long> counts)
    {
        // A span that is too short throws here, before anything has changed.
        counts = counts[..points];
        for (int i = 0; i < points; i++)
        {
            counts[i] += found[i];
        }
    }
}
