namespace CxKpi;

/// <summary>A label beside a figure.</summary>
/// <param name="Text">The text.</param>
/// <param name="Left">The left end of the text.</param>
/// <param name="Baseline">The baseline of the text.</param>
/// <param name="Width">Its estimated width.</param>
internal sealed record FlagLabel(string Text, double Left, double Baseline, double Width);
