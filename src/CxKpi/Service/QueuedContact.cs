using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>One contact in a queue's log: how it left the queue, and after what wait.</summary>
/// <remarks>
/// The wait runs from entering the queue, not from dialling. Time in a voice menu before the queue is not a wait, and a customer who hangs up
/// in the menu was never queued. <c>default</c> is a contact that was answered at once.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<QueuedContact>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct QueuedContact : IJsonRecord<QueuedContact>
{
    /// <summary>Creates the contact.</summary>
    /// <param name="outcome">How the contact left the queue.</param>
    /// <param name="wait">The time from entering the queue to leaving it; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The outcome is not a named value, or the wait is negative.</exception>
    public QueuedContact(QueueOutcome outcome, Duration wait)
    {
        Outcome = Guard.Defined(outcome);
        Wait = Guard.NotNegative(wait);
    }

    /// <summary>How the contact left the queue.</summary>
    public QueueOutcome Outcome { get; }

    /// <summary>The time from entering the queue to leaving it.</summary>
    public Duration Wait { get; }

    /// <summary>Creates a contact that an agent answered.</summary>
    /// <param name="wait">The wait; zero when the contact was answered at once.</param>
    /// <returns>The contact.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The wait is negative.</exception>
    public static QueuedContact Answered(Duration wait) => new(QueueOutcome.Answered, wait);

    /// <inheritdoc cref="Answered(Duration)"/>
    [OverloadResolutionPriority(-1)]
    public static QueuedContact Answered(TimeSpan wait) => Answered(Duration.FromTimeSpan(wait));

    /// <summary>Creates a contact whose customer gave up.</summary>
    /// <param name="wait">The wait.</param>
    /// <returns>The contact.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The wait is negative.</exception>
    public static QueuedContact Abandoned(Duration wait) => new(QueueOutcome.Abandoned, wait);

    /// <inheritdoc cref="Abandoned(Duration)"/>
    [OverloadResolutionPriority(-1)]
    public static QueuedContact Abandoned(TimeSpan wait) => Abandoned(Duration.FromTimeSpan(wait));

    /// <summary>Creates a contact that was sent elsewhere.</summary>
    /// <param name="wait">The wait.</param>
    /// <returns>The contact.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The wait is negative.</exception>
    public static QueuedContact FlowedOut(Duration wait) => new(QueueOutcome.FlowedOut, wait);

    /// <inheritdoc cref="FlowedOut(Duration)"/>
    [OverloadResolutionPriority(-1)]
    public static QueuedContact FlowedOut(TimeSpan wait) => FlowedOut(Duration.FromTimeSpan(wait));

    /// <summary>The outcome and the wait as invariant text.</summary>
    /// <returns>Text for display, such as <c>Answered after 20 s</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Outcome} after {DurationTally.ToSeconds(Wait):0.#########} s");

    static QueuedContact IJsonRecord<QueuedContact>.Json(JsonMembers<QueuedContact> json) => new(
        json.Value(nameof(Outcome), x => x.Outcome),
        json.Value(nameof(Wait), x => x.Wait));
}
