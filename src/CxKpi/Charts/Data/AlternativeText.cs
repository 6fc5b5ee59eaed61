using System.Globalization;

namespace CxKpi;

/// <summary>Descriptions that stay short enough to be listened to: what does not fit is counted, and stands in the chart's data.</summary>
internal static class AlternativeText
{
    /// <summary>The most characters of a description, and of title and description together where the title is no longer than half of them.</summary>
    internal const int Most = 299;

    /// <summary>A statement, and as many items of a list as there is room for.</summary>
    /// <param name="text">The language.</param>
    /// <param name="title">The title, before which the description is read.</param>
    /// <param name="statement">What is said first.</param>
    /// <param name="opening">What stands between the statement and the list.</param>
    /// <param name="items">The list.</param>
    /// <param name="separator">What stands between two items.</param>
    internal static string Of(Phrases text, string title, string statement, string opening, IReadOnlyList<string> items, string separator)
    {
        int room = Most - Math.Min(title.Length + text.Colon.Length, Most / 2);
        string whole = items.Count == 0 ? statement : statement + opening + string.Join(separator, items);
        if (whole.Length < room)
        {
            return whole + ".";
        }

        int kept = 0, length = statement.Length + opening.Length + separator.Length + text.MoreItems(items.Count).Length + 1;
        while (kept < items.Count && length + items[kept].Length + (kept > 0 ? separator.Length : 0) <= room)
        {
            length += items[kept].Length + (kept > 0 ? separator.Length : 0);
            kept++;
        }

        return kept == 0 ? Cut(whole, room) : $"{statement}{opening}{string.Join(separator, items.Take(kept))}{separator}{text.MoreItems(items.Count - kept)}.";
    }

    // By what a reader perceives as one character, and without leaving the direction of writing turned.
    private static string Cut(string text, int room)
    {
        int end = StringInfo.ParseCombiningCharacters(text).Last(start => start <= room - 2);
        string kept = text[..end].TrimEnd();
        return kept + "\u2026" + (kept.LastIndexOf('\u2068') > kept.LastIndexOf('\u2069') ? "\u2069" : "");
    }
}
