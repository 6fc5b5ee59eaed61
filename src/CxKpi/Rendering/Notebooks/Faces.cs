using System.Globalization;

namespace CxKpi;

/// <summary>Results as small tables of HTML, in English, for notebooks.</summary>
internal static partial class Faces
{
    private static readonly ReportFormat Words = ReportFormat.For(ReportLanguage.English);

    internal static string Of<TKpi>(TKpi kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        KpiDefinition definition = TKpi.Definition;
        Estimate? estimate = kpi.Estimate();
        return new NotebookTable(kpi.ToString("G", CultureInfo.InvariantCulture))
            .Fact("name", definition.Name)
            .Fact(estimate is { } known ? Confidence(known.Confidence) : "", Words.Interval(definition, estimate?.Lower, estimate?.Upper, kpi.Currency))
            .Fact("observations", estimate is { } counted ? Words.Count(counted.N) : null)
            .Fact("formula", definition.Formula)
            .Fact("source", definition.Source)
            .Note(Notes(estimate?.Flags ?? default))
            .ToHtml();
    }

    /// <summary>A result other than a KPI record; <see langword="null"/> when its text says as much as a table would.</summary>
    internal static string? Of(object result) => result switch
    {
        IHtmlFace face => face.ToHtml(),
        Estimate estimate => Of(estimate),
        Change change => Of(change),
        KpiDefinition definition => Of(definition),
        KpiComparison comparison => Of(comparison),
        _ => OfTally(result) ?? OfTrend(result),
    };

    private static string Of(Estimate estimate) => new NotebookTable("Estimate")
        .Fact("value", Number(estimate.Value))
        .Fact(Confidence(estimate.Confidence), Range(Number(estimate.Lower), Number(estimate.Upper)))
        .Fact("n", Words.Count(estimate.N))
        .Fact("effective n", estimate.EffectiveN?.ToString("0.#", CultureInfo.InvariantCulture))
        .Fact("standard error", Number(estimate.StandardError))
        .Fact("degrees of freedom", Number(estimate.DegreesOfFreedom))
        .Fact("attained coverage", estimate.AttainedCoverage is { } coverage ? Words.Percent(coverage) : null)
        .Fact("method", Spaced(estimate.Method.ToString()))
        .Note(Notes(estimate.Flags))
        .ToHtml();

    private static string Of(Change change) => new NotebookTable("Change")
        .Fact("difference", Signed(change.Difference))
        .Fact(Confidence(change.Confidence), Range(Signed(change.Lower), Signed(change.Upper)))
        .Fact("p-value", PValue(change.PValue))
        .Fact("verdict", Words.Verdict(change.Verdict))
        .Fact("degrees of freedom", Number(change.DegreesOfFreedom))
        .Fact("method", Spaced(change.Method.ToString()))
        .Note(Notes(change.Flags))
        .ToHtml();

    private static string Of(KpiComparison comparison) => new NotebookTable(comparison.ToString())
        .Fact("name", comparison.Definition.Name)
        .Fact("before", Words.Value(comparison.Definition, comparison.Before?.Value))
        .Fact("after", Words.Value(comparison.Definition, comparison.After?.Value))
        .Fact("change", comparison.Change is { } change ? Words.Change(comparison.Definition, change.Difference) : null)
        .Fact(comparison.Change is { } known ? Confidence(known.Confidence) : "", Words.ChangeInterval(comparison.Definition, comparison.Change?.Lower, comparison.Change?.Upper))
        .Fact("p-value", PValue(comparison.Change?.PValue))
        .ToHtml();

    private static string Of(KpiDefinition definition) => new NotebookTable(definition.ToString())
        .Fact("French name", definition.FrenchName)
        .Fact("unit", Phrase(definition.Unit.ToString()))
        .Fact("direction", Words.Direction(definition.Direction))
        .Fact("formula", definition.Formula)
        .Fact("source", definition.Source)
        .ToHtml();

    private static string Confidence(double confidence) => $"{Words.Percent(confidence)} interval";

    private static string Notes(EstimateFlags flags) => flags == EstimateFlags.None ? "" : Phrase(flags.ToString());

    private static string? Number(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture);

    private static string? Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Signed(double? value) => value?.ToString("+0.####;-0.####;0", CultureInfo.InvariantCulture);

    private static string? PValue(double? value) => value is { } p ? p < 0.0001 ? "below 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture) : null;

    private static string Range(string? lower, string? upper) => (lower, upper) switch
    {
        (null, null) => "",
        (_, null) => $"at least {lower}",
        (null, _) => $"at most {upper}",
        _ => $"{lower} to {upper}",
    };

    // "ZeroVariance, Boundary" reads as "zero variance, boundary".
    private static string Phrase(string name) => string.Concat(Spaced(name).Select(char.ToLowerInvariant));

    private static string Spaced(string name) => string.Concat(name.Select((letter, i) => char.IsUpper(letter) && i > 0 && name[i - 1] != ' ' ? $" {letter}" : letter.ToString()));
}
