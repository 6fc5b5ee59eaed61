using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What happened at one time of a <see cref="SurvivalTally"/>: who entered, who left, and who was seen for the last time.</summary>
/// <remarks>
/// Who enters at a time above 0 is at risk after it; who enters at 0 is at risk from the beginning, time 0 included. Who leaves at a time is counted before
/// those who were still there then. <c>default</c> is a step at time 0 at which nothing happened.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SurvivalStep>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct SurvivalStep : IJsonRecord<SurvivalStep>
{
    /// <summary>Creates the step.</summary>
    /// <param name="time">The time since each customer's beginning; not negative.</param>
    /// <param name="entered">How many customers were watched from this time on; not negative.</param>
    /// <param name="ended">How many left; not negative.</param>
    /// <param name="open">How many were seen for the last time and were still there; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite, or a count is negative.</exception>
    public SurvivalStep(double time, long entered, long ended, long open)
    {
        Time = Guard.NotNegative(Guard.Finite(time), nameof(time)) + 0.0;
        Entered = Guard.NotNegative(entered);
        Ended = Guard.NotNegative(ended);
        Open = Guard.NotNegative(open);
    }

    /// <summary>The time since each customer's beginning.</summary>
    public double Time { get; }

    /// <summary>How many customers were watched from this time on.</summary>
    public long Entered { get; }

    /// <summary>How many left.</summary>
    public long Ended { get; }

    /// <summary>How many were seen for the last time and were still there.</summary>
    public long Open { get; }

    /// <summary>How many left or were seen for the last time.</summary>
    internal long Gone => Ended + Open;

    /// <summary>The step as invariant text.</summary>
    /// <returns>Text for display, such as <c>30: 0 entered, 4 ended, 2 open</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time}: {Entered} entered, {Ended} ended, {Open} open");

    static SurvivalStep IJsonRecord<SurvivalStep>.Json(JsonMembers<SurvivalStep> json) => new(
        json.Value(nameof(Time), x => x.Time),
        json.Value(nameof(Entered), x => x.Entered),
        json.Value(nameof(Ended), x => x.Ended),
        json.Value(nameof(Open), x => x.Open));
}
