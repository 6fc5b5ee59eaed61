using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CxKpi;

/// <summary>Text, by its length, its first four characters and its last four.</summary>
internal readonly struct TextHash : IKeyHash<string>
{
    public static bool IsCheap => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(string key)
    {
        unchecked
        {
            if (key.Length < 4)
            {
                return key.Length == 0 ? 0 : (uint)(key[0] * 0x9E37_79B1 + key[^1] * 0x85EB_CA77 + key[key.Length / 2]);
            }

            ref byte first = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(key.AsSpan()));
            ulong start = Unsafe.ReadUnaligned<ulong>(ref first), end = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, 2 * (key.Length - 4)));
            ulong mixed = (start + (ulong)key.Length) * 0x9E37_79B9_7F4A_7C15 ^ end * 0xC2B2_AE3D_27D4_EB4F;
            return (uint)(mixed >> 32);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual(string a, string b) => a.AsSpan().SequenceEqual(b);
}
