namespace CxKpi;

/// <content>Charts: figures with a true minus sign, and short words for labels with little room.</content>
internal abstract partial class Phrases
{
    internal abstract string Detractors { get; }
    internal abstract string Passives { get; }
    internal abstract string Promoters { get; }
    internal abstract string Against { get; }
    internal abstract string Neither { get; }
    internal abstract string InFavour { get; }
    internal abstract string BeforeAndAfter { get; }
    internal abstract string EachLineHasItsOwnScale { get; }
    internal abstract string NoComparison { get; }
    internal abstract string NoVerdictWithoutSpread { get; }
    internal abstract string OverallConversion { get; }
    internal abstract string DistributionOfAnswers { get; }
    internal abstract string BarsInPercent { get; }
    internal abstract string SeasonallyAdjusted { get; }
    internal abstract string LimitsOfTheExpectation { get; }
    internal abstract string Unusual { get; }
    internal abstract string NewLevel { get; }
    internal abstract string First { get; }
    internal abstract string Latest { get; }
    internal abstract string Lowest { get; }
    internal abstract string Highest { get; }
    internal abstract string Centre { get; }
    internal abstract string TooFewFiguresForLimits { get; }
    internal abstract string LimitsInSigma(string sigmas);
    internal abstract string OutsideLimits { get; }
    internal abstract string AllTogether { get; }
    internal abstract string HighestFirst { get; }
    internal abstract string BestFirst { get; }
    internal abstract string NoName { get; }
    internal abstract string NoDecomposition { get; }
    internal abstract string EachPanelHasItsOwnScale { get; }
    internal abstract string TrendAndSeason { get; }
    internal abstract string PeriodNotEnded { get; }
    private protected abstract string BillionsSuffix { get; }
    private protected abstract string MillionsSuffix { get; }
    internal abstract string MissingAnswers(long count);
    internal abstract string InvalidAnswers(long count);
    internal abstract string TargetOf(string value);
    internal abstract string NewLevelFrom(string periods);
    internal abstract string ControlChartOf(string kpi);
    internal abstract string TrendAndSeasonOf(string kpi);
    internal abstract string CountOutsideLimits(int count);

    /// <summary>What a forest plot shows.</summary>
    /// <param name="order">The order of its lines.</param>
    /// <param name="percent">The confidence of its intervals.</param>
    internal abstract string WithIntervals(string order, string percent);

    /// <summary>What follows where a dashed line stands for all segments together.</summary>
    internal abstract string DashedTogether { get; }

    /// <summary>What follows where full squares mark the segments that differ from the others.</summary>
    internal abstract string FullSquaresDiffer { get; }

    /// <summary>A part of a series with the range of its figures.</summary>
    internal abstract string PartFrom(string part, string lowest, string highest);

    /// <summary>Limits behind the name of their interval.</summary>
    internal abstract string IntervalWithLimits(string interval, string limits);

    /// <summary>The suffix of a unit on an axis.</summary>
    internal string Suffix(string unit) => Gap + unit;

    internal string DaysSuffix => Gap + Days;

    internal string Billions => Gap + BillionsSuffix;

    internal string Millions => Gap + MillionsSuffix;

    /// <summary>The KPI's name, with a capital.</summary>
    internal string Title(KpiDefinition definition) => Capitalised(Name(definition));

    internal string ValueInChart(KpiDefinition definition, double value, string? currency = null, double? like = null) =>
        definition == PlainDefinitions.Figure ? Significant(value) : Value(definition, value, currency, like);

    internal string ChangeInChart(KpiDefinition definition, double difference) => definition == PlainDefinitions.Figure
        ? (difference > 0 ? "+" : "") + Significant(difference)
        : Change(definition, difference);

    internal string RangeInChart(KpiDefinition definition, double? lower, double? upper) => Range(
        lower is { } low ? ValueInChart(definition, low, like: upper) : null,
        upper is { } high ? ValueInChart(definition, high) : null);

    internal string Plain(double value, string digits) => Decimals(value, digits);

    /// <summary>A share in whole percent, for the room above a bar; a share that is neither 0 nor 1 is never written as 0 or 100.</summary>
    internal string WholePercent(double share) => WholePercentWithoutSign(share) + PercentSign;

    /// <summary>The same where there is no room for a percent sign.</summary>
    internal string WholePercentWithoutSign(double share) => share switch
    {
        > 0 and < 0.005 => "<1",
        >= 0.995 and < 1 => ">99",
        _ => Decimals(100 * share, "0"),
    };

    // A figure without a unit: six digits, or all of a whole number that is not huge.
    private string Significant(double value)
    {
        double size = Math.Abs(value);
        return size is 0 or (>= 1e-4 and < 1e12)
            ? Plain(value, "#,0." + new string('#', Math.Clamp(5 - (int)Math.Floor(Math.Log10(Math.Max(size, 1e-4))), 0, 9)))
            : Number(value);
    }
}
