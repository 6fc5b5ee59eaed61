namespace CxKpi;

/// <summary>One segment of a chart of small multiples.</summary>
/// <param name="Name">The name of the segment.</param>
/// <param name="Values">Its figure of each period; <see langword="null"/> without one.</param>
/// <param name="Latest">The position of the latest figure; -1 without any.</param>
/// <param name="IsOpen">Whether the latest figure's period is covered only in part.</param>
internal sealed record SmallPanel(string Name, double?[] Values, int Latest, bool IsOpen)
{
    /// <summary>The first and the latest figure.</summary>
    internal string Said(Phrases text, Func<double, string> shown)
    {
        if (Latest < 0)
        {
            return text.NoData;
        }

        int first = Array.FindIndex(Values, value => value is not null);
        string latest = shown(Values[Latest]!.Value) + (IsOpen ? $" ({text.Incomplete})" : "");
        return first == Latest ? latest : $"{shown(Values[first]!.Value)} \u2192 {latest}";
    }
}
