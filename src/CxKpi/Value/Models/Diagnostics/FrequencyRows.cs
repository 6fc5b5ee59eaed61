namespace CxKpi.Value;

/// <summary>How many rows a table by the number of repeat purchases has.</summary>
internal static class FrequencyRows
{
    private const int Usual = 7, Most = 1000;

    /// <summary>The number of repeat purchases of the last row, which stands for all larger ones too: beyond what customers did, all rows are one.</summary>
    internal static int Last(int most, int largest) => Math.Min(Guard.InRange(most, 1, Most), Math.Max(largest, Usual));
}
