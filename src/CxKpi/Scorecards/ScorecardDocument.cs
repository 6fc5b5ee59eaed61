namespace CxKpi;

/// <summary>A document of the scorecard contract.</summary>
internal sealed record ScorecardDocument(string Schema, int Version, Scorecard? Scorecard);
