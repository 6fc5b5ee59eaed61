using CxKpi.Tests.Documentation;

namespace CxKpi.Engines.Tests.Documentation;

/// <summary>Runs alone, because it redirects the console.</summary>
[CollectionDefinition(nameof(DocumentedLinesTests), DisableParallelization = true)]
public class DocumentedLinesCollection;

/// <summary>
/// Every line of README and docs that tallies rows is run on SQLite as well, with the functions that are written there: it gives the record of memory, and its
/// block prints what its comments say. The lines that SQLite or a query cannot take are listed here, with what says so.
/// </summary>
[Collection(nameof(DocumentedLinesTests))]
public class DocumentedLinesTests
{
    // SQLite has no times with an offset.
    private const string NoOffsets = "LinqToDBException: The LINQ expression 'x.Key' could not be converted to SQL.";

    private static readonly (string File, string Code, Form Form, string Reason)[] NotOfSqlite =
    [
        ("docs/dates-and-times.md", "answers.TallyBy(CalendarUnit.Month, a => a.At, zurich, a => Nps.FromAnswer(a.Score))", Form.OverObjects, NoOffsets),
        ("docs/dates-and-times.md", "answers.TallyBy(CalendarUnit.Month, a => a.At, same, a => Nps.FromAnswer(a.Score))", Form.OverObjects, NoOffsets),
        (
            "docs/dates-and-times.md",
            "answers.TallyBy(CalendarUnit.Month, a => a.At, DateTimeZone.Utc, a => Nps.FromAnswer(a.Score))",
            Form.OverObjects,
            NoOffsets),
        (
            "docs/kpis/subscriptions.md",
            "plans.TallyBy(plan => plan.Key, plan => plan.Value.Periods[0].Churn)",
            Form.OverObjects,
            "NotSupportedException: no column holds SubscriptionMovements"),
    ];

    // Parts of samples, which are compiled with packages that are not here.
    private static readonly (string File, string Code)[] OfSamples =
    [
        ("docs/frames.md", "frame.Rows.TallyBy(row => (string)row[\"channel\"], row => Nps.FromAnswer((float?)row[\"recommend_0_10\"]))"),
        (
            "docs/frames.md",
            "frame.Rows.TallyBy( CalendarUnit.Month, row => LocalDate.FromDateTime((DateTime)row[\"date\"]), "
                + "row => Nps.FromAnswer((float?)row[\"recommend_0_10\"]))"),
        ("docs/frames.md", "answers.TallyBy(answer => answer.Channel!, answer => Nps.FromAnswer(answer.Recommend))"),
        (
            "docs/frames.md",
            "reader .Enumerate(row => (Channel: row[\"channel\"].ToString(), "
                + "Nps: Nps.FromTally(RatingTally.FromText(row[\"recommend_0_10\"].Span, RatingScale.ZeroToTen, codes)))) "
                + ".TallyBy(row => row.Channel, row => row.Nps)"),
    ];

    public static IEnumerable<object[]> Blocks =>
        from page in MarkdownPage.All
        from block in Enumerable.Range(0, page.Blocks.Count)
        where RewrittenBlock.TalliesIn(page.Blocks[block]).Any()
        select (object[])[page.File, block];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Block_AskedOfSqlite_PrintsWhatItsCommentsSay(string file, int block)
    {
        MarkdownPage page = MarkdownPage.Of(file);
        RewrittenBlock rewritten = new(page.Blocks[block], page.Usings);
        Tallies.Done.Clear();

        string[] printed = ReaderProgram.Run(rewritten.Program);

        Assert.Equal(MarkdownPage.Printed(page.Blocks[block]), printed);
        Assert.Equal(
            NotOfSqlite.Where(own => own.File == file && rewritten.Lines.Any(line => line.Code == own.Code)),
            rewritten.Lines.Select(Reached)
                .Where(line => line.Form is Form.OverObjects or Form.InMemory)
                .Select(line => (file, line.Code, line.Form, line.Reason)));
    }

    [Fact]
    public void Lines_ThatAreNotOfSqlite_AreThereStill() => Assert.All(
        NotOfSqlite,
        own => Assert.Contains(own.Code, MarkdownPage.Of(own.File).Blocks.SelectMany(RewrittenBlock.TalliesIn)));

    [Fact]
    public void Lines_OfSamples_AreListed() => Assert.Equal(
        OfSamples, MarkdownPage.All.SelectMany(page => page.Samples.SelectMany(part => RewrittenBlock.TalliesIn(part.Code)).Select(code => (page.File, code))));

    [Fact]
    public void Both_WithAnotherResultOfTheQuery_Fails()
    {
        int[] answers = [9, 3];
        Nps InMemory() => answers.Tally(answer => Nps.FromAnswer(answer));

        Assert.Equal(InMemory(), Tallies.Both(0, answers, InMemory, rows => rows.Tally(answer => Nps.FromAnswer(answer))));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(
            () => Tallies.Both(0, answers, InMemory, rows => rows.Where(answer => answer > 3).Tally(answer => Nps.FromAnswer(answer))));
    }

    [Fact]
    public void Both_OfRowsThatTheQueryDidNotGroup_Fails()
    {
        int[] answers = [9, 3];

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Tallies.Both(
            0,
            answers,
            () => answers.Tally(answer => Nps.FromAnswer(answer)),
            rows => rows.AsEnumerable().Tally(answer => Nps.FromAnswer(answer))));
    }

    // How far the compiler came, unless running the line came less far.
    private static (string Code, Form Form, string Reason) Reached((string Code, Form Form, string Reason) line, int number) =>
        line.Form == Form.InMemory ? line
        : !Tallies.Done.TryGetValue(number, out (bool IsOfSqlite, bool IsOfObjects, string Reason) done) ? (line.Code, Form.InMemory, "never reached")
        : done.IsOfSqlite ? line
        : (line.Code, done.IsOfObjects ? Form.OverObjects : Form.InMemory, done.Reason);
}
