namespace CxKpi;

/// <summary>Shares of groups that spread around a common one: what is known of each when all are known.</summary>
/// <remarks>
/// <code>
/// count(i) ~ Binomial(n(i), p(i)),  p(i) ~ Beta(μM, (1 − μ)M)
/// B = M/(M + n0) uniform on (0, 1), n0 the harmonic mean of the sizes;  μ by the groups, weighted by what each tells of it
/// </code>
/// B is how far a group of usual size is drawn to the mean. It is not taken as known: where groups hardly differ, its best single value is 1, and all
/// intervals would have no width.
/// </remarks>
internal sealed class BetaBinomialModel
{
    private const int Cells = 64;

    private readonly ShareTally[] groups;
    private readonly double size;
    private readonly double[] chances = new double[Cells];

    /// <param name="groups">The groups, each with data.</param>
    internal BetaBinomialModel(ShareTally[] groups)
    {
        this.groups = groups;
        size = groups.Length / groups.Sum(group => 1.0 / group.N);
        double[] logs = [.. Enumerable.Range(0, Cells).Select(cell => LogChance(StrengthAt((cell + 0.5) / Cells)))];
        double highest = logs.Max(), sum = logs.Sum(log => Math.Exp(log - highest));
        for (int cell = 0; cell < Cells; cell++)
        {
            chances[cell] = Math.Exp(logs[cell] - highest) / sum;
        }
    }

    /// <summary>The expected share of each group.</summary>
    internal double[] Expected()
    {
        double[] expected = new double[groups.Length];
        for (int cell = 0; cell < Cells; cell++)
        {
            double strength = StrengthAt((cell + 0.5) / Cells);
            (double favour, double against) = Told(strength);
            double mean = favour / (favour + against);
            for (int i = 0; i < groups.Length; i++)
            {
                expected[i] += chances[cell] * ((groups[i].Count + mean * strength) / (groups[i].N + strength));
            }
        }

        // The chances add to 1 but for their last digit.
        return [.. expected.Select(share => Math.Min(1, share))];
    }

    /// <summary>Draws a share for every group from what is known of them together.</summary>
    internal void Draw(ref RepeatableRandom random, Span<double> shares)
    {
        double left = random.NextUnit();
        int cell = 0;
        while (cell < Cells - 1 && (left -= chances[cell]) >= 0)
        {
            cell++;
        }

        double strength = StrengthAt((cell + random.NextUnit()) / Cells);
        (double favour, double against) = Told(strength);
        double mean = BetaDraws.Next(ref random, favour, against);
        for (int i = 0; i < groups.Length; i++)
        {
            shares[i] = BetaDraws.Next(ref random, groups[i].Count + mean * strength, groups[i].Rest + (1 - mean) * strength);
        }
    }

    // At either end the model has no strength or no end of it.
    private double StrengthAt(double shrinkage) => size * shrinkage / (1 - shrinkage) is var strength && strength > 1e-6 ? strength : 1e-6;

    /// <summary>How many observations speak for and against, each group by what it tells of the mean.</summary>
    private (double For, double Against) Told(double strength)
    {
        double hits = 0.5, rest = 0.5;
        foreach (ShareTally group in groups)
        {
            double weight = (strength + 1) / (strength + group.N);
            hits += weight * group.Count;
            rest += weight * group.Rest;
        }

        return (hits, rest);
    }

    private double LogChance(double strength)
    {
        (double hits, double rest) = Told(strength);
        double all = hits + rest, a = hits / all * strength, b = rest / all * strength;
        double sum = 0.5 * (Math.Log(hits / all) + Math.Log(rest / all) - Math.Log(all));
        foreach (ShareTally group in groups)
        {
            sum += LogBeta(group.Count + a, group.Rest + b) - LogBeta(a, b);
        }

        return sum;
    }

    private static double LogBeta(double a, double b) => GammaFunctions.LogGamma(a) + GammaFunctions.LogGamma(b) - GammaFunctions.LogGamma(a + b);
}
