using System.Text.Json;

namespace CxKpi;

/// <summary>A KPI of the library of which only the name is known: what a document needs of it.</summary>
internal abstract class KnownKpi
{
    internal abstract Type Type { get; }

    /// <summary>How its observations come.</summary>
    internal KpiForm Form { get; init; }

    internal abstract KpiDefinition Definition { get; }

    internal abstract IEvidence Read(JsonElement element, JsonSerializerOptions options);

    internal abstract void Write(Utf8JsonWriter writer, IEvidence record, JsonSerializerOptions options);

    internal abstract KpiBasis Basis(IEvidence record);

    internal abstract double? Value(IEvidence record);

    internal abstract Estimate? Estimate(IEvidence record, double confidence);

    internal abstract KpiRange GoalRange(IEvidence record);
}

/// <inheritdoc/>
internal sealed class KnownKpi<TKpi> : KnownKpi
    where TKpi : struct, IKpi<TKpi>, IJsonRecord<TKpi>
{
    internal override Type Type => typeof(TKpi);

    internal override KpiDefinition Definition => TKpi.Definition;

    internal override IEvidence Read(JsonElement element, JsonSerializerOptions options) => RecordConverter<TKpi>.Instance.Read(element, options);

    internal override void Write(Utf8JsonWriter writer, IEvidence record, JsonSerializerOptions options) =>
        RecordConverter<TKpi>.Instance.Write(writer, (TKpi)record, options);

    internal override KpiBasis Basis(IEvidence record) => KpiBasis.Of((TKpi)record);

    internal override double? Value(IEvidence record) => ((TKpi)record).Value;

    internal override Estimate? Estimate(IEvidence record, double confidence) => ((TKpi)record).Estimate(confidence);

    internal override KpiRange GoalRange(IEvidence record) => ((TKpi)record).GoalRange;
}
