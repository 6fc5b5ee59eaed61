using System.Globalization;
using System.Text;

namespace CxKpi;

/// <summary>
/// Text in the columns of a terminal: wide characters take two, combining characters none, and text supplied by users cannot control the terminal.
/// </summary>
internal static class TerminalText
{
    private const char Ellipsis = '…';

    /// <summary>Removes everything that moves cursors, sets colours or changes the reading direction; line breaks become spaces.</summary>
    internal static string Clean(string text)
    {
        bool isClean = true;
        foreach (char c in text)
        {
            isClean &= c is >= ' ' and < '\u007F';
        }

        if (isClean)
        {
            return text;
        }

        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = rune.Value is '\t' or '\n' or '\r' or 0x2028 or 0x2029 ? clean.Append(' ')
                : Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control || SteersDirection(rune.Value) ? clean.Append('\uFFFD')
                : clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>The number of columns that the text takes.</summary>
    internal static int Width(string text)
    {
        int width = 0;
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            width += ElementWidth(elements.GetTextElement());
        }

        return width;
    }

    /// <summary>The text in a given number of columns: padded with spaces, or cut with an ellipsis.</summary>
    internal static string Fit(string text, int columns, bool toTheRight)
    {
        int width = Width(text);
        if (width > columns)
        {
            text = Cut(text, columns);
            width = Width(text);
        }

        string blanks = new(' ', columns - width);
        return toTheRight ? blanks + text : text + blanks;
    }

    /// <summary>The text in lines of so many columns at most, broken between words; a longer word has a line of its own.</summary>
    internal static IEnumerable<string> Wrapped(string text, int columns)
    {
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && Width(line) + 1 + Width(word) > columns)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    private static string Cut(string text, int columns)
    {
        StringBuilder cut = new();
        int width = 0;
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext() && width + ElementWidth(elements.GetTextElement()) <= columns - 1)
        {
            width += ElementWidth(elements.GetTextElement());
            cut.Append(elements.GetTextElement());
        }

        return cut.Append(Ellipsis).ToString();
    }

    private static int ElementWidth(string element)
    {
        int width = 0;
        foreach (Rune rune in element.EnumerateRunes())
        {
            width = Math.Max(width, rune.Value == 0xFE0F ? 2 : RuneWidth(rune));
        }

        return width;
    }

    private static int RuneWidth(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    // The blocks that Unicode's East Asian Width (UAX 11) calls wide, and the emoji that terminals draw wide.
    private static bool IsWide(int c) => c is (>= 0x1100 and <= 0x115F) or (>= 0x231A and <= 0x231B) or (>= 0x23E9 and <= 0x23EC) or 0x23F0 or 0x23F3
        or (>= 0x25FD and <= 0x25FE) or (>= 0x2614 and <= 0x2615) or (>= 0x2648 and <= 0x2653) or 0x26A1 or 0x26C4 or 0x26D4 or 0x2705 or 0x274C or 0x274E
        or (>= 0x2753 and <= 0x2755) or 0x2757 or (>= 0x2795 and <= 0x2797) or 0x2B50 or 0x2B55
        or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0x33FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xA000 and <= 0xA4CF) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F1E6 and <= 0x1F1FF)
        or (>= 0x1F300 and <= 0x1F64F)
        or (>= 0x1F680 and <= 0x1F6FF)
        or (>= 0x1F7E0 and <= 0x1F7EB)
        or (>= 0x1F900 and <= 0x1FAFF)
        or (>= 0x20000 and <= 0x3FFFD);

    private static bool SteersDirection(int c) => c is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;
}
