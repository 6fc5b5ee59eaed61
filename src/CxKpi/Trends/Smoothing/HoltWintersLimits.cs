namespace CxKpi.Trends;

/// <summary>How far the limits of a forecast lie from it in <see cref="HoltWinters"/>.</summary>
public enum HoltWintersLimits
{
    /// <summary>The error of the predicted period itself counts in full, errors before it by their effect on level, slope and season.</summary>
    Full,

    /// <summary>
    /// As R's <c>predict.HoltWinters</c>: the same for additive seasons. For multiplicative ones the predicted period's own error counts only by the share
    /// that would enter the level and season, so that the first limits are too narrow by a factor of α + γ(1 − α).
    /// </summary>
    R,
}
