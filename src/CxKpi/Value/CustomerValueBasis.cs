namespace CxKpi;

/// <summary>What a customer's value is counted in.</summary>
public enum CustomerValueBasis
{
    /// <summary>Not stated.</summary>
    NotStated,

    /// <summary>Revenue, net of returns.</summary>
    Revenue,

    /// <summary>Margin: revenue less the cost of what was sold.</summary>
    Margin,
}
