using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Practices;

/// <summary>The contacts that are expected in an interval, and how long one takes: what agents are planned for.</summary>
/// <remarks>
/// <code>load = contacts · handle time / interval</code>
/// The load is in erlangs: the number of agents who would be busy all the time if contacts came evenly. It is never enough, because contacts come by chance.
/// <para>Pitfalls: an interval so long that contacts come faster in one part of it than in another, such as a day; take half-hours. A handle time without the
/// work after the contact.</para>
/// <example>100 calls in half an hour of 3 minutes each: 10 erlangs.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ContactForecast>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct ContactForecast : IJsonRecord<ContactForecast>
{
    /// <summary>The largest load, in erlangs, for which agents are counted one by one.</summary>
    internal const double LargestLoad = 1_000_000;

    /// <summary>The most agents that are counted one by one.</summary>
    internal const int MostAgents = 10_000_000;

    /// <summary>Creates the forecast of one interval.</summary>
    /// <param name="contacts">The number of contacts expected; finite, not negative.</param>
    /// <param name="interval">The length of the interval; positive.</param>
    /// <param name="handleTime">The average time from answering a contact to the end of the work after it; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of contacts is negative or not finite, a time is not positive, or the load exceeds a million
    /// erlangs.</exception>
    public ContactForecast(double contacts, Duration interval, Duration handleTime)
    {
        Contacts = Guard.Finite(contacts) >= 0 ? contacts : throw Guard.Outside(nameof(contacts), "must not be negative", contacts);
        Interval = interval > Duration.Zero ? interval : throw Guard.Outside(nameof(interval), "must be greater than zero", interval);
        HandleTime = handleTime > Duration.Zero ? handleTime : throw Guard.Outside(nameof(handleTime), "must be greater than zero", handleTime);
        _ = Load <= LargestLoad ? Load : throw Guard.Outside(nameof(contacts), "must not make a load of more than 1,000,000 erlangs", contacts);
    }

    /// <inheritdoc cref="ContactForecast(double, Duration, Duration)"/>
    [OverloadResolutionPriority(-1)]
    public ContactForecast(double contacts, TimeSpan interval, TimeSpan handleTime)
        : this(contacts, Duration.FromTimeSpan(interval), Duration.FromTimeSpan(handleTime))
    {
    }

    /// <summary>The number of contacts expected in the interval.</summary>
    public double Contacts { get; }

    /// <summary>The length of the interval; zero in a default value, which expects nothing.</summary>
    public Duration Interval { get; }

    /// <summary>The average time that one contact takes.</summary>
    public Duration HandleTime { get; }

    /// <summary>The load in erlangs, not negative.</summary>
    public double Load => Interval > Duration.Zero ? Contacts * (HandleTime / Interval) : 0;

    internal static int RequireAgents(int agents) => agents switch
    {
        <= 0 => throw Guard.Outside(nameof(agents), "must be at least 1", agents),
        > MostAgents => throw Guard.Outside(nameof(agents), "must not exceed 10,000,000", agents),
        _ => agents,
    };

    /// <summary>The forecast as invariant text.</summary>
    /// <returns>Text for display, such as <c>100 contacts in 1800 s of 180 s each: 10 erlangs</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Contacts:0.##} contacts in {Interval.TotalSeconds:0.##} s of {HandleTime.TotalSeconds:0.##} s each: {Load:0.##} erlangs");

    static ContactForecast IJsonRecord<ContactForecast>.Json(JsonMembers<ContactForecast> json)
    {
        double contacts = json.Value(nameof(Contacts), x => x.Contacts);
        Duration interval = json.Value(nameof(Interval), x => x.Interval), handleTime = json.Value(nameof(HandleTime), x => x.HandleTime);
        return (contacts, interval, handleTime) == (0, Duration.Zero, Duration.Zero) ? default : new(contacts, interval, handleTime);
    }
}
