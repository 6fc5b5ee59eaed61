using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class NpsPanelTests
{
    [Fact]
    public void Members_WorkedExample_Agree()
    {
        NpsPanel panel = NpsPanel.FromPairs([(3, 9), (2, 7), (6, 6), (8, 9), (7, 2), (10, 10), (9, 8), (10, null), (null, 4), (null, null)]);

        Assert.Equal(7, panel.N);
        Assert.Equal(2, panel.Incomplete);
        Assert.Equal((new Nps(2, 2, 3), new Nps(3, 2, 2)), (panel.Before, panel.After));
        Assert.Equal(new ShareTally(2, 3), panel.DetractorRecovery);
        Assert.Equal(1, panel.Count(NpsGroup.Promoter, NpsGroup.Passive));
        Assert.Equal(new ShareTally(1, 2), panel.Transition(NpsGroup.Passive, NpsGroup.Promoter));
        Assert.Equal("NPS -14.3 before, +14.3 after (n = 7)", panel.ToString().Replace('\u2212', '-'));
    }

    [Fact]
    public void Change_SameScoreTwice_IsPaired()
    {
        // t.test(paired = TRUE) on codes, R 4.2.2.
        int?[] before = [10, 9, 9, 8, 7, 6, 3, 10, 9, 8, 8, 5], after = [10, 10, 9, 9, 6, 7, 6, 9, 10, 9, 8, 7];
        Change change = NpsPanel.FromPairs(before.Zip(after)).Change()!.Value;

        Assert.Equal(25, change.Difference, 12);
        Assert.Equal(-14.493408175049782, change.Lower!.Value, 10);
        Assert.Equal(0.191054298096569, change.PValue!.Value, 12);
        Assert.Equal((KpiUnit.NetPoints, KpiDirection.HigherIsBetter), (change.Unit, change.Direction));
        Assert.Equal(100 * (5 - 3) / 12.0, change.Baseline!.Value, 12);
    }

    [Fact]
    public void Default_IsNoData()
    {
        NpsPanel none = default;

        Assert.Equal(0, none.N);
        Assert.Null(none.Change());
        Assert.Null(none.DetractorRecovery.Value);
        Assert.Equal("NPS panel: no data", none.ToString());
        Assert.Equal(EstimateFlags.SingleObservation, NpsPanel.FromAnswers(3, 9).Change()!.Value.Flags);
        Assert.Equal(1, NpsPanel.FromPairs([(3, 5), (9, 9)]).Change()!.Value.PValue);
    }

    [Fact]
    public void BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("incomplete", () => new NpsPanel(default, default, default, -1));
        Assert.Throws<ArgumentOutOfRangeException>("before", () => NpsPanel.FromAnswers(3, 9).Count((NpsGroup)7, NpsGroup.Passive));
        Assert.Throws<ArgumentOutOfRangeException>("after", () => NpsPanel.FromAnswers(3, 9).Count(NpsGroup.Passive, (NpsGroup)7));
        Assert.Throws<ArgumentException>(() => new NpsPanel(new Nps(1, 0, 0), Nps.FromAnswers([5], NpsMapping.OneToFive), default));
    }

    private static readonly Dictionary<string, (string Name, Action Call)> Refusals = new()
    {
        ["before"] = ("before", () => NpsPanel.FromAnswers(11, 9)),
        ["after"] = ("after", () => NpsPanel.FromAnswers(9, -1)),
        ["pairs"] = ("pairs", () => NpsPanel.FromPairs([(9, 9), (9, 11)])),
        ["passives of another question"] = ("ofPassives", () => _ = new NpsPanel(new(1, 0, 0), Mapped, default)),
        ["panel of another question"] = ("other", () => new NpsPanel(new(1, 0, 0), default, default).Combine(new(default, Mapped, default))),
        ["promoters of another question"] = ("ofPromoters", () => _ = new NpsPanel(new(1, 0, 0), default, Mapped)),
    };

    public static TheoryData<string> RefusalsNames => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(RefusalsNames))]
    public void Answer_RefusedWithin_NamesTheArgument(string refusal)
    {
        (string name, Action call) = Refusals[refusal];

        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    private static Nps Mapped => Nps.FromAnswer(5, new NpsMapping(RatingScale.OneToFive, 4, 5));
}

public class NpsPanelLaws
{
    private static Gen<(int? Before, int? After)[]> Pairs => (from before in Answer from after in Answer select (before, after)).ArrayOf();

    private static Gen<int?> Answer => Gen.Frequency((1, Gen.Constant<int?>(null)), (9, Gen.Choose(0, 10).Select(x => (int?)x)));

    /// <summary>The slow model: every customer's code before and after.</summary>
    [Property]
    public Property ChangeIsThatOfTheCustomersCodes() => Law.ForAll(Pairs, pairs =>
    {
        (decimal, decimal)[] codes =
            [.. pairs.Where(x => x.Before is not null && x.After is not null).Select(x => (Code(x.Before!.Value), Code(x.After!.Value)))];
        Change? change = NpsPanel.FromPairs(pairs).Change(), slow = PairedMeanTally.FromPairs(codes).Change();
        return change is null == slow is null
            && Law.IsClose(change?.Difference ?? 0, slow?.Difference ?? 0, 1e-12) && Law.IsClose(change?.PValue ?? -1, slow?.PValue ?? -1, 1e-12)
            && (change?.Lower is not { } lower || Law.IsClose(lower, slow!.Value.Lower!.Value, 1e-12));

        static decimal Code(int answer) => answer >= 9 ? 100 : answer >= 7 ? 0 : -100;
    });

    [Property]
    public Property RowsOfTheMatrixAddUpToOne() => Law.ForAll(Pairs, pairs =>
    {
        NpsPanel panel = NpsPanel.FromPairs(pairs);
        return Enum.GetValues<NpsGroup>().All(from =>
            Enum.GetValues<NpsGroup>().Sum(to => panel.Transition(from, to).Count) == panel.Transition(from, from).N);
    });

    [Property]
    public Property PartsCombineToTheWholeInAnyOrder() => Law.ForAll(
        Pairs,
        pairs => NpsPanel.FromPairs(pairs.Skip(pairs.Length / 2)).Combine(NpsPanel.FromPairs(pairs.Take(pairs.Length / 2))) == NpsPanel.FromPairs(pairs));

    [Property]
    public Property JsonBringsThePanelBack() => Law.ForAll(
        Pairs.Select(NpsPanel.FromPairs), x => JsonSerializer.Deserialize<NpsPanel>(JsonSerializer.Serialize(x)) == x);
}
