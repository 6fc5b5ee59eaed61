using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CxKpi.Tests.Scorecards;

public class ScorecardVerdictLaws
{
    [Property(MaxTest = 40 * Law.Rounds)]
    public Property ALineIsMarkedOnlyWhereItsValueLiesOutsideTheExpectation() => Law.ForAll(
        Gen.Choose(9, 40).SelectMany(count => Gen.Choose(0, 60).ListOf(count)),
        hits =>
        {
            ScorecardLine line = Scorecard.Titled("x").Add(null, Months(hits)).Build().Lines[0];
            ScorecardVerdict latest = line.Latest!;
            bool isInside = line.Value >= latest.Lower && line.Value <= latest.Upper;

            Assert.True(latest.Basis is LatestBasis.Season or LatestBasis.Level, latest.Basis.ToString());
            Assert.Equal(latest.Verdict == LatestVerdict.AsExpected, latest.PValue >= 0.05);
            Assert.False(isInside && latest.Verdict != LatestVerdict.AsExpected, $"{latest} {line.Value} [{latest.Lower}, {latest.Upper}]");
            Assert.False(latest.Verdict == LatestVerdict.Worse && line.Value >= latest.Lower, latest.ToString());
        });

    [Property(MaxTest = 20 * Law.Rounds)]
    public Property HolmMarksNoLineThatIsNotMarkedWithoutIt() => Law.ForAll(
        Gen.Choose(0, 60).ListOf(9).ListOf(4),
        all =>
        {
            Scorecard each = Card(all).Build(), together = Card(all).Holm().Build();
            foreach ((ScorecardLine one, ScorecardLine among) in each.Lines.Zip(together.Lines))
            {
                Assert.True(among.Verdict == one.Verdict || among.Verdict == LatestVerdict.NoEvidence, $"{one.Verdict} {among.Verdict}");
            }

            Assert.Equal(together, Scorecard.FromJson(together.ToJson()));
        });

    private static ScorecardBuilder Card(IEnumerable<IEnumerable<int>> all)
    {
        ScorecardBuilder builder = Scorecard.Titled("x");
        foreach ((int i, IEnumerable<int> hits) in all.Index())
        {
            builder.Add($"{i}", Months(hits));
        }

        return builder;
    }

    private static KpiSeries<Csat> Months(IEnumerable<int> hits) => KpiSeries.From(
        CalendarUnit.Month, hits.Select((hit, t) => (CalendarPeriod.Parse("2022-01").Plus(t), new Csat(hit, 60, TopBox.TwoOfFive))));
}
