using System.Collections;
using System.Runtime.CompilerServices;

namespace CxKpi;

/// <summary>Creates lists that compare by their items.</summary>
internal static class ValueList
{
    /// <summary>Copies a list; <see langword="null"/>, which a serializer passes for an absent member, gives an empty list.</summary>
    internal static ValueList<T> Of<T>(IEnumerable<T>? items) => items as ValueList<T> ?? (items is null ? ValueList<T>.Empty : new([.. items]));

    /// <summary>Copies a list that must be there with all its items.</summary>
    internal static ValueList<T> Known<T>(IEnumerable<T>? items, [CallerArgumentExpression(nameof(items))] string name = "")
        where T : class =>
        new([.. Guard.NotNull(items, name).Select(item => Guard.NotNull(item, name))]);
}

/// <summary>An immutable list that equals another when their items are equal, so that records that contain lists compare by value.</summary>
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
