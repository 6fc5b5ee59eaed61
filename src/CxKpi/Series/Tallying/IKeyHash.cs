namespace CxKpi;

/// <summary>How keys are recognised before a dictionary is asked.</summary>
/// <remarks>A hash may be the same for all keys; only equality decides, and it is that of the dictionary.</remarks>
internal interface IKeyHash<TKey>
{
    static abstract bool IsCheap { get; }

    static abstract uint Of(TKey key);

    static abstract bool AreEqual(TKey a, TKey b);
}
