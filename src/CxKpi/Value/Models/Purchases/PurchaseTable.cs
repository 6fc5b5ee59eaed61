using System.Runtime.InteropServices;

namespace CxKpi.Value;

/// <summary>Histories in columns, equal ones together and all in one order, so that a likelihood is the same whatever order they came in.</summary>
internal sealed class PurchaseTable
{
    private PurchaseTable(int count)
    {
        Frequency = new int[count];
        Recency = new double[count];
        Age = new double[count];
        Weight = new double[count];
    }

    internal int[] Frequency { get; }

    internal double[] Recency { get; }

    internal double[] Age { get; }

    internal double[] Weight { get; }

    internal int Count => Frequency.Length;

    internal long Customers { get; private set; }

    internal int MostPurchases { get; private set; }

    /// <summary>Repeat purchases of all customers.</summary>
    internal double Purchases { get; private set; }

    internal double MeanAge { get; private set; }

    internal static PurchaseTable Of(IEnumerable<PurchaseHistory> histories)
    {
        Dictionary<(int Frequency, double Recency, double Age), long> groups = [];
        foreach (PurchaseHistory history in histories)
        {
            if (history.Customers > 0)
            {
                ref long here = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, (history.Frequency, history.Recency, history.Age), out _);
                here = Guard.Sum("customers", here, history.Customers);
            }
        }

        (int, double, double)[] keys = [.. groups.Keys];
        Array.Sort(keys);
        return Filled(keys, groups.Count, key => groups[key]);
    }

    /// <summary>A row for each history, for comparison.</summary>
    internal static PurchaseTable Ungrouped(IReadOnlyCollection<PurchaseHistory> histories) =>
        Filled(histories.Select(history => (history.Frequency, history.Recency, history.Age)), histories.Count, _ => 1);

    /// <summary>The same histories with time in another unit.</summary>
    internal PurchaseTable InUnitsOf(double scale)
    {
        PurchaseTable scaled = new(Count)
        {
            Customers = Customers,
            MostPurchases = MostPurchases,
            Purchases = Purchases,
            MeanAge = MeanAge / scale,
        };
        Frequency.CopyTo(scaled.Frequency, 0);
        Weight.CopyTo(scaled.Weight, 0);
        for (int i = 0; i < Count; i++)
        {
            scaled.Recency[i] = Recency[i] / scale;
            scaled.Age[i] = Age[i] / scale;
        }

        return scaled;
    }

    private static PurchaseTable Filled(
        IEnumerable<(int Frequency, double Recency, double Age)> keys,
        int count,
        Func<(int Frequency, double Recency, double Age), long> customers)
    {
        PurchaseTable table = new(count);
        int i = 0;
        foreach ((int Frequency, double Recency, double Age) key in keys)
        {
            long here = customers(key);
            (table.Frequency[i], table.Recency[i], table.Age[i], table.Weight[i]) = (key.Frequency, key.Recency, key.Age, here);
            table.Customers = Guard.Sum("customers", table.Customers, here);
            table.MostPurchases = Math.Max(table.MostPurchases, key.Frequency);
            table.Purchases += (double)here * key.Frequency;
            i++;
        }

        for (int j = 0; j < count; j++)
        {
            table.MeanAge += table.Weight[j] / table.Customers * table.Age[j];
        }

        return table;
    }
}
