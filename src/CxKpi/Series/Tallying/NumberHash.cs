using System.Runtime.CompilerServices;

namespace CxKpi;

/// <summary>Numbers, characters and named values, by the hash that they have.</summary>
internal readonly struct NumberHash<TKey> : IKeyHash<TKey>
{
    public static bool IsCheap => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(TKey key) => unchecked((uint)EqualityComparer<TKey>.Default.GetHashCode(key!) * 0x9E37_79B1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual(TKey a, TKey b) => EqualityComparer<TKey>.Default.Equals(a, b);
}
