using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>What employees believe of customers beside what customers say: the four categories of the French literature on mirror surveys.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<MirrorCategory>))]
public enum MirrorCategory
{
    /// <summary>It cannot be told: answers are missing, are hidden, or do not vary.</summary>
    Unknown,

    /// <summary>Accord positif: no evidence of a gap, and customers are satisfied.</summary>
    PositiveAgreement,

    /// <summary>Accord négatif: no evidence of a gap, and customers are not satisfied.</summary>
    NegativeAgreement,

    /// <summary>Surestimation: employees believe customers to be more satisfied than they are.</summary>
    Overestimation,

    /// <summary>Sous-estimation or dévalorisation: employees believe customers to be less satisfied than they are.</summary>
    Underestimation,
}
