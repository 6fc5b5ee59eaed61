using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Practices;

/// <summary>One line of a contact log: a customer was invited to a survey, or reminded of one.</summary>
/// <typeparam name="TCustomer">The type of the key that identifies a customer.</typeparam>
/// <remarks>A log holds instants or dates. A date stands for its midnight in UTC, so that days between dates are whole; one log does not mix the two.</remarks>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct Invitation<TCustomer> : IJsonRecord<Invitation<TCustomer>>
    where TCustomer : notnull
{
    private readonly string? survey, channel, segment;

    /// <summary>Creates the line from an instant.</summary>
    /// <param name="customer">The key of the customer.</param>
    /// <param name="at">The instant of the invitation.</param>
    /// <param name="survey">The name of the survey; empty when it is not stated.</param>
    /// <param name="channel">The channel, such as e-mail; empty when it is not stated.</param>
    /// <exception cref="ArgumentNullException"><paramref name="customer"/> is <see langword="null"/>.</exception>
    public Invitation(TCustomer customer, Instant at, string survey = "", string channel = "")
    {
        ArgumentNullException.ThrowIfNull(customer);
        Customer = customer;
        At = at;
        this.survey = Stated(survey);
        this.channel = Stated(channel);
    }

    /// <summary>Creates the line from a date.</summary>
    /// <param name="customer">The key of the customer.</param>
    /// <param name="day">The date of the invitation.</param>
    /// <param name="survey">The name of the survey; empty when it is not stated.</param>
    /// <param name="channel">The channel, such as e-mail; empty when it is not stated.</param>
    /// <exception cref="ArgumentNullException"><paramref name="customer"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar.</exception>
    public Invitation(TCustomer customer, LocalDate day, string survey = "", string channel = "")
        : this(customer, CalendarGuard.Iso(day).AtMidnight().InUtc().ToInstant(), survey, channel)
    {
    }

    /// <summary>The key of the customer.</summary>
    public TCustomer Customer { get; }

    /// <summary>The instant of the invitation.</summary>
    public Instant At { get; }

    /// <summary>The name of the survey; empty when it is not stated.</summary>
    public string Survey => survey ?? "";

    /// <summary>The channel; empty when it is not stated.</summary>
    public string Channel => channel ?? "";

    /// <summary>The group of customers, such as a country or a plan, by which the audit is divided; empty when it is not stated.</summary>
    public string Segment { get => segment ?? ""; init => segment = Stated(value); }

    /// <summary>Whether it reminds of an invitation sent before.</summary>
    public bool IsReminder { get; init; }

    /// <summary>The customer, the time, the survey and the channel as text.</summary>
    /// <returns>Text for display, such as <c>c1 2025-03-01T00:00:00Z delivery e-mail (reminder)</c>.</returns>
    public override string ToString() => TerminalText.Clean(Phrases.JoinNotEmpty(
        " ",
        TableLabel.OfKey(Customer),
        At.ToString(),
        Survey,
        Channel,
        IsReminder ? "(reminder)" : ""));

    // What is not stated is one value, so that lines are equal whichever way it was left out.
    private static string? Stated(string? text) => string.IsNullOrEmpty(text) ? null : text;

    static Invitation<TCustomer> IJsonRecord<Invitation<TCustomer>>.Json(JsonMembers<Invitation<TCustomer>> json) => new(
        json.Any(nameof(Customer), x => x.Customer),
        json.Value(nameof(At), x => x.At),
        json.Text(nameof(Survey), x => x.Survey),
        json.Text(nameof(Channel), x => x.Channel))
    {
        Segment = json.Text(nameof(Segment), x => x.Segment),
        IsReminder = json.Value(nameof(IsReminder), x => x.IsReminder),
    };
}
