namespace CxKpi;

/// <summary>Places labels beside points that lie close together.</summary>
internal static class Labelling
{
    /// <summary>The places that are least far from the points, in squares, and apart by the height of a line: isotonic regression.</summary>
    /// <param name="points">The coordinates of the points, ascending.</param>
    /// <param name="apart">The distance that two places keep.</param>
    /// <param name="least">The least place.</param>
    /// <param name="most">The largest place, with room for all from the least one.</param>
    internal static double[] Apart(IReadOnlyList<double> points, double apart, double least, double most)
    {
        List<(double Sum, int Count)> blocks = [];
        for (int i = 0; i < points.Count; i++)
        {
            blocks.Add((points[i] - i * apart, 1));
            while (blocks.Count > 1 && blocks[^2].Sum / blocks[^2].Count > blocks[^1].Sum / blocks[^1].Count)
            {
                blocks[^2] = (blocks[^2].Sum + blocks[^1].Sum, blocks[^2].Count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }
        }

        double limit = most - (points.Count - 1) * apart;
        IEnumerable<double> packed = blocks.SelectMany(block => Enumerable.Repeat(Math.Clamp(block.Sum / block.Count, least, limit), block.Count));
        return [.. packed.Select((place, i) => place + i * apart)];
    }
}
