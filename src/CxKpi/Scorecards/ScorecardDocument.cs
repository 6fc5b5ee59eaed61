namespace CxKpi;

/// <summary>A JSON document of a scorecard, with its schema and version.</summary>
internal sealed record ScorecardDocument(string Schema, int Version, Scorecard? Scorecard);
