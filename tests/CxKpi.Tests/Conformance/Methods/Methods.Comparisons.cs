namespace CxKpi.Tests.Conformance;

/// <summary>Differences of the same customers, ratios and tests.</summary>
internal static partial class Methods
{
    private static IEnumerable<Method> Comparisons =>
    [
        new("proportion.test.exact_vs_target", x => Test(Share(x).TestTarget(x.Number("target")))),
        new("proportion.test.score_vs_target", x => Test(Share(x).TestTarget(x.Number("target"), TargetTest.Score), "z")),
        new("nps.diff.wald", x => Normal(NetDifferenceOf(x, NetDifference.Wald))),
        new("nps.diff.adjusted_wald", x => Normal(NetDifferenceOf(x, NetDifference.AdjustedWald))),
        new("nps.diff.paired_t", x => Student(NpsPanel.FromPairs(x.Answers("before").Zip(x.Answers("after"))).Change(x.Confidence), PerPoint)),
        new("mean.diff.paired_t", x => Student(PairedMeanTally.FromPairs(x.Decimals("b").Zip(x.Decimals("a"))).Change(x.Confidence))),
        new("ordinal.diff.mann_whitney", MannWhitney),
        new("rate.ratio.exact_conditional", RateRatio),
        Change("proportion.diff.agresti_caffo", ShareDifference.AgrestiCaffo),
        new("proportion.diff.tests", TwoShares) { Irrelevant = ["confidence"] },
        new("proportion.ratio.koopman", x => Ratio(Share(x, "_a").RatioTo(Share(x, "_b"), x.Confidence))),
        Paired("proportion.diff_paired.tango", PairedShareDifference.Tango),
        Paired("proportion.diff_paired.bonett_price", PairedShareDifference.BonettPrice),
        new("proportion.diff_paired.mcnemar", McNemar) { Irrelevant = ["confidence"] },
        new("multiplicity.adjusted_p", AdjustedPValues),
        new("trend.cochran_armitage", x => Trend(SampleTests.Trend(Groups(x), x.Numbers("scores"))!.Value)),
        new("proportion.k_sample_chi_square", x => Test(SampleTests.Equality(Groups(x)), "chi_square")),
    ];

    private static Figures Test(SignificanceTest? test, string statistic = "statistic") => new()
    {
        [statistic] = test?.Statistic,
        ["df"] = test?.DegreesOfFreedom,
        ["p_value"] = test?.PValue,
    };

    /// <summary>The chi-square of a trend is the square of its z.</summary>
    private static Figures Trend(SignificanceTest test) => new() { ["chi_square"] = test.Statistic * test.Statistic, ["p_value"] = test.PValue };

    private static Change NetDifferenceOf(Inputs inputs, NetDifference method) =>
        Net(inputs.Part("a")).ChangeFrom(Net(inputs.Part("b")), inputs.Confidence, method)!.Value.Rescaled(PerPoint);

    /// <summary>The reference states the centre of the limits as the difference; the library states the difference of the two scores.</summary>
    private static Figures Normal(Change change)
    {
        double? centre = (change.Lower + change.Upper) / 2;
        return new(Difference(change)) { ["difference"] = centre, ["standard_error"] = change.StandardError, ["z"] = centre / change.StandardError };
    }

    private static Figures Student(Change? change, double factor = 1) => new(Difference(change, factor))
    {
        ["t"] = change?.Difference / change?.StandardError,
        ["df"] = change?.DegreesOfFreedom,
    };

    private static Figures MannWhitney(Inputs inputs)
    {
        SignificanceTest test = SampleTests.MannWhitney(inputs.Numbers("a"), inputs.Numbers("b"))!.Value;
        return new() { ["u"] = test.Statistic, ["p_value"] = test.PValue, ["prob_superiority"] = test.EffectSize };
    }

    private static Figures Ratio(ChangeRatio? ratio) => new()
    {
        ["ratio"] = ratio?.Value ?? double.PositiveInfinity,
        ["lower"] = ratio?.Lower,
        ["upper"] = ratio?.Upper ?? double.PositiveInfinity,
    };

    /// <summary>The reference's p-value is that of the test, which need not agree with its limits.</summary>
    private static Figures RateRatio(Inputs inputs) => new(Ratio(Rate(inputs, "_a").RatioTo(Rate(inputs, "_b"), inputs.Confidence)))
    {
        ["p_value"] = Rate(inputs, "_a").TestAgainst(Rate(inputs, "_b"))?.PValue,
    };

    private static Figures TwoShares(Inputs inputs)
    {
        ShareTally a = Share(inputs, "_a"), b = Share(inputs, "_b");
        SignificanceTest pooled = a.TestAgainst(b, ShareTest.PooledZ)!.Value;
        return new()
        {
            ["z_pooled"] = pooled.Statistic,
            ["p_pooled"] = pooled.PValue,
            ["p_n_minus_1"] = a.TestAgainst(b, ShareTest.NMinusOneChiSquare)?.PValue,
            ["p_fisher"] = a.TestAgainst(b, ShareTest.Fisher)?.PValue,
        };
    }

    /// <summary>Vectors state the first less the second; here the first is what comes after.</summary>
    private static PairedShareTally Pairs(Inputs inputs) =>
        new(inputs.Count("both"), inputs.Count("second_only"), inputs.Count("first_only"), inputs.Count("neither"));

    private static Method Paired(string name, PairedShareDifference method) => new(name, x => Difference(Pairs(x).Change(x.Confidence, method)));

    private static Figures McNemar(Inputs inputs)
    {
        PairedShareTally pairs = Pairs(inputs);
        return new()
        {
            ["p_exact"] = pairs.Test(McNemarTest.Exact)?.PValue,
            ["p_mid"] = pairs.Test(McNemarTest.MidP)?.PValue,
            ["p_asymptotic"] = pairs.Test(McNemarTest.Asymptotic)?.PValue,
        };
    }

    /// <summary>A single p-value is written without brackets, and so is what becomes of it.</summary>
    private static Figures AdjustedPValues(Inputs inputs)
    {
        bool isSingle = inputs.IsNumber("p_values");
        double[] given = isSingle ? [inputs.Number("p_values")] : inputs.Numbers("p_values");
        return new()
        {
            ["holm"] = Adjusted(MultiplicityMethod.Holm),
            ["hochberg"] = Adjusted(MultiplicityMethod.Hochberg),
            ["bonferroni"] = Adjusted(MultiplicityMethod.Bonferroni),
            ["benjamini_hochberg"] = Adjusted(MultiplicityMethod.BenjaminiHochberg),
            ["benjamini_yekutieli"] = Adjusted(MultiplicityMethod.BenjaminiYekutieli),
        };

        object Adjusted(MultiplicityMethod method) => Multiplicity.Adjust(given, method) is var all && isSingle ? all[0] : all;
    }

    private static ShareTally[] Groups(Inputs inputs) =>
        [.. inputs.Counts("events").Zip(inputs.Counts("trials"), (events, trials) => new ShareTally(events, trials))];
}
