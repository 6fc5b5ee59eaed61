namespace CxKpi;

/// <summary>Looks for a level that wanders - a random walk beside white noise - among the explanations of figures.</summary>
/// <remarks>
/// In short series the likelihood hardly bends along the size of the walk's steps, and its top is often at none although there is a walk. The widest walk
/// that is about as likely as the best one shows what the level could have done. Source of the model: A. Harvey, <em>Forecasting, Structural Time Series Models
/// and the Kalman Filter</em>, 1989, section 2.3.
/// </remarks>
internal static class WalkSearch
{
    /// <summary>How far the logarithm of a likelihood lies below that of an explanation of which it is a serious rival.</summary>
    /// <remarks>
    /// This and <see cref="Spread"/> are the smallest round figures at which no more than 12 of 100 walks of a tenth and of three tenths of the noise a month
    /// pass for a trend without a warning, over three to ten years; docs/trends/false-alarms.md has the record.
    /// </remarks>
    private const double Rivalry = 2;

    /// <summary>How far the logarithm of the likelihood of a walk lies below that of the best walk.</summary>
    private const double Spread = 0.2;

    private const double Width = 1.25;

    // In units of the noise, as logarithms of the variance: a hundredth a period is none in any series of a practical length, thirty times leaves no noise.
    private static readonly double[] Steps = [.. Enumerable.Range(0, 14).Select(i => -9 + i * Width)];

    /// <summary>The widest walk in the sense of the remarks; null when even the best one is no rival.</summary>
    /// <param name="likelihood">The likelihood.</param>
    /// <param name="known">The usual known variance; 0 where none is known, and the scale is free.</param>
    /// <param name="best">The logarithm of the likelihood of the best other explanation.</param>
    internal static ErrorProcess? Widest(RestrictedLikelihood likelihood, double known, double best)
    {
        double[] heights = [.. Steps.Select(Height)];
        int top = Array.IndexOf(heights, heights.Max());
        double summit = ErrorSearch.Search(Steps[Math.Max(0, top - 1)..Math.Min(Steps.Length, top + 2)], 0.05, Height).Value;
        if (!(summit >= best - Rivalry))
        {
            return null;
        }

        int within = Array.FindLastIndex(heights, height => height >= summit - Spread);
        double wide = Steps[Math.Max(within, top)], beyond = wide + Width;
        for (int round = 0; round < 6; round++)
        {
            double middle = (wide + beyond) / 2;
            (wide, beyond) = Height(middle) >= summit - Spread ? (middle, beyond) : (wide, middle);
        }

        return At(wide);

        double Height(double step) => known == 0 ? likelihood.Profile(At(step)) : likelihood.At(At(step));

        ErrorProcess At(double step)
        {
            double walk = Math.Exp(step);
            return known == 0 ? new(1, walk / (1 + walk), 1 / (1 + walk)) : new(1, known * walk, known * White(known * walk));
        }

        // Beside known noise there may be more of it, such as a spread between periods without memory.
        double White(double walk)
        {
            double none = likelihood.At(new(1, walk, 0));
            (double log, double height) = BrentMaximiser.Between(-5, 5, 0.05, x => likelihood.At(new(1, walk, known * Math.Exp(x))));
            return height > none ? Math.Exp(log) : 0;
        }
    }
}
