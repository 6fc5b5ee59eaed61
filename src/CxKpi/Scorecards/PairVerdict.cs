namespace CxKpi;

/// <summary>What an activity and the outcome it is meant for did together.</summary>
public enum PairVerdict
{
    /// <summary>One of the two changes is not known.</summary>
    Unknown,

    /// <summary>There is no evidence that the activity moved as wanted, nor that the outcome suffered.</summary>
    NoActivity,

    /// <summary>The activity moved, and the outcome improved.</summary>
    OutcomeFollowed,

    /// <summary>The activity moved, and there is no evidence that the outcome did: activity is not outcome.</summary>
    OutcomeDidNotFollow,

    /// <summary>The outcome got worse, whatever the activity did.</summary>
    OutcomeWorsened,
}
