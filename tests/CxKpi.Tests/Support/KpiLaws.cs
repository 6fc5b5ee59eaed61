using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests;

/// <summary>
/// The laws that every KPI record keeps. A record's own laws derive from this class and name its generator;
/// the conventions fail for a record without them.
/// </summary>
public abstract class KpiLaws<TKpi>
    where TKpi : struct, IKpi<TKpi>, IEquatable<TKpi>
{
    /// <summary>Records under one rule, "no data" included now and then.</summary>
    protected abstract Gen<TKpi> Any { get; }

    /// <summary>The range of the value in the definition's unit.</summary>
    protected virtual (double Lowest, double Highest) Range => TKpi.Definition.Unit switch
    {
        KpiUnit.Share => (0, 1),
        KpiUnit.NetPoints => (-100, 100),
        KpiUnit.Seconds or KpiUnit.Rate or KpiUnit.Count => (0, double.PositiveInfinity),
        KpiUnit.ScalePoints or KpiUnit.Index or KpiUnit.Money or KpiUnit.Ratio or KpiUnit.Percentage => (double.NegativeInfinity, double.PositiveInfinity),
    };

    private Gen<TKpi> Record => Gen.Frequency((1, Gen.Constant(default(TKpi))), (9, Any));

    [Property]
    public Property CombineIsAssociative() =>
        Law.ForAll(Record.Three(), x => x.Item1.Combine(x.Item2).Combine(x.Item3).Equals(x.Item1.Combine(x.Item2.Combine(x.Item3))));

    [Property]
    public Property CombineIsCommutative() =>
        Law.ForAll(Record.Two(), x => x.Item1.Combine(x.Item2).Equals(x.Item2.Combine(x.Item1)));

    [Property]
    public Property DefaultChangesNothingItIsCombinedWith() =>
        Law.ForAll(Record, x => x.Combine(default).Equals(x) && default(TKpi).Combine(x).Equals(x));

    [Property]
    public Property TheValueLiesInItsRangeAndIsNeverNaN() =>
        Law.ForAll(Record, x => x.Value is null || (x.Value >= Range.Lowest && x.Value <= Range.Highest && double.IsFinite(x.Value.Value)));

    // What can be reached must be allowed as a goal. Ratios without an end are allowed as far as they can be meant.
    [Property]
    public Property TheValueLiesAmongTheGoalsThatCanBeMeant() =>
        Law.ForAll(Record, x => x.Value is not { } value || TKpi.Definition.Unit is KpiUnit.Ratio or KpiUnit.Percentage || x.GoalRange.Contains(value));

    // What a series accepts it can show: rules of a comparison never escape from a face. Each case draws a page and a chart, and every KPI has its cases.
    [Property(MaxTest = 8 * Law.Rounds)]
    public Property EveryFaceShowsASeriesOfAnyRecords() =>
        Law.ForAll(Gen.ArrayOf(Record, 14), records =>
        {
            CalendarPeriod first = CalendarPeriod.Parse("2023-01");
            KpiSeries<TKpi> series = KpiSeries.From(CalendarUnit.Month, records.Select((record, i) => (first.Plus(i), record)));
            string[] shown =
            [
                series.ToHtml(), series.ToTable().ToText(), series.ToTable().ToMarkdown(), series.ToTable().ToCsv(), series.ToString(),
                Charts.OverTime(series).ToSvg(),
                Scorecard.Titled("x").Add(null, series).Build().ToHtmlPage(),
            ];
            return series.Changes().Count == 13 && series.YearOverYear().Count == 2 && Array.TrueForAll(shown, text => text.Length > 0);
        });

    [Property]
    public Property TheIntervalContainsTheValueAndStaysInItsRange() =>
        Law.ForAll(Record.Zip(Some.Confidence), x =>
        {
            if (x.Item1.Estimate(x.Item2) is not { } estimate)
            {
                return x.Item1.Value is null;
            }

            double slack = 1e-9 * (1 + Math.Abs(estimate.Value));
            bool bounded = TKpi.Definition.Unit is KpiUnit.Share or KpiUnit.NetPoints && estimate.Method is not IntervalMethod.LinearizedRatio;
            return estimate.Value == x.Item1.Value
                && (estimate.Lower is not { } lower || (lower <= estimate.Value + slack && (!bounded || lower >= Range.Lowest - 1e-12)))
                && (estimate.Upper is not { } upper || (upper >= estimate.Value - slack && (!bounded || upper <= Range.Highest + 1e-12)))
                && estimate.Confidence == x.Item2
                && estimate.N >= 0;
        });

    [Property]
    public Property MoreConfidenceNeverNarrowsTheInterval() =>
        Law.ForAll(Record, x =>
        {
            Estimate? narrow = x.Estimate(0.8), wide = x.Estimate(0.99);
            double slack = 1e-9 * (1 + Math.Abs(narrow?.Value ?? 0));
            return narrow?.Lower is null
                || wide?.Lower is null
                || (wide.Value.Lower <= narrow.Value.Lower + slack && wide.Value.Upper >= narrow.Value.Upper - slack);
        });

    [Property]
    public Property AChangeMirrorsWhenTheRecordsSwap() =>
        Law.ForAll(Record.Two(), x =>
        {
            Change? forth = x.Item1.ChangeFrom(x.Item2), back = x.Item2.ChangeFrom(x.Item1);
            if (forth is not { } f || back is not { } b)
            {
                return forth is null && back is null && (x.Item1.Value is null || x.Item2.Value is null);
            }

            return Near(f.Difference, -b.Difference) && Near(f.Lower, -b.Upper) && Near(f.Upper, -b.Lower) && Near(f.PValue, b.PValue)
                && f.Direction == TKpi.Definition.Direction
                && f.PValue is null or (>= 0 and <= 1);
        });

    [Property]
    public Property TheIntervalExcludesZeroExactlyWhenThePValueIsSmall() =>
        Law.ForAll(Record.Two().Zip(Some.Confidence), x =>
        {
            Change? compared = x.Item1.Item1.ChangeFrom(x.Item1.Item2, x.Item2);
            return compared is not { PValue: { } p, Lower: { } lower, Upper: { } upper }
                || Math.Abs(p - (1 - x.Item2)) < 1e-9
                || (lower > 0 || upper < 0) == p < 1 - x.Item2;
        });

    [Property]
    public Property RowsThatAreAlikeLeadToNoVerdict() =>
        Law.ForAll(Record.Two(), x =>
            ((x.Item1.Estimate()?.Flags ?? EstimateFlags.None) | (x.Item2.Estimate()?.Flags ?? EstimateFlags.None)).TellSpread()
            || x.Item1.ChangeFrom(x.Item2) is null or { Verdict: ChangeVerdict.Unknown });

    [Property]
    public Property ARecordHasNoChangeFromItself() =>
        Law.ForAll(Record, x => x.ChangeFrom(x) is not { } change
            || (change.Difference == 0 && change.Verdict is ChangeVerdict.NoEvidence or ChangeVerdict.Unknown && change.PValue is null or >= 0.99));

    [Property]
    public Property TotalsGiveTheValueAndAddUp() =>
        Law.ForAll(Record.Two(), x => x.Item1.Combine(x.Item2).Totals is var both
            && (x.Item1.Totals, x.Item2.Totals) switch
            {
                (null, null) => both is null,
                ({ } one, null) => both == one,
                (null, { } other) => both == other,
                ({ } one, { } other) => both is { } sum
                    && sum.Numerator == one.Numerator + other.Numerator
                    && sum.Denominator == one.Denominator + other.Denominator,
            }
            && (both is not { } totals || Near(totals.Value, x.Item1.Combine(x.Item2).Value)));

    [Property]
    public Property JsonBringsTheRecordBack() =>
        Law.ForAll(Record, x => JsonKinds.ForEveryType.All(options => JsonKinds.Again(x, options).Equals(x)));

    [Property]
    public Property EstimatesAndChangesComeBackFromJson() =>
        Law.ForAll(Record.Two(), x => JsonKinds.Again(x.Item1.Estimate(), JsonKinds.Default) == x.Item1.Estimate()
            && JsonKinds.Again(x.Item1.ChangeFrom(x.Item2), JsonKinds.Default) == x.Item1.ChangeFrom(x.Item2));

    // Under other rules, too, such as scales and currencies: each case is a dozen documents, so there are few.
    [Property(MaxTest = 5 * Law.Rounds)]
    public Property JsonWithAFaultIsRefusedAndTheFaultNamed() =>
        Law.ForAll(Record, x =>
        {
            foreach (JsonSerializerOptions options in (JsonSerializerOptions[])[JsonKinds.Default, JsonKinds.Web])
            {
                foreach ((string path, string json) in JsonFaults.Of(x, options))
                {
                    JsonException error = Assert.Throws<JsonException>(() => { JsonSerializer.Deserialize<TKpi>(json, options); });
                    Assert.True(error.Message.Contains($"Path: {path}", StringComparison.Ordinal), $"{error.Message} does not name {path} of {json}");
                    Assert.StartsWith("$", error.Path, StringComparison.Ordinal);
                }
            }
        });

    [Property]
    public Property TextIsTheSameUnderEveryCulture() =>
        Law.ForAll(Record, x => Under("de-DE", x) == Under("fr-FR", x) && Under("de-DE", x) == Under("", x));

    [Property(MaxTest = 20 * Law.Rounds)]
    public Property AConfidenceOutside0And1Throws() =>
        Law.ForAll(Record, x =>
        {
            foreach (double confidence in (double[])[0, 1, -0.1, 1.1, double.NaN, double.PositiveInfinity])
            {
                Assert.Throws<ArgumentOutOfRangeException>("confidence", () => { x.Estimate(confidence); });
                Assert.Throws<ArgumentOutOfRangeException>("confidence", () => { x.ChangeFrom(default, confidence); });
            }
        });

    private static bool Near(double? a, double? b) =>
        a is null ? b is null : b is not null && (a == b || Math.Abs(a.Value - b.Value) <= 1e-9 * (1 + Math.Abs(a.Value)));

    private static string Under(string culture, TKpi record)
    {
        Thread thread = Thread.CurrentThread;
        CultureInfo before = thread.CurrentCulture;
        try
        {
            thread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return record.ToString() + record.ToString(null, null) + $"{record.ToString("V", null)}" + record.Estimate() + record.ChangeFrom(record);
        }
        finally
        {
            thread.CurrentCulture = before;
        }
    }
}
