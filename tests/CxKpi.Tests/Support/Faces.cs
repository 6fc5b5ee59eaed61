using System.Xml.Linq;
using Microsoft.DotNet.Interactive.Formatting;

namespace CxKpi.Tests;

/// <summary>What the formatters of .NET Interactive make of a result.</summary>
internal static class Faces
{
    internal static string Html(object result) => result.ToDisplayString("text/html");

    internal static string Text(object result) => result.ToDisplayString("text/plain");

    /// <summary>The cells of the HTML table, row by row, the caption first.</summary>
    internal static string[][] Table(object result)
    {
        XElement table = XElement.Parse(Html(result));
        return [[table.Element("caption")!.Value], .. table.Descendants("tr").Select(row => row.Elements().Select(cell => cell.Value).ToArray())];
    }

    /// <summary>HTML that is well-formed, holds nothing that runs or loads, and is ours; text for a person.</summary>
    internal static void ReadWell(object result)
    {
        Assert.Equal(
            result is Chart ? ["image/svg+xml", "text/html", "text/plain"] : ["text/html", "text/plain"],
            Formatter.GetPreferredMimeTypesFor(result.GetType()));
        string html = Html(result);
        Assert.DoesNotContain("dni-", html, StringComparison.Ordinal);
        Harmless(html);

        string text = Text(result);
        Assert.Equal(result.ToString(), text);
        Assert.DoesNotContain(result.GetType().Name + "`", text, StringComparison.Ordinal);
        Assert.NotEqual(result.GetType().FullName, text);
    }

    internal static void Harmless(string html)
    {
        XElement page = XElement.Parse($"<div>{html}</div>");
        Assert.NotEmpty(page.Elements());
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "iframe" or "object" or "a");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(page.Descendants().Attributes("src"), source => !source.Value.StartsWith("data:image/svg+xml;base64,", StringComparison.Ordinal));
    }
}
