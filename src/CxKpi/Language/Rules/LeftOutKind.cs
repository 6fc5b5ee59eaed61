using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Why something that was seen is in no base of a KPI.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<LeftOutKind>))]
public enum LeftOutKind
{
    /// <summary>A question that was asked and not answered.</summary>
    Missing,

    /// <summary>An answer outside the scale, or a row that cannot be true, which a tolerant method left out.</summary>
    Invalid,

    /// <summary>An item that has not ended yet.</summary>
    Open,

    /// <summary>A case that cannot be judged yet, because its time is not up.</summary>
    Pending,

    /// <summary>A case whose deadline has not come.</summary>
    NotYetDue,

    /// <summary>A ticket that was closed and never replied to.</summary>
    ClosedWithoutReply,

    /// <summary>A commitment whose request was closed before it was met or due.</summary>
    Lapsed,

    /// <summary>A cart that was emptied.</summary>
    Emptied,

    /// <summary>A purchase without a cart or a checkout before it.</summary>
    PurchaseWithoutStart,

    /// <summary>A contact that the first level cannot resolve.</summary>
    NotResolvableAtFirst,

    /// <summary>An invitation that did not arrive.</summary>
    Bounced,

    /// <summary>A contact that was abandoned within the time in which nobody can answer.</summary>
    ShortAbandon,

    /// <summary>A row of a table of subscriptions that is a trial.</summary>
    Trial,

    /// <summary>A row of a table of subscriptions that ended on the day on which it began, and never held.</summary>
    WithoutADay,
}
