using CxKpi.Trends;

namespace CxKpi;

/// <summary>Whether there are enough figures to separate a season from a change: one rule, in the same words, for everything that uses seasons.</summary>
/// <remarks>Cycles count from the first figure to the last; periods without figures at either end do not count.</remarks>
internal static class Sufficiency
{
    /// <summary>The fewest figures that are judged where it is stated that there is no season.</summary>
    internal const int LeastWithoutSeason = 9;

    /// <summary>The reason why there are too few figures; null when there are enough.</summary>
    /// <param name="rows">The positions of the figures, rising.</param>
    /// <param name="cycle">The number of seasons; 1 means that there is none.</param>
    internal static Notice? Refusal(ReadOnlySpan<int> rows, int cycle) =>
        cycle > 1 && Span(rows) is var span && span < 2 * cycle ? Notices.FewerThanTwoCycles(span, cycle) : null;

    /// <summary>Warnings where there are enough figures.</summary>
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

    /// <summary>The warning that seasons were left out, when some were.</summary>
    internal static IEnumerable<Notice> LeftOut(IReadOnlyList<Season> seasons) => seasons.Count == 0 ? [] : [Notices.SeasonLeftOut(seasons)];

    /// <summary>Warnings for verdicts on a change, where the periods hide the course of the year.</summary>
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
