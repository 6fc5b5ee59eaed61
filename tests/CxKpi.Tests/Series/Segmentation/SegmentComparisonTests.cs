using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Series.Segmentation;

public class SegmentComparisonTests
{
    private static readonly (string Team, long Resolved)[] Teams = [("North", 412), ("South", 368), ("East", 401), ("West", 396)];

    private static readonly SegmentComparison<string> Compared = Teams
        .TallyBy(team => team.Team, team => new FirstContactResolution(team.Resolved, 500))
        .Compare();

    [Fact]
    public void Compare_ASegmentApart_NamesItAndNoOther()
    {
        Assert.True(Compared.Differ);
        Assert.Null(Compared.Best);
        Assert.Equal("South", Compared.Worst!.Key);
        Assert.Equal([ChangeVerdict.NoEvidence, ChangeVerdict.Worse, ChangeVerdict.NoEvidence, ChangeVerdict.NoEvidence], Compared.Select(one => one.Verdict));
        Assert.Equal(Compared.Worst.AdjustedPValue, Compared.PValue);
        Assert.Equal(4 * Compared.Worst.Change!.Value.PValue!.Value, Compared.PValue!.Value, 12);
        Assert.Equal("worst: South 73.6%", Compared.ToString());
        Assert.Equal("moins bon\u202F: South 73,6\u202F%", Compared.ToString(ReportLanguage.French));
        Assert.Equal("schlechteste: South 73,6\u00A0%", Compared.ToString(ReportLanguage.German));
        Assert.Equal("South 73.6%: −7.0 pp (p = 0.0046, Worse)", Compared[1].ToString());
    }

    [Fact]
    public void Compare_NothingApart_SaysThatThereIsNoEvidence()
    {
        SegmentComparison<int> equal = Enumerable.Range(1, 10).TallyBy(i => i, i => new Nps(20 + i % 3, 15, 10)).Compare();

        Assert.False(equal.Differ);
        Assert.Null(equal.Best);
        Assert.Null(equal.Worst);
        Assert.Equal("no evidence that the segments differ", equal.ToString());
        Assert.Contains("no evidence that the segments differ", equal.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_ANeutralKpi_SpeaksOfHighAndLow()
    {
        var rows = new[] { ("a", 2_000L), ("b", 1_000L), ("c", 300L) };

        Assert.Equal(
            "highest: a 20.0%; lowest: c 3.0%",
            rows.TallyBy(row => row.Item1, row => new DirectTrafficShare(row.Item2, 10_000)).Compare().ToString());
    }

    // The complement of a good segment contains the bad one: that alone must not make it the best.
    [Theory]
    [InlineData(300)]
    [InlineData(100)]
    public void Compare_OneBadSegment_MakesNoBest(long resolved)
    {
        SegmentComparison<string> compared = new[] { ("A", resolved), ("B", 398L), ("C", 402L), ("D", 400L) }
            .TallyBy(row => row.Item1, row => new FirstContactResolution(row.Item2, 500))
            .Compare();

        Assert.Null(compared.Best);
        Assert.Equal("A", compared.Worst!.Key);
        Assert.Equal(3, compared.Count(one => one.Verdict == ChangeVerdict.NoEvidence));
        Assert.Equal(0, compared.Where(one => one.Key != "A").Sum(one => one.Change!.Value.Difference), 12);
    }

    [Fact]
    public void Compare_BothEndsApart_NamesBoth()
    {
        SegmentComparison<int> compared = new[] { 250L, 400, 400, 402, 470 }
            .Index()
            .TallyBy(row => row.Index, row => new FirstContactResolution(row.Item, 500))
            .Compare();

        Assert.Equal((4, 0), (compared.Best!.Key, compared.Worst!.Key));
        Assert.Equal(3, compared.Count(one => one.Verdict == ChangeVerdict.NoEvidence));
    }

    [Fact]
    public void Compare_TwoSegments_AreOneComparison()
    {
        SegmentComparison<string> two = new[] { ("a", 30L), ("b", 50L) }.TallyBy(row => row.Item1, row => new Churn(row.Item2, 1_000)).Compare();

        Assert.Equal(new Churn(30, 1_000).ChangeFrom(new Churn(50, 1_000))!.Value.PValue, two.PValue);
        Assert.Equal("best: a 3.0%; worst: b 5.0%", two.ToString());
    }

    [Fact]
    public void Compare_ByAnotherMethod_AdjustsThePValuesOfTheSteps()
    {
        Segments<int, FirstContactResolution> teams = new[] { 400L, 366, 370, 402, 398, 404, 396, 401 }
            .Index()
            .TallyBy(row => row.Index, row => new FirstContactResolution(row.Item, 500));
        SegmentComparison<int> strict = teams.Compare(), screen = teams.Compare(MultiplicityMethod.BenjaminiHochberg);

        Assert.Equal((MultiplicityMethod.Holm, MultiplicityMethod.BenjaminiHochberg), (strict.Method, screen.Method));
        Assert.Equal(Multiplicity.BenjaminiHochberg(strict.Select(one => one.Change!.Value.PValue!.Value)), screen.Select(one => one.AdjustedPValue!.Value));
        Assert.True(screen.Count(one => one.Verdict == ChangeVerdict.Worse) >= strict.Count(one => one.Verdict == ChangeVerdict.Worse));
        Assert.Equal(strict.Select(one => one.Change), screen.Select(one => one.Change));
        Assert.Throws<ArgumentOutOfRangeException>("method", () => teams.Compare((MultiplicityMethod)9));
    }

    [Fact]
    public void Compare_TwoSegmentsByAnotherMethod_AreOneComparison()
    {
        SegmentComparison<string> two = new[] { ("a", 30L), ("b", 50L) }
            .TallyBy(row => row.Item1, row => new Churn(row.Item2, 1_000))
            .Compare(MultiplicityMethod.Bonferroni);

        Assert.Equal(new Churn(30, 1_000).ChangeFrom(new Churn(50, 1_000))!.Value.PValue, two.PValue);
        Assert.Equal(two[0].AdjustedPValue, two[1].AdjustedPValue);
    }

    [Fact]
    public void Compare_SegmentsWithoutData_AreLeftOut()
    {
        SegmentComparison<string> one = new[] { ("a", 30L), ("b", 0L) }.TallyBy(row => row.Item1, row => new Churn(0, row.Item2)).Compare();

        Assert.Null(one.PValue);
        Assert.False(one.Differ);
        Assert.Equal("nothing to compare", one.ToString());
        Assert.Equal("nothing to compare", Array.Empty<int>().TallyBy(i => i, _ => new Churn(0, 1)).Compare().ToString());
        Assert.All(one, segment => Assert.Equal(ChangeVerdict.Unknown, segment.Verdict));
    }

    [Fact]
    public void Compare_WhatCannotBeCompared_Throws()
    {
        (string Country, TopBox Cut)[] rows = [("FR", TopBox.TwoOfFive), ("DE", TopBox.ThreeOfTen)];

        Assert.Throws<ArgumentException>(() => rows.TallyBy(row => row.Country, row => new Csat(2, 4, row.Cut)).Compare());
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => Examples.Channels("a", "b").Compare(1));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => Compared[4]);
    }

    [Fact]
    public void Compare_MirroredSegments_StandApartTogetherInAnyOrder()
    {
        (int Key, long Hits)[] rows = [(0, 7), (1, 33), (2, 7), (3, 33)];
        foreach ((int Key, long Hits)[] order in ((int, long)[][])[rows, [.. rows.Reverse()]])
        {
            SegmentComparison<int> compared = order.TallyBy(row => row.Key, row => new FirstContactResolution(row.Hits, 40)).Compare();

            Assert.All(compared, one => Assert.Equal(one.Key % 2 == 0 ? ChangeVerdict.Worse : ChangeVerdict.Better, one.Verdict));
            Assert.Single(compared.Select(one => Math.Round(Math.Log(one.AdjustedPValue!.Value), 6)).Distinct());
        }
    }

    [Theory]
    [InlineData(60, 5)]
    [InlineData(150, 45)]
    public void Compare_ManySegmentsOfWhichSomeStandApart_NamesThose(int count, int apart)
    {
        Segments<int, FirstContactResolution> many =
            Enumerable.Range(0, count).TallyBy(i => i, i => new FirstContactResolution(i < apart ? 200 + i : 400 + i % 3, 500));

        SegmentComparison<int> compared = many.Compare();

        Assert.Equal(Enumerable.Range(0, apart), compared.Where(one => one.Verdict == ChangeVerdict.Worse).Select(one => one.Key));
        Assert.DoesNotContain(compared, one => one.Verdict == ChangeVerdict.Better);
        Change last = many[count - 1].ChangeFrom(Enumerable.Range(apart, count - 1 - apart).Tally(i => many[i]))!.Value;
        Assert.Equal(last, compared[count - 1].Change);
    }

    [Fact]
    public void Faces_NameTheSegmentAndWhatWasFound()
    {
        Assert.Contains("South", Compared.ToHtml(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("moins bon", Compared.ToHtml(ReportLanguage.French), StringComparison.Ordinal);

        Chart chart = Charts.ForestPlot(Teams.TallyBy(team => team.Team, team => new FirstContactResolution(team.Resolved, 500)), new() { Width = 1200 });
        string plot = chart.ToString();
        Assert.Contains("full squares: different from all others together", chart.ToSvg(), StringComparison.Ordinal);
        Assert.Contains("South 73.6% (69.6% to 77.3%), worse", plot, StringComparison.Ordinal);
        Assert.DoesNotContain("better", plot, StringComparison.Ordinal);
    }
}

public class SegmentComparisonLaws
{
    private static Gen<Segments<int, Nps>> Segments =>
        (from promoters in Gen.Choose(0, 30)
         from passives in Gen.Choose(0, 30)
         from detractors in Gen.Choose(0, 30)
         select new Nps(promoters, passives, detractors))
        .ListOf()
        .Select(records => records.Select((record, i) => (record, i)).TallyBy(x => x.i, x => x.record));

    [Property]
    public Property EachChangeIsThatFromAllOthersWhereNoneStandsOut() =>
        Law.ForAll(Segments, x => x.Compare() is var compared
            && (compared.Differ || compared.All(one => one.Change == x[one.Key].ChangeFrom(x.AllBut(one.Key)))));

    [Property]
    public Property TheyDifferExactlyWhenOneStandsOut() =>
        Law.ForAll(Segments, x => x.Compare() is var compared
            && compared.Differ == compared.Any(one => one.Verdict is ChangeVerdict.Better or ChangeVerdict.Worse)
            && compared.Differ == (compared.Best is not null || compared.Worst is not null)
            && compared.All(one => one.AdjustedPValue is null || one.AdjustedPValue >= one.Change!.Value.PValue));

    [Property]
    public Property AScreenIsNeverStricterThanStepsAndNeverBelowTheSingleComparison() =>
        Law.ForAll(Segments, x => x.Compare(MultiplicityMethod.BenjaminiHochberg).Zip(x.Compare(MultiplicityMethod.Hochberg)).All(pair =>
            pair.First.AdjustedPValue is not { } screen || (screen <= pair.Second.AdjustedPValue!.Value + 1e-12
            && screen >= pair.First.Change!.Value.PValue!.Value - 1e-12)));

    [Property]
    public Property TheOrderOfSegmentsDoesNotMatter() =>
        Law.ForAll(Segments, x => PValues(x).SequenceEqual(PValues(x.Reverse().TallyBy(one => one.Key, one => one.Value))));

    private static IEnumerable<(int, double?)> PValues(Segments<int, Nps> segments) =>
        segments.Compare().Select(one => (one.Key, one.AdjustedPValue)).OrderBy(one => one.Key);
}
