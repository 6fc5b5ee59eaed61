using System.Globalization;

namespace CxKpi;

public sealed partial class Chart
{
    /// <summary>The drawing in light colours as an image, to be placed in an existing page or notebook.</summary>
    /// <returns>One <c>img</c> element that holds the drawing and its words; hosts that strip drawings out of HTML keep images.</returns>
    public string ToHtml() => ToHtml(ChartTheme.Light);

    /// <summary>The drawing as an image, to be placed in an existing page or notebook.</summary>
    /// <param name="theme">The colours.</param>
    /// <returns>One <c>img</c> element that holds the drawing and its words; hosts that strip drawings out of HTML keep images.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="theme"/> is not a named value.</exception>
    public string ToHtml(ChartTheme theme) => new HtmlWriter().Void(
        "img",
        "src",
        ToSvg(theme),
        ("alt", ToString()),
        ("width", Math.Round(Width).ToString(CultureInfo.InvariantCulture)),
        ("style", "max-width:100%;height:auto")).ToString();
}
