using System.Text;
using System.Xml;

namespace CxKpi;

/// <summary>Well-formed HTML, and the one place where text is escaped for it.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder html = new();
    private readonly Stack<string> open = new();

    /// <summary>Opens an element; names of elements and attributes come from this library, values from anywhere.</summary>
    internal HtmlWriter Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        html.Append('>');
        open.Push(element);
        return this;
    }

    internal HtmlWriter Close()
    {
        html.Append("</").Append(open.Pop()).Append('>');
        return this;
    }

    /// <summary>An element without content, such as a line break or a picture.</summary>
    internal HtmlWriter Void(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        html.Append("/>");
        return this;
    }

    internal HtmlWriter Text(string text)
    {
        Escape(text, inAttribute: false);
        return this;
    }

    /// <summary>An element with text alone.</summary>
    internal HtmlWriter Element(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) => Open(element, attributes).Text(text).Close();

    /// <summary>Text that a user supplied, kept from turning the reading direction of what surrounds it.</summary>
    internal HtmlWriter Isolated(string text) => Element("bdi", text);

    internal HtmlWriter NewLine()
    {
        html.Append('\n');
        return this;
    }

    /// <summary>What this library wrote itself, such as a style sheet or a data URI; never a user's text.</summary>
    internal HtmlWriter Raw(string trusted)
    {
        html.Append(trusted);
        return this;
    }

    public override string ToString() => html.ToString();

    private void Start(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        html.Append('<').Append(element);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null)
            {
                html.Append(' ').Append(name).Append("=\"");
                Escape(value, inAttribute: true);
                html.Append('"');
            }
        }
    }

    private void Escape(string text, bool inAttribute)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' when inAttribute => html.Append("&quot;"),
                '\'' when inAttribute => html.Append("&#39;"),
                '\t' or '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' => html.Append(' '),
                _ when char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) => html.Append(c).Append(text[++i]),
                _ when char.IsControl(c) || !XmlConvert.IsXmlChar(c) => html.Append('\uFFFD'),
                _ => html.Append(c),
            };
        }
    }
}
