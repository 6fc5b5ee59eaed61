using System.Buffers;
using System.Text;
using System.Xml;

namespace CxKpi;

/// <summary>Writes well-formed HTML; it is the only place where text is escaped for HTML.</summary>
internal sealed class HtmlWriter
{
    private static readonly SearchValues<char> Harmless =
        SearchValues.Create(" !#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private readonly PooledText html = new();
    private readonly Stack<string> open = new();

    /// <summary>Opens an element. Names of elements and attributes come from this library; values may come from anywhere.</summary>
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

    /// <summary>An element without content whose picture is embedded in the page.</summary>
    internal HtmlWriter Void(string element, string pictureAttribute, string svg, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        byte[] bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(svg.Length));
        int length = Encoding.UTF8.GetBytes(svg, bytes);
        html.Append(' ').Append(pictureAttribute).Append("=\"data:image/svg+xml;base64,").AppendBase64(bytes.AsSpan(0, length)).Append("\"/>");
        ArrayPool<byte>.Shared.Return(bytes);
        return this;
    }

    internal HtmlWriter Text(string text)
    {
        Escape(text, inAttribute: false);
        return this;
    }

    /// <summary>An element with text alone.</summary>
    internal HtmlWriter Element(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(element, attributes).Text(text).Close();

    /// <summary>Text supplied by users, isolated so that it does not change the reading direction of its surroundings.</summary>
    internal HtmlWriter Isolated(string text) => Element("bdi", text);

    internal HtmlWriter NewLine()
    {
        html.Append('\n');
        return this;
    }

    /// <summary>Text written by this library itself, such as a style sheet or a data URI; never text supplied by users.</summary>
    internal HtmlWriter Raw(string trusted)
    {
        html.Append(trusted);
        return this;
    }

    /// <summary>The text written so far; nothing can be written after it.</summary>
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

    private void Escape(ReadOnlySpan<char> text, bool inAttribute)
    {
        // Most text needs no escaping, above all pictures: it is copied in long runs.
        while (text.IndexOfAnyExcept(Harmless) is >= 0 and int next)
        {
            html.Append(text[..next]);
            text = text[(next + EscapeOne(text[next..], inAttribute))..];
        }

        html.Append(text);
    }

    private int EscapeOne(ReadOnlySpan<char> text, bool inAttribute)
    {
        char c = text[0];
        if (text.Length > 1 && char.IsSurrogatePair(c, text[1]))
        {
            html.Append(text[..2]);
            return 2;
        }

        _ = c switch
        {
            '&' => html.Append("&amp;"),
            '<' => html.Append("&lt;"),
            '>' => html.Append("&gt;"),
            '"' when inAttribute => html.Append("&quot;"),
            '\'' when inAttribute => html.Append("&#39;"),
            '\t' or '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' => html.Append(' '),
            _ when char.IsControl(c) || !XmlConvert.IsXmlChar(c) => html.Append('\uFFFD'),
            _ => html.Append(c),
        };
        return 1;
    }
}
