namespace CxKpi;

/// <summary>How a cart, or a started checkout, ended.</summary>
public enum CartState
{
    /// <summary>Its window has not ended, so that it counts neither way, bought or not: counting only the fast purchases would flatter.</summary>
    Open,

    /// <summary>It was purchased within its window.</summary>
    Purchased,

    /// <summary>Its window ended without a purchase.</summary>
    Abandoned,

    /// <summary>Not a cart but a purchase that belongs to none: bought without one, or later than the window.</summary>
    PurchaseAlone,
}
