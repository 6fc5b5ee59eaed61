namespace CxKpi;

/// <summary>One item of a quality evaluation: points reached of points possible, not applicable, or a fatal error.</summary>
/// <remarks><c>default</c> is an item that does not apply.</remarks>
public readonly record struct QualityItem
{
    /// <summary>Creates an item that applied.</summary>
    /// <param name="points">Points reached; not negative, not more than <paramref name="possible"/>.</param>
    /// <param name="possible">Points possible; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or more points were reached than possible.</exception>
    public QualityItem(decimal points, decimal possible)
    {
        Points = Guard.Part(points, possible);
        Possible = possible;
    }

    /// <summary>An item that does not apply to the contact: on neither side of the score.</summary>
    public static QualityItem NotApplicable => default;

    /// <summary>Points reached.</summary>
    public decimal Points { get; }

    /// <summary>Points possible.</summary>
    public decimal Possible { get; }

    /// <summary>Whether the item takes the whole evaluation to zero.</summary>
    public bool IsFatalError { get; private init; }

    /// <summary>A fatal error, such as a breach of data protection: the whole evaluation reaches 0 of its possible points.</summary>
    /// <param name="possible">Points possible on this item; not negative.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The points are negative.</exception>
    public static QualityItem FatalError(decimal possible) => new(0, possible) { IsFatalError = true };
}
