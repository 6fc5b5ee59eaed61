namespace CxKpi.Practices;

/// <summary>How the sample is distributed over one characteristic, beside the population.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record MarginFit : ILocalizedFace
{
    internal MarginFit(PopulationMargin margin, bool isInvited, double confidence)
    {
        MarginCategory[] known = [.. margin.Categories.Where(category => category.Population > 0)];
        Name = margin.Name;
        Confidence = confidence;
        Test = GoodnessOfFit.Of([.. known.Select(category => category.Rows)], [.. known.Select(category => category.Population)]);
        Response = isInvited
            ? ResponseIndicator.Of([.. known.Select(category => People(category.Population))], [.. known.Select(category => category.Rows)])
            : null;

        // Categories that only the sample has are not tested: nothing is expected of them.
        IReadOnlyList<double> residuals = Test.StandardizedResiduals;
        int position = 0;
        Strata = ValueList.Of(margin.Categories.Select((category, k) => new StratumFit(
            category.Name,
            category.Rows,
            margin.Rows > 0 ? (double)category.Rows / margin.Rows : null,
            margin.Share(k),
            category.Population > 0 && residuals[position++] is var residual && margin.Rows > 0 ? residual : null)));
    }

    private static long People(double population) => population < 9e18
        ? (long)population
        : throw Guard.Outside("margins", "must have fewer than 9E+18 people in a category where the population was invited", population);

    /// <summary>What the characteristic is.</summary>
    public string Name { get; }

    /// <summary>The categories of the population, and those that only the sample has.</summary>
    public IReadOnlyList<StratumFit> Strata { get; }

    /// <summary>Whether chance explains how far the sample is from the population, and how far it is.</summary>
    public GoodnessOfFit Test { get; }

    /// <summary>How evenly the categories answered; <see langword="null"/> when the population is not that of the people invited.</summary>
    public ResponseIndicator? Response { get; }

    /// <summary>The confidence level at which the test is judged.</summary>
    public double Confidence { get; }

    /// <summary>Whether the sample is distributed otherwise than the population, beyond chance; <see langword="null"/> when that cannot be tested.</summary>
    public bool? Differs => Test.PValue is { } p ? p < 1 - Confidence : null;

    /// <summary>What the test says as text in English.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => TerminalText.Clean(Said(Phrases.English));

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(Name)
        .Fact(words.ChiSquareLabel, words.Limit(Test.ChiSquare))
        .Fact(words.PValueLabel, words.PValue(Test.PValue))
        .Fact(words.CohenWLabel, words.Limit(Test.CohenW))
        .Fact(words.DissimilarityLabel, Test.Dissimilarity is { } part ? words.Percent(part) : null)
        .Fact(words.ResponseIndicatorLabel, Response?.Value is { } value ? words.Decimals(value, "0.000") : null)
        .Note(Said(words))
        .ToHtml();

    /// <summary>What the test says, in words.</summary>
    internal string Said(Phrases words) => Differs switch
    {
        true => words.MarginDiffers(Name, Test.CohenW!.Value, Test.Dissimilarity!.Value, Test.PValue!.Value),
        false => words.MarginAgrees(Name, Test.PValue!.Value),
        null => words.MarginCannotBeJudged(Name),
    };
}
