using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>How what drivers explain together is divided among them.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<DriverMethod>))]
public enum DriverMethod
{
    /// <summary>
    /// What a driver adds, averaged over all orders in which drivers can enter: the Shapley value of R², known as LMG (Lindeman, Merenda and Gold 1980). The
    /// default up to 12 drivers; the work doubles with each, and 16 are the most.
    /// </summary>
    Shapley,

    /// <summary>
    /// Relative weights (Johnson 2000): drivers are replaced by the uncorrelated figures nearest to them. The default above 12 drivers. For two drivers it is
    /// the Shapley value; for more it is close, and disputed (Thomas, Zumbo, Kwan and Schweitzer 2014).
    /// </summary>
    RelativeWeights,
}
