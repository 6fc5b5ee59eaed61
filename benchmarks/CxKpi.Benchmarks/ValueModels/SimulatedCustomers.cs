using CxKpi.Value;
using NodaTime;

namespace CxKpi.Benchmarks.ValueModels;

/// <summary>Customers who behave as those of CDNOW do by the BG/NBD model, observed for 27 to 39 weeks in days.</summary>
internal static class SimulatedCustomers
{
    internal static readonly double[] Parameters = [0.243, 30.9, 0.793, 2.426];

    private const int Longest = 273, Shortest = 190;

    internal static PurchaseHistory[] Histories(int count, int seed = 7)
    {
        Random random = new(seed);
        PurchaseHistory[] histories = new PurchaseHistory[count];
        for (int i = 0; i < count; i++)
        {
            List<int> days = Days(random, out int age);
            histories[i] = new(days.Count, days.Count == 0 ? 0 : days[^1], age);
        }

        return histories;
    }

    /// <summary>A log of so many rows, by day.</summary>
    internal static (int Customer, LocalDate Day, decimal Amount)[] Log(int rows, int customers, int seed = 8)
    {
        Random random = new(seed);
        LocalDate start = new(2024, 1, 1);
        (int Customer, int Day, decimal Amount)[] log = new (int, int, decimal)[rows];
        for (int i = 0; i < rows; i++)
        {
            log[i] = (random.Next(customers), random.Next(366), random.Next(100, 9_999) / 100m);
        }

        return [.. log.OrderBy(row => row.Day).Select(row => (row.Customer, start.PlusDays(row.Day), row.Amount))];
    }

    private static List<int> Days(Random random, out int age)
    {
        age = random.Next(Shortest, Longest + 1);
        double rate = Gamma(random, Parameters[0]) / Parameters[1], left = Gamma(random, Parameters[2]);
        double leave = left / (left + Gamma(random, Parameters[3])), time = 0;
        List<int> days = [];
        while (true)
        {
            time -= Math.Log(1 - random.NextDouble()) / rate;
            int day = (int)Math.Min(Math.Ceiling(time), Longest + 1);
            if (day > age)
            {
                return days;
            }

            if (days.Count == 0 || day > days[^1])
            {
                days.Add(day);
                if (random.NextDouble() < leave)
                {
                    return days;
                }
            }
        }
    }

    /// <summary>G. Marsaglia and W. W. Tsang, A simple method for generating gamma variables, 2000.</summary>
    private static double Gamma(Random random, double shape)
    {
        if (shape < 1)
        {
            return Gamma(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        }

        double d = shape - 1.0 / 3, c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()), v = Math.Pow(1 + c * x, 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < 0.5 * x * x + d - d * v + d * Math.Log(v))
            {
                return d * v;
            }
        }
    }
}
