using System.Globalization;

namespace CxKpi;

public sealed partial class Chart
{
    /// <summary>Writes the drawing as an image in the colours of its <see cref="Theme"/>, to be placed in an existing page or notebook.</summary>
    /// <returns>One <c>img</c> element that contains the drawing and its description. Hosts that remove inline drawings from HTML keep images.</returns>
    public string ToHtml() => ToHtml(Theme);

    /// <summary>Writes the figures that are drawn as an HTML table, to be placed in an existing page or notebook.</summary>
    /// <returns>One well-formed <c>table</c> element with the title as its caption; empty when there is no data.</returns>
    public string ToTableHtml()
    {
        HtmlWriter html = new();
        Data.Write(html, Title, isStyled: false);
        return html.ToString();
    }

    /// <summary>Writes the drawing as an image, to be placed in an existing page or notebook.</summary>
    /// <param name="theme">The colours.</param>
    /// <returns>One <c>img</c> element that contains the drawing and its description. Hosts that remove inline drawings from HTML keep images.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="theme"/> is not a named value.</exception>
    public string ToHtml(ChartTheme theme) => new HtmlWriter().Void(
        "img",
        "src",
        ToSvg(theme),
        ("alt", Alternative),
        ("width", Math.Round(Width).ToString(CultureInfo.InvariantCulture)),
        ("style", "max-width:100%;height:auto")).ToString();
}
