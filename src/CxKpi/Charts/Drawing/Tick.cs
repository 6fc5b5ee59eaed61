namespace CxKpi;

/// <summary>A labelled place on an axis.</summary>
/// <param name="Value">The place.</param>
/// <param name="Label">What is written there.</param>
internal readonly record struct Tick(double Value, string Label);
