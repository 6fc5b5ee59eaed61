namespace CxKpi.Trends;

/// <summary>How far the limits of a forecast lie from it in <see cref="HoltWinters"/>.</summary>
public enum HoltWintersLimits
{
    /// <summary>The error of the predicted period itself counts in full, errors before it by their effect on level, slope and season.</summary>
    Full,

    /// <summary>Those of R's <c>predict.HoltWinters</c>: for additive seasons and without a season the same.</summary>
    /// <remarks>
    /// For multiplicative seasons R differs in two ways, here reproduced. The predicted period's own error counts only by the share that would enter the level and season,
    /// so that the first limits are too narrow by a factor of <c>α + γ(1 − α)</c>. And R reads its list of coefficients from the wrong place:
    /// with a trend it takes the slope for the figure of the last season, so that limits of every p-th period are mostly far too wide;
    /// without a trend it takes the next season's figure for each season's, and answers NA for every p-th period, for which the limits are NaN here.
    /// </remarks>
    R,
}
