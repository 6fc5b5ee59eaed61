using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>One parameter of a fitted model.</summary>
/// <remarks><c>default</c> is no parameter and has no name.</remarks>
[JsonConverter(typeof(RecordJsonConverter<FittedParameter>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct FittedParameter : IJsonRecord<FittedParameter>
{
    private readonly string? name;

    /// <summary>Creates a parameter.</summary>
    /// <param name="name">The name as the literature writes it, such as <c>α</c>.</param>
    /// <param name="value">The value; finite.</param>
    /// <param name="standardError">The standard error; not negative, or <see langword="null"/> when it is not known.</param>
    /// <param name="isAtLimit">Whether the value is an edge at which the search was held.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not finite, or the standard error is negative.</exception>
    public FittedParameter(string name, double value, double? standardError = null, bool isAtLimit = false)
    {
        this.name = Guard.NotNull(name) is { Length: > 0 } given ? given : null;
        Value = Guard.Finite(value);
        StandardError = standardError is { } error ? Guard.Finite(Guard.NotNegative(error, nameof(standardError)), nameof(standardError)) : null;
        IsAtLimit = isAtLimit;
    }

    /// <summary>The name as the literature writes it.</summary>
    public string Name => name ?? "";

    /// <summary>The value.</summary>
    public double Value { get; }

    /// <summary>The standard error; <see langword="null"/> at a limit and where the data do not identify the parameter.</summary>
    public double? StandardError { get; }

    /// <summary>Whether the likelihood rises beyond the value, which is only where the search was held.</summary>
    public bool IsAtLimit { get; }

    /// <summary>The parameter as text, in English.</summary>
    /// <returns>
    /// Text for display, such as <c>α = 4.41 ± 0.38</c>: the standard error has two digits, and the value goes to the same place; without a standard error the
    /// value has four digits, and at a limit it says so.
    /// </returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The parameter as text.</summary>
    /// <param name="language">The language of numbers.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language) => In(Phrases.For(language));

    internal string In(Phrases words)
    {
        (string value, string error) = Digits(words);
        string limit = IsAtLimit ? $" ({words.AtItsLimit})" : "";
        return TerminalText.Clean($"{Name} = {value}{(error.Length == 0 ? "" : $" \u00B1 {error}")}{limit}");
    }

    /// <summary>The value and its standard error to the same place; the error is empty where it is not known.</summary>
    internal (string Value, string Error) Digits(Phrases words) => StandardError is { } error
        ? (words.UpTo(error, Value), words.UpTo(error, error))
        : (words.FourDigits(Value), "");

    static FittedParameter IJsonRecord<FittedParameter>.Json(JsonMembers<FittedParameter> json) => new(
        json.Text(nameof(Name), x => x.Name),
        json.Value(nameof(Value), x => x.Value),
        json.Optional(nameof(StandardError), x => x.StandardError),
        json.Value(nameof(IsAtLimit), x => x.IsAtLimit));
}
