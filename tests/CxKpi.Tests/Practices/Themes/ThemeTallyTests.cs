using System.Text.Json;
using System.Text.Json.Nodes;
using CxKpi.Practices;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Practices;

public class ThemeTallyTests
{
    // Two promoters, a passive and three detractors: NPS -100/6.
    private static readonly (int Score, string[] Themes)[] Comments =
    [
        (10, ["staff"]), (9, []), (7, ["delivery", "staff", "delivery"]), (3, ["delivery"]), (2, ["delivery", "price"]), (0, ["price"]),
    ];

    private static ThemeTally<Nps> Tally { get; } = Of(Comments);

    [Fact]
    public void Themes_OfAFewComments_AreCountedByHand()
    {
        Assert.Equal(["delivery", "price", "staff"], Tally.Select(theme => theme.Name));
        Assert.Equal(new ShareTally(3, 6), Tally[0].Mentions);
        Assert.Equal(3.0 / 7, Tally[0].ShareOfMentions);
        Assert.Equal([3.0 / 7, 5.0 / 7, 1], Tally.Select(theme => theme.CumulativeShare));
        Assert.Equal((new Nps(0, 1, 2), new Nps(2, 0, 1)), (Tally[0].With, Tally[0].Without));
        Assert.Equal(-100.0 / 6 - 100.0 / 3, Tally[0].Effect!.Value, 10);
        Assert.Equal(Tally[0].With.ChangeFrom(Tally[0].Without), Tally[0].Difference());
        Assert.Equal(new ShareTally(5, 6), Tally.Coded);
        Assert.Equal("price: 2 of 6; with NPS \u2212100.0 (2 answers), without NPS +25.0 (4 answers)", Tally.Find("price")!.ToString());
        Assert.Null(Tally.Find("Price"));
    }

    [Fact]
    public void MakingUp_OfAFewComments_StopsWhereThePartIsReached()
    {
        Assert.Equal(["delivery"], Tally.MakingUp(3.0 / 7).Select(theme => theme.Name));
        Assert.Equal(["delivery", "price"], Tally.MakingUp(0.5).Select(theme => theme.Name));
        Assert.Equal(3, Tally.MakingUp(1).Count);
        Assert.Empty(Of([]).MakingUp(0.8));
        Assert.Throws<ArgumentOutOfRangeException>("part", () => Tally.MakingUp(0));
        Assert.Throws<ArgumentOutOfRangeException>("part", () => Tally.MakingUp(80));
    }

    [Fact]
    public void CoMentions_OfAFewComments_AreCountedByHand()
    {
        Assert.Equal(
            ["delivery + price: 1 of 6 (lift 1)", "delivery + staff: 1 of 6 (lift 1)"],
            Tally.CoMentions().Select(pair => pair.ToString()));
        Assert.Equal(1, Tally.CoMentions()[0].Lift, 12);
    }

    [Fact]
    public void ToHtml_SpeaksThreeLanguages()
    {
        Assert.Contains("cumulative share of mentions", Tally.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("share of all mentions", Tally.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("part cumulée des citations", Tally.ToHtml(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("Wirkung auf das Ganze", Tally.ToHtml(ReportLanguage.German), StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_ShowsEachThemeInARow()
    {
        string[][] table = Faces.Table(Tally);

        Assert.Equal(["Themes"], table[0]);
        Assert.Equal(
            [
                "theme", "mentioned by", "share of all mentions", "cumulative share of mentions", "score with it", "score without it", "effect on the total",
            ],
            table[1]);
        Assert.Equal(["delivery", "50% (3)", "42.9%", "42.9%", "−66.7", "+33.3", "−50.0"], table[2]);
        Assert.Equal(["staff", "33.3% (2)", "28.6%", "100%", "+50.0", "−50.0", "+33.3"], table[4]);
        Assert.DoesNotContain("no data", Tally.ToHtml(), StringComparison.Ordinal);

        // Where every row has the theme, there is nothing without it.
        Assert.Equal("", Faces.Table(Of([(10, ["staff"])]))[2][6]);
    }

    [Fact]
    public void Json_HasAllMembers()
    {
        JsonNode json = JsonSerializer.SerializeToNode(Tally)!;

        Assert.Equal(["N", "Total", "Coded", "Themes"], json.AsObject().Select(member => member.Key));
        Assert.Equal(6, (long)json["N"]!);
        Assert.Equal(3, json["Themes"]!.AsArray().Count);
    }

    [Fact]
    public void TallyThemesBy_Months_HaveZerosWhereNobodyMentionsATheme()
    {
        IReadOnlyDictionary<string, KpiSeries<MentionShare>> series = Enumerable.Range(0, 6)
            .TallyThemesBy(CalendarUnit.Month, i => new LocalDate(2025, 1 + i / 2, 5), i => Comments[i].Themes);

        Assert.Equal(["delivery", "price", "staff"], series.Keys);
        Assert.Equal([new(0, 2), new(2, 2), new(1, 2)], series["delivery"].Select(month => month.Value));
    }

    [Fact]
    public void Rows_WithoutAny_HaveNoTheme()
    {
        ThemeTally<Nps> none = Of([]);

        Assert.Empty(none);
        Assert.Equal("no data", none.ToString());
        Assert.Contains("no data", none.ToHtml(), StringComparison.Ordinal);
        Assert.Null(none.Coded.Value);
    }

    [Fact]
    public void Arguments_ThatAreNone_AreRefused()
    {
        Assert.Equal(
            "themes must not hold a blank one (at position 1) (Parameter 'themes')",
            Assert.Throws<ArgumentException>(() => Of([(1, []), (2, ["a", " "])])).Message);
        Assert.Throws<ArgumentNullException>("rows", () => ThemeTally.Of((int[])null!, _ => [], _ => default(Nps)));
        Assert.Throws<ArgumentNullException>("themes", () => ThemeTally.Of([1], null!, _ => default(Nps)));
        Assert.Throws<ArgumentNullException>("kpi", () => ThemeTally.Of([1], _ => [], (Func<int, Nps>)null!));
        Assert.Throws<ArgumentNullException>("other", () => Tally.Combine(null!));
        Assert.Throws<ArgumentNullException>("name", () => Tally.Find(null!));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => Tally[3]);
        Assert.StartsWith(
            "themes must not return null (at position 0)",
            Assert.Throws<ArgumentNullException>(() => Of([(1, null!)])).Message,
            StringComparison.Ordinal);
    }

    private static ThemeTally<Nps> Of(IEnumerable<(int Score, string[] Themes)> comments) =>
        ThemeTally.Of(comments, comment => comment.Themes, comment => Nps.FromAnswer(comment.Score));
}

public class ThemeTallyLaws
{
    private static Gen<(int Score, string[] Themes)[]> Comments { get; } =
        (from score in Gen.Choose(0, 10)
         from themes in Gen.Elements("a", "b", "c", "d").ArrayOf(2)
         from none in Gen.Choose(0, 3)
         select (score, none == 0 ? [] : themes)).ArrayOf();

    [Property]
    public Property WithAndWithoutAThemeAreAllRows() => Law.ForAll(Comments, comments =>
    {
        ThemeTally<Nps> tally = Of(comments);
        Assert.Equal(comments.Tally(comment => Nps.FromAnswer(comment.Score)), tally.Total);
        Assert.All(tally, theme =>
        {
            Assert.Equal(tally.Total, theme.With.Combine(theme.Without));
            Assert.Equal(comments.Where(c => c.Themes.Contains(theme.Name)).Tally(c => Nps.FromAnswer(c.Score)), theme.With);
            Assert.Equal(new ShareTally(comments.Count(c => c.Themes.Contains(theme.Name)), comments.Length), theme.Mentions);
        });
        Assert.True(tally.Count == 0 || Law.IsClose(1, tally[^1].CumulativeShare, 1e-12));
    });

    [Property]
    public Property TalliesOfPartsAddUpInAnyOrder() => Law.ForAll(Comments.Two(), parts =>
    {
        ThemeTally<Nps> whole = Of([.. parts.Item1, .. parts.Item2]), sum = Of(parts.Item2).Combine(Of(parts.Item1));
        Assert.Equal(whole, sum);
        Assert.Equal(whole.CoMentions(), sum.CoMentions());
        Assert.Equal(whole.Coded, sum.Coded);
    });

    [Property]
    public Property CoMentionsAreRowsWithBoth() => Law.ForAll(Comments, comments => Assert.All(Of(comments).CoMentions(), pair =>
        Assert.Equal(comments.Count(c => c.Themes.Contains(pair.First) && c.Themes.Contains(pair.Second)), pair.Both.Count)));

    private static ThemeTally<Nps> Of((int Score, string[] Themes)[] comments) =>
        ThemeTally.Of(comments, comment => comment.Themes, comment => Nps.FromAnswer(comment.Score));
}
