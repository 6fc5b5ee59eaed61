using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The two steps of a funnel between which a conversion is counted. <c>default</c> states no steps.</summary>
[JsonConverter(typeof(RecordJsonConverter<FunnelSteps>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct FunnelSteps : IJsonRecord<FunnelSteps>
{
    /// <summary>Creates the pair.</summary>
    /// <param name="from">The name of the earlier step; not blank.</param>
    /// <param name="to">The name of the later step; not blank, and different from <paramref name="from"/>.</param>
    /// <exception cref="ArgumentNullException">Only one of the names is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A name is blank, or both names are the same.</exception>
    public FunnelSteps(string? from, string? to)
    {
        // "Not stated" looks like this when it comes back from JSON.
        if ((from, to) == default)
        {
            return;
        }

        From = Guard.NotBlank(from);
        To = string.Equals(Guard.NotBlank(to), from, StringComparison.Ordinal)
            ? throw new ArgumentException($"{nameof(to)} must be another step than {nameof(from)}, but both are {to}", nameof(to))
            : to;
    }

    /// <summary>The name of the earlier step; <see langword="null"/> when it is not stated.</summary>
    public string? From { get; }

    /// <summary>The name of the later step; <see langword="null"/> when it is not stated.</summary>
    public string? To { get; }

    /// <summary>Both names as text.</summary>
    /// <returns>Text for display, such as <c>cart to purchase</c>.</returns>
    public override string ToString() => From is null ? "steps not stated" : TerminalText.Clean($"{From} to {To}");

    static FunnelSteps IJsonRecord<FunnelSteps>.Json(JsonMembers<FunnelSteps> json) => new(
        json.OptionalText(nameof(From), x => x.From),
        json.OptionalText(nameof(To), x => x.To));
}
