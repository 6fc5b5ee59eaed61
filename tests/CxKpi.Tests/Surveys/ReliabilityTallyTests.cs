using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class ReliabilityTallyTests
{
    [Fact]
    public void FromRespondents_NullAmongThem_ThrowsWithPosition()
    {
        ItemScale items = new(items: 2, RatingScale.OneToFive);
        int?[][] second = [[1, 2], null!];

        Assert.Contains(
            "respondents must not hold null (at position 0)",
            Assert.Throws<ArgumentException>("respondents", () => ReliabilityTally.FromRespondents([null!], items)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "(at position 1)",
            Assert.Throws<ArgumentException>("respondents", () => ReliabilityTally.FromRespondents(second, items)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("respondents", () => ReliabilityTally.FromRespondents(null!, items));
    }

    private static readonly ItemScale Four = new(4, RatingScale.OneToFive, reversed: [3]);
    private static readonly int?[][] Respondents =
        [[5, 4, 2, 5], [4, 4, 1, 4], [2, 3, 4, 2], [3, 3, 3, 4], [1, 2, 5, 1], [5, 5, 2, 4], [4, 3, 2, 3], [2, 2, 4, 3]];

    [Fact]
    public void CronbachAlpha_EightRespondents_AgreesWithR()
    {
        // R 4: k / (k - 1) * (1 - sum(apply(m, 2, var)) / var(rowSums(m))), with m[, 3] <- 6 - m[, 3].
        ReliabilityTally tally = ReliabilityTally.FromRespondents(Respondents, Four);

        Assert.Equal(0.94551036070606287, tally.CronbachAlpha!.Value, 14);
        Assert.Equal(0.90140845070422537, tally.CronbachAlphaWithout(1)!.Value, 14);
        Assert.Equal(0.94553881807647744, tally.CronbachAlphaWithout(2)!.Value, 14);
        Assert.Equal(0.92178770949720668, tally.CronbachAlphaWithout(3)!.Value, 14);
        Assert.Equal(0.93872229465449808, tally.CronbachAlphaWithout(4)!.Value, 14);
        Assert.Equal("alpha 0.95 (n = 8, 4 items)", tally.ToString());
    }

    [Fact]
    public void Estimate_EightRespondents_SaysHowLittleTheyTell()
    {
        Estimate estimate = ReliabilityTally.FromRespondents(Respondents, Four).Estimate()!.Value;

        Assert.Equal((IntervalMethod.Feldt, 8L, EstimateFlags.None), (estimate.Method, estimate.N, estimate.Flags));
        Assert.InRange(estimate.Lower!.Value, 0.8, 0.9);
        Assert.InRange(estimate.Upper!.Value, 0.97, 1);
        Assert.True(ReliabilityTally.FromRespondents(Respondents, Four).Estimate(0.8)!.Value.Lower > estimate.Lower);
    }

    [Fact]
    public void Estimate_ItemsAllAlike_HasNoWidthAndSaysSo()
    {
        Estimate estimate = ReliabilityTally.FromRespondents([[1, 1], [3, 3], [5, 5]], new(2, RatingScale.OneToFive)).Estimate()!.Value;

        Assert.Equal((1, 1, EstimateFlags.ZeroVariance), (estimate.Lower, estimate.Upper, estimate.Flags));
        Assert.Null(ReliabilityTally.FromRespondents([[3, 3], [3, 3]], new(2, RatingScale.OneToFive)).Estimate());
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => ReliabilityTally.FromRespondents([], Four).Estimate(1));
    }

    [Fact]
    public void CronbachAlpha_ForgottenReversal_IsNegative() =>
        Assert.Equal(-0.17512437810945275, ReliabilityTally.FromRespondents(Respondents, new(4, RatingScale.OneToFive)).CronbachAlpha!.Value, 14);

    [Fact]
    public void CronbachAlpha_IdenticalItems_IsOne() =>
        Assert.Equal(1, ReliabilityTally.FromRespondents([[1, 1], [3, 3], [5, 5]], new(2, RatingScale.OneToFive)).CronbachAlpha);

    [Fact]
    public void CronbachAlpha_NothingToCompare_IsUndefined()
    {
        ItemScale one = new(1, RatingScale.OneToFive), two = new(2, RatingScale.OneToFive);

        Assert.Null(ReliabilityTally.FromRespondents([], two).CronbachAlpha);
        Assert.Null(ReliabilityTally.FromRespondents([[1, 5]], two).CronbachAlpha);
        Assert.Null(ReliabilityTally.FromRespondents([[1], [5]], one).CronbachAlpha);
        Assert.Null(ReliabilityTally.FromRespondents([[3, 3], [3, 3]], two).CronbachAlpha);
        Assert.Null(ReliabilityTally.FromRespondents([[1, 5], [5, 1]], two).CronbachAlpha);
        Assert.Null(ReliabilityTally.FromRespondents([[1, 5], [5, 4]], two).CronbachAlphaWithout(1));
        Assert.Equal("alpha undefined (n = 0, 2 items)", ReliabilityTally.FromRespondents([], two).ToString());
    }

    [Fact]
    public void FromRespondents_MissingAnswer_LeavesTheRespondentOut()
    {
        ReliabilityTally tally = ReliabilityTally.FromRespondents([.. Respondents, [5, null, 1, 1]], Four);

        Assert.Equal((8, 1), (tally.Respondents, tally.Incomplete));
        Assert.Equal(ReliabilityTally.FromRespondents(Respondents, Four).CronbachAlpha, tally.CronbachAlpha);
    }

    [Fact]
    public void Doors_BadInput_Throw()
    {
        ReliabilityTally tally = ReliabilityTally.FromRespondents(Respondents, Four);

        Assert.Throws<ArgumentException>("respondents", () => ReliabilityTally.FromRespondents([[1, 2]], Four));
        Assert.Throws<ArgumentOutOfRangeException>("respondents", () => ReliabilityTally.FromRespondents([[1, 2, 3, 9]], Four));
        Assert.Throws<ArgumentException>("items", () => ReliabilityTally.FromRespondents([], default));
        Assert.Throws<ArgumentOutOfRangeException>("item", () => tally.CronbachAlphaWithout(0));
        Assert.Throws<ArgumentOutOfRangeException>("item", () => tally.CronbachAlphaWithout(5));
        Assert.Throws<ArgumentException>("sums", () => new ReliabilityTally(Four, 1, 0, [1, 2, 3], tally.Products));
        Assert.Throws<ArgumentException>("products", () => new ReliabilityTally(Four, 8, 0, tally.Sums, [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>("sums", () => new ReliabilityTally(Four, 5, 0, [26, 20, 20, 20], tally.Products));
        Assert.Throws<ArgumentOutOfRangeException>("respondents", () => new ReliabilityTally(Four, -1, 0, tally.Sums, tally.Products));
        Assert.Throws<ArgumentException>("other", () => tally.Combine(ReliabilityTally.FromRespondents([], new(4, RatingScale.OneToFive))));
        Assert.Throws<ArgumentNullException>("other", () => tally.Combine(null!));
    }

    [Fact]
    public void Json_BringsTheTallyBack()
    {
        ReliabilityTally tally = ReliabilityTally.FromRespondents(Respondents, Four);
        ReliabilityTally back = JsonSerializer.Deserialize<ReliabilityTally>(JsonSerializer.Serialize(tally))!;

        Assert.Equal(tally.CronbachAlpha, back.CronbachAlpha);
        Assert.Equal((tally.Items, tally.Respondents, tally.Incomplete), (back.Items, back.Respondents, back.Incomplete));
    }
}

public class ReliabilityTallyLaws
{
    private static readonly ItemScale Items = new(3, RatingScale.OneToSeven, reversed: [2]);

    private static Gen<int?[][]> Respondents => Gen.Choose(0, 7).Select(x => x == 0 ? (int?)null : x).ArrayOf(3).ArrayOf();

    [Property]
    public Property CombiningTalliesIsTallyingTheConcatenation() =>
        Law.ForAll(Respondents.Two(), x =>
        {
            ReliabilityTally combined = ReliabilityTally.FromRespondents(x.Item1, Items).Combine(ReliabilityTally.FromRespondents(x.Item2, Items));
            ReliabilityTally whole = ReliabilityTally.FromRespondents(x.Item1.Concat(x.Item2), Items);
            return combined.Sums.SequenceEqual(whole.Sums) && combined.Products.SequenceEqual(whole.Products)
                && combined.Respondents == whole.Respondents && combined.Incomplete == whole.Incomplete;
        });

    [Property]
    public Property AlphaIsThatOfTheTextbookFormulaAndAtMostOne() =>
        Law.ForAll(Respondents, respondents =>
        {
            double? alpha = ReliabilityTally.FromRespondents(respondents, Items).CronbachAlpha;
            double[][] complete = [.. respondents.Where(x => !x.Contains(null)).Select(x => (double[])[x[0]!.Value, 8 - x[1]!.Value, x[2]!.Value])];
            double total = complete.Length < 2 ? 0 : Variance(complete.Select(x => x.Sum()));
            if (total == 0)
            {
                return alpha is null;
            }

            double items = Enumerable.Range(0, 3).Sum(i => Variance(complete.Select(x => x[i])));
            return Math.Abs(alpha!.Value - 1.5 * (1 - items / total)) < 1e-9 && alpha <= 1 + 1e-12;
        });

    private static double Variance(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return all.Sum(x => (x - all.Average()) * (x - all.Average())) / (all.Length - 1);
    }
}
