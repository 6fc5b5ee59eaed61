namespace CxKpi;

/// <summary>Keys whose hash may take as long as the dictionary does: only the dictionary is asked.</summary>
internal readonly struct NoHash<TKey> : IKeyHash<TKey>
{
    public static bool IsCheap => false;

    public static uint Of(TKey key) => 0;

    public static bool AreEqual(TKey a, TKey b) => false;
}
