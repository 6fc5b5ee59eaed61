using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Series.Segmentation;

public class MixAndRateTests
{
    private static readonly Segments<string, Csat> Before = Satisfied(("phone", 720, 800), ("chat", 100, 200));

    private static readonly Segments<string, Csat> After = Satisfied(("phone", 184, 200), ("chat", 440, 800));

    // By hand: shares .8/.2 then .2/.8, values .90/.50 then .92/.55, totals .82 and .624.
    [Fact]
    public void MixAndRateFrom_SegmentsThatRoseAndATotalThatFell_NamesTheReversal()
    {
        MixAndRate<string> split = After.MixAndRateFrom(Before)!;

        Assert.True(split.IsReversed);
        Assert.Equal(-0.196, split.Change.Difference, 12);
        Assert.Equal(0.035, split.RateEffect, 12);
        Assert.Equal(-0.231, split.MixEffect, 12);
        Assert.Equal(0.01, split[0].RateEffect, 12);
        Assert.Equal(-0.6 * (0.91 - 0.722), split[0].MixEffect, 12);
        Assert.Equal(
            "−19.6 pp: rate effect +3.5 pp, mix effect −23.1 pp; the total moves against all its parts (Simpson's paradox)",
            split.ToString());
        Assert.Contains("effet de structure", split.ToString(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("Niveaueffekt", split.ToString(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Equal("phone: rate effect +1.0 pp, mix effect −11.3 pp", split[0].ToString());
        Assert.Contains("82.0%", split.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("Simpson-Paradoxon", split.ToHtml(ReportLanguage.German), StringComparison.Ordinal);
    }

    [Fact]
    public void MixAndRateFrom_ASegmentThatCame_IsAllMix()
    {
        MixAndRate<string> split = Satisfied(("phone", 90, 100), ("chat", 30, 100)).MixAndRateFrom(Satisfied(("phone", 90, 100)))!;

        Assert.False(split.IsReversed);
        Assert.Equal(0, split.RateEffect);
        Assert.Equal(-0.3, split.MixEffect, 12);
        Assert.Null(split[1].Before);
        Assert.Equal((0, 0.5), (split[1].ShareBefore, split[1].ShareAfter));
    }

    [Fact]
    public void MixAndRateFrom_NoData_IsUndefined() => Assert.Null(Satisfied(("phone", 0, 0)).MixAndRateFrom(Before));

    [Fact]
    public void MixAndRateFrom_WhatIsNoRatioOfTotals_IsRefused()
    {
        Segments<int, ContactVolume> volumes = new[] { 1, 2 }.TallyBy(i => i, i => new ContactVolume(i, i));

        Assert.Contains(
            "must be segments of a KPI that is a ratio of two totals",
            Assert.Throws<ArgumentException>("before", () => volumes.MixAndRateFrom(volumes)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("before", () => Before.MixAndRateFrom(null!));
        Assert.Throws<ArgumentException>(() => Before.MixAndRateFrom(new[] { "phone" }.TallyBy(x => x, _ => new Csat(2, 4, TopBox.ThreeOfTen))));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => After.MixAndRateFrom(Before)![2]);
    }

    [Fact]
    public void MixAndRateFrom_SpendingWithoutCustomers_AddsUpToo()
    {
        Segments<string, CustomerAcquisitionCost> Spent(params (string Channel, decimal Spending, long Customers)[] rows) =>
            rows.TallyBy(row => row.Channel, row => new CustomerAcquisitionCost(row.Spending, row.Customers, "EUR", AcquisitionBasis.Blended));

        MixAndRate<string> split = Spent(("search", 3000, 100), ("fair", 2000, 0)).MixAndRateFrom(Spent(("search", 4000, 100)))!;

        Assert.Equal(10, split.Change.Difference, 12);
        Assert.Equal(-10, split.RateEffect, 12);
        Assert.Equal(20, split.MixEffect, 12);
        Assert.Equal(20, split[1].MixEffect, 12);
    }

    private static Segments<string, Csat> Satisfied(params (string Channel, long Satisfied, long Answers)[] rows) =>
        rows.TallyBy(row => row.Channel, row => new Csat(row.Satisfied, row.Answers, TopBox.TwoOfFive));
}

public class MixAndRateLaws
{
    private static Gen<Segments<int, Nps>> Segments =>
        (from counts in Gen.Choose(0, 30).ArrayOf(3)
         from key in Gen.Choose(0, 5)
         select (key, kpi: new Nps(counts[0], counts[1], counts[2])))
        .ListOf()
        .Select(records => records.TallyBy(x => x.key, x => x.kpi));

    private static Gen<(Segments<int, Nps> After, Segments<int, Nps> Before)> Pairs =>
        from after in Segments
        from before in Segments
        select (after, before);

    [Property]
    public Property TheEffectsAddUpToTheChange() =>
        Law.ForAll(Pairs, x => x.After.MixAndRateFrom(x.Before) is not { } split
            || (Math.Abs(split.RateEffect + split.MixEffect - split.Change.Difference) < 1e-9
            && Math.Abs(split.Sum(one => one.Effect) - split.Change.Difference) < 1e-9
            && Math.Abs(split.Change.Difference - (x.After.Total.Value!.Value - x.Before.Total.Value!.Value)) < 1e-9));

    [Property]
    public Property ExchangingBeforeAndAfterChangesTheSigns() =>
        Law.ForAll(Pairs, x => x.After.MixAndRateFrom(x.Before) is not { } split
            || (x.Before.MixAndRateFrom(x.After)! is var back
            && Math.Abs(split.RateEffect + back.RateEffect) < 1e-9
            && Math.Abs(split.MixEffect + back.MixEffect) < 1e-9
            && split.IsReversed == back.IsReversed));

    [Property]
    public Property WhereThePartsStayNothingIsMix() =>
        Law.ForAll(Segments, x => x.TallyBy(one => one.Key, one => new Nps(one.Value.N, 0, 0)).MixAndRateFrom(x) is not { } split
            || split.All(one => Math.Abs(one.MixEffect) < 1e-9));
}
