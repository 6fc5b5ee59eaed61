using System.Text;

namespace CxKpi;

/// <summary>
/// The two small pictures in a line of a report: its history, and its value with interval beside the one before and the target. They repeat what the line
/// says in figures, and take their colours from the style sheet.
/// </summary>
internal static class LineMarks
{
    private const double Edge = 4;

    /// <summary>The last figures as a line that ends in a dot, with the target; empty with fewer than two figures.</summary>
    internal static string Sparkline(ScorecardLine line, double width, double height)
    {
        ScorecardFigure[] shown = line.Period is { } period ? [.. line.History.TakeLast(Shown(period.Unit))] : [];
        double[] known = [.. shown.Select(figure => figure.Value).OfType<double>()];
        if (known.Length < 2)
        {
            return "";
        }

        LinearScale across = new(0, shown.Length - 1, Edge, width - Edge), up = Scale([.. known, .. Goal(line)], height - Edge, Edge);
        StringBuilder path = new();
        bool isDrawing = false;
        for (int i = 0; i < shown.Length; i++)
        {
            if (shown[i].Value is { } value)
            {
                path.Append(isDrawing ? 'L' : 'M').Append(N(across.At(i))).Append(' ').Append(N(up.At(value)));
            }

            isDrawing = shown[i].Value is not null;
        }

        string goal = Goal(line) is [var target] ? $"<path class=\"cx-goal\" d=\"M0 {N(up.At(target))}H{N(width)}\"/>" : "";
        string dot = shown[^1].Value is { } last ? $"<circle class=\"cx-dot\" cx=\"{N(across.At(shown.Length - 1))}\" cy=\"{N(up.At(last))}\" r=\"3\"/>" : "";
        return Svg("cx-spark", width, height, $"{goal}<path class=\"cx-line\" d=\"{path}\"/>{dot}");
    }

    /// <summary>Whether there is a line to draw.</summary>
    internal static bool HasHistory(ScorecardLine line) => line.Period is not null && line.History.Count(figure => figure.Value is not null) > 1;

    /// <summary>The interval as a bar with the value, the one before as a ring, and the target with its good side; empty without an interval.</summary>
    internal static string Bullet(ScorecardLine line, double width, double height)
    {
        if (line is not { Estimate: { Lower: { } lower, Upper: { } upper, Value: var value } })
        {
            return "";
        }

        double[] before = line.Previous?.Value is { } then ? [then] : [], goal = Goal(line);
        LinearScale scale = Scale([lower, upper, value, .. before, .. goal], Edge + 2, width - Edge - 2);
        double middle = height / 2;
        List<string> marks = [];
        if (goal is [var target])
        {
            bool isAtLeast = line.Target!.Target.Bound == TargetBound.AtLeast;
            double at = scale.At(target), from = isAtLeast ? at : 0, to = isAtLeast ? width : at;
            marks.Add($"<rect class=\"cx-zone\" x=\"{N(from)}\" y=\"{N(middle - 8)}\" width=\"{N(to - from)}\" height=\"16\"/>");
        }

        marks.Add($"<path class=\"cx-axis\" d=\"M0 {N(middle)}H{N(width)}\"/>");
        marks.Add($"<path class=\"cx-bar\" d=\"M{N(scale.At(lower))} {N(middle)}H{N(scale.At(upper))}\"/>");
        if (before is [var earlier])
        {
            marks.Add($"<circle class=\"cx-ring\" cx=\"{N(scale.At(earlier))}\" cy=\"{N(middle)}\" r=\"3.5\"/>");
        }

        marks.Add($"<circle class=\"cx-dot\" cx=\"{N(scale.At(value))}\" cy=\"{N(middle)}\" r=\"4.5\"/>");
        if (goal is [var aim])
        {
            marks.Add($"<path class=\"cx-aim\" d=\"M{N(scale.At(aim))} {N(middle - 11)}V{N(middle + 11)}\"/>");
        }

        return Svg("cx-bullet", width, height, string.Concat(marks));
    }

    /// <summary>About two cycles, as many as tell a season from a change by eye.</summary>
    private static int Shown(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => 56,
        CalendarUnit.Week => 104,
        CalendarUnit.Month => 24,
        CalendarUnit.Quarter => 12,
        CalendarUnit.Year => 20,
    };

    // A target on how many cases keep a limit is one on the line's value only where that is the share of such cases.
    private static double[] Goal(ScorecardLine line) =>
        line.Target is { Target: { } target } assessed && (assessed.Value is null || assessed.Value == line.Value) ? [target.Goal] : [];

    private static LinearScale Scale(double[] values, double start, double end)
    {
        double low = values.Min(), high = values.Max();
        return low < high ? new(low, high, start, end) : new(low - 1, high + 1, start, end);
    }

    private static string Svg(string name, double width, double height, string marks) =>
        $"<svg class=\"{name}\" width=\"{N(width)}\" height=\"{N(height)}\" viewBox=\"0 0 {N(width)} {N(height)}\" aria-hidden=\"true\">{marks}</svg>";

    // A tenth of a pixel is all that such a small picture shows.
    private static string N(double value) => SvgWriter.Number(Math.Round(value, 1));
}
