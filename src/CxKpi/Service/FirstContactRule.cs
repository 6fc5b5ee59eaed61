using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>How first-contact resolution is known, and by which window: what two figures must share to be compared.</summary>
/// <remarks><c>default</c> means "not stated".</remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct FirstContactRule
{
    /// <summary>Creates the rule.</summary>
    /// <param name="basis">How it is known that a contact resolved the issue.</param>
    /// <param name="window">The window; stated when, and only when, the basis is <see cref="FirstContactBasis.Window"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basis"/> is not a named value.</exception>
    /// <exception cref="ArgumentException">A window is missing, or stated for another basis.</exception>
    [JsonConstructor]
    public FirstContactRule(FirstContactBasis basis, RepeatWindow window = default)
    {
        Basis = Guard.Defined(basis);
        Window = basis == FirstContactBasis.Window == (window != default)
            ? window
            : throw new ArgumentException($"{nameof(window)} must be stated for the basis {FirstContactBasis.Window} and no other, but is {window} for {basis}", nameof(window));
    }

    /// <summary>The agent or the system recorded it.</summary>
    public static FirstContactRule Recorded { get; } = new(FirstContactBasis.Recorded);

    /// <summary>The customer was asked.</summary>
    public static FirstContactRule Survey { get; } = new(FirstContactBasis.Survey);

    /// <summary>How it is known that a contact resolved the issue.</summary>
    public FirstContactBasis Basis { get; }

    /// <summary>The window, when that is the basis.</summary>
    public RepeatWindow Window { get; }

    /// <summary>The customer did not come back within a window.</summary>
    /// <param name="window">The window and which contacts are judged.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">The window is the default value, which states no length.</exception>
    public static FirstContactRule NoRepeat(RepeatWindow window) => new(FirstContactBasis.Window, window);

    /// <summary>The basis and the window as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => Basis switch
    {
        FirstContactBasis.NotStated => "basis not stated",
        FirstContactBasis.Window => $"no repeat within {Window}",
        _ => Basis.ToString(),
    };
}
