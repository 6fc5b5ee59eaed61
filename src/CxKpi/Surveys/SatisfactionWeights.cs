using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The weights of the three questions of a satisfaction index, normalised to a sum of 1.</summary>
/// <remarks>
/// The weights are supplied and not estimated, because estimated weights belong to the model that gave them. <c>default</c> states no weights.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SatisfactionWeights>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct SatisfactionWeights : IJsonRecord<SatisfactionWeights>
{
    /// <summary>Creates the weights; only their proportions matter.</summary>
    /// <param name="overall">The weight of overall satisfaction; positive.</param>
    /// <param name="expectations">The weight of the comparison with expectations; positive.</param>
    /// <param name="ideal">The weight of the comparison with the ideal; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not a positive finite number.</exception>
    public SatisfactionWeights(double overall, double expectations, double ideal)
    {
        // "Not stated" looks like this when it comes back from JSON.
        if ((overall, expectations, ideal) == default)
        {
            return;
        }

        Guard.Positive(Guard.Finite(overall), nameof(overall));
        Guard.Positive(Guard.Finite(expectations), nameof(expectations));
        Guard.Positive(Guard.Finite(ideal), nameof(ideal));

        // A quarter of each keeps the sum of huge weights finite, and changes no digit.
        double part = double.IsFinite(overall + expectations + ideal) ? 1 : 0.25, sum = part * overall + part * expectations + part * ideal;

        // Weights that came back from JSON add up already; dividing again could change a last digit.
        double divisor = Math.Abs(sum - 1) < 1e-12 ? 1 : sum;
        Overall = Beside(overall, part, divisor, nameof(overall));
        Expectations = Beside(expectations, part, divisor, nameof(expectations));
        Ideal = Beside(ideal, part, divisor, nameof(ideal));
    }

    private static double Beside(double weight, double part, double sum, string name) => part * weight / sum > 0
        ? part * weight / sum
        : throw Guard.Outside(name, "must not be nothing beside the other weights", weight);

    /// <summary>Equal weights: one third for each question.</summary>
    public static SatisfactionWeights Equal { get; } = new(1, 1, 1);

    /// <summary>The weight of overall satisfaction, in [0, 1].</summary>
    public double Overall { get; }

    /// <summary>The weight of the comparison with expectations, in [0, 1].</summary>
    public double Expectations { get; }

    /// <summary>The weight of the comparison with the ideal, in [0, 1].</summary>
    public double Ideal { get; }

    /// <summary>The three weights as invariant text.</summary>
    /// <returns>Text for display, such as <c>0.4, 0.3, 0.3</c>.</returns>
    public override string ToString() =>
        this == default ? "weights not stated" : string.Create(CultureInfo.InvariantCulture, $"{Overall:0.####}, {Expectations:0.####}, {Ideal:0.####}");

    static SatisfactionWeights IJsonRecord<SatisfactionWeights>.Json(JsonMembers<SatisfactionWeights> json) => new(
        json.Value(nameof(Overall), x => x.Overall),
        json.Value(nameof(Expectations), x => x.Expectations),
        json.Value(nameof(Ideal), x => x.Ideal));
}
