namespace CxKpi;

/// <summary>What net revenue churn does with the revenue of customers who had left before the start and came back.</summary>
public enum ReactivatedRevenue
{
    /// <summary>It is left out: only the customers of the start are followed.</summary>
    LeftOut,

    /// <summary>It is netted against the losses.</summary>
    Netted,
}
