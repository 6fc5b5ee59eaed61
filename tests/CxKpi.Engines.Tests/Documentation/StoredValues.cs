using System.Globalization;
using System.Reflection;
using System.Text.Json;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Linq;
using LinqToDB.Mapping;
using NodaTime;
using NodaTime.Text;

namespace CxKpi.Engines.Tests.Documentation;

/// <summary>How values that SQLite does not know are kept in it: dates as text, instants as whole numbers, records of the library as their JSON.</summary>
internal static class StoredValues
{
    private static readonly HashSet<Type> Known =
        [typeof(string), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(LocalDate), typeof(Instant)];

    internal static MappingSchema Schema { get; } = Made();

    /// <summary>Whether a column holds a value of the type, which may be missing.</summary>
    internal static bool IsOne(Type type) => Nullable.GetUnderlyingType(type) is { } own ? IsOne(own) : type.IsPrimitive || type.IsEnum || Known.Contains(type);

    private static MappingSchema Made()
    {
        MappingSchema schema = new();
        Add<LocalDate, string>(schema, DataType.NVarChar, LocalDatePattern.Iso.Format, text => LocalDatePattern.Iso.Parse(text).Value);
        Add<Instant, long>(schema, DataType.Int64, instant => instant.ToUnixTimeTicks(), Instant.FromUnixTimeTicks);
        Add<DateTimeOffset, string>(
            schema,
            DataType.NVarChar,
            time => time.ToString("O", CultureInfo.InvariantCulture),
            text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));
        Expressions.MapMember((DateTimeOffset time) => time.UtcDateTime, time => UtcOf(time));
        MethodInfo addJson = typeof(StoredValues).GetMethod(nameof(AddJson), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (Type record in typeof(Nps).Assembly.GetExportedTypes().Where(IsJsonRecord))
        {
            addJson.MakeGenericMethod(record).Invoke(null, [schema]);
            Known.Add(record);
        }

        return schema;
    }

    // SQLite reads the distance from UTC in the text of a time.
    [Sql.Expression("strftime('%Y-%m-%d %H:%M:%f', {0})", ServerSideOnly = true)]
    private static DateTime UtcOf(DateTimeOffset time) => throw new InvalidOperationException($"only SQLite reads the text of {time:O}");

    private static bool IsJsonRecord(Type type) =>
        type is { IsValueType: true, IsGenericType: false }
        && Array.Exists(type.GetInterfaces(), own => own.Name.StartsWith("IJsonRecord`", StringComparison.Ordinal));

    private static void AddJson<T>(MappingSchema schema) =>
        Add<T, string>(schema, DataType.NVarChar, value => JsonSerializer.Serialize(value), text => JsonSerializer.Deserialize<T>(text)!);

    private static void Add<T, TStored>(MappingSchema schema, DataType type, Func<T, TStored> store, Func<TStored, T> read)
    {
        schema.AddScalarType(typeof(T), type);
        schema.SetConverter<T, DataParameter>(value => new(null, store(value), type));
        schema.SetConverter(read);
    }
}
