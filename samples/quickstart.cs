#:package CsvHelper
#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// The scorecard of a shop's month: from rows to values, intervals, verdicts and charts.
//   dotnet run samples/quickstart.cs [-- [<folder with the nine CSV files>] [--lang en|fr|de] [--json]]
// Without a folder it reads samples/data, an invented shop made by samples/generate-data.cs. It prints the
// scorecard (--json: by the contract of docs/scorecards.md) and writes report.html where it is run.

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using CsvHelper.Configuration.Attributes;
using CxKpi;
using CxKpi.Practices;
using NodaTime;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine("usage: dotnet run samples/quickstart.cs [-- [<folder with the nine CSV files>] [--lang en|fr|de] [--json]]");
    return 2;
}

try
{
    string samples = Path.GetDirectoryName(SourceFile())!;
    Shop shop = new(options.Folder ?? Path.Combine(samples, "data"));
    Scorecard card = Report.Of(shop, Benchmark.ListFromJson(File.ReadAllText(Path.Combine(samples, "benchmarks.json"))), options.Language);

    string page = Path.GetFullPath("report.html");
    File.WriteAllText(page, card.ToHtmlPage(options.Language));
    bool isTerminal = !Console.IsOutputRedirected, inColour = isTerminal && Environment.GetEnvironmentVariable("NO_COLOR") is null;
    int width = isTerminal ? Math.Max(40, Console.WindowWidth) : 110;
    Console.WriteLine(options.Json ? card.ToJson() : inColour ? card.ToColouredText(width, options.Language) : card.ToText(width, options.Language));

    // Beside the scorecard, not in it: --json is for programs.
    Console.Error.WriteLine(page);
    return 0;
}
catch (Exception error) when (error is IOException
    or UnauthorizedAccessException
    or CsvHelperException
    or InvalidDataException
    or ArgumentException
    or JsonException)
{
    Console.Error.WriteLine(error.Message.Split('\n')[0].TrimEnd());
    return 1;
}

static string SourceFile([CallerFilePath] string path = "") => path;

internal sealed record Options(string? Folder, ReportLanguage Language, bool Json)
{
    private static readonly Dictionary<string, ReportLanguage> Languages = new()
    {
        ["en"] = ReportLanguage.English,
        ["fr"] = ReportLanguage.French,
        ["de"] = ReportLanguage.German,
    };

    /// <returns><see langword="null"/> when the arguments are not understood.</returns>
    public static Options? Parse(string[] args)
    {
        Options options = new(null, ReportLanguage.English, false);
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--json":
                    options = options with { Json = true };
                    break;
                case "--lang" when i + 1 < args.Length && Languages.TryGetValue(args[i + 1], out ReportLanguage language):
                    options = options with { Language = language };
                    i++;
                    break;
                case not ['-', ..] and not "" when options.Folder is null:
                    options = options with { Folder = args[i] };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}

/// <summary>From the shop's rows to its scorecard.</summary>
internal static class Report
{
    public static Scorecard Of(Shop shop, IReadOnlyList<Benchmark> benchmarks, ReportLanguage language)
    {
        CalendarPeriod month = CalendarPeriod.Containing(CalendarUnit.Month, shop.Answers.Max(a => a.Date).Local()), before = month.Plus(-1);
        CalendarPeriod[] months = [.. Enumerable.Range(-11, 12).Select(month.Plus)];
        ScorecardBuilder card = Scorecard.Titled(Say("The shop", "La boutique", "Der Shop"), asOf: month.End);

        NumberFormatInfo numbers = new() { NumberDecimalSeparator = Say(".", ",", ","), NumberGroupSeparator = Say(",", "\u202F", ".") };

        card.Group(Say("Survey", "Enquête", "Befragung"));
        KpiSeries<Nps> nps = KpiSeries.From(
            CalendarUnit.Month,
            [.. shop.History.Select(h => h.Counted()), .. shop.Answers.Select(a => (Month(a.Date), Nps.FromAnswer(a.Recommend)))]);
        Segments<string, Nps> npsByChannel = Now(shop.Answers, a => a.Date).TallyBy(a => a.Channel, a => Nps.FromAnswer(a.Recommend));
        card.Add("NPS", nps, Target.AtLeast(30), Of<Nps>(benchmarks), ScorecardTrend.From(nps.Trend()), Ends(npsByChannel));

        // Who is asked is known, so the answers can be made to stand for all of them, also for those who answer less often.
        Answer[] answers = [.. Now(shop.Answers, a => a.Date)];
        Nps[] scores = [.. answers.Select(a => Nps.FromAnswer(a.Recommend))];
        InvitationRow[] invited = [.. Now(shop.Invitations, i => i.Date).Where(i => i.Survey == "contact")];
        Dictionary<string, string> plans = shop.Customers.ToDictionary(c => c.Id, c => c.Plan);
        Representativeness sample = Representativeness.Of(
            scores,
            [
                PopulationMargin.Of(Say("plan", "formule", "Tarif"), answers.Select(a => a.Plan), Invited(i => plans[i.Customer])),
                PopulationMargin.Of(Say("channel", "canal", "Kanal"), answers.Select(a => a.Channel), Invited(i => i.Channel)),
            ],
            populationWasInvited: true);
        string asAnswered = string.Create(numbers, $"{sample.Raw?.Value:+0.0;−0.0} ");
        card.Add(
            Say("NPS of all asked", "NPS de tous les sollicités", "NPS aller Befragten"),
            sample.Weights.Weigh(scores),
            note: asAnswered + Say("as answered", "tel que répondu", "wie geantwortet"));
        Rows("CSAT", shop.Answers, a => a.Date, a => a.Channel, a => Csat.FromAnswer(a.Satisfaction, TopBox.TwoOfFive));
        Rows("CES 2.0", shop.Answers, a => a.Date, a => a.Channel, a => CustomerEaseScore.FromAnswer(a.Ease));

        card.Group(Say("Customers", "Clientèle", "Kunden"));
        KpiSeries<Churn> churn = Monthly(period => shop.Customers.Tally(c => c.ChurnIn(period)));
        card.Add(
            Say("Churn", "Attrition", "Abwanderung"),
            churn,
            Target.RelativeChange(-0.15, baseline: churn[before]),
            note: Ends(shop.Customers.TallyBy(c => c.Plan, c => c.ChurnIn(month))));
        card.Add(
            Say("Retention", "Fidélisation", "Kundenbindung"),
            KpiSeries.From(CalendarUnit.Month, churn.Select(point => (point.Key, point.Value.ToRetention()))));
        card.Add("CAC", Monthly(AcquisitionIn), note: PaidBack());
        card.Add(Say("Value per customer", "Valeur par client", "Wert pro Kunde"), Monthly(period => ValueIn(period).Total), note: Ends(ValueIn(month)));

        card.Group(Say("Shop", "Boutique", "Shop"));
        SessionDay[] everyVisit = [.. shop.SessionHistory, .. shop.Sessions];
        Rows(
            Say("Cart abandonment", "Abandon de panier", "Warenkorbabbruch"),
            everyVisit,
            s => s.Date,
            s => s.Device,
            s => new CartAbandonment(s.Purchases, s.Carts));
        string conversion = Say("Conversion", "Conversion", "Konversion");
        Rows(
            conversion,
            everyVisit,
            s => s.Date,
            s => s.Device,
            s => new ConversionRate(s.Purchases, s.Count, ConversionUnit.Session));
        card.Pair(conversion, "NPS");

        card.Group(Say("Telephone", "Téléphone", "Telefon"));
        (CallRow Call, RepeatOutcome Outcome)[] followed = [.. shop.Calls.Zip(shop.Contacts.Outcomes(RepeatWindow.OfDays(7)))];
        Rows(
            Say("Resolved at first", "Résolus au premier appel", "Beim ersten Anruf gelöst"),
            followed,
            f => f.Call.Date,
            f => f.Call.Queue,
            f => FirstContactResolution.FromOutcome(f.Outcome, RepeatWindow.OfDays(7)));
        Rows(
            Say("Handle time", "Temps de traitement", "Bearbeitungszeit"),
            [.. shop.Calls.Where(c => c.Answered)],
            c => c.Date,
            c => c.Queue,
            c => new AverageHandleTime(DurationTally.One(Duration.FromSeconds(c.HandleSeconds))));

        // A busy hour delays every call that waits, so the days are what varies by chance, and not the calls.
        QueueThresholds limit = new(within: Duration.FromSeconds(20));
        KpiSeries<Clustered<ServiceLevel>> served = shop.Calls.TallyBy(
            CalendarUnit.Month,
            c => c.Date,
            c => ServiceLevel.FromContact(c.Queued, limit),
            cluster: c => c.Date);
        card.Add(
            Say("Answered in time", "Décrochés à temps", "Rechtzeitig angenommen"),
            served,
            Target.AllWithin(limit.Within!.Value, share: 0.8),
            note: Ends(Now(shop.Calls, c => c.Date).TallyBy(c => c.Queue, c => ServiceLevel.FromContact(c.Queued, limit), cluster: c => c.Date)));

        (string Name, Func<Answer, double?> Rating)[] parts =
        [
            (Say("Delivery", "Livraison", "Lieferung"), a => a.Delivery),
            (Say("Price", "Prix", "Preis"), a => a.Price),
            (Say("Website", "Site web", "Website"), a => a.Website),
            (Say("Support", "Assistance", "Betreuung"), a => a.Support),
        ];
        DriverAnalysis drivers = DriverAnalysis.Of(shop.Answers, a => a.Satisfaction, parts);
        ImportancePerformance map = ImportancePerformance.Of(drivers, name => shop.Answers.Average(parts.First(part => part.Name == name).Rating)!.Value);
        SolicitationAudit<string> audit = SolicitationAudit.Of(
            shop.Invitations.Select(i => new Invitation<string>(i.Customer, i.Date.Local(), i.Survey, i.Channel)),
            SolicitationRule.AtMost(2, 30),
            SolicitationRule.Apart(7));

        SessionDay[] sessions = [.. Now(shop.Sessions, s => s.Date)];
        return card
            .Section(ScorecardSection.From(sample))
            .Section(ScorecardSection.From(drivers, Say("What satisfaction hangs on", "Ce dont dépend la satisfaction", "Woran die Zufriedenheit hängt")))
            .Section(ScorecardSection.From(audit))
            .Chart(Charts.OverTime(nps, new SeriesOverlays { Target = 30 }.With(nps.SeasonallyAdjust()).With(nps.Unusual()).With(nps.Latest()), Titled(null)))
            .Chart(Charts.Decomposition(nps, Titled(null)))
            .Chart(Charts.NpsDistribution(
                RatingTally.FromAnswers(Now(shop.Answers, a => a.Date).Select(a => a.Recommend), RatingScale.ZeroToTen),
                Titled(null)))
            .Chart(Charts.ForestPlot(npsByChannel, Titled(null)))
            .Chart(Charts.Funnel(
                new Funnel(
                    [Say("sessions", "visites", "Besuche"), Say("carts", "paniers", "Warenkörbe"), Say("purchases", "achats", "Käufe")],
                    [sessions.Sum(s => s.Count), sessions.Sum(s => s.Carts), sessions.Sum(s => s.Purchases)]),
                Titled(null)))
            .Chart(Charts.ImportancePerformance(map, Titled(null)))
            .Build();

        Dictionary<string, decimal> Invited(Func<InvitationRow, string> category) =>
            invited.CountBy(category).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => (decimal)group.Value);

        string Say(string english, string french, string german) => language switch
        {
            ReportLanguage.English => english,
            ReportLanguage.French => french,
            ReportLanguage.German => german,
            _ => throw new ArgumentOutOfRangeException(nameof(language)),
        };

        ChartOptions Titled(string? title) => new() { Title = title, Language = language };

        IEnumerable<TRow> Now<TRow>(IEnumerable<TRow> rows, Func<TRow, DateOnly> date) => rows.Where(row => month.Contains(date(row).Local()));

        KpiSeries<TKpi> Monthly<TKpi>(Func<CalendarPeriod, TKpi> kpi)
            where TKpi : struct, IKpi<TKpi> => KpiSeries.From(CalendarUnit.Month, months.Select(period => (period, kpi(period))));

        void Rows<TRow, TKpi>(
            string label,
            TRow[] rows,
            Func<TRow, DateOnly> date,
            Func<TRow, string> segment,
            Func<TRow, TKpi> kpi)
            where TKpi : struct, IKpi<TKpi> => card.Add(
                label,
                rows.TallyBy(CalendarUnit.Month, row => date(row).Local(), kpi),
                note: Ends(Now(rows, date).TallyBy(segment, kpi)));

        // Some segment is always first: the ends are named only where they differ by more than chance.
        string? Ends<TKpi>(Segments<string, TKpi> segments)
            where TKpi : struct, IKpi<TKpi> =>
            segments.Compare() is { PValue: not null } compared ? compared.ToString(language) : null;

        // As if every month were like this one, at a discount of 1 % a month; December is not.
        string? PaidBack()
        {
            string backIn = Say("back in", "amorti en", "zurück in"), months = Say("months", "mois", "Monaten");
            decimal? margin = ValueIn(month).Total.PerCustomer, cost = AcquisitionIn(month).PerCustomer;
            return margin is { } m && cost is { } c && churn[month].ToRetention().Value is { } r
                && CustomerLifetimeValue.MarginAndRetention(m, r, discount: 0.01, MarginTiming.EndOfPeriod) is { } lifetime
                ? string.Create(
                    numbers,
                    $"{backIn} {Payback.WithRetention(c, m, r, MarginTiming.EndOfPeriod):0.0} {months}, CLV/CAC {LifetimeValueToCost.Ratio(lifetime, c):0.0}")
                : null;
        }

        // One row per stretch of spending: the spread between them is what the interval rests on.
        CustomerAcquisitionCost AcquisitionIn(CalendarPeriod period) => shop.Spend
            .Where(s => period.Contains(s.From.Local()))
            .GroupBy(s => (s.From, s.To))
            .Tally(g => new CustomerAcquisitionCost(
                g.Sum(s => s.Amount),
                shop.Customers.LongCount(c => c.Joined >= g.Key.From && c.Joined <= g.Key.To),
                "EUR",
                AcquisitionBasis.Blended));

        // Customers who did not order count too: their margin is 0.
        Segments<string, HistoricalCustomerValue> ValueIn(CalendarPeriod period)
        {
            Dictionary<string, decimal> margins = shop.Orders.Where(o => period.Contains(o.Date.Local()))
                .GroupBy(o => o.Customer)
                .ToDictionary(g => g.Key, g => g.Sum(o => o.Margin));
            return shop.Customers.Where(c => c.IsThereIn(period))
                .TallyBy(c => c.Plan, c => HistoricalCustomerValue.FromCustomers([margins.GetValueOrDefault(c.Id)], "EUR", CustomerValueBasis.Margin));
        }
    }

    private static CalendarPeriod Month(DateOnly date) => CalendarPeriod.Containing(CalendarUnit.Month, date.Local());

    private static Benchmark? Of<TKpi>(IReadOnlyList<Benchmark> benchmarks)
        where TKpi : struct, IKpi<TKpi> => benchmarks.FirstOrDefault(benchmark => benchmark.Kpi == TKpi.Definition.Symbol);
}

/// <summary>The shop's nine files.</summary>
internal sealed class Shop
{
    public Shop(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidDataException($"there is no folder {folder}; dotnet run samples/generate-data.cs makes one");
        }

        Answers = Read<Answer>("answers.csv");
        Customers = Read<Customer>("customers.csv");
        Orders = Read<Order>("orders.csv");
        Sessions = Read<SessionDay>("sessions.csv");
        SessionHistory = Read<SessionDay>("sessions-history.csv");
        Calls = Read<CallRow>("calls.csv");
        Spend = Read<SpendRow>("spend.csv");
        History = Read<HistoryRow>("nps-history.csv");
        Invitations = Read<InvitationRow>("invitations.csv");
        Contacts = ContactLog.FromContacts(Calls, c => c.Customer, c => c.Started, Calls.Min(c => c.Started), Calls.Max(c => c.Started), c => c.Answered);

        T[] Read<T>(string file)
        {
            using StreamReader reader = new(Path.Combine(folder, file));
            using CsvReader csv = new(reader, new CsvConfiguration(CultureInfo.InvariantCulture));
            if (!csv.Read() || !csv.ReadHeader())
            {
                throw new InvalidDataException($"{file} is empty");
            }

            string[] known = [.. typeof(T).GetProperties()
                .Select(p => ((NameAttribute?)Attribute.GetCustomAttribute(p, typeof(NameAttribute)))?.Names[0])
                .OfType<string>()];
            string[] odd = [.. csv.HeaderRecord!.Except(known), .. known.Except(csv.HeaderRecord!)];
            if (odd.Length > 0)
            {
                throw new InvalidDataException($"{file} must have the columns {string.Join(", ", known)}; unknown or missing: {string.Join(", ", odd)}");
            }

            try
            {
                T[] rows = [.. csv.GetRecords<T>()];
                return rows.Length > 0 ? rows : throw new InvalidDataException($"{file} has no rows");
            }
            catch (CsvHelperException error)
            {
                throw new InvalidDataException($"{file}, line {csv.Parser.Row}: {error.Message.Split('\n')[0].TrimEnd()}", error);
            }
        }
    }

    public Answer[] Answers { get; }

    public Customer[] Customers { get; }

    public Order[] Orders { get; }

    public SessionDay[] Sessions { get; }

    public SessionDay[] SessionHistory { get; }

    public CallRow[] Calls { get; }

    public SpendRow[] Spend { get; }

    public HistoryRow[] History { get; }

    public InvitationRow[] Invitations { get; }

    public ContactLog Contacts { get; }
}

internal sealed class Answer
{
    [Name("date")] public DateOnly Date { get; set; }
    [Name("channel")] public string Channel { get; set; } = "";
    [Name("recommend_0_10")] public int? Recommend { get; set; }
    [Name("satisfaction_1_5")] public int? Satisfaction { get; set; }
    [Name("ease_1_7")] public int? Ease { get; set; }
    [Name("plan")] public string Plan { get; set; } = "";
    [Name("delivery_1_5")] public int? Delivery { get; set; }
    [Name("price_1_5")] public int? Price { get; set; }
    [Name("website_1_5")] public int? Website { get; set; }
    [Name("support_1_5")] public int? Support { get; set; }
}

internal sealed class InvitationRow
{
    [Name("date")] public DateOnly Date { get; set; }
    [Name("customer")] public string Customer { get; set; } = "";
    [Name("survey")] public string Survey { get; set; } = "";
    [Name("channel")] public string Channel { get; set; } = "";
}

internal sealed class Customer
{
    [Name("customer")] public string Id { get; set; } = "";
    [Name("plan")] public string Plan { get; set; } = "";
    [Name("joined")] public DateOnly Joined { get; set; }
    [Name("left")] public DateOnly? Left { get; set; }

    public bool IsThereIn(CalendarPeriod period) => Joined.Local() <= period.End && !(Left?.Local() < period.Start);

    /// <summary>Only those present at the start can be lost here.</summary>
    public Churn ChurnIn(CalendarPeriod period) => Joined.Local() < period.Start && !(Left?.Local() < period.Start)
        ? new Churn(Left?.Local() <= period.End ? 1 : 0, 1, CalendarUnit.Month)
        : default;
}

internal sealed class Order
{
    [Name("date")] public DateOnly Date { get; set; }
    [Name("customer")] public string Customer { get; set; } = "";
    [Name("country")] public string Country { get; set; } = "";
    [Name("value_eur")] public decimal Value { get; set; }
    [Name("margin_eur")] public decimal Margin { get; set; }
}

internal sealed class SessionDay
{
    [Name("date")] public DateOnly Date { get; set; }
    [Name("device")] public string Device { get; set; } = "";
    [Name("sessions")] public long Count { get; set; }
    [Name("carts")] public long Carts { get; set; }
    [Name("purchases")] public long Purchases { get; set; }
}

internal sealed class CallRow
{
    [Name("time")] public DateTimeOffset Time { get; set; }
    [Name("queue")] public string Queue { get; set; } = "";
    [Name("customer")] public string Customer { get; set; } = "";
    [Name("outcome")] public string Outcome { get; set; } = "";
    [Name("wait_seconds")] public int WaitSeconds { get; set; }
    [Name("handle_seconds")] public int HandleSeconds { get; set; }

    public DateOnly Date => DateOnly.FromDateTime(Time.UtcDateTime);

    public Instant Started => Instant.FromDateTimeOffset(Time);

    public bool Answered => Outcome switch
    {
        "answered" => true,
        "abandoned" => false,
        _ => throw new InvalidDataException($"calls.csv: outcome must be answered or abandoned, but is {Outcome}"),
    };

    public QueuedContact Queued =>
        Answered ? QueuedContact.Answered(Duration.FromSeconds(WaitSeconds)) : QueuedContact.Abandoned(Duration.FromSeconds(WaitSeconds));
}

internal sealed class SpendRow
{
    [Name("from")] public DateOnly From { get; set; }
    [Name("to")] public DateOnly To { get; set; }
    [Name("kind")] public string Kind { get; set; } = "";
    [Name("spend_eur")] public decimal Amount { get; set; }
}

internal sealed class HistoryRow
{
    [Name("month")] public string Month { get; set; } = "";
    [Name("promoters")] public long Promoters { get; set; }
    [Name("passives")] public long Passives { get; set; }
    [Name("detractors")] public long Detractors { get; set; }

    public (CalendarPeriod, Nps) Counted() => (CalendarPeriod.Parse(Month), new Nps(Promoters, Passives, Detractors));
}

internal static class Dates
{
    public static LocalDate Local(this DateOnly date) => LocalDate.FromDateOnly(date);
}
