namespace CxKpi;

/// <summary>One element of a drawing before it has colours.</summary>
/// <param name="Element">The SVG element.</param>
/// <param name="Attributes">Its geometry as attributes: numbers and fixed words only, never text from outside.</param>
/// <param name="Fill">The role of its inside; none when <see langword="null"/>.</param>
/// <param name="Stroke">The role of its outline; none when <see langword="null"/>.</param>
/// <param name="Content">Text shown, if the element has any.</param>
/// <param name="Tip">The text of its <c>title</c> child, if any.</param>
internal sealed record Mark(string Element, string Attributes, ColourRole? Fill = null, ColourRole? Stroke = null, string? Content = null, string? Tip = null);
