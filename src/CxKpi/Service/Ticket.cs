using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>A customer's request and when it was dealt with: one row of a service desk's log.</summary>
/// <remarks>
/// A row may be malformed; the method that reads it throws and names its position.
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
    /// <summary>How long the first reply took; <see langword="null"/> when there is none yet, negative when the row is malformed.</summary>
    public Duration? TimeToFirstReply => FirstReply - Created;

    /// <summary>How long the resolution took; <see langword="null"/> when there is none yet, negative when the row is malformed.</summary>
    public Duration? TimeToResolution => Resolved - Created;

    /// <summary>The instants as invariant text.</summary>
    /// <returns>Text for display, such as <c>created 2026-03-02T09:00:00Z, resolved 2026-03-02T13:00:00Z</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"created {Created}{Text("first reply", FirstReply)}{Text("resolved", Resolved)}");

    /// <summary>Reads one duration per ticket; a ticket without one is open.</summary>
    internal static (List<Duration> Ended, long Open) Read(IEnumerable<Ticket> tickets, Func<Ticket, Duration?> time, string rule)
    {
        List<Duration> ended = [];
        long position = 0;
        foreach (Ticket ticket in Guard.NotNull(tickets))
        {
            if (time(ticket) is { } duration)
            {
                ended.Add(duration >= Duration.Zero
                    ? duration
                    : throw Guard.OutsideAt(position, nameof(tickets), rule, ticket));
            }

            position++;
        }

        return (ended, position - ended.Count);
    }

    private static string Text(string what, Instant? instant) =>
        instant is { } at ? string.Create(CultureInfo.InvariantCulture, $", {what} {at}") : string.Empty;

    static Ticket IJsonRecord<Ticket>.Json(JsonMembers<Ticket> json) => new(
        json.Value(nameof(Created), x => x.Created),
        json.Optional(nameof(FirstReply), x => x.FirstReply),
        json.Optional(nameof(Resolved), x => x.Resolved));
}
