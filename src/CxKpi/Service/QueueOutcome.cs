using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>How a contact left the queue.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<QueueOutcome>))]
public enum QueueOutcome
{
    /// <summary>An agent answered the contact.</summary>
    Answered,

    /// <summary>The customer gave up while waiting.</summary>
    Abandoned,

    /// <summary>The contact was sent elsewhere while waiting: to another queue, to voice mail or to a call-back.</summary>
    FlowedOut,
}
