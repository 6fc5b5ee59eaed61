namespace CxKpi;

/// <summary>For whom a customer intends to buy again: the two answers differ.</summary>
public enum RepurchaseTarget
{
    /// <summary>For themselves.</summary>
    Self,

    /// <summary>As a gift for somebody else.</summary>
    Gift,
}
