using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The test by which a p-value was found.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<SignificanceTestMethod>))]
public enum SignificanceTestMethod
{
    /// <summary>There was no test.</summary>
    None,

    /// <summary>The exact binomial test of a share against a target: all outcomes that are at most as likely as the observed one.</summary>
    ExactBinomial,

    /// <summary>The score test of a share against a target; its statistic is z.</summary>
    Score,

    /// <summary>The chi-square test of two shares with N - 1 in place of N (Campbell 2007); its statistic is chi-square.</summary>
    NMinusOneChiSquare,

    /// <summary>Fisher's exact test of two shares: all tables with the same margins that are at most as likely as the observed one.</summary>
    Fisher,

    /// <summary>The z test of two shares with their pooled share in the standard error; its statistic is z.</summary>
    PooledZ,

    /// <summary>The exact test of two rates given the number of all events: all divisions of it that are at most as likely as the observed one.</summary>
    ConditionalExact,

    /// <summary>McNemar's test of paired shares, exact, with the observed outcome counted by half (Fagerland, Lydersen and Laake 2013).</summary>
    McNemarMidP,

    /// <summary>McNemar's exact test of paired shares.</summary>
    McNemarExact,

    /// <summary>McNemar's test of paired shares (1947); its statistic is chi-square.</summary>
    McNemar,

    /// <summary>
    /// Mann and Whitney's test of two ordinal samples, corrected for ties; its statistic is U and its effect size the probability of superiority.
    /// </summary>
    MannWhitney,

    /// <summary>Pearson's chi-square test of several shares; its statistic is chi-square and its effect size Cohen's w.</summary>
    ChiSquare,

    /// <summary>The test of Cochran (1954) and Armitage (1955) for a trend of shares; its statistic is z and its effect size the slope.</summary>
    CochranArmitage,

    /// <summary>The log-rank test of survival (Mantel 1966); its statistic is chi-square.</summary>
    LogRank,

    /// <summary>The log-rank test with the weights of Peto and Peto (1972); its statistic is chi-square.</summary>
    PetoPeto,
}
