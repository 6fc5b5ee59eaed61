namespace CxKpi;

/// <summary>Random numbers of a beta distribution.</summary>
/// <remarks>Source: G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables", 2000, whose quotients are beta variables.</remarks>
internal static class BetaDraws
{
    /// <summary>A draw from the beta distribution, for a, b &gt; 0.</summary>
    internal static double Next(ref RepeatableRandom random, double a, double b)
    {
        double one = Gamma(ref random, a), other = Gamma(ref random, b);
        return one + other > 0 ? one / (one + other) : a / (a + b);
    }

    private static double Gamma(ref RepeatableRandom random, double shape)
    {
        if (shape < 1)
        {
            double unit = 1 - random.NextUnit();
            return Gamma(ref random, shape + 1) * Math.Exp(RepeatableRandom.Log(unit) / shape);
        }

        double d = shape - 1.0 / 3, c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = random.NextNormal(), root = 1 + c * x;
            if (root <= 0)
            {
                continue;
            }

            double cube = root * root * root, unit = 1 - random.NextUnit();
            if (RepeatableRandom.Log(unit) < 0.5 * x * x + d * (1 - cube + RepeatableRandom.Log(cube)))
            {
                return d * cube;
            }
        }
    }
}
