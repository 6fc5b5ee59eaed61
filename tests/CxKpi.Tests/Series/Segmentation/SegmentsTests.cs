using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Series.Segmentation;

public class SegmentsTests
{
    private static readonly (string Channel, int Score)[] Answers = [("phone", 10), ("chat", 3), ("phone", 9), ("mail", 8), ("chat", 10), ("phone", 2)];

    private static readonly Segments<string, Nps> ByChannel = Answers.TallyBy(x => x.Channel, x => Nps.FromAnswers([x.Score]));

    private sealed record Plan(decimal Price, DateOnly From);

    [Fact]
    public void Members_WorkedExample_KeepTheOrderOfFirstSight()
    {
        Assert.Equal(["phone", "chat", "mail"], ByChannel.Keys);
        Assert.Equal(["phone", "chat", "mail"], ByChannel.Select(x => x.Key));
        Assert.Equal(3, ByChannel.Count);
        Assert.Equal(new Nps(2, 0, 1), ByChannel["phone"]);
        Assert.Equal([new Nps(2, 0, 1), new Nps(1, 0, 1), new Nps(0, 1, 0)], ByChannel.Values);
        Assert.True(ByChannel.ContainsKey("mail"));
        Assert.False(ByChannel.ContainsKey("fax"));
        Assert.True(ByChannel.TryGetValue("chat", out Nps chat));
        Assert.Equal(new Nps(1, 0, 1), chat);
        Assert.False(ByChannel.TryGetValue("fax", out _));
        Assert.Equal(3, ((System.Collections.IEnumerable)ByChannel).Cast<object>().Count());
    }

    [Fact]
    public void Total_CombinesEvidence() => Assert.Equal(new Nps(3, 1, 2), ByChannel.Total);

    [Fact]
    public void AllBut_LeavesOneOut()
    {
        Assert.Equal(new Nps(1, 1, 1), ByChannel.AllBut("phone"));
        Assert.Throws<KeyNotFoundException>(() => ByChannel.AllBut("fax"));
        Assert.Throws<KeyNotFoundException>(() => ByChannel["fax"]);
    }

    [Fact]
    public void Segment_ThatIsMissing_NamesThoseThatExist()
    {
        const string Message = "there is no segment fax; the segments are phone, chat, mail";
        Segments<int, Nps> many = Enumerable.Range(1, 12).TallyBy(i => i, _ => Nps.FromAnswer(9));

        Assert.Equal(Message, Assert.Throws<KeyNotFoundException>(() => ByChannel["fax"]).Message);
        Assert.Equal(Message, Assert.Throws<KeyNotFoundException>(() => ByChannel.AllBut("fax")).Message);
        Assert.Equal(
            "there is no segment 0; the segments are 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more",
            Assert.Throws<KeyNotFoundException>(() => many[0]).Message);
        Assert.Equal(
            "there is no segment 1; there are none",
            Assert.Throws<KeyNotFoundException>(() => Array.Empty<int>().TallyBy(i => i, _ => Nps.FromAnswer(9))[1]).Message);
    }

    [Fact]
    public void WorstFirst_LowerIsBetter_FollowsTheDirection()
    {
        (string Plan, long Lost, long Start)[] rows = [("a", 1, 10), ("b", 3, 10), ("c", 0, 0)];
        Segments<string, Churn> churn = rows.TallyBy(row => row.Plan, row => new Churn(row.Lost, row.Start));

        Assert.Equal(["b", "a", "c"], churn.WorstFirst().Select(segment => segment.Key));
        Assert.Equal(["chat", "mail", "phone"], ByChannel.WorstFirst().Select(segment => segment.Key));
    }

    [Fact]
    public void BestFirst_FollowsTheDirection()
    {
        Assert.Equal(["phone", "chat", "mail"], ByChannel.BestFirst().Select(x => x.Key));

        Segments<string, Churn> churn = new[] { ("a", new Churn(5, 10)), ("b", new Churn(1, 10)), ("c", default), ("d", new Churn(9, 10)) }.TallyBy(
            x => x.Item1,
            x => x.Item2);
        Assert.Equal(["b", "a", "d", "c"], churn.BestFirst().Select(x => x.Key));
    }

    [Fact]
    public void NoRows_AreNoSegments()
    {
        Segments<string, Nps> none = Array.Empty<(string, Nps)>().TallyBy(x => x.Item1, x => x.Item2);

        Assert.Empty(none);
        Assert.Equal(default, none.Total);
        Assert.Equal("", none.ToString());
    }

    [Fact]
    public void ToString_IsALinePerSegment() =>
        Assert.StartsWith("phone: NPS +33.3 (3 answers)" + Environment.NewLine, ByChannel.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Faces_CountsWhoseTotalOverflows_ShowTheSegments()
    {
        Segments<int, Nps> huge = new[] { 1, 2 }.TallyBy(i => i, _ => new Nps(long.MaxValue, 0, 0));

        Assert.Throws<OverflowException>(() => huge.Total);
        Assert.Equal(["1", "2"], huge.ToTable().Rows.Select(row => row.Label));
        Assert.NotEmpty(Charts.ForestPlot(huge).ToSvg());
    }

    [Fact]
    public void Faces_DifferentRules_NameTheRuleBesideEachSegment()
    {
        (string Country, TopBox Cut)[] rows = [("FR", TopBox.TwoOfFive), ("DE", TopBox.ThreeOfTen)];
        Segments<string, Csat> byCountry = rows.TallyBy(row => row.Country, row => new Csat(2, 4, row.Cut));

        Assert.Equal(["FR", "DE"], byCountry.ToTable().Rows.Select(row => row.Label));
        Assert.Contains("FR, 4–5 of 5", Charts.ForestPlot(byCountry).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("all together", Charts.ForestPlot(byCountry).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_AnyCulture_ReadTheSameWithDaysAsIsoWritesThem()
    {
        CultureInfo culture = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new("fr-FR");
            Assert.Equal("(1.5, 2026-11-02)", KeyOf((1.5m, new NodaTime.LocalDate(2026, 11, 2))));
            Assert.Equal("Plan { Price = 1.5, From = 11/02/2026 }", KeyOf(new Plan(1.5m, new(2026, 11, 2))));
            Assert.Equal("2026-11-02", KeyOf(new DateOnly(2026, 11, 2)));
            Assert.Equal("2026-11-02", KeyOf(new DateTime(2026, 11, 2, 0, 0, 0, DateTimeKind.Utc)));
            Assert.Equal("2026-11-02T06:30:00+01:00", KeyOf(new DateTimeOffset(2026, 11, 2, 6, 30, 0, TimeSpan.FromHours(1))));
            Assert.Equal("fr-FR", Thread.CurrentThread.CurrentCulture.Name);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = culture;
        }

        static string KeyOf<TKey>(TKey key)
            where TKey : notnull => new[] { key }.TallyBy(one => one, _ => new Nps(1, 0, 0)).ToPoints()[0].Key;
    }

    [Fact]
    public void Segment_ThatIsMissing_NamesKeysThatCannotBeSeen()
    {
        Segments<string, Nps> odd = new[] { "", "a\u001b[31m" }.TallyBy(key => key, _ => new Nps(1, 0, 0));

        Assert.Equal("there is no segment x; the segments are –, a\uFFFD[31m", Assert.Throws<KeyNotFoundException>(() => odd["x"]).Message);
    }
}

public class SegmentsLaws
{
    private static Gen<List<(int Customer, int Code)>> Rows =>
        (from customer in Gen.Choose(1, 12)
         from code in Gen.Elements(-1, 0, 1)
         select (customer, code)).ListOf();

    private static Nps Record(int code) => new(code == 1 ? 1 : 0, code == 0 ? 1 : 0, code == -1 ? 1 : 0);

    [Property]
    public Property TheTotalIsThatOfAllRows() =>
        Law.ForAll(Rows, x => x.TallyBy(y => y.Customer, y => Record(y.Code)).Total == x.Tally(y => Record(y.Code)));

    [Property]
    public Property ASegmentAndTheOthersMakeTheTotal() =>
        Law.ForAll(Rows, x =>
        {
            Segments<int, Nps> segments = x.TallyBy(y => y.Customer, y => Record(y.Code));
            return segments.Keys.All(key => segments[key].Combine(segments.AllBut(key)) == segments.Total);
        });
}
