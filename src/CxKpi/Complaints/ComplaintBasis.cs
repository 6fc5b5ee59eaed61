using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Which complaints are counted, and against what. <c>default</c> means all complaints over an exposure that is not stated.</summary>
[JsonConverter(typeof(RecordJsonConverter<ComplaintBasis>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct ComplaintBasis : IJsonRecord<ComplaintBasis>
{
    /// <summary>Creates the basis.</summary>
    /// <param name="exposure">What complaints are counted against.</param>
    /// <param name="scope">Which complaints are counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not a named value.</exception>
    public ComplaintBasis(ComplaintExposure exposure, ComplaintScope scope = ComplaintScope.All)
    {
        Exposure = Guard.Defined(exposure);
        Scope = Guard.Defined(scope);
    }

    /// <summary>What complaints are counted against.</summary>
    public ComplaintExposure Exposure { get; }

    /// <summary>Which complaints are counted.</summary>
    public ComplaintScope Scope { get; }

    /// <summary>The scope and the exposure.</summary>
    /// <returns>Text for display, such as <c>UpheldOnly per Orders</c>.</returns>
    public override string ToString() => $"{Scope} per {Exposure}";

    static ComplaintBasis IJsonRecord<ComplaintBasis>.Json(JsonMembers<ComplaintBasis> json) => new(
        json.Value(nameof(Exposure), x => x.Exposure),
        json.Value(nameof(Scope), x => x.Scope));
}
