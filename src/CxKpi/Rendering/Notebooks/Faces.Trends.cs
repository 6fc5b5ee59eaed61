using System.Globalization;
using CxKpi.Trends;

namespace CxKpi;

/// <content>Series and what is found in them.</content>
internal static partial class Faces
{
    internal static string Of(Expectation expectation) =>
        Ahead("Expectation", expectation.Confidence, expectation.Periods.Select(x => (x.Period, x.Value, x.Lower, x.Upper)), expectation.Refusal, expectation.Warnings);

    internal static string Of(SeriesForecast forecast) =>
        Ahead("Forecast", forecast.Confidence, forecast.Periods.Select(x => (x.Period, (double?)x.Value, (double?)x.Lower, (double?)x.Upper)), forecast.Refusal, forecast.Warnings);

    private static string? OfTrend(object result) => result switch
    {
        TrendEstimate trend => Of(trend),
        SeasonalityEstimate season => Of(season),
        EffectEstimate effect => Of(effect),
        RankTrend trend => Ranks(trend.Verdict, trend.SlopePerYear, trend.Lower, trend.Upper, trend.PValue, trend.Refusal, trend.Warnings),
        SeasonalRankTrend trend => Ranks(trend.Verdict, trend.SlopePerYear, trend.Lower, trend.Upper, trend.PValue, trend.Refusal, trend.Warnings),
        LevelShifts shifts => Of(shifts),
        UnusualPeriods unusual => Of(unusual),
        YearOverYearChange change => Of(change),
        SeasonalAdjustment adjustment => Of(adjustment),
        SeasonalIndices indices => Of(indices),
        Expectation expectation => Of(expectation),
        SeriesForecast forecast => Of(forecast),
        _ => null,
    };

    private static string Of(TrendEstimate trend) => Told(
        new NotebookTable("Trend")
            .Fact("verdict", Phrase(trend.Verdict.ToString()))
            .Fact("change per year", Signed(trend.SlopePerYear))
            .Fact(Confidence(trend.Confidence), Range(Signed(trend.Lower), Signed(trend.Upper)))
            .Fact("p-value", PValue(trend.PValue))
            .Fact("meaning", Words.Verdict(trend.Meaning))
            .Fact("smallest detectable", Number(trend.SmallestDetectable))
            .Fact("relevance", trend.Relevance == Relevance.NotAsked ? null : Phrase(trend.Relevance.ToString())),
        trend.Refusal,
        trend.Warnings);

    private static string Of(SeasonalityEstimate season) => Told(
        new NotebookTable("Season")
            .Fact("verdict", Phrase(season.Verdict.ToString()))
            .Fact("F", Number(season.F))
            .Fact("p-value", PValue(season.PValue)),
        season.Refusal,
        season.Warnings);

    private static string Of(EffectEstimate effect) => Told(
        new NotebookTable("Effect")
            .Fact("verdict", Words.Verdict(effect.Verdict))
            .Fact("from", Words.Date(effect.From))
            .Fact("through", effect.Through is { } last ? Words.Date(last) : null)
            .Fact("step", Signed(effect.Step))
            .Fact(Confidence(effect.Confidence), Range(Signed(effect.Lower), Signed(effect.Upper)))
            .Fact("p-value", PValue(effect.PValue))
            .Fact("smallest detectable", Number(effect.SmallestDetectable))
            .Fact("relevance", effect.Relevance == Relevance.NotAsked ? null : Phrase(effect.Relevance.ToString())),
        effect.Refusal,
        effect.Warnings);

    private static string Ranks(TrendVerdict verdict, double? slope, double? lower, double? upper, double? p, Notice? refusal, IReadOnlyList<Notice> warnings) => Told(
        new NotebookTable("Trend by ranks")
            .Fact("verdict", Phrase(verdict.ToString()))
            .Fact("change per year", Signed(slope))
            .Fact("limits", Range(Signed(lower), Signed(upper)))
            .Fact("p-value", PValue(p)),
        refusal,
        warnings);

    private static string Of(LevelShifts shifts) => Told(
        new NotebookTable("Level shifts")
            .Fact("verdict", Phrase(shifts.Verdict.ToString()))
            .Fact("largest", shifts.Largest?.ToString())
            .Fact("p-value", PValue(shifts.PValue))
            .Fact("suggested", string.Join("; ", shifts.Suggestions)),
        shifts.Refusal,
        shifts.Warnings);

    internal static string Of(UnusualPeriods unusual)
    {
        NotebookTable table = new("Unusual periods", "period", "figure", "expected", "p-value");
        foreach (UnusualPeriod period in unusual.Periods)
        {
            table.Row(Words.Period(period.Period), Cell(period.Value), Cell(period.Expected), PValue(period.PValue) ?? "");
        }

        return Told(table.Note(unusual.Refusal is null && unusual.Periods.Count == 0 ? "none" : null), unusual.Refusal, unusual.Warnings);
    }

    private static string Of(YearOverYearChange year) => new NotebookTable($"{Words.Period(year.Period)} against the year before")
        .Fact("compared with", year.Baseline is { } baseline ? Words.Period(baseline) : null)
        .Fact("difference", Signed(year.Change?.Difference))
        .Fact(year.Change is { } known ? Confidence(known.Confidence) : "", Range(Signed(year.Change?.Lower), Signed(year.Change?.Upper)))
        .Fact("p-value", PValue(year.Change?.PValue))
        .Fact("verdict", Words.Verdict(year.Change?.Verdict ?? ChangeVerdict.Unknown))
        .Note(year.Flags == YearOverYearFlags.None ? null : Phrase(year.Flags.ToString()))
        .ToHtml();

    internal static string Of(SeasonalAdjustment adjustment)
    {
        NotebookTable table = new("Figures without their season", "period", "observed", "season", "adjusted", "trend", "remainder");
        foreach (AdjustedPeriod part in adjustment.Periods)
        {
            table.Row(Words.Period(part.Period), Cell(part.Observed), Cell(part.Seasonal), Cell(part.Adjusted), Cell(part.Trend), Cell(part.Remainder));
        }

        string? strengths = adjustment.SeasonalStrength is { } season
            ? string.Create(CultureInfo.InvariantCulture, $"strength of the season {season:0.00}, of the trend {adjustment.TrendStrength:0.00} (0 none, 1 all)")
            : null;
        return Told(table.Note(strengths), adjustment.Refusal, adjustment.Warnings);
    }

    internal static string Of(SeasonalIndices indices)
    {
        NotebookTable table = new("Season", "season", "index");
        foreach ((Season season, double index) in indices.Indices)
        {
            table.Row(season.ToString(), Cell(index));
        }

        return Told(table, indices.Refusal, indices.Warnings);
    }

    private static string Ahead(string caption, double confidence, IEnumerable<(CalendarPeriod Period, double? Value, double? Lower, double? Upper)> periods, Notice? refusal, IReadOnlyList<Notice> warnings)
    {
        NotebookTable table = new(caption, "period", "figure", Confidence(confidence));
        foreach ((CalendarPeriod period, double? value, double? lower, double? upper) in periods)
        {
            table.Row(Words.Period(period), Cell(value), Range(Number(lower), Number(upper)));
        }

        return Told(table, refusal, warnings);
    }

    private static string Told(NotebookTable table, Notice? refusal, IReadOnlyList<Notice> warnings)
    {
        table.Note(refusal?.Message);
        foreach (Notice warning in warnings)
        {
            table.Note(warning.Message);
        }

        return table.ToHtml();
    }

    private static string Cell(double? value) => Number(value) ?? "";
}
