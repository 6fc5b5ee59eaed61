using System.Globalization;

namespace CxKpi;

/// <summary>One row of a <see cref="KpiTable"/>.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record KpiTableRow
{
    /// <summary>What the row is called; not blank.</summary>
    public required string Label { get; init => field = Guard.NotBlank(value); }

    /// <summary>The KPI's definition.</summary>
    public required KpiDefinition Definition { get; init => field = Guard.NotNull(value); }

    /// <summary>The ISO 4217 code of the currency of money; <see langword="null"/> when not stated.</summary>
    public string? Currency { get; init; }

    /// <summary>The value with its interval; <see langword="null"/> when the value is undefined.</summary>
    public Estimate? Estimate { get; init; }

    /// <summary>The change from what the table compares the row with; <see langword="null"/> for none.</summary>
    public Change? Change { get; init; }

    /// <summary>The label, the value and n as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{TerminalText.Clean(Label)}: {(Estimate is { } estimate ? Definition.Format(estimate.Value, null, Currency) : "undefined")} (n = {Estimate?.N ?? 0})");
}
