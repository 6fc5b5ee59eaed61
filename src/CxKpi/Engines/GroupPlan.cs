using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using NodaTime;

namespace CxKpi;

/// <summary>
/// Splits what a caller says of a row: the columns below the library's calls become the key by which an engine groups, decimal amounts become sums, and the
/// calls themselves run here, once for each group.
/// </summary>
[RequiresDynamicCode(Reason)]
[RequiresUnreferencedCode(Reason)]
internal sealed partial class GroupPlan(Type rowType, Type provider)
{
    internal const string Reason =
        "The types of the grouped columns are made at run time. The form that takes an answer and a function of it needs none of that.";

    private const string WholeRow = "a query sends columns, not whole rows: give it the members that it needs";

    private readonly ParameterExpression row = Expression.Parameter(rowType, "row");
    private readonly List<Column> keys = [], sums = [], largest = [], smallest = [];
    private readonly ParameterExpression count = Expression.Parameter(typeof(long), "count");
    private Rows? rows;

    /// <summary>What the lambda says, as an expression of columns that the engine groups by.</summary>
    internal Expression Here(LambdaExpression lambda, string name) => Split(OnRow(Guard.NotNull(lambda, name)), name);

    /// <summary>Reads the record of a whole group, from what the lambda says of one of its rows.</summary>
    internal Func<object, TKpi> RecordOf<TKpi>(LambdaExpression kpi) => Reader<TKpi>(Record(OnRow(Guard.NotNull(kpi))));

    /// <summary>Reads the record of a whole group, each of whose rows has the same weight.</summary>
    internal Func<object, Weighted<TKpi>> RecordOf<TKpi>(LambdaExpression kpi, LambdaExpression weight)
        where TKpi : struct, IKpi<TKpi>
    {
        Expression record = Here(kpi, nameof(kpi)), own = Here(weight, nameof(weight));
        return Reader<Weighted<TKpi>>(Repeated(Expression.Call(typeof(Weighted), nameof(Weighted.FromObservation), [record.Type], record, own)));
    }

    /// <summary>Reads the record of one row of a group.</summary>
    internal Func<object, TKpi> RecordOfOne<TKpi>(LambdaExpression kpi) => Reader<TKpi>(Here(kpi, nameof(kpi)));

    /// <summary>Reads how many observations the rows of a group stand for, which the engine adds up where it can.</summary>
    internal Func<object, long> CountOf(LambdaExpression lambda)
    {
        Expression ofRow = OnRow(Guard.NotNull(lambda, nameof(count)));
        Expression ofGroup = SummedAmount.Of(ofRow, Engine, nameof(count)) is { } summed ? Expression.Convert(Signed(summed), typeof(long))
            : Expression.MultiplyChecked(Split(ofRow, nameof(count)), count);
        Func<object, long> read = Reader<long>(ofGroup);
        return group => read(group) is var own && own >= 0 ? own : throw Guard.Outside("rows", "must not hold negative counts", own);
    }

    /// <summary>Reads a key of the rows of a group, and refuses one that is missing.</summary>
    internal Func<object, TKey> KeyOf<TKey>(LambdaExpression key, string name)
        where TKey : notnull
    {
        Func<object, TKey> read = Reader<TKey>(Here(key, name));
        return group => read(group) ?? throw LogKey.Null(name);
    }

    /// <summary>Reads the date of the rows of a group, whichever type it has.</summary>
    internal Func<object, LocalDate> DayOf(LambdaExpression date)
    {
        Expression day = Here(date, nameof(date));
        if (day.Type == typeof(LocalDate))
        {
            return Reader<LocalDate>(day);
        }

        Func<object, DateOnly> read = Reader<DateOnly>(day);
        return group => LocalDate.FromDateOnly(read(group));
    }

    /// <summary>The largest of a value in a group.</summary>
    internal Expression Largest(Expression value) => Add(largest, value);

    /// <summary>The smallest of a value in a group.</summary>
    internal Expression Smallest(Expression value) => Add(smallest, value);

    /// <summary>What a clock shows at a time that is in UTC or was moved from it.</summary>
    internal static Expression Clock(Expression time) =>
        time.Type == typeof(DateTime) ? time : Expression.Property(time, nameof(DateTimeOffset.UtcDateTime));

    /// <summary>The number of rows of a group.</summary>
    internal Expression Count => count;

    /// <summary>The lambda's body over the row of this plan.</summary>
    internal Expression OnRow(LambdaExpression lambda) => new Replacement(lambda.Parameters[0], row).Visit(lambda.Body);

    /// <summary>A column by which the engine groups.</summary>
    internal Expression Key(Expression ofRow) => Add(keys, ofRow);

    /// <summary>What of an expression is the engine's.</summary>
    internal Rows Engine => rows ??= new(row, provider);

    /// <summary>The query: one row a group, which holds its columns, its count, its sums, and the largest and smallest of its values.</summary>
    private IQueryable<object> Query(IQueryable source)
    {
        // Without a column all rows are one group, and there is none when there are no rows.
        Expression[] columns = keys.Count == 0 ? [Expression.Constant(1)] : [.. keys.Select(key => key.OfRow)];
        LambdaExpression key = Expression.Lambda(Cells.New(columns), row);
        ParameterExpression group = Expression.Parameter(typeof(IGrouping<,>).MakeGenericType(key.ReturnType, rowType), "group");
        Expression own = Expression.Property(group, nameof(IGrouping<,>.Key));
        LambdaExpression result = Expression.Lambda(
            Cells.New(
            [
                .. Cells.Read(own, columns.Length),
                Expression.Call(typeof(Enumerable), nameof(Enumerable.LongCount), [rowType], group),
                .. sums.Select(sum => Aggregate(nameof(Enumerable.Sum), [rowType], group, sum)),
                .. largest.Select(time => Aggregate(nameof(Enumerable.Max), [rowType, time.OfRow.Type], group, time)),
                .. smallest.Select(value => Aggregate(nameof(Enumerable.Min), [rowType, value.OfRow.Type], group, value)),
            ]),
            group);
        MethodCallExpression grouped = Expression.Call(
            typeof(Queryable), nameof(Queryable.GroupBy), [rowType, key.ReturnType], source.Expression, Expression.Quote(key));
        MethodCallExpression selected = Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [group.Type, result.ReturnType], grouped, Expression.Quote(result));
        return (IQueryable<object>)source.Provider.CreateQuery(selected);
    }

    /// <summary>Reads from a row of the query what an expression of its columns says; made at the first row, when all columns are known.</summary>
    internal Func<object, T> Reader<T>(Expression here)
    {
        Lazy<Func<object, T>> read = new(() => Compiled<T>(here));
        return group => read.Value(group);
    }

    /// <summary>The same query of each source.</summary>
    internal IReadOnlyList<IQueryable<object>> Queries(IReadOnlyList<IQueryable> sources) => [.. sources.Select(Query)];

    private Func<object, T> Compiled<T>(Expression here)
    {
        ParameterExpression result = Expression.Parameter(typeof(object), "result");
        Column[] all = [.. keys.DefaultIfEmpty(Column.Of(Expression.Constant(1))), new(count, count), .. sums, .. largest, .. smallest];
        ParameterExpression[] cells = [.. all.Select(column => column.Here)];
        Type[] types = [.. cells.Select(cell => cell.Type)];
        Expression[] values = Cells.Read(Expression.Convert(result, Cells.TypeOf(types)), types.Length);
        Expression body = here;
        foreach ((ParameterExpression cell, Expression value) in cells.Zip(values))
        {
            body = new Replacement(cell, value).Visit(body);
        }

        return Expression.Lambda<Func<object, T>>(body, result).Compile();
    }

    private MethodCallExpression Aggregate(string name, Type[] types, ParameterExpression group, Column column)
    {
        ParameterExpression one = Expression.Parameter(rowType, "row");
        return Expression.Call(typeof(Enumerable), name, types, group, Expression.Lambda(new Replacement(row, one).Visit(column.OfRow), one));
    }

    private static ParameterExpression Add(List<Column> columns, Expression ofRow)
    {
        if (columns.Find(known => Column.AreSame(known.OfRow, ofRow)) is not { } column)
        {
            columns.Add(column = Column.Of(ofRow));
        }

        return column.Here;
    }

    // Any of a group's times, all of which are of the same day.
    private MethodCallExpression OfOneDay(Expression time)
    {
        Key(Expression.Property(time, nameof(DateTime.Date)));
        return Expression.Call(typeof(GroupSums), nameof(GroupSums.OnOneDay), null, Largest(time), Smallest(time));
    }

    private Expression Split(Expression expression, string name = "kpi") => new Splitter(this, name).Visit(expression);

    /// <summary>Puts columns in the place of what the engine works out.</summary>
    private sealed class Splitter(GroupPlan plan, string name) : ExpressionVisitor
    {
        [return: NotNullIfNotNull(nameof(node))]
        public override Expression? Visit(Expression? node) => node switch
        {
            null => null,
            MethodCallExpression { Arguments: [{ } time] } call when IsDateOf(call.Method) && plan.Engine.IsColumn(time) =>
                call.Update(null, [plan.OfOneDay(time)]),
            _ when plan.Engine.IsColumn(node) => plan.Key(node),
            _ when node == plan.row => throw new ArgumentException($"{name} is the whole row, but {WholeRow}", name),
            MethodCallExpression call when (call.Object == plan.row && !plan.Engine.IsValue) || TakesRow(call.Arguments) => throw Refused(call),
            InvocationExpression call when TakesRow(call.Arguments) => throw Refused(call),
            NewExpression made when TakesRow(made.Arguments) => throw Refused(made),
            _ => base.Visit(node),
        };

        // Every provider tells the day of a time, but few as a date.
        private static bool IsDateOf(MethodInfo method) => method.Name is nameof(DateOnly.FromDateTime)
            && (method.DeclaringType == typeof(DateOnly) || method.DeclaringType == typeof(LocalDate));

        private bool TakesRow(ReadOnlyCollection<Expression> arguments) => !plan.Engine.IsValue && arguments.Contains(plan.row);

        private ArgumentException Refused(Expression node) => new($"{name} gives the whole row to {node}, but {WholeRow}", name);
    }
}
