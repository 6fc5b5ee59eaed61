using System.Collections.ObjectModel;
using System.Linq.Expressions;
using System.Reflection;

namespace CxKpi;

/// <content>What is added up by the engine, and what it must tell apart so that rows which memory refuses are refused.</content>
internal sealed partial class GroupPlan
{
    private MethodCallExpression Repeated(Expression record) =>
        Expression.Call(typeof(CountExtensions), nameof(CountExtensions.Times), [record.Type], record, count);

    private Expression Record(Expression record) => record switch
    {
        ConditionalExpression choice when KnownValues.In(choice) is var stated =>
            Expression.Condition(Split(choice.Test), Record(stated.IfTrue), Record(stated.IfFalse)),
        NewExpression made when SumsOf(made) is { } summed => summed,
        MethodCallExpression { Method.IsStatic: true } call when CallOfSums(call) is { } summed => summed,
        _ => Repeated(Split(record)),
    };

    // A constructor that takes amounts, or the evidence of one row.
    private Expression? SumsOf(NewExpression made) =>
        made.Constructor is not { } constructor || constructor.DeclaringType?.Assembly != typeof(GroupPlan).Assembly ? null
        : OfEvidence(made.Arguments, made.Update) is { } ofEvidence ? ofEvidence
        : constructor.GetCustomAttribute<RowSumsAttribute>() is { } rule && made.Arguments.Any(Engine.Depends) ? OfAmounts(constructor, rule, made.Arguments)
        : null;

    private Expression? CallOfSums(MethodCallExpression call) => call.Method.DeclaringType?.Assembly == typeof(GroupPlan).Assembly
        ? OfEvidence(call.Arguments, arguments => call.Update(null, arguments))
        : null;

    private Expression? OfAmounts(ConstructorInfo constructor, RowSumsAttribute rule, ReadOnlyCollection<Expression> arguments)
    {
        ParameterInfo[] parameters = constructor.GetParameters();
        if (Array.Find(parameters, parameter => string.Equals(parameter.Name, rule.Only, StringComparison.Ordinal)) is { } only
            && !IsDefault(arguments[only.Position]))
        {
            return null;
        }

        if (rule.Numerator.Length > 0)
        {
            return OfCombined(constructor, rule, arguments);
        }

        Type[] types = [.. parameters.Select(parameter => parameter.ParameterType)];
        int amounts = types.TakeWhile(type => type == typeof(decimal) || type == typeof(long)).Count();
        if (Amount(arguments[0]) is not { } first || (amounts == 1 ? Expression.Constant(1m) : Amount(arguments[1])) is not { } second)
        {
            return null;
        }

        Expression[] rest = [.. arguments.Skip(amounts).Select(argument => Split(argument))];
        Type record = constructor.DeclaringType!;
        TellApart(first, second, rule.IsPart);
        if (record.GetConstructor([typeof(RatioTally), .. types[amounts..]]) is { } ofEvidence)
        {
            return Expression.New(ofEvidence, [Ratio(nameof(GroupSums.Ratio), first, second), .. rest]);
        }

        ConstructorInfo ofSums = amounts == 1 ? record.GetConstructor([typeof(decimal), typeof(long), .. types[amounts..]])! : constructor;
        Type[] own = [.. ofSums.GetParameters().Select(parameter => parameter.ParameterType)];
        return Expression.New(ofSums, [Expression.Convert(Sum(first), own[0]), Expression.Convert(Sum(second), own[1]), .. rest]);
    }

    // A numerator and a denominator that are each made of several amounts, none of which may be negative.
    private MethodCallExpression? OfCombined(ConstructorInfo constructor, RowSumsAttribute rule, ReadOnlyCollection<Expression> arguments)
    {
        Type[] types = [.. constructor.GetParameters().Select(parameter => parameter.ParameterType)];
        Expression[] amounts = [.. arguments.Select((argument, i) => Stated(types[i], argument)).OfType<Expression>()];
        if (amounts.Length < types.Length)
        {
            return null;
        }

        ConstantExpression zero = Expression.Constant(0m);
        Expression numerator = Combined(amounts, rule.Numerator), denominator = Combined(amounts, rule.Denominator);
        Expression[] notNegative = rule.Kept.Length == 0 ? amounts : [.. amounts, Combined(amounts, rule.Kept)];
        foreach (Expression amount in notNegative)
        {
            KeyWhere(Expression.LessThan(amount, zero));
        }

        KeyWhere(Expression.Equal(denominator, zero));
        KeyWhere(Expression.AndAlso(Expression.Equal(numerator, zero), Expression.Equal(denominator, zero)));
        Expression[] summed =
        [
            .. arguments.Select((argument, i) => Engine.Depends(amounts[i]) ? Expression.Convert(Sum(amounts[i]), types[i]) : Split(argument)),
        ];

        // That an amount was stated is all that the evidence does not say of it.
        int[] rest = [.. Enumerable.Range(0, types.Length).Where(i => types[i] != typeof(decimal))];
        IEnumerable<Expression> others = rest.Select(i => Engine.Depends(amounts[i]) ? Expression.Convert(zero, types[i]) : summed[i]);
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        Type record = constructor.DeclaringType!;
        ConstructorInfo ofEvidence = record.GetConstructor(Any, [typeof(RatioTally), .. rest.Select(i => types[i])])!;
        return Checked(
            record,
            Expression.New(constructor, summed),
            Expression.New(ofEvidence, [Ratio(nameof(GroupSums.Ratio), numerator, denominator), .. others]));
    }

    // The amount that an argument states, and 0 for what is no amount; null when it can only be told here.
    private Expression? Stated(Type type, Expression argument) =>
        type == typeof(decimal) ? Amount(argument)
        : type != typeof(decimal?) ? Expression.Constant(0m)
        : !Engine.Depends(argument) ? Expression.Coalesce(argument, Expression.Constant(0m))
        : argument is UnaryExpression { NodeType: ExpressionType.Convert, Operand: { } operand } && operand.Type == typeof(decimal) ? Amount(operand)
        : null;

    // Each amount as often as it counts: once, not at all, or taken away.
    private static Expression Combined(Expression[] amounts, int[] times) => Enumerable.Range(0, times.Length).Where(i => times[i] > 0).Select(i => amounts[i])
        .Concat(Enumerable.Range(0, times.Length).Where(i => times[i] < 0).Select(i => Expression.Negate(amounts[i])))
        .Aggregate((sum, own) => own is UnaryExpression { NodeType: ExpressionType.Negate } minus
            ? Expression.Subtract(sum, minus.Operand)
            : Expression.Add(sum, own));

    // The record with the evidence of the group in place of that of a row; null when there is none, or it cannot be added up.
    private Expression? OfEvidence(ReadOnlyCollection<Expression> arguments, Func<IEnumerable<Expression>, Expression> record)
    {
        int[] found = [.. Enumerable.Range(0, arguments.Count).Where(i => IsEvidenceOfRow(arguments[i]))];
        if (found is not [int position] || arguments[position] is not MethodCallExpression call)
        {
            return null;
        }

        Expression?[] amounts = [.. call.Arguments.Select(Amount)];
        if (amounts.Contains(null))
        {
            return null;
        }

        Expression[] rest = [.. arguments.Select((argument, i) => i == position ? argument : Split(argument))];
        Expression With(Expression evidence) => record(rest.Select((argument, i) => i == position ? evidence : argument));

        if (amounts is [{ } numerator, { } denominator])
        {
            // Records that count in whole numbers, or keep to a scale, judge each row.
            if ((Engine.Depends(denominator) && !IsCount(call.Arguments[1])) || arguments.Any(argument => argument != call && IsRule(argument.Type)))
            {
                return null;
            }

            TellApart(numerator, denominator, isPart: true);
            return With(Ratio(call.Method.Name is nameof(RatioTally.Row) ? nameof(GroupSums.Rows) : nameof(GroupSums.Ratio), numerator, denominator));
        }

        // A scale that takes the smallest and the largest value takes all.
        Expression value = amounts[0]!;
        Expression all = With(Expression.Call(typeof(GroupSums), nameof(GroupSums.Mean), null, count, Sum(value), Sum(value, value)));
        Expression One(Expression extreme) => With(call.Update(null, [extreme]));
        return Checked(all.Type, One(Smallest(value)), Checked(all.Type, One(Largest(value)), all));
    }

    // A scale and the like, by which a constructor judges a row, and not the name of a kind.
    private static bool IsRule(Type type) => type.Assembly == typeof(GroupPlan).Assembly && !type.IsEnum;

    private static bool IsCount(Expression amount) => amount is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } cast
        ? IsCount(cast.Operand)
        : SummedAmount.IsWhole(amount.Type);

    private bool IsEvidenceOfRow(Expression argument) =>
        argument is MethodCallExpression { Method: { DeclaringType: { } type, Name: { } name } }
        && Engine.Depends(argument)
        && ((type == typeof(RatioTally) && name is nameof(RatioTally.Row) or nameof(RatioTally.FromTotals))
            || (type == typeof(MeanTally) && name is nameof(MeanTally.One)));

    private MethodCallExpression Ratio(string kind, Expression n, Expression d) =>
        Expression.Call(typeof(GroupSums), kind, null, count, Sum(n), Sum(d), Sum(n, n), Sum(n, d), Sum(d, d));

    private static MethodCallExpression Checked(Type record, Expression tried, Expression all) =>
        Expression.Call(typeof(GroupSums), nameof(GroupSums.Checked), [record], tried, all);

    // Constructors judge each row by its signs and by which part is larger, so rows that differ in that are groups of their own.
    private void TellApart(Expression first, Expression second, bool isPart)
    {
        ConstantExpression zero = Expression.Constant(0m);
        KeyWhere(Expression.LessThan(first, zero));
        KeyWhere(Expression.LessThan(second, zero));
        if (isPart)
        {
            KeyWhere(Expression.GreaterThan(first, second));
        }

        if (Engine.Depends(second))
        {
            KeyWhere(Expression.Equal(second, zero));
        }

        if (Engine.Depends(second) || IsDefault(second))
        {
            KeyWhere(Expression.AndAlso(Expression.Equal(first, zero), Expression.Equal(second, zero)));
        }
    }

    private void KeyWhere(Expression condition)
    {
        if (Engine.Depends(condition))
        {
            Key(condition);
        }
    }

    // Negative counts are a group of their own, so that none is hidden by others.
    private Expression Signed(Expression amount)
    {
        KeyWhere(Expression.LessThan(amount, Expression.Constant(0m)));
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

    private bool IsDefault(Expression argument) =>
        !Engine.Depends(argument)
        && Expression.Lambda<Func<bool>>(Expression.Equal(argument, Expression.Default(argument.Type))).Compile(preferInterpretation: true)();
}
