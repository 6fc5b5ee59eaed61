using System.Text.Json.Serialization;
using CxKpi.Trends;

namespace CxKpi;

/// <summary>Where a KPI is going over many periods, as a scorecard shows it; a change between two periods is no trend.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ScorecardTrend
{
    /// <summary>Creates the trend from a verdict.</summary>
    /// <param name="verdict">What a trend test says.</param>
    /// <param name="note">The figures behind it, or the reason for none, in a few words.</param>
    /// <exception cref="ArgumentOutOfRangeException">The verdict is not a named value.</exception>
    [JsonConstructor]
    public ScorecardTrend(ChangeVerdict verdict, string? note = null)
    {
        Verdict = Guard.Defined(verdict);
        Note = note;
    }

    /// <summary>What a trend test says.</summary>
    public ChangeVerdict Verdict { get; }

    /// <summary>The figures behind it, or the reason for none.</summary>
    public string? Note { get; }

    /// <summary>What the seasonal model says of a series.</summary>
    /// <param name="trend">The estimate.</param>
    /// <returns>What its direction means for the KPI; the reason when it was refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trend"/> is <see langword="null"/>.</exception>
    public static ScorecardTrend From(TrendEstimate trend) => new(Guard.NotNull(trend).Meaning, trend.Refusal?.Message);

    /// <summary>The verdict and the note as invariant text.</summary>
    /// <returns>Text for a person.</returns>
    public override string ToString() => Note is null ? Verdict.ToString() : TerminalText.Clean($"{Verdict} ({Note})");
}
