namespace CxKpi;

/// <summary>How a contact left the queue.</summary>
public enum QueueOutcome
{
    /// <summary>An agent answered it.</summary>
    Answered,

    /// <summary>The customer gave up while waiting.</summary>
    Abandoned,

    /// <summary>It was sent elsewhere while waiting: to another queue, to voice mail, to a call-back.</summary>
    FlowedOut,
}
