namespace CxKpi;

/// <summary>Which spending and which new customers an acquisition cost rests on.</summary>
public enum AcquisitionBasis
{
    /// <summary>Not stated.</summary>
    NotStated,

    /// <summary>Paid campaigns alone, over the new customers attributed to them.</summary>
    Paid,

    /// <summary>All marketing and sales spending, over all new customers, whichever way they came.</summary>
    Blended,

    /// <summary>As <see cref="Blended"/>, with salaries, tools, production, onboarding and discounts for new customers.</summary>
    FullyLoaded,
}
