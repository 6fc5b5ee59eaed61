namespace CxKpi;

/// <summary>A drawing of a result, made by <see cref="Charts"/>: immutable, without colours until a theme is chosen.</summary>
/// <remarks>
/// The SVG is one well-formed XML document that stands alone: no script, no style sheet, no request, no font to measure.
/// Its title and description say in words what is seen, and no meaning rests on colour alone. Equal inputs give equal text.
/// </remarks>
[TypeFormatterSource(typeof(ChartFormatters), PreferredMimeTypes = [NotebookFormatter.Svg, NotebookFormatter.Text])]
public sealed partial class Chart
{
    private readonly IReadOnlyList<Mark> marks;

    internal Chart(string title, string description, ReportLanguage language, double width, double height, IReadOnlyList<Mark> marks)
    {
        Title = TextFit.Clean(title);
        Description = description;
        Language = language;
        Width = width;
        Height = height;
        this.marks = marks;
    }

    /// <summary>The title, in full.</summary>
    public string Title { get; }

    /// <summary>What the drawing shows, in words: the alternative for those who do not see it.</summary>
    public string Description { get; }

    /// <summary>The language of title, description and labels.</summary>
    public ReportLanguage Language { get; }

    /// <summary>The natural width in pixels; the drawing scales.</summary>
    public double Width { get; }

    /// <summary>The natural height in pixels; the drawing scales.</summary>
    public double Height { get; }

    /// <summary>The drawing as SVG.</summary>
    /// <param name="theme">The colours.</param>
    /// <returns>One <c>svg</c> element that stands alone, as XML; inside HTML it may be inlined or be the source of an image.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="theme"/> is not a named value.</exception>
    public string ToSvg(ChartTheme theme = ChartTheme.Light) => SvgWriter.Write(this, marks, Guard.Defined(theme));

    /// <summary>The title and the description.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => $"{Title}{Phrases.For(Language).Colon}{Description}";
}
