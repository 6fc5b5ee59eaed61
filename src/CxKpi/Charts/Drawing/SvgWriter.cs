using System.Buffers;
using System.Globalization;
using System.Text;

namespace CxKpi;

/// <summary>The one place where SVG is written and text is escaped.</summary>
internal static class SvgWriter
{
    private static readonly SearchValues<char> Harmless =
        SearchValues.Create(" !#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u2212\u202F\u00B7");

    internal const string Fonts = "Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif";

    internal static string Write(Chart chart, IReadOnlyList<Mark> marks, ChartTheme theme)
    {
        PooledText body = new();
        foreach (Mark mark in marks)
        {
            Append(body, mark, theme);
        }

        string title = Escape(chart.Title), description = Escape(chart.Description), width = Number(chart.Width), height = Number(chart.Height);
        string id = Id(title, description, body.Written);
        string language = Phrases.For(chart.Language).Tag;
        string size = $"viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\"", read = $"role=\"img\" aria-labelledby=\"{id}t {id}d\"";
        string head = $"""
            <svg xmlns="http://www.w3.org/2000/svg" xml:lang="{language}" {size} {read} font-family="{Fonts}">
            <title id="{id}t">{title}</title>
            <desc id="{id}d">{description}</desc>
            <rect width="{width}" height="{height}" fill="{Palette.Colour(theme, ColourRole.Background)}"/>

            """.ReplaceLineEndings("\n");
        string svg = string.Concat(head, body.Written, "</svg>");
        body.Release();
        return svg;
    }

    /// <summary>A coordinate: invariant, two decimals at most, no negative zero.</summary>
    internal static string Number(double value)
    {
        double rounded = Math.Round(value, 2);
        return (rounded == 0 ? 0 : rounded).ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>Text that is safe in content and attributes; what XML cannot hold becomes U+FFFD.</summary>
    internal static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Harmless))
        {
            return text;
        }

        StringBuilder safe = new(text.Length);

        // Enumerating runes replaces lone surrogates.
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                '\t' or '\n' => safe.Append((char)rune.Value),
                < 0x20 or 0xFFFE or 0xFFFF or (>= 0x7F and < 0xA0) => safe.Append('\uFFFD'),
                _ => safe.Append(rune.ToString()),
            };
        }

        return safe.ToString();
    }

    // Plain appends: a report holds thousands of marks, and interpolation costs more than all else about them.
    private static void Append(PooledText body, Mark mark, ChartTheme theme)
    {
        body.Append('<').Append(mark.Element).Append(mark.Attributes);
        if (mark.Fill is not null || mark.Stroke is not null)
        {
            // A line has no inside, everything else would be filled black.
            body.Append(" fill=\"").Append(mark.Fill is { } inside ? Palette.Colour(theme, inside) : "none").Append('"');
        }

        if (mark.Stroke is { } outline)
        {
            body.Append(" stroke=\"").Append(Palette.Colour(theme, outline)).Append('"');
        }

        if (string.IsNullOrEmpty(mark.Content) && mark.Tip is null)
        {
            body.Append("/>\n");
            return;
        }

        body.Append('>');
        if (mark.Tip is not null)
        {
            body.Append("<title>").Append(Escape(mark.Tip)).Append("</title>");
        }

        if (mark.Content is not null)
        {
            body.Append(Escape(mark.Content));
        }

        body.Append("</").Append(mark.Element).Append(">\n");
    }

    // Charts inlined into one page need different ids, and equal charts equal ones: FNV-1a over what is said and drawn, four letters a step.
    private static string Id(string title, string description, ReadOnlySpan<char> body)
    {
        ulong hash = Hash(Hash(Hash(14695981039346656037, title), description), body);
        return string.Create(CultureInfo.InvariantCulture, $"c{(uint)(hash >> 32):x8}");
    }

    private static ulong Hash(ulong hash, ReadOnlySpan<char> text)
    {
        const ulong Prime = 1099511628211;
        for (; text.Length >= 4; text = text[4..])
        {
            hash = unchecked((hash ^ (text[0] | (ulong)text[1] << 16 | (ulong)text[2] << 32 | (ulong)text[3] << 48)) * Prime);
        }

        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * Prime);
        }

        return hash;
    }
}
