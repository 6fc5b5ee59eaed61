using CxKpi.Trends;

namespace CxKpi;

/// <summary>Whether figures suffice to tell a season from a change: one rule, in the same words, for everything that looks at seasons.</summary>
/// <remarks>Cycles count from the first figure to the last: periods without figures at either end teach nothing.</remarks>
internal static class Sufficiency
{
    /// <summary>Why the figures don't suffice; null when they do.</summary>
    /// <param name="rows">The positions of the figures, rising.</param>
    /// <param name="cycle">The number of seasons; with one there is none to be told.</param>
    internal static Notice? Refusal(ReadOnlySpan<int> rows, int cycle) =>
        cycle > 1 && Span(rows) is var span && span < 2 * cycle ? Notices.FewerThanTwoCycles(span, cycle) : null;

    /// <summary>What to keep in mind where they do.</summary>
    /// <param name="rows">The positions of the figures, rising.</param>
    /// <param name="cycle">The number of seasons.</param>
    /// <param name="seasonOf">The season of a position; null where no season stands for itself.</param>
    internal static IEnumerable<Notice> Warnings(int[] rows, int cycle, Func<int, Season>? seasonOf)
    {
        if (cycle == 1)
        {
            yield break;
        }

        if (Span(rows) is var span && span < 3 * cycle)
        {
            yield return Notices.FewerThanThreeCycles(span, cycle);
        }

        if (seasonOf is null)
        {
            yield break;
        }

        Season[] once = [.. rows.GroupBy(seasonOf).Where(season => season.Count() == 1).Select(season => season.Key).Order()];
        if (once.Length > 0)
        {
            yield return Notices.SeasonSeenOnce(once);
        }
    }

    /// <summary>For verdicts on a change: what to keep in mind where the periods hide the course of the year.</summary>
    internal static IEnumerable<Notice> CourseOfYear(int[] rows, CalendarUnit unit)
    {
        if (ModelDesign.HidesCourseOfYear(unit, Span(rows)))
        {
            yield return Notices.CourseOfYearUnknown(Span(rows));
        }
    }

    /// <summary>The positions that have a figure.</summary>
    internal static int[] Rows(ReadOnlySpan<double> figures)
    {
        List<int> rows = [];
        for (int i = 0; i < figures.Length; i++)
        {
            if (!double.IsNaN(figures[i]))
            {
                rows.Add(i);
            }
        }

        return [.. rows];
    }

    private static int Span(ReadOnlySpan<int> rows) => rows.IsEmpty ? 0 : rows[^1] - rows[0] + 1;
}
