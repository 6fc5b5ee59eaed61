namespace CxKpi;

/// <content>Weights, and whether a sample represents the population.</content>
internal abstract partial class Phrases
{
    internal abstract string SampleWeightsCaption { get; }
    internal abstract string DesignEffectBeforeLabel { get; }
    internal abstract string SmallestWeightLabel { get; }
    internal abstract string LargestWeightLabel { get; }
    internal abstract string WeightsMet { get; }
    internal abstract string WeightsTotalsRescaled { get; }
    internal abstract string WeightsKeepLimits { get; }
    internal abstract string GoodnessOfFitCaption { get; }
    internal abstract string ChiSquareLabel { get; }
    internal abstract string CohenWLabel { get; }
    internal abstract string DissimilarityLabel { get; }
    internal abstract string FewExpectedNote { get; }
    internal abstract string ResponseIndicatorCaption { get; }
    internal abstract string ResponseIndicatorLabel { get; }
    internal abstract string AnswerRateLabel { get; }
    internal abstract string InvitedLabel { get; }
    internal abstract string LargestBiasLabel { get; }
    internal abstract string AllocationCaption { get; }
    internal abstract string SampleAndPopulationCaption { get; }
    internal abstract string CategoryColumn { get; }
    internal abstract string SampleRowsColumn { get; }
    internal abstract string SampleShareColumn { get; }
    internal abstract string PopulationShareColumn { get; }
    internal abstract string ResidualColumn { get; }
    internal abstract string WithoutAnswers { get; }

    internal abstract string WeightsLimited(int limited);

    /// <summary>Weights were limited, and the margins are up to <paramref name="error"/> off.</summary>
    internal abstract string WeightsLimitedOff(int limited, double error);

    internal abstract string WeightsNotConverged(int rounds, double error);

    internal abstract string WeightsEmptyCategory(string categories);

    internal abstract string WeightsOutsidePopulation(string categories);

    /// <summary>No weights keep the limits; the categories, if any, are out of reach each by itself.</summary>
    internal abstract string WeightsInfeasible(string categories);

    internal abstract string WeightsLonelyStratum(string categories);

    /// <summary>What uneven weights cost.</summary>
    internal abstract string WeightsCost(int rows, double size, double effect);

    internal abstract string MarginDiffers(string margin, double effect, double dissimilarity, double p);

    internal abstract string MarginAgrees(string margin, double p);

    internal abstract string MarginCannotBeJudged(string margin);

    internal abstract string ResponseIndicatorSaid(string margin, double indicator);

    internal abstract string WorstCase(double rate, string lower, string upper);

    /// <summary>A category's share of the sample and of the population.</summary>
    internal abstract string SharesOf(string sample, string population);

    /// <summary>A number of standard deviations with its sign.</summary>
    internal string Deviations(double figure) => Decimals(figure, $"+0.0;{UnitSigns.Minus}0.0;0.0");

    /// <summary>A p-value with its symbol.</summary>
    private protected string PSaid(double p) => p < 0.0001 ? $"p < {Decimals(0.0001, "0.0000")}" : $"p = {Decimals(p, "0.0000")}";
}
