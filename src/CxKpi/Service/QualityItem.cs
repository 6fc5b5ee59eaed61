using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>One item of a quality evaluation: the points reached of the points possible, an item that does not apply, or a fatal error.</summary>
/// <remarks><c>default</c> is an item that does not apply.</remarks>
[JsonConverter(typeof(RecordJsonConverter<QualityItem>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct QualityItem : IJsonRecord<QualityItem>
{
    /// <summary>Creates an item.</summary>
    /// <param name="points">The points reached; not negative, not more than <paramref name="possible"/>, and 0 for a fatal error.</param>
    /// <param name="possible">The points possible; not negative.</param>
    /// <param name="isFatalError">Whether the item takes the whole evaluation to zero; see <see cref="FatalError"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, more points were reached than possible, or a fatal error has points.</exception>
    public QualityItem(decimal points, decimal possible, bool isFatalError = false)
    {
        Points = isFatalError && points > 0 ? throw Guard.Outside(nameof(points), "must be zero for a fatal error", points) : Guard.Part(points, possible);
        Possible = possible;
        IsFatalError = isFatalError;
    }

    /// <summary>An item that does not apply to the contact and is on neither side of the score.</summary>
    public static QualityItem NotApplicable => default;

    /// <summary>The points reached.</summary>
    public decimal Points { get; }

    /// <summary>The points possible.</summary>
    public decimal Possible { get; }

    /// <summary>Whether the item takes the whole evaluation to zero.</summary>
    public bool IsFatalError { get; }

    /// <summary>Creates a fatal error, such as a breach of data protection, which takes the whole evaluation to 0 of its possible points.</summary>
    /// <param name="possible">The points possible on this item; not negative.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The points are negative.</exception>
    public static QualityItem FatalError(decimal possible) => new(0, possible, isFatalError: true);

    /// <summary>The points as invariant text.</summary>
    /// <returns>Text for display, such as <c>1.5 of 2</c>.</returns>
    public override string ToString() => this == default
        ? "not applicable"
        : string.Create(CultureInfo.InvariantCulture, $"{Points} of {Possible}{(IsFatalError ? ", a fatal error" : string.Empty)}");

    static QualityItem IJsonRecord<QualityItem>.Json(JsonMembers<QualityItem> json) => new(
        json.Value(nameof(Points), x => x.Points),
        json.Value(nameof(Possible), x => x.Possible),
        json.Value(nameof(IsFatalError), x => x.IsFatalError));
}
