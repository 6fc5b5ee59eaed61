#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// One small scorecard in every face: the pictures and the texts of docs/scorecards.md.
//   dotnet run samples/scorecard-faces.cs [-- <folder>]
// Writes into the folder, which is the current one unless another is given. The figures are invented.

using System.Globalization;
using CxKpi;
using NodaTime;

string folder = args.Length > 0 ? args[0] : ".";

// Of 400 answers a month; December is hard every year.
int[] season = [-24, -4, 0, 4, 8, 8, 4, 4, 0, 0, -8, -76];
KpiSeries<Csat> csat = Months(t => new Csat(312 + season[t % 12] + t * 37 % 13 - 6, 400, TopBox.TwoOfFive));
KpiSeries<Churn> churn = Months(t => new Churn(20 + t * 7 % 9 + (t == 47 ? 24 : 0), 1000, CalendarUnit.Month));
Scorecard card = Scorecard.Titled("The shop", asOf: new LocalDate(2025, 12, 31))
    .Group("Answers").Add("CSAT", csat, Target.AtLeast(0.65)).Add("NPS", new Nps(120, 60, 45), previous: new Nps(100, 60, 70), target: Target.AtLeast(40))
    .Group("Customers").Add("Churn", churn, Target.AtMost(0.02))
    .Build();

Write("faces-text.txt", card.ToText(80));
Write("faces-markdown.txt", card.ToMarkdown());
Write("faces-csv.txt", string.Concat(card.ToCsv().Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(row => Cut(row, 13))));
Write("faces-json.txt", string.Join('\n', card.ToJson().ReplaceLineEndings("\n").Split('\n')[..42]) + "\n…\n");
Write("faces-page.html", card.ToHtmlPage());
Picture("faces-email.svg", 640, 590, card.ToEmailHtml());
Picture("faces-notebook.svg", 1240, 1180, card.ToHtml());

KpiSeries<TKpi> Months<TKpi>(Func<int, TKpi> kpi)
    where TKpi : struct, IKpi<TKpi> =>
    KpiSeries.From(CalendarUnit.Month, Enumerable.Range(0, 48).Select(t => (CalendarPeriod.Parse("2022-01").Plus(t), kpi(t))));

// The first fields of a row of many.
static string Cut(string row, int fields) => string.Join(',', row.Split(',').Take(fields)) + ",…\n";

void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

// A drawing is XML, which knows no svg without its namespace.
static string Named(string html) => html.Replace("<svg class=", "<svg xmlns=\"http://www.w3.org/2000/svg\" class=", StringComparison.Ordinal);

// A face of HTML within a drawing: the same letters on every machine, and no browser is needed to make it.
void Picture(string name, int width, int height, string html) => Write(name, string.Create(CultureInfo.InvariantCulture, $"""
    <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">
    <rect width="{width}" height="{height}" fill="#ffffff"/>
    <foreignObject width="{width}" height="{height}"><div xmlns="http://www.w3.org/1999/xhtml">{Named(html)}</div></foreignObject>
    </svg>

    """).ReplaceLineEndings("\n"));
