using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CxKpi;

/// <summary>Gathers records by key, in the order in which keys are first seen.</summary>
/// <remarks>
/// Rows repeat few keys, so a table of keys by a cheap hash answers most of them, and the dictionary only where two keys share a place in it.
/// </remarks>
internal sealed class SegmentBuilder<TKey, TKpi, THash>
    where TKey : notnull
    where TKpi : struct, IKpi<TKpi>
    where THash : struct, IKeyHash<TKey>
{
    private const int FewestPlaces = 32, MostPlaces = 4_096, PlacesPerKey = 4;

    private readonly Dictionary<TKey, int> positions = [];

    // From position 1 on, so that a place with position 0 is empty.
    private TKey[] keys = new TKey[4];
    private TKpi[] records = new TKpi[4];
    private (TKey Key, int Position)[] places = THash.IsCheap ? new (TKey, int)[FewestPlaces] : [];
    private int shift = 32 - BitOperations.Log2(FewestPlaces);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(TKey key, in TKpi record)
    {
        // The position first: a new key may move the records.
        int position = PositionOf(key);
        TKpi.Accumulate(ref records[position], in record);
    }

    internal Dictionary<TKey, TKpi> ToDictionary()
    {
        Dictionary<TKey, TKpi> all = new(positions.Count);
        for (int i = 1; i <= positions.Count; i++)
        {
            all.Add(keys[i], records[i]);
        }

        return all;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PositionOf(TKey key)
    {
        if (!THash.IsCheap)
        {
            return Look(key);
        }

        uint place = THash.Of(key) >> shift;
        (TKey Key, int Position)[] known = places;
        return place < (uint)known.Length && known[place].Position > 0 && THash.AreEqual(known[place].Key, key)
            ? known[place].Position
            : Remember(key);
    }

    // Not inlined: it would take the registers of the loop for what happens once per key.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Remember(TKey key)
    {
        int position = Look(key);
        if (places.Length < MostPlaces && positions.Count * PlacesPerKey > places.Length)
        {
            places = new (TKey, int)[places.Length * 2];
            shift--;
        }

        places[THash.Of(key) >> shift] = (key, position);
        return position;
    }

    private int Look(TKey key)
    {
        ref int position = ref CollectionsMarshal.GetValueRefOrAddDefault(positions, key, out bool isKnown);
        if (!isKnown)
        {
            position = positions.Count;
            if (position == keys.Length)
            {
                Array.Resize(ref keys, 2 * position);
                Array.Resize(ref records, 2 * position);
            }

            keys[position] = key;
        }

        return position;
    }
}
