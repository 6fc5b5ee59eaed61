#:property PublishAot=false

// Makes the data of an invented shop for one year, and monthly figures of the three years before. What is planted in it:
// a season in demand, satisfaction and purchases; one real change, a payment that fails on some telephones from December 2025 on; one false alarm,
// handle times that differ from month to month by the mix of contacts, in December by chance upwards; one thin channel, letters, whose writers are as
// pleased as callers; a year's worth of people asked too often on one day; and what satisfaction hangs on.
//   dotnet run samples/generate-data.cs [-- <folder>]
// The same seed gives the same bytes; nothing here describes a real company or person.

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

string folder = args.Length > 0 ? args[0] : Path.Combine(Path.GetDirectoryName(SourceFile())!, "data");
Directory.CreateDirectory(folder);

// Demand by month: a quiet February, a loud November and December, and what the rush does to satisfaction and queues.
double[] demand = [0.80, 0.75, 0.90, 0.95, 1.00, 1.00, 0.90, 0.85, 1.00, 1.10, 1.50, 1.70];
double[] strain = [0.25, 0.10, 0.05, 0.05, 0.10, 0.10, 0.05, 0.05, 0.10, 0.15, 0.45, 0.60];
const int Year = 2025;

Dice dice = new(20_250_101);
Customers(out List<(string Id, int Plan, DateOnly Joined, DateOnly? Left)> customers);
Orders(customers);
Sessions();
Answers(out List<(DateOnly Date, int Plan, int Channel)> answered);
Calls(customers);
Spend(customers);
History();
SessionHistory();
Invitations(customers, answered);
Console.WriteLine($"wrote customers, orders, sessions, answers, calls, spend, invitations and the history of NPS and sessions to {folder}");

void Customers(out List<(string Id, int Plan, DateOnly Joined, DateOnly? Left)> all)
{
    string[] plans = ["basic", "plus"];
    all = [];
    int next = 1;
    for (int i = 0; i < 900; i++)
    {
        all.Add(($"C{next++:0000}", dice.Chance(0.35) ? 1 : 0, new DateOnly(Year - 1, 1 + dice.Below(12), 1 + dice.Below(28)), null));
    }

    foreach ((int month, int days) in Months())
    {
        // Those present at the start of the month may leave; the strain of the month before pushes them.
        double push = month == 1 ? 0.25 : strain[month - 2];
        for (int i = 0; i < all.Count; i++)
        {
            if (all[i].Left is null && dice.Chance((all[i].Plan == 0 ? 0.022 : 0.012) * (1 + push)))
            {
                all[i] = all[i] with { Left = new DateOnly(Year, month, 1 + dice.Below(days)) };
            }
        }

        int acquired = (int)Math.Round(30 * demand[month - 1]);
        for (int i = 0; i < acquired; i++)
        {
            all.Add(($"C{next++:0000}", dice.Chance(0.35) ? 1 : 0, new DateOnly(Year, month, 1 + dice.Below(days)), null));
        }
    }

    Write("customers.csv", "customer,plan,joined,left", all.Select(c => $"{c.Id},{plans[c.Plan]},{c.Joined:yyyy-MM-dd},{c.Left:yyyy-MM-dd}"));
}

void Orders(List<(string Id, int Plan, DateOnly Joined, DateOnly? Left)> all)
{
    string[] countries = ["BE", "CH", "FR"];
    List<string> rows = [];
    foreach ((int month, int days) in Months())
    {
        foreach ((string id, int plan, DateOnly joined, DateOnly? left) in all)
        {
            DateOnly first = new(Year, month, 1), last = new(Year, month, days);
            if (joined > last || left < first || !dice.Chance((plan == 0 ? 0.16 : 0.28) * demand[month - 1]))
            {
                continue;
            }

            decimal value = Math.Round((decimal)(38 * Math.Exp(0.6 * dice.Normal()) * (month >= 11 ? 1.15 : 1)), 2);
            decimal margin = Math.Round(value * (0.28m + 0.10m * (decimal)dice.Next()), 2);
            rows.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{new DateOnly(Year, month, 1 + dice.Below(days)):yyyy-MM-dd},{id},{countries[id[^1] % 3]},{value},{margin}"));
        }
    }

    Write("orders.csv", "date,customer,country,value_eur,margin_eur", rows.Order(StringComparer.Ordinal));
}

void Sessions()
{
    string[] devices = ["desktop", "mobile"];
    List<string> rows = [];
    foreach ((int month, int days) in Months())
    {
        for (int day = 1; day <= days; day++)
        {
            for (int device = 0; device < 2; device++)
            {
                int sessions = dice.Poisson((device == 0 ? 70 : 130) * demand[month - 1]);
                int carts = dice.Binomial(sessions, device == 0 ? 0.12 : 0.09);
                int purchases = dice.Binomial(carts, Bought(device, month) * (device == 1 && month == 12 ? 0.62 : 1));
                rows.Add($"{new DateOnly(Year, month, day):yyyy-MM-dd},{devices[device]},{sessions},{carts},{purchases}");
            }
        }
    }

    Write("sessions.csv", "date,device,sessions,carts,purchases", rows);
}

// The same shop in the three years before, counted by month, each under the month's first day.
void SessionHistory()
{
    Dice before = new(20_250_104);
    List<string> rows = [];
    for (int i = 0; i < 36; i++)
    {
        DateOnly first = new DateOnly(Year - 3, 1, 1).AddMonths(i);
        for (int device = 0; device < 2; device++)
        {
            int sessions = before.Binomial((int)((device == 0 ? 84 : 156) * 30.4 * demand[i % 12]), 0.83);
            int carts = before.Binomial(sessions, device == 0 ? 0.12 : 0.09);
            rows.Add($"{first:yyyy-MM-dd},{(device == 0 ? "desktop" : "mobile")},{sessions},{carts},{before.Binomial(carts, Bought(device, first.Month))}");
        }
    }

    Write("sessions-history.csv", "date,device,sessions,carts,purchases", rows);
}

// Before the feasts more carts are bought.
static double Bought(int device, int month) => (device == 0 ? 0.36 : 0.24) * (month >= 11 ? 1.15 : 1);

// Satisfaction hangs on delivery most, then on support, on the price and hardly on the website. Customers of the plus plan are more pleased.
void Answers(out List<(DateOnly Date, int Plan, int Channel)> answered)
{
    string[] channels = ["chat", "e-mail", "phone", "shop", "letter"], plans = ["basic", "plus"];
    double[] charm = [0.15, -0.25, 0.10, 0.45, 0.10];
    double[] level = [3.3, 3.7, 4.2, 4.1], pull = [0.75, 0.35, 0.15, 0.55];

    // Dice of their own for what is asked besides, so that it changes nothing else.
    Dice besides = new(20_250_102), writers = new(20_250_105);
    answered = [];
    List<string> rows = [];
    foreach ((int month, int days) in Months())
    {
        int asked = (int)Math.Round(260 * demand[month - 1]), letters = month == 12 ? 7 : 0;
        for (int i = 0; i < asked + letters; i++)
        {
            Dice own = i < asked ? dice : writers;
            int channel = i < asked ? own.Below(4) : 4;
            double mood = charm[channel] - 1.1 * strain[month - 1] + own.Normal();
            string recommend = own.Chance(0.04) ? "" : Round(8.2 + 1.7 * mood, 0, 10);
            string satisfaction = own.Chance(0.03) ? "" : Round(4.1 + 0.75 * mood + 0.3 * own.Normal(), 1, 5);
            string ease = channel == 3 || own.Chance(0.05) ? "" : Round(5.3 + 1.0 * mood + 0.6 * own.Normal(), 1, 7);
            DateOnly date = new(Year, month, 1 + own.Below(days));
            int plan = besides.Chance(1 / (1 + Math.Exp(-0.07 - 0.8 * mood))) ? 1 : 0;
            double pleased = satisfaction.Length > 0 ? int.Parse(satisfaction, CultureInfo.InvariantCulture) - 4 : 0.75 * mood;
            string parts = string.Join(',', level.Zip(pull, (usual, pulled) =>
                besides.Chance(0.05) ? "" : Round(usual + pulled * pleased + 0.7 * besides.Normal(), 1, 5)));
            rows.Add($"{date:yyyy-MM-dd},{channels[channel]},{recommend},{satisfaction},{ease},{plans[plan]},{parts}");
            answered.Add((date, plan, channel));
        }
    }

    Write(
        "answers.csv",
        "date,channel,recommend_0_10,satisfaction_1_5,ease_1_7,plan,delivery_1_5,price_1_5,website_1_5,support_1_5",
        rows.Order(StringComparer.Ordinal));
}

void Calls(List<(string Id, int Plan, DateOnly Joined, DateOnly? Left)> all)
{
    string[] queues = ["billing", "delivery", "product"];
    Dice mix = new(20_250_116);
    double[] length = [.. Enumerable.Range(0, 12).Select(_ => Math.Exp(0.08 * mix.Normal()))];
    List<(DateTime Time, string Row)> rows = [];
    foreach ((int month, int days) in Months())
    {
        int calls = (int)Math.Round(250 * demand[month - 1] * (1 + 0.5 * strain[month - 1]));
        for (int i = 0; i < calls; i++)
        {
            DateTime time = new DateTime(Year, month, 1 + dice.Below(days), 8, 0, 0, DateTimeKind.Utc).AddSeconds(dice.Below(12 * 3600));
            string customer = Present(DateOnly.FromDateTime(time));
            int queue = dice.Below(3);
            bool again = false;
            do
            {
                double wait = dice.Chance(0.35 * (1 - strain[month - 1])) ? 0 : -Math.Log(1 - dice.Next()) * 45 * (1 + 2.5 * strain[month - 1]);
                double patience = -Math.Log(1 - dice.Next()) * 240;
                bool answered = wait <= patience;
                int seconds = (int)Math.Round(Math.Min(wait, patience));
                int handle = answered ? 30 + (int)Math.Round(210 * length[month - 1] * Math.Exp(0.55 * dice.Normal())) : 0;
                rows.Add((time, $"{time:yyyy-MM-ddTHH:mm:ssZ},{queues[queue]},{customer},{(answered ? "answered" : "abandoned")},{seconds},{handle}"));
                again = dice.Chance(answered ? 0.16 + 0.12 * strain[month - 1] + (queue == 1 ? 0.06 : 0) : 0.55);
                time = time.AddSeconds(3600 + dice.Below(5 * 86400));
            }
            while (again && time.Year == Year);
        }
    }

    string Present(DateOnly day)
    {
        while (true)
        {
            (string id, _, DateOnly joined, DateOnly? left) = all[dice.Below(all.Count)];
            if (joined <= day && !(left <= day))
            {
                return id;
            }
        }
    }

    Write(
        "calls.csv",
        "time,queue,customer,outcome,wait_seconds,handle_seconds",
        rows.OrderBy(r => r.Time).ThenBy(r => r.Row, StringComparer.Ordinal).Select(r => r.Row));
}

void Spend(List<(string Id, int Plan, DateOnly Joined, DateOnly? Left)> all)
{
    string[] kinds = ["marketing", "sales"];
    List<string> rows = [];
    foreach ((int month, int days) in Months())
    {
        // Four stretches a month, the last one up to its end.
        for (int first = 1; first <= 22; first += 7)
        {
            DateOnly from = new(Year, month, first), to = new(Year, month, first == 22 ? days : first + 6);
            int acquired = all.Count(c => c.Joined >= from && c.Joined <= to);
            for (int kind = 0; kind < 2; kind++)
            {
                decimal spend = Math.Round((decimal)((40 + acquired * 22) * (kind == 0 ? 0.7 : 0.3) * (1 + 0.12 * dice.Normal())), 2);
                rows.Add(string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd},{to:yyyy-MM-dd},{kinds[kind]},{spend}"));
            }
        }
    }

    Write("spend.csv", "from,to,kind,spend_eur", rows);
}

// The same season in the years before, counted already, and a summer when the shop's site was down.
void History()
{
    List<string> rows = [];
    for (int i = 0; i < 36; i++)
    {
        int asked = (int)Math.Round(240 * demand[i % 12]), promoters = 0, detractors = 0;
        for (int answer = 0; answer < asked; answer++)
        {
            double recommend = 8.0 + 0.005 * i + 1.7 * (0.11 - 1.1 * strain[i % 12] - (i == 19 ? 0.45 : 0) + 1.03 * dice.Normal());
            promoters += recommend >= 8.5 ? 1 : 0;
            detractors += recommend < 6.5 ? 1 : 0;
        }

        rows.Add($"{new DateOnly(Year - 3, 1, 1).AddMonths(i):yyyy-MM},{promoters},{asked - promoters - detractors},{detractors}");
    }

    Write("nps-history.csv", "month,promoters,passives,detractors", rows);
}

// Who was asked in the last quarter: after a contact, at most twice in 30 days and a week apart. Customers of the plus plan answer twice as often as those of
// the basic one, in the shop more often than elsewhere, by e-mail less. One day an annual survey asks 25 customers a third time, and 15 within a week.
void Invitations(List<(string Id, int Plan, DateOnly Joined, DateOnly? Left)> all, List<(DateOnly Date, int Plan, int Channel)> answered)
{
    string[] channels = ["chat", "e-mail", "phone", "shop", "letter"];
    double[] rate = [0.3, 0.6], readiness = [1, 0.7, 1, 1.3, 1];
    DateOnly annual = new(Year, 12, 10);
    Dice asking = new(20_250_103);
    List<(DateOnly Date, int Plan, int Channel)> due = [];
    foreach ((DateOnly date, int plan, int channel) in answered.Where(answer => answer.Date.Month >= 10))
    {
        due.Add((date, plan, channel));
        while (!asking.Chance(rate[plan] * readiness[channel]))
        {
            due.Add((new DateOnly(Year, date.Month, 1 + asking.Below(DateTime.DaysInMonth(Year, date.Month))), plan, channel));
        }
    }

    Dictionary<string, List<DateOnly>> log = all.ToDictionary(customer => customer.Id, _ => new List<DateOnly>());
    List<string> rows = [];
    for (DateOnly day = new(Year, 10, 1); day.Year == Year; day = day.AddDays(1))
    {
        foreach ((_, int plan, int channel) in due.Where(one => one.Date == day).OrderBy(one => one.Plan).ThenBy(one => one.Channel).ToList())
        {
            string[] free = [.. There(day).Where(customer => customer.Plan == plan && Lately(customer.Id, day) < 2 && Since(customer.Id, day) >= 8)
                .Select(customer => customer.Id)];
            Ask(day, free[asking.Below(free.Length)], "contact", channels[channel]);
        }

        if (day == annual)
        {
            string[] twice = [.. There(day).Select(customer => customer.Id).Where(id => Lately(id, day) == 2 && Since(id, day) >= 8).Take(25)];
            string[] thisWeek = [.. There(day).Select(customer => customer.Id).Where(id => Lately(id, day) == 1 && Since(id, day) is >= 1 and <= 6).Take(15)];
            foreach (string id in twice.Concat(thisWeek))
            {
                Ask(day, id, "annual", channels[1]);
            }
        }
    }

    Write("invitations.csv", "date,customer,survey,channel", rows);

    IEnumerable<(string Id, int Plan, DateOnly Joined, DateOnly? Left)> There(DateOnly day) =>
        all.Where(customer => customer.Joined <= day && !(customer.Left <= day));

    int Lately(string id, DateOnly day) => log[id].Count(asked => day.DayNumber - asked.DayNumber < 30);

    int Since(string id, DateOnly day) => log[id].Count == 0 ? int.MaxValue : day.DayNumber - log[id][^1].DayNumber;

    void Ask(DateOnly day, string id, string survey, string channel)
    {
        log[id].Add(day);
        rows.Add($"{day:yyyy-MM-dd},{id},{survey},{channel}");
    }
}

static IEnumerable<(int Month, int Days)> Months() => Enumerable.Range(1, 12).Select(month => (month, DateTime.DaysInMonth(Year, month)));

static string Round(double value, int lowest, int highest) => ((int)Math.Clamp(Math.Round(value), lowest, highest)).ToString(CultureInfo.InvariantCulture);

void Write(string name, string header, IEnumerable<string> rows) =>
    File.WriteAllText(Path.Combine(folder, name), header + "\n" + string.Concat(rows.Select(row => row + "\n")), new UTF8Encoding(false));

static string SourceFile([CallerFilePath] string path = "") => path;

/// <summary>SplitMix64: small, seeded, and the same on every runtime.</summary>
internal sealed class Dice(ulong state)
{
    public double Next()
    {
        ulong z = unchecked(state += 0x9E3779B97F4A7C15);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public int Below(int n) => (int)(Next() * n);

    public bool Chance(double p) => Next() < p;

    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    public int Binomial(int n, double p) => Enumerable.Range(0, n).Count(_ => Chance(p));

    public int Poisson(double mean)
    {
        double limit = Math.Exp(-mean), product = Next();
        int count = 0;
        while (product > limit)
        {
            product *= Next();
            count++;
        }

        return count;
    }
}
