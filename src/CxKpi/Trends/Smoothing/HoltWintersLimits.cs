namespace CxKpi.Trends;

/// <summary>How far the limits of a forecast lie from it in <see cref="HoltWinters"/>.</summary>
public enum HoltWintersLimits
{
    /// <summary>The error of the predicted period itself counts in full, errors before it by their effect on level, slope and season.</summary>
    Full,

    /// <summary>Those of R's <c>predict.HoltWinters</c>: for additive seasons and without a season the same as <see cref="Full"/>.</summary>
    /// <remarks>
    /// For multiplicative seasons R differs in two ways, both reproduced here. The predicted period's own error counts only by the share that would
    /// enter the level and season, so that the first limits are too narrow by a factor of <c>α + γ(1 − α)</c>.
    /// And R counts its coefficients from the wrong place. With a trend it takes the slope for the last season's figure, so that limits from the p-th
    /// period on are of no use: a small slope makes them far too wide. Without a trend it takes for each season the figure of the next one,
    /// and answers NA for every p-th period: the limits and the standard error are NaN there.
    /// </remarks>
    R,
}
