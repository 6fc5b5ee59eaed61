using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>How an activity and the outcome that it is meant to improve changed together.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<PairVerdict>))]
public enum PairVerdict
{
    /// <summary>One of the two is not known, or a season could explain it.</summary>
    Unknown,

    /// <summary>There is no evidence that the activity changed as wanted, or that the outcome got worse.</summary>
    NoActivity,

    /// <summary>The activity changed as wanted, and the outcome improved.</summary>
    OutcomeFollowed,

    /// <summary>The activity changed as wanted, but there is no evidence that the outcome improved.</summary>
    OutcomeDidNotFollow,

    /// <summary>The outcome got worse, whatever the activity did.</summary>
    OutcomeWorsened,
}
