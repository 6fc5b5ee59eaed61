using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>How first-contact resolution is known, and by which time window. Two figures must share both to be comparable.</summary>
/// <remarks><c>default</c> states no rule.</remarks>
[JsonConverter(typeof(RecordJsonConverter<FirstContactRule>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct FirstContactRule : IJsonRecord<FirstContactRule>
{
    /// <summary>Creates the rule.</summary>
    /// <param name="basis">How it is known that a contact resolved the issue.</param>
    /// <param name="window">The time window; given if and only if the basis is <see cref="FirstContactBasis.Window"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basis"/> is not a named value.</exception>
    /// <exception cref="ArgumentException">The window is missing, or is given for another basis.</exception>
    public FirstContactRule(FirstContactBasis basis, RepeatWindow window = default)
    {
        Basis = Guard.Defined(basis);
        Window = basis == FirstContactBasis.Window == (window != default)
            ? window
            : throw new ArgumentException(
                $"{nameof(window)} must be stated for the basis {FirstContactBasis.Window} and no other, but is {window} for {basis}",
                nameof(window));
    }

    /// <summary>The rule that the agent or the system recorded the resolution.</summary>
    public static FirstContactRule Recorded { get; } = new(FirstContactBasis.Recorded);

    /// <summary>The rule that the customer was asked whether the issue was resolved.</summary>
    public static FirstContactRule Survey { get; } = new(FirstContactBasis.Survey);

    /// <summary>How it is known that a contact resolved the issue.</summary>
    public FirstContactBasis Basis { get; }

    /// <summary>The time window, when that is the basis.</summary>
    public RepeatWindow Window { get; }

    /// <summary>Creates the rule that the customer did not come back within a time window.</summary>
    /// <param name="window">The time window, and which contacts are judged.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">The window is the default value, which states no length.</exception>
    public static FirstContactRule NoRepeat(RepeatWindow window) => new(FirstContactBasis.Window, window);

    /// <summary>The basis and the window as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => Basis switch
    {
        FirstContactBasis.NotStated => "basis not stated",
        FirstContactBasis.Window => $"no repeat within {Window}",
        FirstContactBasis.Recorded or FirstContactBasis.Survey => Basis.ToString(),
    };

    static FirstContactRule IJsonRecord<FirstContactRule>.Json(JsonMembers<FirstContactRule> json) => new(
        json.Value(nameof(Basis), x => x.Basis),
        json.Record(nameof(Window), x => x.Window));
}
