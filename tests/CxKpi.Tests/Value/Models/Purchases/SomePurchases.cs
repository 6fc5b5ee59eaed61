using CxKpi.Value;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

/// <summary>Models and customers of them, as laws need them.</summary>
internal static class SomePurchases
{
    /// <summary>Parameters of customers as shops have them.</summary>
    internal static Gen<double[]> UsualParameters =>
        from r in Between(0.2, 3)
        from alpha in Between(1, 20)
        from a in Between(0.2, 3)
        from b in Between(0.5, 12)
        select new[] { r, alpha, a, b };

    /// <summary>Parameters anywhere, with those at which published forms are 0/0.</summary>
    internal static Gen<double[]> AnyParameters =>
        from r in Anywhere
        from alpha in Anywhere
        from a in Gen.OneOf(Gen.Constant(1.0), Anywhere)
        from b in Gen.OneOf(Gen.Constant(0.25), Anywhere)
        select new[] { r, alpha, a, b };

    internal static Gen<PurchaseHistory> History =>
        from x in Gen.Choose(0, 12)
        from recency in Gen.Choose(1, 40)
        from since in Gen.Choose(0, 40)
        select new PurchaseHistory(x, x == 0 ? 0 : recency, recency + since);

    internal static Gen<PurchaseHistory> AnyHistory =>
        from x in Gen.Elements(0, 1, 2, 17, 1000, 200_000)
        from recency in Anywhere
        from since in Gen.OneOf(Gen.Constant(0.0), Anywhere)
        select new PurchaseHistory(x, x == 0 ? 0 : recency, recency + since);

    internal static Gen<IPurchaseModel> Usual => UsualParameters.SelectMany(Models);

    internal static Gen<IPurchaseModel> Any => AnyParameters.SelectMany(Models);

    /// <summary>A hundred customers with purchases among them.</summary>
    internal static Gen<PurchaseHistory[]> Customers => History.ArrayOf(100).Where(all => all.Any(history => history.Frequency > 0));

    private static Gen<double> Anywhere => Between(Math.Log(1e-3), Math.Log(1e3)).Select(Math.Exp);

    internal static Gen<double> Between(double lowest, double highest) => Gen.Choose(0, 10_000).Select(i => lowest + (highest - lowest) * (i / 10_000.0));

    /// <summary>Customers who behave as the BG/NBD or MBG/NBD model says, observed for different times.</summary>
    internal static PurchaseHistory[] Simulated(int customers, double[] parameters, bool early, ulong seed, double longest = 40)
    {
        RepeatableRandom random = new(seed);
        PurchaseHistory[] histories = new PurchaseHistory[customers];
        for (int i = 0; i < customers; i++)
        {
            double age = Math.Ceiling(longest * (0.4 + 0.6 * random.NextUnit()));
            double rate = Gamma(parameters[0], ref random) / parameters[1], left = Gamma(parameters[2], ref random);
            double leave = left / (left + Gamma(parameters[3], ref random));
            double time = 0, recency = 0;
            int bought = 0;
            bool gone = early && random.NextUnit() < leave;
            while (!gone)
            {
                time -= Math.Log(1 - random.NextUnit()) / rate;
                if (time > age)
                {
                    break;
                }

                bought++;
                recency = time;
                gone = random.NextUnit() < leave;
            }

            histories[i] = new(bought, recency, age);
        }

        return histories;
    }

    private static Gen<IPurchaseModel> Models(double[] p) => Gen.Elements<IPurchaseModel>(
        new BgNbd(p[0], p[1], p[2], p[3], CalendarUnit.Week),
        new MbgNbd(p[0], p[1], p[2], p[3], CalendarUnit.Week),
        new ParetoNbd(p[0], p[1], p[2], p[3], CalendarUnit.Week));

    /// <summary>G. Marsaglia and W. W. Tsang, A simple method for generating gamma variables, 2000.</summary>
    private static double Gamma(double shape, ref RepeatableRandom random)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1, ref random) * Math.Pow(1 - random.NextUnit(), 1 / shape);
        }

        double d = shape - 1.0 / 3, c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = random.NextNormal(), v = Math.Pow(1 + c * x, 3);
            if (v > 0 && Math.Log(1 - random.NextUnit()) < 0.5 * x * x + d - d * v + d * Math.Log(v))
            {
                return d * v;
            }
        }
    }
}
