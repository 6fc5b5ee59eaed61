namespace CxKpi;

/// <summary>A labelled period on a time axis.</summary>
/// <param name="Index">The position of the period.</param>
/// <param name="X">Where the period lies.</param>
/// <param name="Middle">Where the middle of the label lies: moved inwards at the ends of the axis.</param>
/// <param name="Width">The estimated width of the label.</param>
/// <param name="Label">The period's short name.</param>
/// <param name="Year">The year below it, where it is the first shown or a new one; otherwise empty.</param>
internal readonly record struct TimeTick(int Index, double X, double Middle, double Width, string Label, string Year);
