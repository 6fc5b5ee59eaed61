using CxKpi.Value;
using MathNet.Numerics;

namespace CxKpi.Benchmarks.ValueModels;

/// <summary>The log-likelihood of BG/NBD as it is published: gamma functions for each customer.</summary>
internal static class TextbookBgNbd
{
    internal static double LogLikelihood(ReadOnlySpan<PurchaseHistory> customers, double r, double alpha, double a, double b)
    {
        double sum = 0;
        foreach (PurchaseHistory customer in customers)
        {
            double x = customer.Frequency;
            double rates = SpecialFunctions.GammaLn(r + x) - SpecialFunctions.GammaLn(r) + r * Math.Log(alpha);
            double stays = SpecialFunctions.GammaLn(a + b) + SpecialFunctions.GammaLn(b + x)
                - SpecialFunctions.GammaLn(b) - SpecialFunctions.GammaLn(a + b + x);
            double alive = -(r + x) * Math.Log(alpha + customer.Age);
            double left = x == 0 ? double.NegativeInfinity : Math.Log(a) - Math.Log(b + x - 1) - (r + x) * Math.Log(alpha + customer.Recency);
            double larger = Math.Max(alive, left);
            sum += rates + stays + larger + Math.Log(Math.Exp(alive - larger) + Math.Exp(left - larger));
        }

        return sum;
    }
}
