using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class CrossProductsTests
{
    private static readonly (int? Needs, int? Ease, int? Enjoyment)[] Respondents =
        [.. Enumerable.Range(0, 60).Select(i => ((int?)(1 + i * 7 % 5), i % 9 == 4 ? null : (int?)Math.Min(5, 1 + i * 7 % 5 + i % 2), (int?)(1 + i * 3 % 5)))];

    private static CustomerExperienceIndex OfRows =>
        Respondents.Tally(x => CustomerExperienceIndex.FromRespondent(x.Needs, x.Ease, x.Enjoyment, NetBounds.OneToFive));

    private static CustomerExperienceIndex OfCounts => new(OfRows.Needs, OfRows.Ease, OfRows.Enjoyment, NetBounds.OneToFive, OfRows.Excluded);

    [Fact]
    public void Estimate_OfRows_IsNarrowerThanThatOfCounts()
    {
        Estimate rows = OfRows.Estimate()!.Value, counts = OfCounts.Estimate()!.Value;

        Assert.Equal(counts.Value, rows.Value);
        Assert.True(rows.Lower > counts.Lower && rows.Upper < counts.Upper);
        Assert.NotNull(rows.StandardError);
        Assert.Null(counts.StandardError);
        Assert.NotEqual(OfRows, OfCounts);
    }

    [Fact]
    public void Change_OfRows_HasAPValue()
    {
        CustomerExperienceIndex worse = Respondents.Tally(x => CustomerExperienceIndex.FromRespondent(1, x.Ease, x.Enjoyment, NetBounds.OneToFive));

        Assert.NotNull(OfRows.ChangeFrom(worse)!.Value.PValue);
        Assert.Equal(ChangeVerdict.Better, OfRows.ChangeFrom(worse)!.Value.Verdict);
        Assert.Null(OfRows.ChangeFrom(OfCounts)!.Value.PValue);
    }

    [Fact]
    public void Combine_WithCounts_LeavesTheCovariancesUnknown()
    {
        CustomerExperienceIndex mixed = OfRows.Combine(OfCounts);

        Assert.Null(mixed.Estimate()!.Value.StandardError);
        Assert.Equal(mixed, OfCounts.Combine(OfRows));
        Assert.Equal(mixed.Combine(OfRows), OfRows.Combine(OfRows).Combine(OfCounts));
        Assert.Equal(OfRows, OfRows.Combine(default).Combine(new(default, default, default, NetBounds.OneToFive)));
    }

    // R 4: the mean of all scores (1, 0, -1) over three, and sd(score) / sqrt(n), where everybody answers everything.
    [Fact]
    public void StandardError_CompleteRespondents_IsThatOfTheirScores()
    {
        (int, int, int)[] answers = [(5, 5, 4), (4, 2, 3), (1, 1, 2), (5, 3, 5), (3, 3, 3), (2, 4, 1)];
        Estimate estimate = answers.Tally(x => CustomerExperienceIndex.FromRespondent(x.Item1, x.Item2, x.Item3, NetBounds.OneToFive)).Estimate()!.Value;
        MeanTally scores = MeanTally.FromValues([.. answers.Select(x => 100.0 * (Code(x.Item1) + Code(x.Item2) + Code(x.Item3)) / 3)]);

        Assert.Equal(scores.Value!.Value, estimate.Value, 9);
        Assert.Equal(scores.StandardDeviation!.Value / Math.Sqrt(6), estimate.StandardError!.Value, 9);
        Assert.Equal(5, estimate.DegreesOfFreedom);

        static int Code(int answer) => answer >= 4 ? 1 : answer <= 2 ? -1 : 0;
    }

    [Fact]
    public void Json_WithProducts_BringsThemBack()
    {
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(OfRows, JsonKinds.Again(OfRows, options)));
        Assert.Contains("\"Products\":null", System.Text.Json.JsonSerializer.Serialize(OfCounts), StringComparison.Ordinal);
    }
}

/// <summary>The laws of an index made from respondents.</summary>
public class CustomerExperienceIndexOfRespondentsLaws : KpiLaws<CustomerExperienceIndex>
{
    protected override Gen<CustomerExperienceIndex> Any =>
        Answer.Three().ListOf().Select(rows => rows.Tally(x => CustomerExperienceIndex.FromRespondent(x.Item1, x.Item2, x.Item3, NetBounds.OneToFive)));

    private static Gen<int?> Answer => Gen.Frequency((6, Gen.Choose(1, 5).Select(x => (int?)x)), (1, Gen.Constant((int?)null)));
}

/// <summary>The laws of an index made from respondents.</summary>
public class SatisfactionIndexOfRespondentsLaws : KpiLaws<SatisfactionIndex>
{
    protected override Gen<SatisfactionIndex> Any => Answer.Three().ListOf()
        .Select(rows => rows.Tally(x => SatisfactionIndex.FromRespondent(x.Item1, x.Item2, x.Item3, RatingScale.OneToTen, new(0.4, 0.35, 0.25))));

    protected override (double Lowest, double Highest) Range => (0, 100 + 1e-9);

    private static Gen<int?> Answer => Gen.Frequency((6, Gen.Choose(1, 10).Select(x => (int?)x)), (1, Gen.Constant((int?)null)));

    // The slow model: every respondent's influence on the index, squared.
    [Property]
    public Property TheStandardErrorSumsTheInfluenceOfEachRespondent() =>
        Law.ForAll(Answer.Three().ListOf(), rows =>
        {
            SatisfactionIndex index = rows.Tally(x => SatisfactionIndex.FromRespondent(x.Item1, x.Item2, x.Item3, RatingScale.OneToTen, new(0.4, 0.35, 0.25)));
            if (index.Estimate() is not { StandardError: { } error })
            {
                return true;
            }

            double[] weights = [0.4, 0.35, 0.25];
            double?[][] answers = [.. rows.Select(x => (double?[])[x.Item1, x.Item2, x.Item3])];
            double[] sizes = [.. Enumerable.Range(0, 3).Select(k => (double)answers.Count(x => x[k] is not null))];
            double[] means = [.. Enumerable.Range(0, 3).Select(k => answers.Sum(x => x[k] ?? 0) / sizes[k])];
            double squares = answers.Sum(x => Math.Pow(Enumerable.Range(0, 3).Sum(k => x[k] is { } own ? weights[k] * (own - means[k]) / sizes[k] : 0), 2));
            double found = 100.0 / 9 * Math.Sqrt(squares * sizes.Min() / (sizes.Min() - 1));
            return Math.Abs(error - found) < 1e-9 * (1 + found);
        });
}
