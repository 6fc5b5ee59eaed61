namespace CxKpi.Value;

/// <summary>The terms of the BG/BB likelihood: of having been there for so many opportunities, and having bought at some of them.</summary>
internal readonly struct BgBbTerms
{
    private readonly RisingSums buys, passes, chances, stays, fates;
    private readonly double gamma, logGamma;

    internal BgBbTerms(ReadOnlySpan<double> parameters, int most)
    {
        double alpha = parameters[0], beta = parameters[1], delta = parameters[3];
        gamma = parameters[2];
        logGamma = Math.Log(gamma);
        buys = new(alpha, most, most);
        passes = new(beta, most, most);
        chances = new(alpha + beta, most, most);
        stays = new(delta, most, most);
        fates = new(gamma + delta, most, most);
    }

    /// <summary>The customer is still there after all opportunities.</summary>
    internal LogSum Alive(int purchases, int all) => Decided(purchases, all, all, 0, 0);

    /// <summary>The customer left before the opportunity that follows so many.</summary>
    internal LogSum Left(int purchases, int after) => Decided(purchases, after, after + 1, logGamma, 1 / gamma);

    private LogSum Decided(int purchases, int there, int decided, double leave, double byLeave)
    {
        double byChances = chances.Reciprocal(there), byFates = fates.Reciprocal(decided);
        return new(
            buys.Logarithm(purchases) + passes.Logarithm(there - purchases) - chances.Logarithm(there)
                + stays.Logarithm(there) - fates.Logarithm(decided) + leave,
            buys.Reciprocal(purchases) - byChances,
            passes.Reciprocal(there - purchases) - byChances,
            byLeave - byFates,
            stays.Reciprocal(there) - byFates);
    }
}
