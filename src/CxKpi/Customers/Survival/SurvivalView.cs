using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Which side of a survival curve its faces show.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<SurvivalView>))]
public enum SurvivalView
{
    /// <summary>The share of customers to whom it has not happened yet: S, from 1 downwards. It is usual where an end is a loss.</summary>
    NotYet,

    /// <summary>
    /// The share of customers to whom it has happened: 1 - S, from 0 upwards (cumulative incidence). It is usual where an end is a gain, such as the second
    /// order. It takes for granted that it could still happen to those who are not seen any more.
    /// </summary>
    Incidence,
}
