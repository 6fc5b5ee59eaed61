namespace CxKpi;

/// <summary>What became of a contact, seen through a <see cref="RepeatWindow"/>.</summary>
public enum RepeatOutcome
{
    /// <summary>The contact is not judged; it only counts as what follows others.</summary>
    NotJudged,

    /// <summary>It follows another contact within the window, and only contacts that open an issue are judged.</summary>
    FollowUp,

    /// <summary>The log does not hold the whole window after it, or, where only contacts that open an issue are judged, before it: in no base.</summary>
    Pending,

    /// <summary>No further contact within the window: taken as resolved.</summary>
    NoRepeat,

    /// <summary>A further contact within the window: taken as not resolved.</summary>
    Repeat,
}
