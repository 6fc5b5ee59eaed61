using System.Collections;

namespace CxKpi.Engines.Tests;

/// <summary>Compares what an engine gave with what memory did, record by record.</summary>
internal static class Same
{
    internal static void As(object expected, object actual)
    {
        Assert.Equal(expected.GetType(), actual.GetType());
        if (expected is not IEnumerable)
        {
            Assert.Equal(expected, actual);
            return;
        }

        // Segments come in the order of the engine; the periods of a series in that of time.
        bool isSeries = expected.GetType().Name.StartsWith("KpiSeries", StringComparison.Ordinal);
        Assert.Equal(Entries(expected, isSeries), Entries(actual, isSeries));
        if (isSeries)
        {
            Assert.Equal(Said(expected, "IsFirstIncomplete"), Said(actual, "IsFirstIncomplete"));
            Assert.Equal(Said(expected, "IsLastIncomplete"), Said(actual, "IsLastIncomplete"));
        }
    }

    private static object[] Entries(object result, bool isSeries)
    {
        object[] entries = [.. ((IEnumerable)result).Cast<object>()];
        return isSeries ? entries : [.. entries.OrderBy(entry => entry.ToString(), StringComparer.Ordinal)];
    }

    private static object Said(object series, string name) => series.GetType().GetProperty(name)!.GetValue(series)!;
}
