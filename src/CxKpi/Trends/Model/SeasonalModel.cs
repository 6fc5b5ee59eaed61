namespace CxKpi.Trends;

/// <summary>The model behind every verdict: season, trend, step and calendar with autocorrelated errors, fitted and immutable.</summary>
internal sealed class SeasonalModel
{
    /// <summary>The smallest number of figures beyond the terms; with fewer, the autocorrelation cannot be estimated.</summary>
    internal const int LeastFreedom = 8;

    /// <summary>From this number on, the degrees of freedom give no warning.</summary>
    private const int EnoughFreedom = 10;

    private readonly Lazy<RestrictedFit?> rival;

    private SeasonalModel(ModelInput input, ModelDesign design, int[] rows, RestrictedFit fit)
    {
        Input = input;
        Design = design;
        Rows = rows;
        Fit = fit;
        rival = new(fit.Wandering);
    }

    internal ModelInput Input { get; }

    internal ModelDesign Design { get; }

    /// <summary>The positions of the figures used.</summary>
    internal int[] Rows { get; }

    internal RestrictedFit Fit { get; }

    /// <summary>
    /// n − k, reduced like the effective count: the error of φ̂ makes a standard error uncertain, and more so the stronger the autocorrelation.
    /// </summary>
    internal double DegreesOfFreedom => Math.Max(1, Freedom);

    /// <summary>
    /// The reason why no verdict on level or slope can be given; null when one can. Below one degree of freedom a wandering level and a change look the same.
    /// </summary>
    internal Notice? Wandering => Freedom < 1 ? Notices.LevelWanders(Fit.Phi, Fit.Rows, Fit.Rows * Fit.Independence) : null;

    /// <summary>The fit with a level that wanders, where that explains the figures about as well; null where it doesn't.</summary>
    internal RestrictedFit? Rival => rival.Value;

    /// <summary>
    /// The model to look ahead with: where a level that wanders is the likelier of the two, the one that follows it; the future then hangs less on a straight
    /// line through the past, and is less sure.
    /// </summary>
    internal SeasonalModel LookingAhead => Rival is { } walk && walk.LogLikelihood > Fit.LogLikelihood ? new(Input, Design, Rows, walk) : this;

    private double Freedom => Fit.DegreesOfFreedom * Fit.Independence;

    internal double? RemainingAutocorrelation
    {
        get
        {
            double[] left = Fit.LeftOver;
            double products = 0, squares = 0;
            for (int t = 0; t < left.Length; t++)
            {
                products += t > 0 && Rows[t] == Rows[t - 1] + 1 ? left[t] * left[t - 1] : 0;
                squares += left[t] * left[t];
            }

            return squares > 0 ? products / squares : null;
        }
    }

    /// <summary>Fits the model.</summary>
    /// <param name="input">The figures.</param>
    /// <param name="options">The settings of the model.</param>
    /// <param name="trend">Whether the model has a trend.</param>
    /// <param name="step">The effect's column, when there is one.</param>
    /// <param name="include">The positions to use; all when <see langword="null"/>.</param>
    /// <param name="warnings">Receives warnings.</param>
    /// <param name="refusal">Receives the reason why there is no model.</param>
    internal static SeasonalModel? TryFit(
        ModelInput input,
        ModelOptions options,
        bool trend,
        Func<CalendarPeriod, double>? step,
        Predicate<int>? include,
        List<Notice> warnings,
        out Notice? refusal)
    {
        // Years have no season, stated or not.
        options = input.First.Unit == CalendarUnit.Year ? options with { IsSeasonal = false } : options;
        int[] rows = [.. Enumerable.Range(0, input.Count).Where(t => !double.IsNaN(input.Response[t]) && (include is null || include(t)))];
        refusal = Refusal(input, rows, options, warnings);
        if (refusal is not null)
        {
            return null;
        }

        Regressor[] regressors = [.. options.Regressors];
        while (true)
        {
            ModelDesign design = new(input.First, rows, options, regressors, trend, step);
            if (rows.Length - design.Columns < LeastFreedomOf(options))
            {
                refusal = Notices.TooFewForTerms(rows.Length, design.Columns, LeastFreedomOf(options));
                return null;
            }

            double[] response = [.. rows.Select(t => input.Response[t])];
            if (OrthogonalBasis.TryCreate(Columns(design, rows), response, out int dependent) is { } basis)
            {
                double[] noise = input.Noise.Length == 0 ? [] : [.. rows.Select(t => input.Noise[t])];
                SeasonalModel model = new(input, design, rows, RestrictedFit.Create(basis, Steps(rows), noise));
                if (model.Fit.Hidden < 0)
                {
                    model.Warn(regressors, warnings);
                    return model;
                }

                dependent = model.Fit.Hidden;
            }

            if (design.RegressorIn(dependent) is not { } useless)
            {
                refusal = Notices.NotToBeTold(words => design.NameOf(dependent, words));
                return null;
            }

            warnings.Add(Notices.RegressorLeftOut(regressors[useless]));
            regressors = [.. regressors.Where((_, i) => i != useless)];
        }
    }

    /// <summary>One coefficient.</summary>
    internal LinearEstimate Coefficient(int column) => Fit.Combine(Only(column));

    /// <summary>The p-value of a coefficient if the level wanders; null where no such level is a serious rival.</summary>
    internal double? PValueWhenWandering(int column) => Rival?.Combine(Only(column)) is { } coefficient
        ? StudentTDistribution.TwoSidedPValue(coefficient.Value / coefficient.StandardError, Fit.DegreesOfFreedom)
        : null;

    /// <summary>The response at a position after the last one used.</summary>
    internal LinearEstimate Predict(int index) => Fit.Predict(Design.Row(index), index - Rows[^1]);

    /// <summary>The covariance of two predictions, the earlier first, without sampling noise.</summary>
    internal double Covariance(int index, in LinearEstimate prediction, int laterIndex, in LinearEstimate later) =>
        prediction.CoefficientCovariance(later) + Math.Pow(Fit.Phi, laterIndex - index) * prediction.ProcessVariance;

    /// <summary>Whether the autocorrelation is so strong beside so few figures that p is too small: as with φ = 0.6 and nothing else.</summary>
    internal static bool IsStrong(RestrictedFit fit) => fit.Independence <= 0.25 && (fit.Rows <= 60 || fit.DegreesOfFreedom * fit.Independence < EnoughFreedom);

    // A level alone can be judged a period earlier: with seven figures beyond it.
    private static int LeastFreedomOf(ModelOptions options) => options.IsSeasonal ? LeastFreedom : LeastFreedom - 1;

    private static Notice? Refusal(ModelInput input, int[] rows, ModelOptions options, List<Notice> warnings)
    {
        int cycle = options.IsSeasonal ? Season.CycleOf(input.First.Unit) : 1;
        if (Sufficiency.Refusal(rows, cycle) is { } tooShort)
        {
            return tooShort;
        }

        if (rows.Length <= LeastFreedomOf(options))
        {
            return Notices.TooFewForTerms(rows.Length, cycle == 1 ? 2 : cycle + 1, LeastFreedomOf(options));
        }

        warnings.AddRange(Sufficiency.Warnings(rows, cycle, input.First.Unit == CalendarUnit.Week ? null : t => Season.Of(input.First.Plus(t))));
        if (options.IsSeasonal)
        {
            warnings.AddRange(Sufficiency.CourseOfYear(rows, input.First.Unit));
        }

        if (input.On == ModelScale.Logarithm && Array.FindIndex(rows, t => !double.IsFinite(input.Response[t])) is >= 0 and var at)
        {
            return Notices.NoLogarithm(input.First.Plus(rows[at]), input.Series.Figures[rows[at]]);
        }

        if (!input.IsLogit)
        {
            return null;
        }

        if (Notices.AllAlike(rows.Select(t => input.Series.Figures[t])) is { } alike)
        {
            return alike;
        }

        int few = rows.Count(t => 1 / input.Noise[t] < 2);
        if (few * 4 > rows.Length)
        {
            warnings.Add(Notices.FewEvents(few, rows.Length));
        }

        return null;
    }

    private double[] Only(int column)
    {
        double[] weights = new double[Design.Columns];
        weights[column] = 1;
        return weights;
    }

    internal static int[] Steps(int[] rows) => [.. rows.Select((t, i) => i == 0 ? 1 : t - rows[i - 1])];

    internal static double[][] Columns(ModelDesign design, int[] rows)
    {
        double[][] columns = [.. Enumerable.Range(0, design.Columns).Select(_ => new double[rows.Length])];
        for (int i = 0; i < rows.Length; i++)
        {
            double[] row = design.Row(rows[i]);
            for (int j = 0; j < row.Length; j++)
            {
                columns[j][i] = row[j];
            }
        }

        return columns;
    }

    private void Warn(Regressor[] regressors, List<Notice> warnings)
    {
        foreach (Regressor regressor in regressors)
        {
            if (regressor.Occurrences(Input.First.Plus(Rows[0]), Rows[^1] - Rows[0] + 1) is < 3 and var times)
            {
                warnings.Add(Notices.FewOccurrences(regressor, times));
            }
        }

        if (Fit.DegreesOfFreedom < EnoughFreedom)
        {
            warnings.Add(Notices.FewDegreesOfFreedom(Fit.DegreesOfFreedom));
        }

        if (Fit.IsExact)
        {
            warnings.Add(Notices.ExactFit());
        }

        if (IsStrong(Fit))
        {
            warnings.Add(Notices.StrongAutocorrelation(Fit.Phi, Fit.Rows * Fit.Independence));
        }
    }
}
