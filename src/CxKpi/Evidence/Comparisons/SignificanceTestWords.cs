namespace CxKpi;

/// <summary>The words for tests.</summary>
internal static class SignificanceTestWords
{
    internal static string In(this SignificanceTestMethod method, Phrases words) => method switch
    {
        SignificanceTestMethod.None => words.None,
        SignificanceTestMethod.ExactBinomial => words.TestExactBinomial,
        SignificanceTestMethod.Score => words.TestScore,
        SignificanceTestMethod.NMinusOneChiSquare => words.TestNMinusOneChiSquare,
        SignificanceTestMethod.Fisher => words.TestFisher,
        SignificanceTestMethod.PooledZ => words.TestPooledZ,
        SignificanceTestMethod.ConditionalExact => words.TestConditionalExact,
        SignificanceTestMethod.McNemarMidP => words.TestMcNemarMidP,
        SignificanceTestMethod.McNemarExact => words.TestMcNemarExact,
        SignificanceTestMethod.McNemar => "McNemar",
        SignificanceTestMethod.MannWhitney => "Mann-Whitney",
        SignificanceTestMethod.ChiSquare => words.TestChiSquare,
        SignificanceTestMethod.CochranArmitage => "Cochran-Armitage",
        SignificanceTestMethod.LogRank => words.TestLogRank,
        SignificanceTestMethod.PetoPeto => "Peto-Peto",
    };
}
