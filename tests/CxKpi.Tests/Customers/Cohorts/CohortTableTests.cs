using System.Text.Json;
using NodaTime;

namespace CxKpi.Tests.Customers;

public class CohortTableTests
{
    private static readonly CalendarPeriod March = CalendarPeriod.Month(2025, 3);

    private static readonly (string Customer, LocalDate Day, decimal Amount)[] Orders =
    [
        ("a", new(2025, 1, 5), 10), ("a", new(2025, 1, 31), 5), ("a", new(2025, 3, 1), 20), ("b", new(2025, 1, 9), 40), ("b", new(2025, 4, 2), 99),
        ("c", new(2025, 2, 28), 7), ("c", new(2025, 3, 15), -7), ("d", new(2025, 3, 31), 3), ("e", new(2025, 4, 1), 1),
    ];

    private static readonly CohortTable<Retention> Active = CohortTable.FromActivity(Orders, x => x.Customer, x => x.Day, March);

    [Fact]
    public void FromActivity_OfOrders_CountsEachCustomerOnceAPeriod()
    {
        Assert.Equal([CalendarPeriod.Month(2025, 1), CalendarPeriod.Month(2025, 2), March], Active.Cohorts.Select(cohort => cohort.Period));
        Assert.Equal([2, 1, 1], Active.Cohorts.Select(cohort => cohort.Size));
        Assert.Equal([new(2, 2), new(0, 2), new(1, 2)], Active.Cohorts[0].Cells);
        Assert.Equal([new(1, 1), new(1, 1)], Active.Cohorts[1].Cells);
        Assert.Equal([new(1, 1)], Active.Cohorts[2].Cells);
        Assert.Equal([new(4, 4), new(1, 3), new(1, 2)], Active.Pooled);
    }

    [Fact]
    public void Indexer_NotYet_IsNoZero()
    {
        Assert.Equal(0, Active[CalendarPeriod.Month(2025, 1), 1]!.Value.Value);
        Assert.Null(Active[CalendarPeriod.Month(2025, 2), 2]);
        Assert.Null(Active[CalendarPeriod.Month(2024, 12), 0]);
        Assert.Throws<ArgumentOutOfRangeException>("age", () => Active[March, -1]);
    }

    [Fact]
    public void FromActivity_OrLater_IsRolling()
    {
        CohortTable<Retention> rolling = CohortTable.FromActivity(Orders, x => x.Customer, x => x.Day, March, CohortMeasure.InPeriodOrLater);

        Assert.Equal([new(2, 2), new(1, 2), new(1, 2)], rolling.Cohorts[0].Cells);
    }

    [Fact]
    public void FromActivity_OfCustomersAcquired_CountsThoseNeverActive()
    {
        CohortTable<Retention> table = CohortTable.FromActivity(
            [("a", new LocalDate(2025, 1, 5)), ("z", new LocalDate(2025, 1, 6)), ("y", new LocalDate(2025, 4, 6))],
            Orders.Where(x => x.Customer == "a").Select(x => (x.Customer, x.Day)),
            March);

        Assert.Equal([new(1, 2), new(0, 2), new(1, 2)], Assert.Single(table.Cohorts).Cells);
    }

    [Fact]
    public void FromActivity_SinceFirstCohort_LeavesEarlierCustomersOutAndCountsThem()
    {
        CalendarPeriod february = CalendarPeriod.Month(2025, 2);
        CohortTable<Retention> since = CohortTable.FromActivity(Orders, x => x.Customer, x => x.Day, March, firstCohort: february);

        Assert.Equal(Active.Cohorts.Skip(1), since.Cohorts);
        Assert.Equal(2, since.EarlierCustomers);
        Assert.Equal([new(2, 2), new(1, 1)], since.Pooled);
        Assert.Contains("Without 2 customers who began before February 2025.", since.ToText(), StringComparison.Ordinal);
        Assert.Contains("Ohne 2 Kunden, die vor Februar 2025 begannen.", since.ToText(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Contains("Sans 2 clients venus avant f\u00E9vrier 2025.", since.ToText(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Equal(since, JsonSerializer.Deserialize<CohortTable<Retention>>(JsonSerializer.Serialize(since)));
        Assert.Equal(4, since.Combine(since).EarlierCustomers);
        Assert.Throws<ArgumentException>("other", () => since.Combine(Active));
    }

    [Fact]
    public void Factories_OfDateOnly_GiveTheSameTables()
    {
        (string Customer, LocalDate Start, LocalDate? End)[] contracts = [("a", new(2025, 1, 5), new(2025, 2, 9)), ("b", new(2025, 2, 9), null)];

        Assert.Equal(Active, CohortTable.FromActivity(Orders, x => x.Customer, x => x.Day.ToDateOnly(), March));
        Assert.Equal(
            CohortTable.FromActivity(contracts.Select(x => (x.Customer, x.Start)), contracts.Select(x => (x.Customer, x.Start)), March),
            CohortTable.FromActivity(
                contracts.Select(x => (x.Customer, x.Start.ToDateOnly())), contracts.Select(x => (x.Customer, x.Start.ToDateOnly())), March));
        Assert.Equal(
            CohortTable.FromSubscriptions(contracts, x => x.Customer, x => x.Start, x => x.End, March),
            CohortTable.FromSubscriptions(contracts, x => x.Customer, x => x.Start.ToDateOnly(), x => x.End?.ToDateOnly(), March));
        Assert.Equal(
            CohortTable.FromOrders(Orders, x => x.Customer, x => x.Day, x => x.Amount, March),
            CohortTable.FromOrders(Orders, x => x.Customer, x => x.Day.ToDateOnly(), x => x.Amount, March));
        Assert.Throws<ArgumentNullException>("day", () => CohortTable.FromActivity([1], x => x, (Func<int, DateOnly>)null!, March));
    }

    [Fact]
    public void FirstCohort_OfEveryFactory_LeavesEarlierCustomersOut()
    {
        CalendarPeriod february = CalendarPeriod.Month(2025, 2);
        (string Customer, LocalDate Start, LocalDate? End)[] contracts = [("a", new(2025, 1, 5), null), ("b", new(2025, 2, 9), null)];

        Assert.Equal(
            [7m, 0m],
            CohortTable.FromOrders(Orders, x => x.Customer, x => x.Day, x => x.Amount, March, firstCohort: february).Cohorts[0].Cells
                .Select(cell => cell.Evidence.Numerator));
        Assert.Equal(1, CohortTable.FromSubscriptions(contracts, x => x.Customer, x => x.Start, x => x.End, March, february).EarlierCustomers);
        Assert.Equal(
            1,
            CohortTable.FromActivity(
                contracts.Select(x => (x.Customer, x.Start)), contracts.Select(x => (x.Customer, x.Start)), March, firstCohort: february).EarlierCustomers);
        Assert.Throws<ArgumentOutOfRangeException>(
            "firstCohort", () => CohortTable.FromActivity(Orders, x => x.Customer, x => x.Day, March, firstCohort: March.Plus(1)));
        Assert.Throws<ArgumentException>(
            "firstCohort", () => CohortTable.FromActivity(Orders, x => x.Customer, x => x.Day, March, firstCohort: CalendarPeriod.Year(2025)));
        Assert.Throws<ArgumentOutOfRangeException>("earlierCustomers", () => new CohortTable<Retention>(March, CohortMeasure.InPeriod, [], null, 1));
        Assert.Throws<ArgumentOutOfRangeException>("cohorts", () => new CohortTable<Retention>(March, CohortMeasure.InPeriod, Active.Cohorts, february));
    }

    [Fact]
    public void FromActivity_WrongInput_Throws()
    {
        (string, LocalDate)[] one = [("a", new(2025, 2, 5))];
        Assert.Throws<ArgumentOutOfRangeException>(
            "measure",
            () => CohortTable.FromActivity(Orders, x => x.Customer, x => x.Day, March, CohortMeasure.AtPeriodEnd));
        Assert.Throws<ArgumentException>("activity", () => CohortTable.FromActivity(Orders, x => (string)null!, x => x.Day, March));
        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentException>("customers", () => CohortTable.FromActivity([.. one, .. one], [], March)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("activity", () => CohortTable.FromActivity(one, [("b", new LocalDate(2025, 3, 1))], March));
        Assert.Throws<ArgumentOutOfRangeException>("activity", () => CohortTable.FromActivity(one, [("a", new LocalDate(2025, 1, 31))], March));
        Assert.Throws<ArgumentNullException>("activity", () => CohortTable.FromActivity<int, int>(null!, x => x, _ => default, March));
    }

    [Fact]
    public void FromActivity_WithoutRows_IsEmpty()
    {
        CohortTable<Retention> none = CohortTable.FromActivity(Orders.Take(0), x => x.Customer, x => x.Day, March);

        Assert.Empty(none.Cohorts);
        Assert.Empty(none.Pooled);
        Assert.Contains("no data", none.ToText(), StringComparison.Ordinal);
        Assert.Null(none.Equality(1));
        Assert.Null(none.Trend(1));
        Assert.Equal(Active, none.Combine(Active));
    }

    [Fact]
    public void FromSubscriptions_OnTheLastDay_CountsWhoIsOne()
    {
        (string Who, LocalDate Start, LocalDate? End)[] subscriptions =
        [
            ("a", new(2025, 1, 1), null), ("b", new(2025, 1, 10), new(2025, 1, 31)), ("c", new(2025, 1, 10), new(2025, 2, 1)),
            ("d", new(2025, 1, 10), new(2025, 1, 15)), ("d", new(2025, 2, 20), new(2025, 12, 31)), ("e", new(2025, 4, 1), null),
        ];
        CohortTable<Retention> table = CohortTable.FromSubscriptions(subscriptions, x => x.Who, x => x.Start, x => x.End, March);

        Assert.Equal([new(2, 4), new(2, 4), new(2, 4)], Assert.Single(table.Cohorts).Cells);
        Assert.Throws<ArgumentOutOfRangeException>(
            "subscriptions",
            () => CohortTable.FromSubscriptions([1], x => x, _ => March.Start, _ => March.Start.PlusDays(-1), March));
    }

    [Fact]
    public void FromOrders_PerCustomerAcquired_AddsUpOrNot()
    {
        CohortTable<HistoricalCustomerValue> soFar = CohortTable.FromOrders(Orders, x => x.Customer, x => x.Day, x => x.Amount, March, currency: "EUR");
        CohortTable<HistoricalCustomerValue> each = CohortTable.FromOrders(
            Orders, x => x.Customer, x => x.Day, x => x.Amount, March, CohortMeasure.InPeriod, "EUR");

        Assert.Equal([27.5m, 27.5m, 37.5m], soFar.Cohorts[0].Cells.Select(cell => cell.PerCustomer));
        Assert.Equal([7m, 0m], soFar.Cohorts[1].Cells.Select(cell => cell.PerCustomer));
        Assert.Equal([27.5m, 0m, 10m], each.Cohorts[0].Cells.Select(cell => cell.PerCustomer));
        Assert.Equal(55m / 3, soFar.Pooled[1].PerCustomer);
        Assert.Equal(("EUR", CustomerValueBasis.Revenue), (soFar.Pooled[0].Currency, soFar.Pooled[0].Basis));
        Assert.NotNull(soFar.Cohorts[0].Cells[0].Estimate()!.Value.Lower);
        Assert.Throws<ArgumentOutOfRangeException>(
            "measure",
            () => CohortTable.FromOrders(Orders, x => x.Customer, x => x.Day, x => x.Amount, March, CohortMeasure.AtPeriodEnd));
    }

    [Fact]
    public void Constructor_CellsThatDoNotFit_Throws()
    {
        Cohort<Retention> february = new(CalendarPeriod.Month(2025, 2), 3, [new(3, 3), new(1, 3)]);

        Assert.Single(new CohortTable<Retention>(March, CohortMeasure.InPeriod, [february]).Cohorts);
        Assert.Throws<ArgumentException>("cohorts", () => new CohortTable<Retention>(March.Next(), CohortMeasure.InPeriod, [february]));
        Assert.Throws<ArgumentException>("cohorts", () => new CohortTable<Retention>(CalendarPeriod.Year(2025), CohortMeasure.InPeriod, [february]));
        Assert.Throws<ArgumentOutOfRangeException>("cohorts", () => new CohortTable<Retention>(March, CohortMeasure.InPeriod, [february, february]));
        Assert.Throws<ArgumentOutOfRangeException>("measure", () => new CohortTable<Retention>(March, (CohortMeasure)9, [february]));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => new Cohort<Retention>(March, 0, []));
        Assert.Throws<ArgumentNullException>("cohorts", () => new CohortTable<Retention>(March, CohortMeasure.InPeriod, [null!]));
    }

    [Fact]
    public void Combine_OtherPeriodsOrMeasure_Throws()
    {
        Assert.Throws<ArgumentException>("other", () => Active.Combine(CohortTable.FromActivity(Orders, x => x.Customer, x => x.Day, March.Next())));
        Assert.Throws<ArgumentException>("other", () => Active.Combine(new(March, CohortMeasure.InPeriodOrLater, [])));
    }

    [Fact]
    public void FromOrders_AmountsBeyondAllShops_ThrowsWithPosition()
    {
        static CohortTable<HistoricalCustomerValue> Of(params decimal[] amounts) => CohortTable.FromOrders(
            amounts.Select((amount, i) => (Customer: i % 2, Amount: amount)), order => order.Customer, _ => March.Start, order => order.Amount, March);

        Assert.Equal(
            "orders must not add up to more than 1e22 (at position 1, amount); got 1000000000000000000000000000 (Parameter 'orders')",
            Assert.Throws<ArgumentOutOfRangeException>("orders", () => Of(1, 1e27m)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("orders", () => Of(5e21m, -5e21m, 1));
        Assert.Equal(5e21, Of(5e21m, 5e21m).Pooled[0].Value);
        Assert.NotEmpty(Of(1e22m).ToText());
    }

    [Fact]
    public void New_CohortsThatDoNotAddUp_Throws()
    {
        CalendarPeriod april = March.Next();
        Cohort<Retention> huge = new(March, long.MaxValue, [new(1, 2), new(1, 2)]);
        Cohort<Retention> many = new(March, 1, [new(1, long.MaxValue), default]), more = new(april, 1, [new(1, long.MaxValue)]);

        Assert.Throws<ArgumentOutOfRangeException>(
            "cohorts", () => new CohortTable<Retention>(april, CohortMeasure.InPeriod, [huge, new(april, 1, [new(1, 2)])]));
        Assert.Throws<ArgumentException>("cohorts", () => new CohortTable<Retention>(april, CohortMeasure.InPeriod, [many, more]));
        Assert.Throws<ArgumentException>(
            "other", () => new CohortTable<Retention>(april, CohortMeasure.InPeriod,
            [
                new(March, 1, [new(1, 2, CalendarUnit.Month), default]), new(april, 1, [new(1, 2, CalendarUnit.Year)]),
            ]));
    }

    [Fact]
    public void Tests_OfCohortsThatGetBetter_SaySo()
    {
        CohortTable<Retention> table = new(March, CohortMeasure.InPeriod,
        [
            new(CalendarPeriod.Month(2024, 12), 200, [new(200, 200), new(40, 200), new(30, 200), new(20, 200)]),
            new(CalendarPeriod.Month(2025, 1), 200, [new(200, 200), new(60, 200), new(30, 200)]),
            new(CalendarPeriod.Month(2025, 2), 200, [new(200, 200), new(80, 200)]),
        ]);

        Assert.True(table.Equality(1) is { PValue: < 0.001, DegreesOfFreedom: 2 });
        Assert.True(table.Trend(1) is { PValue: < 0.001, Statistic: > 0 } trend && Math.Abs(trend.EffectSize!.Value - 0.1) < 1e-12);
        Assert.True(table.Equality(2) is { PValue: 1 });
        Assert.Null(table.Equality(3));
        Assert.Throws<ArgumentOutOfRangeException>("age", () => table.Trend(-1));
    }

    [Fact]
    public void ToText_NotYet_IsBlankAndNotZero() => Assert.Equal(
        """
        Customer retention rate by cohort, in the period
        Cohort    Customers       0       1      2
        ------------------------------------------
        Jan 2025          2  100.0%    0.0%  50.0%
        Feb 2025          1  100.0%  100.0%
        Mar 2025          1  100.0%
        Total             4  100.0%   33.3%  50.0%

        Columns: months since the customers began.
        A blank cell is not yet known; it is not 0.

        """.ReplaceLineEndings("\n"),
        Active.ToText());

    [Theory]
    [InlineData(ReportLanguage.French, "par cohorte, dans la période", "Colonnes\u202F: nombre de mois")]
    [InlineData(ReportLanguage.German, "nach Kohorte, in der Periode", "Spalten: Abstand in Monaten")]
    public void Faces_InALanguage_AreInIt(ReportLanguage language, string caption, string note) => Assert.All(
        [Active.ToText(language), Active.ToMarkdown(language), Active.ToHtml(language)],
        face => Assert.True(face.Contains(caption, StringComparison.Ordinal) && face.Contains(note, StringComparison.Ordinal), face));

    [Fact]
    public void ToTable_OfAllTogether_HasIntervalsByAge()
    {
        KpiTable table = Active.ToTable();

        Assert.Equal(["0 months", "1 month", "2 months"], table.Rows.Select(row => row.Label));
        Assert.Equal(new Retention(1, 3).Estimate(), table.Rows[1].Estimate);
    }

    [Fact]
    public void ToCsv_HasTheCellsThatThereAre()
    {
        string[] lines = Active.ToCsv().Split("\r\n");

        Assert.Equal(1 + 6 + 1, lines.Length);
        Assert.Equal("cohort,size,age,value,lower,upper,n", lines[0]);
        Assert.StartsWith("2025-01,2,1,0,0,", lines[2], StringComparison.Ordinal);
    }

    private static readonly Dictionary<string, (string Name, Action Call)> Refusals = new()
    {
        ["activity of another calendar"] = ("activity", () => CohortTable.FromActivity([("a", Julian)], x => x.Item1, x => x.Item2, March)),
        ["activity long ago"] = ("activity", () => CohortTable.FromActivity([("a", Ancient)], x => x.Item1, x => x.Item2, March)),
        ["customer of another calendar"] = ("customers", () => CohortTable.FromActivity([("a", Julian)], new[] { ("a", Ancient) }, March)),
        ["customer long ago"] = ("customers", () => CohortTable.FromActivity([("a", Ancient)], new[] { ("a", Ancient) }, March)),
        ["activity of a customer long ago"] = ("activity", () => CohortTable.FromActivity([("a", March.Start)], new[] { ("a", Ancient) }, March)),
        ["subscription long ago"] = ("subscriptions", () => CohortTable.FromSubscriptions([("a", Ancient)], x => x.Item1, x => x.Item2, _ => null, March)),
        ["start of another calendar"] = (
            "subscriptions", () => CohortTable.FromSubscriptions([("a", Julian)], x => x.Item1, x => x.Item2, _ => null, March)),
        ["end of another calendar"] = (
            "subscriptions", () => CohortTable.FromSubscriptions([("a", Julian)], x => x.Item1, _ => March.Start, x => x.Item2, March)),
        ["order long ago"] = ("orders", () => CohortTable.FromOrders([("a", Ancient)], x => x.Item1, x => x.Item2, _ => 1, March)),
        ["order before the first week"] = ("orders", () => CohortTable.FromOrders([("a", LocalDate.MinIsoValue)], x => x.Item1, x => x.Item2, _ => 1, Week)),
    };

    public static TheoryData<string> RefusalsNames => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(RefusalsNames))]
    public void Day_ThatIsRefusedWithin_NamesTheRows(string refusal)
    {
        (string name, Action call) = Refusals[refusal];

        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    private static LocalDate Julian => new(2025, 1, 1, CalendarSystem.Julian);

    private static LocalDate Ancient => new(1, 1, 1);

    private static CalendarPeriod Week => CalendarPeriod.Containing(CalendarUnit.Week, March.Start);
}
