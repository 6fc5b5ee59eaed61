using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>A customer's request and when it was dealt with: one row of a service desk's log.</summary>
/// <remarks>
/// A row may be malformed; the method that reads it throws and names its position, or counts it as invalid where its name ends in <c>Tolerant</c>.
/// The caller chooses which event counts and keeps to it: the first reply of a person and not of a bot; the first resolution, or the last one when tickets are
/// reopened.
/// </remarks>
/// <param name="Created">When the customer made the request.</param>
/// <param name="FirstReply">When a person first answered it publicly; <see langword="null"/> when nobody has yet.</param>
/// <param name="Resolved">When it was resolved; <see langword="null"/> when it is still open.</param>
[JsonConverter(typeof(RecordJsonConverter<Ticket>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct Ticket(
    Instant Created,
    Instant? FirstReply = null,
    Instant? Resolved = null) : IJsonRecord<Ticket>
{
    /// <summary>Creates the row from times that say their own distance from UTC.</summary>
    /// <param name="Created">When the customer made the request.</param>
    /// <param name="FirstReply">When a person first answered it publicly; <see langword="null"/> when nobody has yet.</param>
    /// <param name="Resolved">When it was resolved; <see langword="null"/> when it is still open.</param>
    [OverloadResolutionPriority(-1)]
    public Ticket(DateTimeOffset Created, DateTimeOffset? FirstReply = null, DateTimeOffset? Resolved = null)
        : this(Dates.From(Created), Dates.From(FirstReply), Dates.From(Resolved))
    {
    }

    /// <summary>Creates the row from times whose kind is UTC or local; <see cref="FromUtc"/> takes columns without a kind.</summary>
    /// <param name="Created">When the customer made the request.</param>
    /// <param name="FirstReply">When a person first answered it publicly; <see langword="null"/> when nobody has yet.</param>
    /// <param name="Resolved">When it was resolved; <see langword="null"/> when it is still open.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time has no kind, so that it does not say whether it is in UTC.</exception>
    [OverloadResolutionPriority(-1)]
    public Ticket(DateTime Created, DateTime? FirstReply = null, DateTime? Resolved = null)
        : this(Dates.From(Created, nameof(Created)), Dates.From(FirstReply, nameof(FirstReply)), Dates.From(Resolved, nameof(Resolved)))
    {
    }

    /// <summary>How long the first reply took; <see langword="null"/> when there is none yet, negative when the row is malformed.</summary>
    public Duration? TimeToFirstReply => FirstReply - Created;

    /// <summary>How long the resolution took; <see langword="null"/> when there is none yet, negative when the row is malformed.</summary>
    public Duration? TimeToResolution => Resolved - Created;

    /// <summary>Whether neither the first reply nor the resolution lies before the creation, as in a row that is not malformed.</summary>
    public bool IsInOrder => !(FirstReply < Created || Resolved < Created);

    /// <summary>Creates the row from columns of a database that hold UTC, whether or not their kind says so.</summary>
    /// <param name="created">When the customer made the request.</param>
    /// <param name="firstReply">When a person first answered it publicly; <see langword="null"/> when nobody has yet.</param>
    /// <param name="resolved">When it was resolved; <see langword="null"/> when it is still open.</param>
    /// <returns>The row.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A time is local.</exception>
    public static Ticket FromUtc(DateTime created, DateTime? firstReply = null, DateTime? resolved = null) =>
        new(Dates.FromUtc(created, nameof(created)), Dates.FromUtc(firstReply, nameof(firstReply)), Dates.FromUtc(resolved, nameof(resolved)));

    /// <summary>The instants as invariant text.</summary>
    /// <returns>Text for display, such as <c>created 2026-03-02T09:00:00Z, resolved 2026-03-02T13:00:00Z</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"created {Created}{Text("first reply", FirstReply)}{Text("resolved", Resolved)}");

    private static string Text(string what, Instant? instant) =>
        instant is { } at ? string.Create(CultureInfo.InvariantCulture, $", {what} {at}") : string.Empty;

    static Ticket IJsonRecord<Ticket>.Json(JsonMembers<Ticket> json) => new(
        json.Value(nameof(Created), x => x.Created),
        json.Optional(nameof(FirstReply), x => x.FirstReply),
        json.Optional(nameof(Resolved), x => x.Resolved));
}
