namespace CxKpi;

/// <summary>A drawing of a result, created by <see cref="Charts"/>. It is immutable and has no colours until it is written.</summary>
/// <remarks>
/// The SVG is one well-formed, self-contained XML document without scripts, style sheets, requests or fonts.
/// Its title and description say in words what it shows, and no meaning depends on colour alone. Equal inputs give equal text.
/// </remarks>
[TypeFormatterSource(typeof(ChartFormatters), PreferredMimeTypes = [NotebookFormatter.Svg, NotebookFormatter.Html, NotebookFormatter.Text])]
public sealed partial class Chart
{
    private readonly IReadOnlyList<Mark> marks;

    internal Chart(string title, string description, ChartOptions options, double height, IReadOnlyList<Mark> marks, ChartData data)
    {
        Title = TextFit.Clean(title);
        Description = description;
        Language = options.Language;
        Theme = options.Theme;
        Width = options.Width;
        Height = height;
        this.marks = marks;
        Data = data;
    }

    /// <summary>The title, in full.</summary>
    public string Title { get; }

    /// <summary>A description in words of what the drawing shows, for readers who do not see it; below 300 characters.</summary>
    public string Description { get; }

    /// <summary>The language of title, description and labels.</summary>
    public ReportLanguage Language { get; }

    /// <summary>The colours that are taken where none are named.</summary>
    public ChartTheme Theme { get; }

    /// <summary>The figures that are drawn.</summary>
    internal ChartData Data { get; }

    /// <summary>The title and the description, or the description alone where both together are long.</summary>
    internal string Alternative => ToString() is { Length: <= AlternativeText.Most } both ? both : Description;

    /// <summary>The natural width in pixels; the drawing scales.</summary>
    public double Width { get; }

    /// <summary>The natural height in pixels; the drawing scales.</summary>
    public double Height { get; }

    /// <summary>Writes the drawing as SVG, in the colours of its <see cref="Theme"/>.</summary>
    /// <returns>One self-contained <c>svg</c> element in XML, which can be inlined in HTML or be the source of an image.</returns>
    public string ToSvg() => ToSvg(Theme);

    /// <summary>Writes the drawing as SVG.</summary>
    /// <param name="theme">The colours.</param>
    /// <returns>One self-contained <c>svg</c> element in XML, which can be inlined in HTML or be the source of an image.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="theme"/> is not a named value.</exception>
    public string ToSvg(ChartTheme theme) => SvgWriter.Write(this, marks, Guard.Defined(theme));

    /// <summary>The drawing for a page that has the rules of <see cref="PageSvg.Style"/> and the colours of <see cref="Palette.Variables"/>.</summary>
    /// <param name="name">A name that no other element of the page has.</param>
    internal string ToInlineSvg(string name) => PageSvg.Write(this, marks, name);

    /// <summary>Writes the figures that are drawn as comma-separated values by RFC 4180.</summary>
    /// <returns>
    /// A row of headers in the language of the chart, and a row per mark with plain numbers in the KPI's unit (shares as fractions); empty when there is no
    /// data.
    /// </returns>
    public string ToCsv() => Data.ToCsv();

    /// <summary>The title and the description as text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => $"{Title}{Phrases.For(Language).Colon}{Description}";
}
