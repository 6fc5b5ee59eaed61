using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>The customers of whom models expect the largest amounts: what they spent in the holdout, and what was expected.</summary>
/// <remarks>
/// Whoever is chosen because much is expected is chosen partly because the calibration was lucky: where the models do not draw such customers towards the
/// others far enough, they spend less than expected together. <c>default</c> has no customers.
/// Source: J. E. Smith and R. L. Winkler, "The optimizer's curse", Management Science 52, 2006.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<HoldoutTop>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct HoldoutTop : IJsonRecord<HoldoutTop>
{
    internal HoldoutTop(int customers, decimal actualAmount, double expectedAmount)
    {
        Customers = Guard.NotNegative(customers);
        ActualAmount = actualAmount;
        ExpectedAmount = Guard.Finite(expectedAmount);
    }

    /// <summary>How many customers there are.</summary>
    public int Customers { get; }

    /// <summary>What they spent in the holdout together.</summary>
    public decimal ActualAmount { get; }

    /// <summary>What the models expected them to spend together.</summary>
    public double ExpectedAmount { get; }

    /// <summary>The comparison as invariant text.</summary>
    /// <returns>Text for display, such as <c>top 10: amount 4,188.49, 6,449.13 expected</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"top {Customers:#,0}: amount {ActualAmount:#,0.00}, {ExpectedAmount:#,0.00} expected");

    static HoldoutTop IJsonRecord<HoldoutTop>.Json(JsonMembers<HoldoutTop> json) => new(
        json.Value(nameof(Customers), x => x.Customers),
        json.Value(nameof(ActualAmount), x => x.ActualAmount),
        json.Value(nameof(ExpectedAmount), x => x.ExpectedAmount));
}
