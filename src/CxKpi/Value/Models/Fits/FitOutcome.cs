using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>How fitting a model ended.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<FitOutcome>))]
public enum FitOutcome
{
    /// <summary>The likelihood has its maximum at the parameters.</summary>
    Converged,

    /// <summary>The likelihood rises towards the edge of what parameters can be: a simpler model, named by <see cref="ModelLimit"/>, says as much.</summary>
    AtLimit,

    /// <summary>The likelihood is the same along a line of parameters: the data cannot tell which of them is meant.</summary>
    NotIdentified,

    /// <summary>The search ended before it found a maximum, be it at a limit, which is then named as well, or not.</summary>
    NotConverged,

    /// <summary>There is no customer to learn from; no model is given.</summary>
    NoCustomers,

    /// <summary>No customer has bought again, so nothing is known of rates; no model is given.</summary>
    NobodyReturned,

    /// <summary>No customer has left, so nothing is known of leaving; no model is given.</summary>
    NobodyLeft,

    /// <summary>All customers have left in the first period, so nothing is known of staying; no model is given.</summary>
    EverybodyLeft,

    /// <summary>All amounts are the same, so nothing is known of their spread; no model is given.</summary>
    NoSpread,

    /// <summary>A parameter is larger or smaller than the model takes, since amounts or times are; no model is given.</summary>
    BeyondRange,
}
