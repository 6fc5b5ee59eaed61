using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;
using LinqToDB.Data;

namespace CxKpi.Engines.Tests.Documentation;

/// <summary>Rows of memory in a table of SQLite that has a column for each value in them, and the query that reads such rows from it.</summary>
internal sealed class StoredRows<TRow> : IDisposable
{
    private const int Most = 7;

    private readonly DataConnection connection = new(new DataOptions().UseSQLite("Data Source=:memory:").UseMappingSchema(StoredValues.Schema));

    internal StoredRows(IReadOnlyList<TRow> rows)
    {
        ParameterExpression row = Expression.Parameter(typeof(TRow), "row");
        Expression[] values = [.. Values(row)];
        Type[] unused = [.. Enumerable.Repeat(typeof(byte), Most - values.Length)];
        Type stored = typeof(Stored<,,,,,,>).MakeGenericType([.. values.Select(value => value.Type), .. unused]);
        Query = (IQueryable<TRow>)typeof(StoredRows<TRow>).GetMethod(nameof(Filled), BindingFlags.NonPublic | BindingFlags.Instance)!
            .MakeGenericMethod(stored)
            .Invoke(this, BindingFlags.DoNotWrapExceptions, null, [rows, row, values], null)!;
    }

    internal IQueryable<TRow> Query { get; }

    internal string LastQuery => connection.LastQuery ?? "";

    public void Dispose() => connection.Dispose();

    private IQueryable<TRow> Filled<TStored>(IReadOnlyList<TRow> rows, ParameterExpression row, Expression[] values)
        where TStored : class
    {
        ParameterExpression stored = Expression.Parameter(typeof(TStored), "stored");
        PropertyInfo[] cells = [.. values.Select((_, i) => typeof(TStored).GetProperty($"Item{i + 1}")!)];
        MemberInitExpression toStore = Expression.MemberInit(Expression.New(typeof(TStored)), cells.Zip(values, Expression.Bind));
        Expression read = Read(typeof(TRow), new(cells.Select(cell => Expression.Property(stored, cell))));

        ITable<TStored> table = connection.CreateTable<TStored>("Rows");
        table.BulkCopy(rows.Select(Expression.Lambda<Func<TRow, TStored>>(toStore, row).Compile()));
        return table.Select(Expression.Lambda<Func<TStored, TRow>>(read, stored));
    }

    private static IEnumerable<Expression> Values(Expression of) =>
        StoredValues.IsOne(of.Type) ? [of] : Parts(of.Type).SelectMany(part => Values(Expression.MakeMemberAccess(of, part)));

    private static Expression Read(Type type, Queue<MemberExpression> cells)
    {
        if (StoredValues.IsOne(type))
        {
            return cells.Dequeue();
        }

        MemberInfo[] parts = Parts(type);
        Expression[] values = [.. parts.Select(part => Read(part is FieldInfo field ? field.FieldType : ((PropertyInfo)part).PropertyType, cells))];
        return IsTuple(type)
            ? Expression.MemberInit(Expression.New(type), parts.Zip(values, Expression.Bind))
            : Expression.New(type.GetConstructors().Single(), values, parts);
    }

    // The fields of a tuple, or the properties that the only constructor sets.
    private static MemberInfo[] Parts(Type type)
    {
        if (IsTuple(type))
        {
            return type.GetFields();
        }

        // A class of the library is what it does, not a row of values.
        MemberInfo?[] parts = type.Assembly == typeof(Nps).Assembly ? [] :
        [
            .. type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
                .Select(parameter => type.GetProperty(parameter.Name!, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)),
        ];
        return parts.Length > 0 && !parts.Contains(null) ? [.. parts.OfType<MemberInfo>()] : throw new NotSupportedException($"no column holds {type.Name}");
    }

    private static bool IsTuple(Type type) => type.IsValueType && type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal);
}
