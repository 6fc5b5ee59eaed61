using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>The waits by which the contacts of a queue are counted. Counts with different thresholds neither add up nor compare. <c>default</c> states
/// none.</summary>
[JsonConverter(typeof(RecordJsonConverter<QueueThresholds>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct QueueThresholds : IJsonRecord<QueueThresholds>
{
    /// <summary>Creates the thresholds.</summary>
    /// <param name="within">The longest wait that is in time, itself included: the T of "answered within T";
    /// <see langword="null"/> when it is not stated.</param>
    /// <param name="shortUpTo">The longest wait of a short abandon, itself included; <see langword="null"/> when short abandons are not distinguished.</param>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is negative.</exception>
    public QueueThresholds(Duration? within, Duration? shortUpTo = null)
    {
        Within = within is { } t ? Guard.NotNegative(t, nameof(within)) : null;
        ShortUpTo = shortUpTo is { } s ? Guard.NotNegative(s, nameof(shortUpTo)) : null;
    }

    /// <inheritdoc cref="QueueThresholds(Duration?, Duration?)"/>
    [OverloadResolutionPriority(-1)]
    public QueueThresholds(TimeSpan within, TimeSpan? shortUpTo = null)
        : this(Duration.FromTimeSpan(within), shortUpTo is { } s ? Duration.FromTimeSpan(s) : null)
    {
    }

    /// <summary>The longest wait that is in time; <see langword="null"/> when it is not stated.</summary>
    public Duration? Within { get; }

    /// <summary>The longest wait of a short abandon; <see langword="null"/> when short abandons are not distinguished.</summary>
    public Duration? ShortUpTo { get; }

    /// <summary>The thresholds as invariant text.</summary>
    /// <returns>Text for display, such as <c>within 20 s, short abandons up to 5 s</c>.</returns>
    public override string ToString() => In(Phrases.English);

    /// <summary>Both thresholds in a language.</summary>
    /// <summary>Whether these are the same as others; equality itself asks for a comparer of optional durations, which takes longer.</summary>
    internal bool AreThoseOf(in QueueThresholds other) =>
        (Within.HasValue == other.Within.HasValue)
        & (ShortUpTo.HasValue == other.ShortUpTo.HasValue)
        && Within.GetValueOrDefault() == other.Within.GetValueOrDefault()
        && ShortUpTo.GetValueOrDefault() == other.ShortUpTo.GetValueOrDefault();

    internal string In(Phrases words)
    {
        return (Within, ShortUpTo) switch
        {
            (null, null) => words.ThresholdsNotStated,
            (null, { } s) => words.ShortAbandonsUpTo(Seconds(s)),
            ({ } t, null) => words.WithinWait(Seconds(t)),
            ({ } t, { } s) => $"{words.WithinWait(Seconds(t))}, {words.ShortAbandonsUpTo(Seconds(s))}",
        };

        string Seconds(Duration duration) => DurationTally.ToSeconds(duration).ToString("0.#########", words.Numbers) + words.Suffix("s");
    }

    static QueueThresholds IJsonRecord<QueueThresholds>.Json(JsonMembers<QueueThresholds> json) => new(
        json.Optional(nameof(Within), x => x.Within),
        json.Optional(nameof(ShortUpTo), x => x.ShortUpTo));
}
