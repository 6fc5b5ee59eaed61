using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Which spending and which new customers an acquisition cost rests on.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<AcquisitionBasis>))]
public enum AcquisitionBasis
{
    /// <summary>The basis is not stated.</summary>
    NotStated,

    /// <summary>The spending on paid campaigns alone, over the new customers attributed to them.</summary>
    Paid,

    /// <summary>All marketing and sales spending, over all new customers no matter how they came.</summary>
    Blended,

    /// <summary>As <see cref="Blended"/>, and also salaries, tools, production, onboarding and discounts for new customers.</summary>
    FullyLoaded,
}
