using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Customers;

public class CohortTableLaws
{
    private static readonly LocalDate Start = new(2025, 1, 1);

    private static Gen<Case> Cases =>
        from rows in (from customer in Gen.Choose(0, 7)
                      from day in Gen.Choose(0, 200)
                      from cents in Gen.Choose(-2000, 9000)
                      select new Row(customer, Start.PlusDays(day), cents / 100m)).ListOf()
        from unit in Gen.Elements(CalendarUnit.Week, CalendarUnit.Month, CalendarUnit.Quarter)
        from end in Gen.Choose(20, 210)
        select new Case([.. rows], CalendarPeriod.Containing(unit, Start.PlusDays(end)));

    [Property]
    public Property CellsAreThoseOfTheSlowModel() => Law.ForAll(Cases, x => Assert.All(
        Measured(x, CohortMeasure.InPeriod).Cohorts.Zip(Measured(x, CohortMeasure.InPeriodOrLater).Cohorts),
        pair => Assert.All(pair.First.Cells.Select((cell, age) => (cell, age)), at =>
        {
            CalendarPeriod then = pair.First.Period.Plus(at.age);
            IGrouping<int, Row>[] members = [.. x.ByCustomer.Where(rows => x.PeriodOf(rows.Min(row => row.Day)) == pair.First.Period)];
            Assert.Equal(new(members.Count(rows => rows.Any(row => x.PeriodOf(row.Day) == then)), members.Length), at.cell);
            Assert.Equal(
                new(members.Count(rows => rows.Any(row => x.PeriodOf(row.Day) is var p && p.CompareTo(then) >= 0 && p.CompareTo(x.Last) <= 0)), members.Length),
                pair.Second.Cells[at.age]);
        })));

    [Property]
    public Property RevenueUpToAnAgeIsThatOfTheSlowModel() => Law.ForAll(Cases, x => Assert.All(Spent(x, CohortMeasure.UpToPeriodEnd).Cohorts, cohort =>
        Assert.All(cohort.Cells.Select((cell, age) => (cell, age)), at =>
        {
            LocalDate until = cohort.Period.Plus(at.age).End;
            IGrouping<int, Row>[] members = [.. x.ByCustomer.Where(rows => x.PeriodOf(rows.Min(row => row.Day)) == cohort.Period)];
            Assert.Equal(RatioTally.FromValues(members.Select(rows => rows.Where(row => row.Day <= until).Sum(row => row.Amount))), at.cell.Evidence);
        })));

    [Property]
    public Property RevenueInPeriodsAddsUp() => Law.ForAll(Cases, x => Assert.All(
        Spent(x, CohortMeasure.InPeriod).Cohorts.Zip(Spent(x, CohortMeasure.UpToPeriodEnd).Cohorts),
        pair => Assert.Equal(pair.First.Cells.Sum(cell => cell.Evidence.Numerator), pair.Second.Cells[^1].Evidence.Numerator)));

    [Property]
    public Property EveryCustomerWhoBeganByTheLastPeriodIsInOneCohort() => Law.ForAll(
        Cases,
        x => Measured(x, CohortMeasure.InPeriod).Cohorts.Sum(cohort => cohort.Size) == x.ByCustomer.Count(rows => rows.Min(row => row.Day) <= x.Last.End));

    [Property]
    public Property RollingRetentionNeverRisesAndIsNotBelowClassic() => Law.ForAll(Cases, x => Assert.All(
        Measured(x, CohortMeasure.InPeriodOrLater).Cohorts.Zip(Measured(x, CohortMeasure.InPeriod).Cohorts),
        pair => Assert.All(Enumerable.Range(0, pair.First.Cells.Count), age =>
        {
            Assert.True(pair.First.Cells[age].Value >= pair.Second.Cells[age].Value);
            Assert.True(age == 0 || pair.First.Cells[age].Value <= pair.First.Cells[age - 1].Value);
        })));

    [Property]
    public Property PooledIsAllActiveOverAllEligible() => Law.ForAll(Cases, x =>
    {
        CohortTable<Retention> table = Measured(x, CohortMeasure.InPeriod);
        Assert.All(table.Pooled.Select((cell, age) => (cell, age)), at =>
        {
            Cohort<Retention>[] eligible = [.. table.Cohorts.Where(cohort => cohort.Period.Plus(at.age).CompareTo(table.LastComplete) <= 0)];
            Assert.Equal(new(eligible.Sum(cohort => cohort.Cells[at.age].Retained), eligible.Sum(cohort => cohort.Size)), at.cell);
        });
    });

    [Property]
    public Property TheOrderOfRowsDoesNotMatter() => Law.ForAll(
        Cases.SelectMany(x => Gen.Shuffle(x.Rows).Select(shuffled => (Case: x, Shuffled: x with { Rows = shuffled }))),
        x => Measured(x.Case, CohortMeasure.InPeriod).Equals(Measured(x.Shuffled, CohortMeasure.InPeriod))
            && Spent(x.Case, CohortMeasure.UpToPeriodEnd).Equals(Spent(x.Shuffled, CohortMeasure.UpToPeriodEnd)));

    [Property]
    public Property TablesOfDifferentCustomersAddUp() => Law.ForAll(Cases, x =>
        Measured(x with { Rows = [.. x.Rows.Where(row => row.Customer < 4)] }, CohortMeasure.InPeriod)
            .Combine(Measured(x with { Rows = [.. x.Rows.Where(row => row.Customer >= 4)] }, CohortMeasure.InPeriod))
            .Equals(Measured(x, CohortMeasure.InPeriod)));

    [Property]
    public Property SubscriptionsWithoutEndLoseNobody() => Law.ForAll(Cases, x => Assert.All(
        CohortTable.FromSubscriptions(x.Rows, row => row.Customer, row => row.Day, _ => null, x.Last).Cohorts,
        cohort => Assert.All(cohort.Cells, cell => Assert.Equal(new(cohort.Size, cohort.Size), cell))));

    [Property]
    public Property TheTableComesBackFromJson() => Law.ForAll(Cases, x => Assert.All(JsonKinds.ForEveryType, options =>
    {
        Assert.Equal(Measured(x, CohortMeasure.InPeriod), JsonKinds.Again(Measured(x, CohortMeasure.InPeriod), options));
        Assert.Equal(Spent(x, CohortMeasure.InPeriod), JsonKinds.Again(Spent(x, CohortMeasure.InPeriod), options));
    }));

    private static CohortTable<Retention> Measured(Case x, CohortMeasure measure) =>
        CohortTable.FromActivity(x.Rows, row => row.Customer, row => row.Day, x.Last, measure);

    private static CohortTable<HistoricalCustomerValue> Spent(Case x, CohortMeasure measure) =>
        CohortTable.FromOrders(x.Rows, row => row.Customer, row => row.Day, row => row.Amount, x.Last, measure);

    private sealed record Row(int Customer, LocalDate Day, decimal Amount);

    private sealed record Case(Row[] Rows, CalendarPeriod Last)
    {
        public IEnumerable<IGrouping<int, Row>> ByCustomer => Rows.GroupBy(row => row.Customer);

        public CalendarPeriod PeriodOf(LocalDate day) => CalendarPeriod.Containing(Last.Unit, day);
    }
}
