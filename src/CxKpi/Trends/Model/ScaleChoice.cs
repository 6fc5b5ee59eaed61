namespace CxKpi.Trends;

/// <summary>Chooses the scale of the model.</summary>
/// <remarks>
/// <code>ℓ(logarithms) − (n − k)·mean of ln y   against   ℓ(figures)</code>
/// Both are restricted likelihoods of season, trend and AR(1) noise; the term brings the density of logarithms to that of the figures, so that the unit of the
/// figures has no say. Source: G. Box and D. Cox, "An analysis of transformations", 1964, whose family holds both scales.
/// </remarks>
internal static class ScaleChoice
{
    // Figures that hardly vary fit both scales alike; the simpler one is left only for a reason.
    private const double Margin = 2;

    /// <param name="series">The figures to be modelled.</param>
    /// <param name="options">The settings of the model.</param>
    /// <param name="beside">Figures that are compared on the same scale, NaN where one is missing: one without a logarithm leaves none to the others.</param>
    internal static ModelScale Of(PeriodSeries series, ModelOptions options, ReadOnlySpan<double> beside = default)
    {
        if (options.Scale == ModelScale.LogOdds && !series.IsShare)
        {
            throw new ArgumentException($"{nameof(options)} must not ask for log odds where the figures are not shares of counts", nameof(options));
        }

        return options.Scale != ModelScale.Chosen ? options.Scale
            : series.IsShare ? ModelScale.LogOdds
            : HaveLogarithms(beside) && SpeaksForLogarithms(series, options) ? ModelScale.Logarithm : ModelScale.Identity;
    }

    private static bool HaveLogarithms(ReadOnlySpan<double> figures)
    {
        bool all = true;
        foreach (double figure in figures)
        {
            all &= !(figure <= 0);
        }

        return all;
    }

    private static bool SpeaksForLogarithms(PeriodSeries series, ModelOptions options)
    {
        int[] rows = Sufficiency.Rows(series.Complete);
        ModelOptions plain = options with { Regressors = [], IsSeasonal = options.IsSeasonal && series.Unit != CalendarUnit.Year };
        if (!series.IsAmount || rows.Length == 0 || Array.Exists(rows, t => !(series.Figures[t] > 0)))
        {
            return false;
        }

        ModelDesign design = new(series.First, rows, plain, [], trend: true, step: null);
        if (rows.Length - design.Columns < SeasonalModel.LeastFreedom - 1)
        {
            return false;
        }

        double unit = series.Magnitude();
        double[][] columns = SeasonalModel.Columns(design, rows);
        int[] steps = SeasonalModel.Steps(rows);
        double[] figures = [.. rows.Select(t => series.Figures[t] / unit)], logarithms = [.. figures.Select(figure => Math.Log(figure))];
        return Likelihood(figures) is { } straight && Likelihood(logarithms) is { } bent
            && bent - (rows.Length - design.Columns) * logarithms.Average() > straight + Margin;

        double? Likelihood(double[] response) => OrthogonalBasis.TryCreate(columns, response, out _) is { } basis
            ? RestrictedFit.CreateWithoutWhite(basis, steps, []) is { IsExact: false } fit ? fit.LogLikelihood : double.NaN
            : null;
    }
}
