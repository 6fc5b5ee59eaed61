using System.Runtime.InteropServices;

namespace CxKpi.Value;

/// <summary>Spending in columns, equal rows together and all in one order.</summary>
internal sealed class SpendTable
{
    private SpendTable(int[] purchases, double[] mean, double[] logMean, double[] weight)
    {
        Purchases = purchases;
        Mean = mean;
        LogMean = logMean;
        Weight = weight;
    }

    internal int[] Purchases { get; }

    internal double[] Mean { get; }

    /// <summary>The logarithms of the means, which hold them in any unit of money.</summary>
    internal double[] LogMean { get; }

    internal double[] Weight { get; }

    internal int Count => Purchases.Length;

    internal long Customers { get; private init; }

    /// <summary>Customers without a purchase, or with a mean that is not above 0.</summary>
    internal long LeftOut { get; private init; }

    internal double MeanAmount { get; private init; }

    internal bool HasSpread => Count > 0 && Mean.Min() < Mean.Max();

    internal static SpendTable Of(IEnumerable<SpendHistory> histories)
    {
        Dictionary<(int Purchases, double Mean), long> groups = [];
        long customers = 0, leftOut = 0;
        foreach (SpendHistory history in histories)
        {
            if (history.Purchases == 0 || !(history.MeanAmount > 0))
            {
                leftOut = Guard.Sum("customers", leftOut, history.Customers);
            }
            else if (history.Customers > 0)
            {
                customers = Guard.Sum("customers", customers, history.Customers);
                CollectionsMarshal.GetValueRefOrAddDefault(groups, (history.Purchases, history.MeanAmount), out _) += history.Customers;
            }
        }

        (int Purchases, double Mean)[] keys = [.. groups.Keys];
        Array.Sort(keys);
        double[] weights = [.. keys.Select(key => (double)groups[key])], means = [.. keys.Select(key => key.Mean)];
        return new([.. keys.Select(key => key.Purchases)], means, [.. means.Select(mean => Math.Log(mean))], weights)
        {
            Customers = customers,
            LeftOut = leftOut,
            MeanAmount = customers > 0 ? means.Zip(weights, (mean, weight) => mean * (weight / customers)).Sum() : 0,
        };
    }

    /// <summary>The same spending with its logarithms in another unit of money.</summary>
    internal SpendTable InUnitsOf(double scale) => new(Purchases, Mean, [.. LogMean.Select(mean => mean - Math.Log(scale))], Weight)
    {
        Customers = Customers,
        LeftOut = LeftOut,
        MeanAmount = MeanAmount,
    };
}
