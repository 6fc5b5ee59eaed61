using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Series.Leagues;

public class LeagueTableTests
{
    private static readonly LeagueTable<string> Table =
        new[] { ("North", 412L, 500L), ("South", 340, 500), ("New", 10, 10), ("Empty", 0, 0), ("West", 396, 500) }
        .TallyBy(row => row.Item1, row => new FirstContactResolution(row.Item2, row.Item3))
        .League();

    [Fact]
    public void League_ASmallSegmentWithTheBestShare_IsDrawnToTheOthersAndHasWideRanks()
    {
        LeagueEntry<string> small = Table.Single(entry => entry.Key == "New");

        Assert.Equal((4, 1510L), (Table.Count, Table.Sum(entry => entry.N)));
        Assert.Equal(1, small.Value);
        Assert.True(small.Shrunk < 0.95);
        Assert.Equal(ChangeVerdict.NoEvidence, small.Verdict);
        Assert.True(small.RankTo > 1);
        Assert.Equal(1158.0 / 1510, Table.Total!.Value, 12);
    }

    // The share that is left is 1 but for less than the last digit.
    [Fact]
    public void League_OfAlmostNoneOfVeryMany_HasItsLimitsAroundItsShare()
    {
        LeagueEntry<string> all = new[] { new Churn(92, long.MaxValue) }.TallyBy(_ => "all", churn => churn).League(0.6).Single();
        Assert.True(all.FunnelLower <= all.Value && all.Value <= all.FunnelUpper);
    }

    // Beside so many, half an observation against is less than the last digit.
    [Fact]
    public void League_OfAllOfVeryMany_IsDrawnToNothingElse()
    {
        LeagueEntry<string> all = new[] { new Churn(long.MaxValue, long.MaxValue) }.TallyBy(_ => "all", churn => churn).League().Single();
        Assert.Equal((1, 1), (all.Shrunk, all.ShrunkUpper));
        Assert.InRange(all.ShrunkLower, 0.99, 1);
    }

    [Fact]
    public void League_ASegmentFarBelow_IsWorseAndLast()
    {
        LeagueEntry<string> south = Table[^1];

        Assert.Equal(("South", ChangeVerdict.Worse), (south.Key, south.Verdict));
        Assert.Equal((4, 4), (south.Rank, south.RankTo));
        Assert.True(south.Value < south.FunnelLower && south.Shrunk > south.Value);
    }

    [Fact]
    public void League_LowerIsBetter_BeginsWithTheLowest()
    {
        LeagueTable<string> churn = new[] { ("a", 80L), ("b", 20L), ("c", 50L) }.TallyBy(row => row.Item1, row => new Churn(row.Item2, 1_000)).League();

        Assert.Equal(["b", "c", "a"], churn.Select(entry => entry.Key));
        Assert.Equal([ChangeVerdict.Better, ChangeVerdict.NoEvidence, ChangeVerdict.Worse], churn.Select(entry => entry.Verdict));
    }

    // A binomial of 10 at one half: P(X ≤ 1) = .0107, P(X ≤ 2) = .0547, so the limit at .025 lies between 1 and 2 by (.0547 − .025)/.0439.
    [Fact]
    public void FunnelLimits_LieBetweenTheCounts()
    {
        (double lower, double upper) = FunnelLimits.Of(0.5, 10, 0.025);

        Assert.Equal((2 - (56 / 1024.0 - 0.025) / (45 / 1024.0)) / 10, lower, 12);
        Assert.Equal(1 - lower, upper, 12);
    }

    // The total is nearly that of the largest segment, the mean of the segments is not: 10, 60, 60, 56 and 10 %.
    [Fact]
    public void League_BesideAVeryLargeSegment_DrawsASmallOneToTheMeanOfTheSegments()
    {
        (string Name, int Resolved, int Contacts)[] rows = [("big", 1000, 10_000), ("a", 30, 50), ("b", 30, 50), ("c", 28, 50), ("d", 1, 10)];
        LeagueTable<string> league = rows.TallyBy(row => row.Name, row => new FirstContactResolution(row.Resolved, row.Contacts)).League();
        LeagueEntry<string> small = league.Single(entry => entry.Key == "d");

        Assert.InRange(league.Total!.Value, small.Value, 0.11);
        Assert.InRange(small.Shrunk, 0.15, rows.Average(row => (double)row.Resolved / row.Contacts));
    }

    [Fact]
    public void Faces_ShowARankWithItsLimits()
    {
        Assert.Contains("rank 4 [", Table.ToString(), StringComparison.Ordinal);
        Assert.Contains("rang 4 [", Table.ToString(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("Rang 4 [", Table.ToString(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Contains("limits of chance", Table.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("South 68.0% (shrunk towards the mean of the segments ", Table[^1].ToString(), StringComparison.Ordinal);
        Assert.Contains("(zum Mittel der Segmente hin gezogen ", Table.ToString(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Contains("(rapproché de la moyenne des segments ", Table.ToString(ReportLanguage.French), StringComparison.Ordinal);
    }

    // 60 tables of 12 agents of 40 contacts each, whose true shares spread by .08 around .75, and as many that do not differ.
    [Fact]
    public void League_OfKnownShares_KeepsWhatItPromises()
    {
        const int Tables = 60, Agents = 12, Contacts = 40;
        RepeatableRandom random = new(7);
        int shares = 0, ranks = 0, beyond = 0;
        for (int table = 0; table < Tables; table++)
        {
            double[] truths = new double[Agents];
            for (int i = 0; i < Agents; i++)
            {
                truths[i] = BetaDraws.Next(ref random, 21.2, 7.1);
            }

            LeagueTable<int> league = Drawn(ref random, truths);
            shares += league.Count(one => truths[one.Key] >= one.ShrunkLower && truths[one.Key] <= one.ShrunkUpper);
            ranks += league.Count(one => 1 + truths.Count(other => other > truths[one.Key]) is var rank && rank >= one.RankFrom && rank <= one.RankTo);
            beyond += Drawn(ref random, [.. Enumerable.Repeat(0.75, Agents)]).Any(one => one.Verdict != ChangeVerdict.NoEvidence) ? 1 : 0;
        }

        Assert.InRange((double)shares / (Tables * Agents), 0.92, 0.985);
        Assert.InRange((double)ranks / (Tables * Agents), 0.92, 0.995);
        Assert.InRange(beyond, 0, 7);

        static LeagueTable<int> Drawn(ref RepeatableRandom random, double[] truths)
        {
            AnswerRate[] records = new AnswerRate[truths.Length];
            for (int i = 0; i < truths.Length; i++)
            {
                int hits = 0;
                for (int j = 0; j < Contacts; j++)
                {
                    hits += random.NextUnit() < truths[i] ? 1 : 0;
                }

                records[i] = new(hits, Contacts);
            }

            return records.Index().TallyBy(record => record.Index, record => record.Item).League();
        }
    }

    [Fact]
    public void League_WithoutData_IsEmpty()
    {
        LeagueTable<string> empty = new[] { "a" }.TallyBy(x => x, _ => new Churn(0, 0)).League();

        Assert.Empty(empty);
        Assert.Null(empty.Total);
        Assert.Equal("no data", empty.ToString());
    }

    [Fact]
    public void League_WhatIsNoShareOfIndependentCounts_IsRefused()
    {
        Assert.Equal(
            $"segments must be of a KPI that is a share of counts, but {Nps.Definition.Name} is none (Parameter 'segments')",
            Assert.Throws<ArgumentException>("segments", () => Examples.Channels("a", "b").League()).Message);
        Assert.Contains(
            "segments must be of independent observations",
            Assert.Throws<ArgumentException>("segments", () => new[] { 1, 2 }.TallyBy(i => i, _ => new AnswerRate(1, 2), i => i).League()).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => new[] { 1 }.TallyBy(i => i, _ => new AnswerRate(1, 2)).League(1));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => Table[4]);
    }
}

public class LeagueTableLaws
{
    private static Gen<Segments<int, AnswerRate>> Segments =>
        (from n in Gen.Choose(0, 60)
         from hits in Gen.Choose(0, n)
         select new AnswerRate(hits, n))
        .ListOf()
        .Select(records => records.Take(8).Select((record, i) => (record, i)).TallyBy(x => x.i, x => x.record));

    [Property(MaxTest = 20 * Law.Rounds)]
    public Property AShrunkValueAndARankLieInsideTheirLimits() =>
        Law.ForAll(Segments, x => x.League().All(one =>
            one.ShrunkLower <= one.Shrunk && one.Shrunk <= one.ShrunkUpper
            && one.Shrunk is >= 0 and <= 1
            && 1 <= one.RankFrom && one.RankFrom <= one.Rank && one.Rank <= one.RankTo));

    [Property(MaxTest = 20 * Law.Rounds)]
    public Property TheOrderOfSegmentsDoesNotMatter() =>
        Law.ForAll(Segments, x => Figures(x).SequenceEqual(Figures(x.Reverse().TallyBy(one => one.Key, one => one.Value))));

    [Property(MaxTest = 20 * Law.Rounds)]
    public Property EqualSegmentsHaveEqualRanks() =>
        Law.ForAll(Segments, x => x.League().GroupBy(one => x[one.Key]).All(equal =>
            equal.Select(one => (one.Rank, one.RankFrom, one.RankTo)).Distinct().Count() == 1));

    private static IEnumerable<(int, double, double, int, int)> Figures(Segments<int, AnswerRate> segments) =>
        segments.League().Select(one => (one.Key, one.Shrunk, one.ShrunkLower, one.RankFrom, one.RankTo)).OrderBy(one => one.Key);
}
