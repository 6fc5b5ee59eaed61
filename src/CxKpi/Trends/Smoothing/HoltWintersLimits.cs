using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>How the limits of a forecast are calculated in <see cref="HoltWinters"/>.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<HoltWintersLimits>))]
public enum HoltWintersLimits
{
    /// <summary>The error of the predicted period itself counts in full, and errors before it by their effect on level, slope and season.</summary>
    Full,

    /// <summary>The limits of R's <c>predict.HoltWinters</c>; for additive seasons and without a season they equal <see cref="Full"/>.</summary>
    /// <remarks>
    /// For multiplicative seasons R differs in two ways, both reproduced here. The predicted period's own error counts only by the share that would
    /// enter the level and the season, so the first limits are too narrow by a factor of <c>α + γ(1 − α)</c>.
    /// R also counts its coefficients from the wrong place. With a trend it uses the slope as the last season's figure, so limits from the p-th
    /// period on are useless: a small slope makes them far too wide. Without a trend it uses for each season the figure of the next one,
    /// and returns NA for every p-th period, where the limits and the standard error are NaN.
    /// </remarks>
    R,
}
