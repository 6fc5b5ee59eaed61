using System.Globalization;
using System.Text;

namespace CxKpi;

/// <summary>Fits text supplied by users into one line of a drawing whose fonts cannot be measured.</summary>
internal static class TextFit
{
    private const string Ellipsis = "\u2026";
    private const int MostMarks = 3;

    /// <summary>
    /// Cleans one line: line breaks become spaces, other control characters become the replacement character, characters that change the reading direction are
    /// removed, and a letter keeps only a few combining marks.
    /// </summary>
    internal static string Clean(string? text)
    {
        StringBuilder clean = new();
        int marks = 0;
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            bool mark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            marks = mark ? marks + 1 : 0;
            if (rune.Value is '\t' or '\n' or '\r' or 0x85 or 0x2028 or 0x2029)
            {
                clean.Append(' ');
            }
            else if (!TurnsWriting(rune.Value) && marks <= MostMarks)
            {
                clean.Append(Rune.IsControl(rune) ? "\uFFFD" : rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>Text supplied by users for use within a sentence, where it must not change the reading direction of the words around it.</summary>
    internal static string Isolated(string text) => IsRightToLeft(text) ? $"\u2068{Clean(text)}\u2069" : Clean(text);

    /// <summary>Whether the first letter belongs to a script written from right to left.</summary>
    internal static bool IsRightToLeft(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                return rune.Value is (>= 0x0590 and <= 0x08FF)
                    or (>= 0xFB1D and <= 0xFDFF)
                    or (>= 0xFE70 and <= 0xFEFF)
                    or (>= 0x10800 and <= 0x10FFF)
                    or (>= 0x1E800 and <= 0x1EFFF);
            }
        }

        return false;
    }

    /// <summary>The text, cut with an ellipsis where it would be wider than the room.</summary>
    internal static string Fit(string text, double size, double room)
    {
        if (Width(text, size) <= room)
        {
            return text;
        }

        StringBuilder kept = new();
        double left = room - Width(Ellipsis, size);

        foreach (string element in Elements(text))
        {
            if ((left -= Width(element, size)) < 0)
            {
                break;
            }

            kept.Append(element);
        }

        return kept.ToString().TrimEnd() + Ellipsis;
    }

    /// <summary>The text, cut in its middle where it would be wider than the room: names that begin alike are told apart by their ends.</summary>
    internal static string FitEnds(string text, double size, double room)
    {
        if (Width(text, size) <= room)
        {
            return text;
        }

        string head = Fit(text, size, room * 0.62).TrimEnd('\u2026');
        double left = room - Width(head + Ellipsis, size);
        string[] elements = [.. Elements(text)];
        int from = elements.Length;
        while (from > 0 && (left -= Width(elements[from - 1], size)) >= 0)
        {
            from--;
        }

        return head + Ellipsis + string.Concat(elements[from..]).TrimStart();
    }

    // What a reader perceives as one character: a flag or a family emoji is not cut in two.
    private static IEnumerable<string> Elements(string text)
    {
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }

    /// <summary>The text in lines that fit, broken at spaces; the last allowed line is cut.</summary>
    internal static IEnumerable<string> Wrapped(string text, double size, double room, int most = 4)
    {
        string line = "";
        int lines = 1;
        foreach (string word in Bound(Clean(text)).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (lines >= most || Width(longer, size) <= room)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                yield return line;
                lines++;
            }

            line = lines >= most ? word : Fit(word, size, room);
        }

        if (line.Length > 0)
        {
            yield return Fit(line, size, room);
        }
    }

    // A line does not begin with punctuation, and "n = 850" is one word.
    private static string Bound(string text) => text
        .Replace(" :", "\u00A0:", StringComparison.Ordinal)
        .Replace(" ;", "\u00A0;", StringComparison.Ordinal)
        .Replace(" \u00B7", "\u00A0\u00B7", StringComparison.Ordinal)
        .Replace(" = ", "\u00A0=\u00A0", StringComparison.Ordinal);

    /// <summary>An upper estimate of the width, by classes of characters after the widest of the common sans-serif fonts.</summary>
    internal static double Width(string text, double size)
    {
        double ems = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            ems += Ems(rune);
        }

        return ems * size;
    }

    private static double Ems(Rune rune) => rune.Value switch
    {
        ' ' or 0xA0 or 0x202F or (>= 'i' and <= 'j') or 'l' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.35,
        'f' or 'r' or 't' or 'I' or '(' or ')' or '[' or ']' or '/' or '-' => 0.42,
        'm' or 'w' or 'M' or 'W' or '%' or '@' or 0x2014 or 0x2026 => 1.0,
        '+' or '=' or '<' or '>' or '~' or 0x2212 or 0x2192 or 0x2264 or 0x00D7 => 0.84,
        (>= 'a' and <= 'z') or (>= '0' and <= '9') => 0.64,
        >= 'A' and <= 'Z' => 0.79,
        < 0x80 => 0.66,
        0x200B or 0x200C or 0x200D or 0x2060 or 0xFEFF or (>= 0xFE00 and <= 0xFE0F) or (>= 0x200E and <= 0x200F) or (>= 0x2066 and <= 0x2069) => 0,
        0xFDFD => 12,
        >= 0xFDF0 and <= 0xFDFC => 2,
        >= 0x1F000 and <= 0x1FAFF => 1.4,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        >= 0xC0 and <= 0x24F => Rune.IsUpper(rune) ? 0.85 : 0.68,
        >= 0x2010 and <= 0x205F => 0.66,
        >= 0x370 and <= 0x8FF => 0.85,
        _ => 1.1,
    };

    private static bool TurnsWriting(int character) => character is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
