using System.Collections;

namespace CxKpi;

/// <summary>Makes lists that compare by what they hold.</summary>
internal static class ValueList
{
    /// <summary>A copy of a list; <see langword="null"/>, which a serializer gives for an absent member, is none.</summary>
    internal static ValueList<T> Of<T>(IEnumerable<T>? items) => items as ValueList<T> ?? (items is null ? ValueList<T>.Empty : new([.. items]));
}

/// <summary>A list that never changes and equals another when their items do, so that records that hold lists compare by value.</summary>
internal sealed class ValueList<T>(T[] items) : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    internal static ValueList<T> Empty { get; } = new([]);

    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Equals(ValueList<T>? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (T item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
