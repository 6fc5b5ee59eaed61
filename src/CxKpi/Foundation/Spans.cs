using System.Runtime.InteropServices;

namespace CxKpi;

/// <summary>Reads arrays and lists as spans: an interface call per row would cost more than the tally.</summary>
internal static class Spans
{
    /// <summary>Whether the rows lie in memory one after another; if so, they are given as a span.</summary>
    internal static bool TryGet<TRow>(IEnumerable<TRow> rows, out ReadOnlySpan<TRow> span)
    {
        span = rows switch
        {
            TRow[] array => array,
            List<TRow> list => CollectionsMarshal.AsSpan(list),
            _ => default,
        };
        return rows is TRow[] or List<TRow>;
    }
}
