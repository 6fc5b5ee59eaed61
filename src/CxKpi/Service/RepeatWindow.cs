using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>How soon a further contact counts as a repeat, and which contacts are judged. Repeat figures are comparable only when both are the same.</summary>
/// <remarks>Windows in use range from one day to 30 days, and a longer one always finds more repeats. <c>default</c> states no window.</remarks>
[JsonConverter(typeof(RecordJsonConverter<RepeatWindow>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct RepeatWindow : IJsonRecord<RepeatWindow>
{
    /// <summary>Creates the window.</summary>
    /// <param name="length">How long after a contact a further one counts as a repeat, this time included; greater than zero.</param>
    /// <param name="scope">Which contacts are judged.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is not greater than zero, or <paramref name="scope"/> is not a named
    /// value.</exception>
    public RepeatWindow(Duration length, ContactScope scope = ContactScope.EveryContact)
    {
        // "Not stated" looks like this when it comes back from JSON.
        bool stated = length != Duration.Zero || scope != ContactScope.EveryContact;
        Length = !stated || length > Duration.Zero ? length : throw Guard.Outside(nameof(length), "must be greater than zero", length);
        Scope = Guard.Defined(scope);
    }

    /// <inheritdoc cref="RepeatWindow(Duration, ContactScope)"/>
    [OverloadResolutionPriority(-1)]
    public RepeatWindow(TimeSpan length, ContactScope scope = ContactScope.EveryContact)
        : this(Duration.FromTimeSpan(length), scope)
    {
    }

    /// <summary>How long after a contact a further one counts as a repeat; zero for the default value.</summary>
    public Duration Length { get; }

    /// <summary>Which contacts are judged.</summary>
    public ContactScope Scope { get; }

    /// <summary>Creates a window of whole days of 24 hours.</summary>
    /// <param name="days">The number of days; greater than zero.</param>
    /// <param name="scope">Which contacts are judged.</param>
    /// <returns>The window.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is not greater than zero, or <paramref name="scope"/> is not a named
    /// value.</exception>
    public static RepeatWindow OfDays(int days, ContactScope scope = ContactScope.EveryContact) => new(Duration.FromDays(CalendarGuard.Days(days)), scope);

    /// <summary>The length and the scope as invariant text.</summary>
    /// <returns>Text for display, such as <c>7:00:00:00 after every contact</c>.</returns>
    public override string ToString() =>
        this == default
            ? "window not stated"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Length} after {(Scope == ContactScope.EveryContact ? "every contact" : "contacts that open an issue")}");

    internal RepeatWindow Stated(string name) => this != default ? this : throw new ArgumentException($"{name} must be stated", name);

    static RepeatWindow IJsonRecord<RepeatWindow>.Json(JsonMembers<RepeatWindow> json) => new(
        json.Value(nameof(Length), x => x.Length),
        json.Value(nameof(Scope), x => x.Scope));
}
