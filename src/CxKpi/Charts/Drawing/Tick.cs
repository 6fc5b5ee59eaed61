namespace CxKpi;

/// <summary>A labelled position on an axis.</summary>
/// <param name="Value">The position.</param>
/// <param name="Label">The label.</param>
internal readonly record struct Tick(double Value, string Label);
