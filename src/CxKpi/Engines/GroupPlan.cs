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
internal sealed class GroupPlan(Type rowType, Type provider)
{
    internal const string Reason =
        "The types of the grouped columns are made at run time. The form that takes an answer and a function of it needs none of that.";

    private const string WholeRow = "a query sends columns, not whole rows: give it the members that it needs";

    private readonly ParameterExpression row = Expression.Parameter(rowType, "row");
    private readonly List<Column> keys = [], sums = [], latest = [];
    private readonly ParameterExpression count = Expression.Parameter(typeof(long), "count");
    private Rows? rows;

    private Rows Engine => rows ??= new(row, provider);

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

    /// <summary>The latest of a group's times.</summary>
    internal Expression Latest(Expression time) => Add(latest, time);

    /// <summary>The number of rows of a group.</summary>
    internal Expression Count => count;

    /// <summary>The lambda's body over the row of this plan.</summary>
    internal Expression OnRow(LambdaExpression lambda) => new Replacement(lambda.Parameters[0], row).Visit(lambda.Body);

    /// <summary>A column by which the engine groups.</summary>
    internal Expression Key(Expression ofRow) => Add(keys, ofRow);

    internal bool IsColumn(Expression ofRow) => Engine.IsColumn(ofRow);

    /// <summary>The query: one row a group, which holds its columns, its count, its sums and its latest times.</summary>
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
                .. latest.Select(time => Aggregate(nameof(Enumerable.Max), [rowType, time.OfRow.Type], group, time)),
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
        Column[] all = [.. keys.DefaultIfEmpty(Column.Of(Expression.Constant(1))), new(count, count), .. sums, .. latest];
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

    private Expression Split(Expression expression, string name = "kpi") => new Splitter(this, name).Visit(expression);

    private MethodCallExpression Repeated(Expression record) =>
        Expression.Call(typeof(CountExtensions), nameof(CountExtensions.Times), [record.Type], record, count);

    private Expression Record(Expression record) => record switch
    {
        ConditionalExpression choice => Expression.Condition(Split(choice.Test), Record(choice.IfTrue), Record(choice.IfFalse)),
        NewExpression made when SumsOf(made) is { } summed => summed,
        MethodCallExpression { Method.IsStatic: true } call when CallOfSums(call) is { } summed => summed,
        _ => Repeated(Split(record)),
    };

    // A constructor that takes amounts, or the evidence of one row.
    private NewExpression? SumsOf(NewExpression made) =>
        made.Constructor is not { } constructor || constructor.DeclaringType?.Assembly != typeof(GroupPlan).Assembly ? null
        : WithEvidence(made.Arguments) is { } arguments ? made.Update(arguments)
        : constructor.GetCustomAttribute<RowSumsAttribute>() is not null && made.Arguments.Any(Engine.Depends) ? OfAmounts(constructor, made.Arguments)
        : null;

    private MethodCallExpression? CallOfSums(MethodCallExpression call) =>
        call.Method.DeclaringType?.Assembly == typeof(GroupPlan).Assembly && WithEvidence(call.Arguments) is { } arguments
            ? call.Update(null, arguments)
            : null;

    private NewExpression? OfAmounts(ConstructorInfo constructor, ReadOnlyCollection<Expression> arguments)
    {
        Type[] parameters = [.. constructor.GetParameters().Select(parameter => parameter.ParameterType)];
        int amounts = parameters.TakeWhile(type => type == typeof(decimal) || type == typeof(long)).Count();
        if (Amount(arguments[0]) is not { } first || (amounts == 1 ? Expression.Constant(1m) : Amount(arguments[1])) is not { } second)
        {
            return null;
        }

        Expression[] rest = [.. arguments.Skip(amounts).Select(argument => Split(argument))];
        if (constructor.DeclaringType!.GetConstructor([typeof(RatioTally), .. parameters[amounts..]]) is { } ofEvidence)
        {
            return Expression.New(ofEvidence, [Ratio(first, second), .. rest]);
        }

        TellApart(first, second);
        return Expression.New(
            constructor.DeclaringType.GetConstructor([typeof(decimal), typeof(long), .. parameters[amounts..]])!,
            [Sum(first), Expression.Convert(Sum(second), typeof(long)), .. rest]);
    }

    // The arguments with the evidence of the group in place of that of a row; null when there is none, or it cannot be added up.
    private Expression[]? WithEvidence(ReadOnlyCollection<Expression> arguments)
    {
        int[] found = [.. Enumerable.Range(0, arguments.Count).Where(i => IsEvidenceOfRow(arguments[i]))];
        return found is [int position] && Evidence((MethodCallExpression)arguments[position]) is { } evidence
            ? [.. arguments.Select((argument, i) => i == position ? evidence : Split(argument))]
            : null;
    }

    private bool IsEvidenceOfRow(Expression argument) =>
        argument is MethodCallExpression { Method: { DeclaringType: { } type, Name: { } name } }
        && Engine.Depends(argument)
        && ((type == typeof(RatioTally) && name is nameof(RatioTally.Row) or nameof(RatioTally.FromTotals))
            || (type == typeof(MeanTally) && name is nameof(MeanTally.One)));

    private MethodCallExpression? Evidence(MethodCallExpression ofRow) => ofRow.Arguments.Select(Amount).ToArray() switch
    {
        [{ } numerator, { } denominator] => Ratio(numerator, denominator),
        [{ } value] => Expression.Call(typeof(GroupSums), nameof(GroupSums.Mean), null, count, Sum(value), Sum(value, value)),
        _ => null,
    };

    private MethodCallExpression Ratio(Expression n, Expression d)
    {
        TellApart(n, d);
        return Expression.Call(
            typeof(GroupSums), nameof(GroupSums.Ratio), null, count, Sum(n), Sum(d), Sum(n, n), Sum(n, d), Sum(d, d));
    }

    // Constructors judge each row by its signs and by which part is larger, so rows that differ in that are groups of their own.
    private void TellApart(Expression first, Expression second)
    {
        ConstantExpression zero = Expression.Constant(0m);
        Key(Expression.LessThan(first, zero));
        if (Engine.Depends(second))
        {
            Key(Expression.LessThan(second, zero));
            Key(Expression.GreaterThan(first, second));
            Key(Expression.AndAlso(Expression.Equal(first, zero), Expression.Equal(second, zero)));
        }
    }

    // Negative counts are a group of their own, so that none is hidden by others.
    private Expression Signed(Expression amount)
    {
        if (Engine.Depends(amount))
        {
            Key(Expression.LessThan(amount, Expression.Constant(0m)));
        }

        return Sum(amount);
    }

    // What is the same for every row needs no sum.
    private Expression Sum(Expression amount) => Engine.Depends(amount)
        ? Add(sums, amount)
        : Expression.Multiply(amount, Expression.Convert(count, typeof(decimal)));

    private Expression Sum(Expression a, Expression b) => (Engine.Depends(a), Engine.Depends(b)) switch
    {
        (true, true) => Sum(Expression.Multiply(a, b)),
        (true, false) => Expression.Multiply(Sum(a), b),
        (false, _) => Expression.Multiply(Sum(b), a),
    };

    private Expression? Amount(Expression amount) => SummedAmount.Of(amount, Engine);

    /// <summary>Puts columns in the place of what the engine works out.</summary>
    private sealed class Splitter(GroupPlan plan, string name) : ExpressionVisitor
    {
        [return: NotNullIfNotNull(nameof(node))]
        public override Expression? Visit(Expression? node) => node switch
        {
            null => null,
            _ when plan.Engine.IsColumn(node) => plan.Key(node),
            _ when node == plan.row => throw new ArgumentException($"{name} is the whole row, but {WholeRow}", name),
            MethodCallExpression call when (call.Object == plan.row && !plan.Engine.IsValue) || TakesRow(call.Arguments) => throw Refused(call),
            InvocationExpression call when TakesRow(call.Arguments) => throw Refused(call),
            NewExpression made when TakesRow(made.Arguments) => throw Refused(made),
            _ => base.Visit(node),
        };

        private bool TakesRow(ReadOnlyCollection<Expression> arguments) => !plan.Engine.IsValue && arguments.Contains(plan.row);

        private ArgumentException Refused(Expression node) => new($"{name} gives the whole row to {node}, but {WholeRow}", name);
    }
}
