namespace CxKpi.Tests.Customers;

/// <summary>Survival by its definitions, a customer at a time: the model that the library is compared with.</summary>
internal static class SlowSurvival
{
    internal static Tenure[] Singles(IEnumerable<Tenure> tenures) =>
        [.. tenures.SelectMany(x => Enumerable.Range(0, (int)x.Count).Select(_ => new Tenure(x.Exit, x.HasEnded, x.Entry)))];

    internal static bool IsAtRisk(Tenure customer, double time) => (customer.Entry == 0 || customer.Entry < time) && time <= customer.Exit;

    internal static double Survival(Tenure[] customers, double time)
    {
        double survival = 1;
        foreach (double lost in customers.Where(x => x.HasEnded && x.Exit <= time).Select(x => x.Exit).Distinct())
        {
            survival *= 1 - (double)customers.Count(x => x.HasEnded && x.Exit == lost) / customers.Count(x => IsAtRisk(x, lost));
        }

        return survival;
    }

    internal static double Hazard(Tenure[] customers, double time) => customers.Where(x => x.HasEnded && x.Exit <= time).Select(x => x.Exit).Distinct()
        .Sum(lost => (double)customers.Count(x => x.HasEnded && x.Exit == lost) / customers.Count(x => IsAtRisk(x, lost)));

    /// <summary>The losses observed less those expected, in the first of two groups, over its standard deviation, squared.</summary>
    internal static double? LogRank(Tenure[] first, Tenure[] second)
    {
        double difference = 0, variance = 0;
        Tenure[] all = [.. first, .. second];
        foreach (double lost in all.Where(x => x.HasEnded).Select(x => x.Exit).Distinct())
        {
            double n = all.Count(x => IsAtRisk(x, lost)), d = all.Count(x => x.HasEnded && x.Exit == lost), part = first.Count(x => IsAtRisk(x, lost)) / n;
            difference += first.Count(x => x.HasEnded && x.Exit == lost) - d * part;
            variance += n > 1 ? d * (n - d) / (n - 1) * part * (1 - part) : 0;
        }

        return variance == 0 ? null : difference * difference / variance;
    }
}
