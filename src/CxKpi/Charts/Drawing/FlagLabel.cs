namespace CxKpi;

/// <summary>A label beside a figure.</summary>
/// <param name="Text">What is written.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Baseline">The line it stands on.</param>
/// <param name="Width">Its estimated width.</param>
internal sealed record FlagLabel(string Text, double Left, double Baseline, double Width);
