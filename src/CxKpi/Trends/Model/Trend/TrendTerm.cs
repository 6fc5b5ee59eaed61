namespace CxKpi.Trends;

/// <summary>Whether the model of an effect holds a trend beside the step.</summary>
public enum TrendTerm
{
    /// <summary>Held when two full cycles lie before the effect: then a trend can be told from the season and is not credited to the effect.</summary>
    WhenKnowable,

    /// <summary>Held in any case.</summary>
    Held,

    /// <summary>Left out: more power, and any trend is credited to the effect.</summary>
    LeftOut,
}
