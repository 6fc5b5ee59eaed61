namespace CxKpi;

/// <summary>What a composite score does when a part has no value.</summary>
public enum MissingParts
{
    /// <summary>The score is undefined: nothing stands in for what was not measured.</summary>
    Undefined,

    /// <summary>The weight of the missing part goes to the others in proportion; the score then means something else than before.</summary>
    RedistributeWeights,
}
