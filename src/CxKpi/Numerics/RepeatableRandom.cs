using System.Numerics;

namespace CxKpi;

/// <summary>Random numbers that are the same bits for a seed on every machine: only whole-number and correctly rounded operations.</summary>
/// <remarks>
/// xoshiro256++ seeded by SplitMix64 (Blackman and Vigna, Scrambled linear pseudorandom number generators, 2021); System.Random's algorithm may change.
/// </remarks>
internal struct RepeatableRandom
{
    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;
    private double spare;

    internal RepeatableRandom(ulong seed)
    {
        a = Split(ref seed);
        b = Split(ref seed);
        c = Split(ref seed);
        d = Split(ref seed);
        spare = double.NaN;
    }

    /// <summary>The next 64 bits.</summary>
    internal ulong NextBits()
    {
        ulong result = unchecked(BitOperations.RotateLeft(unchecked(a + d), 23) + a);
        ulong shifted = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = BitOperations.RotateLeft(d, 45);
        return result;
    }

    /// <summary>Uniform on [0, 1), 53 bits.</summary>
    internal double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Standard normal, by Marsaglia's polar method.</summary>
    internal double NextNormal()
    {
        if (!double.IsNaN(spare))
        {
            double kept = spare;
            spare = double.NaN;
            return kept;
        }

        double x, y, square;
        do
        {
            x = 2 * NextUnit() - 1;
            y = 2 * NextUnit() - 1;
            square = x * x + y * y;
        }
        while (square is >= 1 or 0);

        double factor = Math.Sqrt(-2 * Log(square) / square);
        spare = y * factor;
        return x * factor;
    }

    /// <summary>The natural logarithm by sums and quotients: the platform's may differ in its last bit.</summary>
    internal static double Log(double value)
    {
        int exponent = Math.ILogB(value);
        double mantissa = Math.ScaleB(value, -exponent);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        // ln m = 2 artanh((m − 1)/(m + 1)), whose argument stays below 0.172.
        double ratio = (mantissa - 1) / (mantissa + 1), square = ratio * ratio, sum = 0;
        for (int odd = 23; odd >= 3; odd -= 2)
        {
            sum = (sum + 1.0 / odd) * square;
        }

        return exponent * 0.69314718055994531 + 2 * ratio * (1 + sum);
    }

    private static ulong Split(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            ulong mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
