using System.Linq.Expressions;

namespace CxKpi.Tests.Engines;

/// <summary>How a query is split, tried with the provider of memory; what databases make of it is tried with databases.</summary>
public sealed class QueryableTallyExtensionsTests
{
    private static readonly Row[] Rows = [.. Enumerable.Range(0, 500).Select(i => new Row(i % 3, i * 7 % 11, i / 4m, i % 5 == 0 ? null : i % 4))];

    [Fact]
    public void TallyBy_CapturedVariablesThatReadAlike_AreColumnsOfTheirOwn()
    {
        // The texts of both comparisons are the same: each has a closure with a "limit".
        Expression<Func<Row, bool>> low = Above(20), high = Above(100);
        ParameterExpression row = low.Parameters[0];
        Expression<Func<Row, Nps>> kpi = Expression.Lambda<Func<Row, Nps>>(
            Expression.Condition(
                low.Body,
                Expression.Condition(new Argument(high.Parameters[0], row).Visit(high.Body), Answer(10), Answer(8)),
                Answer(0)),
            row);

        Assert.Equal(Rows.Tally(kpi.Compile()), Rows.AsQueryable().Tally(kpi));

        static Expression<Func<Row, bool>> Above(decimal limit) => row => row.Amount > limit;
        static ConstantExpression Answer(int answer) => Expression.Constant(Nps.FromAnswer(answer));
    }

    [Fact]
    public void ToGroupedQuery_SameColumnTwice_GroupsOnce()
    {
        IQueryable query = Rows.AsQueryable().ToGroupedQuery(row => row.Channel, row => row.Channel == 1 ? Nps.FromAnswer(row.Answer) : default);

        // The channel, whether it is 1, the answer and the count.
        Assert.Equal(4, query.ElementType.GetGenericArguments().Length);
    }

    [Fact]
    public void ToGroupedQuery_Sums_AreNotGroupedBy()
    {
        IQueryable query = Rows.AsQueryable().ToGroupedQuery(row => row.Channel, row => new AverageOrderValue(row.Amount, 1, "EUR"));

        // A group for each channel, and for refunds if there were any.
        Assert.Equal(3, query.Cast<object>().Count());
    }

    [Fact]
    public void Tally_RowsThatAConstructorRefuses_AreRefusedInAQueryToo()
    {
        Row[] rows = [new(1, 5, 10m, 3), new(1, 5, -2m, 3), new(1, 5, 30m, 3)];

        Assert.Throws<ArgumentOutOfRangeException>(() => rows.Tally(row => new CustomerAcquisitionCost(row.Amount, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.AsQueryable().Tally(row => new CustomerAcquisitionCost(row.Amount, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.AsQueryable().Tally(row => new QualityScore(row.Amount, row.Answer)));
    }

    [Fact]
    public void TallyBy_NullKey_IsRefused()
    {
        ArgumentNullException error = Assert.Throws<ArgumentNullException>(
            "key", () => new[] { "a", null }.AsQueryable().TallyBy(name => name!, _ => Nps.FromAnswer(9)));

        Assert.Contains("leave such rows out", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TallyBy_MoreColumnsThanATupleHolds_AreAllThere()
    {
        Expression<Func<Row, (int, int, bool, bool, bool, bool, bool, bool, bool)>> key = row =>
            new ValueTuple<int, int, bool, bool, bool, bool, bool, ValueTuple<bool, bool>>(
                row.Channel, row.Answer, row.Amount > 1, row.Amount > 2, row.Amount > 3, row.Amount > 4, row.Amount > 5,
                new ValueTuple<bool, bool>(row.Amount > 6, row.Amount > 7));

        Assert.Equal(
            Rows.TallyBy(key.Compile(), row => Nps.FromAnswer(row.Answer)).OrderBy(x => x.Key),
            Rows.AsQueryable().TallyBy(key, row => Nps.FromAnswer(row.Answer)).OrderBy(x => x.Key));
    }

    [Fact]
    public void TallyBy_FormOfAnswers_IsThatOfFunctions()
    {
        IQueryable<Row> query = Rows.AsQueryable();
        DateOnly first = new(2024, 1, 1);

        Assert.Equal(Rows.Tally(row => Nps.FromAnswer(row.Answer)), query.Tally(row => row.Answer, answer => Nps.FromAnswer(answer)));
        Assert.Equal(
            Rows.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Answer)),
            query.TallyBy(row => row.Channel, row => row.Answer, answer => Nps.FromAnswer(answer)));
        Assert.Equal(
            Rows.TallyBy(CalendarUnit.Week, row => first.AddDays(row.Answer * 5), row => Nps.FromAnswer(row.Score)),
            query.TallyBy(CalendarUnit.Week, row => first.AddDays(row.Answer * 5), row => row.Score, answer => Nps.FromAnswer(answer)));
    }

    [Fact]
    public async Task TallyByAsync_NoShard_IsRefused()
    {
        IQueryable<Row>[] none = [];

        await Assert.ThrowsAsync<ArgumentException>("shards", () => none.TallyByAsync(row => row.Channel, row => Nps.FromAnswer(row.Answer)));
    }

    private sealed record Row(int Channel, int Answer, decimal Amount, int? Score);

    private sealed class Argument(ParameterExpression sought, Expression replacement) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == sought ? replacement : node;
    }
}
