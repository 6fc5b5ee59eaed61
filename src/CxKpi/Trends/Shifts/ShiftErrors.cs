namespace CxKpi;

/// <summary>Errors that may lie behind figures.</summary>
/// <param name="Process">A process that remembers, and white noise beside it; none where sampling variances are known, which take its place.</param>
/// <param name="Weight">How probable these errors are among all that are considered.</param>
internal readonly record struct ShiftErrors(ErrorProcess Process, double Weight);
