using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>What an abandonment is counted over, and how long a purchase may take. <c>default</c> states neither.</summary>
[JsonConverter(typeof(RecordJsonConverter<CartBasis>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct CartBasis : IJsonRecord<CartBasis>
{
    /// <summary>Creates the basis.</summary>
    /// <param name="unit">What is counted: carts, sessions that had a cart, or users that had one.</param>
    /// <param name="window">The time within which a purchase counts; greater than zero; <see langword="null"/> when it is not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not a named value, or the window is not greater than zero.</exception>
    public CartBasis(ConversionUnit unit, Duration? window = null)
    {
        Unit = Guard.Defined(unit);
        Window = window <= Duration.Zero ? throw Guard.Outside(nameof(window), "must be greater than zero", window) : window;
    }

    /// <summary>What is counted.</summary>
    public ConversionUnit Unit { get; }

    /// <summary>The time within which a purchase counts; <see langword="null"/> when it is not stated.</summary>
    public Duration? Window { get; }

    /// <summary>The unit and the window as invariant text.</summary>
    /// <returns>Text for display, such as <c>Cart within 1:00:00:00</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Unit}{(Window is { } window ? $" within {window}" : ", window not stated")}");

    static CartBasis IJsonRecord<CartBasis>.Json(JsonMembers<CartBasis> json) => new(
        json.Value(nameof(Unit), x => x.Unit),
        json.Optional(nameof(Window), x => x.Window));
}
