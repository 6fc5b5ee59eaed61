using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>The waits that a queue's counts rest on: counts by different ones neither add up nor compare. <c>default</c> means "not stated".</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct QueueThresholds
{
    /// <summary>Creates the thresholds.</summary>
    /// <param name="within">The longest wait that is in time, itself included: the T of "answered within T"; <see langword="null"/> when it is not stated.</param>
    /// <param name="shortUpTo">The longest wait of a short abandon, itself included; <see langword="null"/> when short abandons are not told apart.</param>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is negative.</exception>
    [JsonConstructor]
    public QueueThresholds(Duration? within, Duration? shortUpTo = null)
    {
        Within = within is { } t ? Guard.NotNegative(t, nameof(within)) : null;
        ShortUpTo = shortUpTo is { } s ? Guard.NotNegative(s, nameof(shortUpTo)) : null;
    }

    /// <summary>The longest wait that is in time; <see langword="null"/> when it is not stated.</summary>
    [JsonConverter(typeof(DurationJsonConverter))]
    public Duration? Within { get; }

    /// <summary>The longest wait of a short abandon; <see langword="null"/> when short abandons are not told apart.</summary>
    [JsonConverter(typeof(DurationJsonConverter))]
    public Duration? ShortUpTo { get; }

    /// <summary>The thresholds as invariant text.</summary>
    /// <returns>Text for a person, such as <c>within 20 s, short abandons up to 5 s</c>.</returns>
    public override string ToString() => (Within, ShortUpTo) switch
    {
        (null, null) => "thresholds not stated",
        (null, { } s) => $"short abandons up to {Seconds(s)}",
        ({ } t, null) => $"within {Seconds(t)}",
        ({ } t, { } s) => $"within {Seconds(t)}, short abandons up to {Seconds(s)}",
    };

    private static string Seconds(Duration duration) => string.Create(CultureInfo.InvariantCulture, $"{DurationTally.ToSeconds(duration):0.#########} s");
}
