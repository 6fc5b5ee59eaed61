using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using NodaTime;

namespace CxKpi.Fuzz;

/// <summary>Makes arguments of any type: plausible ones, and such as break what is not careful.</summary>
internal sealed class Arguments(Random random)
{
    private const int Deepest = 4;
    private const int Kept = 16;

    /// <summary>What takes longer to make is large, and slow in all that is done with it: it is used once.</summary>
    internal static readonly TimeSpan LongestOfKept = TimeSpan.FromMilliseconds(20);

    private static readonly double[] Numbers =
    [
        0, 1, -1, 0.5, 0.95, 0.05, 3, 7, 10, 100, 1000, 1e6, 1e9, 1e12, 1e-6, 1e-12, 1e-300, 1e17, 1e300, -1e300,
        double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity, -0.0,
    ];

    private static readonly decimal[] Amounts = [0, 1, -1, 0.01m, 19.99m, 1_000_000, decimal.MaxValue, decimal.MinValue, 1e-28m, 1e14m, -0.0m];

    private static readonly long[] Whole =
        [0, 1, -1, 2, 3, 5, 9, 10, 11, 12, 100, 1000, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue, 1_000_000_000_000];

    private static readonly string[] Texts =
        ["", " ", "x", "web", "EUR", "eur", "2024-01", "2024-W05", "9", "11", "-1", "NaN", "\u202E\u0000\u001b[31m", "\ud800", "<script>", "{}", "null",
        new('y', 5_000)];

    private static readonly LocalDate[] Days =
        [new(2024, 1, 1), new(2024, 2, 29), new(2025, 7, 14), default, LocalDate.MaxIsoValue, LocalDate.MinIsoValue, new(2024, 1, 1, CalendarSystem.Julian)];

    private static readonly Instant[] Instants =
        [Instant.FromUtc(2024, 3, 1, 9, 0), Instant.FromUtc(2025, 12, 31, 23, 59), default, Instant.MinValue, Instant.MaxValue, Instant.FromUnixTimeSeconds(1)];

    private static readonly Duration[] Durations =
        [Duration.Zero, Duration.FromSeconds(20), Duration.FromMinutes(3), Duration.FromDays(2), Duration.Epsilon, Duration.MaxValue, Duration.MinValue,
        -Duration.FromHours(1)];

    private readonly Dictionary<Type, List<object>> known = [];

    /// <summary>Keeps a value for later calls.</summary>
    internal void Keep(object value)
    {
        for (Type? type = value.GetType(); type is not null && type != typeof(object) && type != typeof(ValueType); type = type.BaseType)
        {
            Keep(type, value);
        }

        foreach (Type face in value.GetType().GetInterfaces().Where(Surface.IsLibrarys))
        {
            Keep(face, value);
        }
    }

    internal object? Of(ParameterInfo parameter) => parameter.HasDefaultValue && random.Next(3) == 0
        ? Default(parameter)
        : Of(parameter.ParameterType, 0);

    internal object? Of(Type type, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return random.Next(3) == 0 ? null : Of(underlying, depth);
        }

        if (!type.IsValueType && random.Next(60) == 0)
        {
            return null;
        }

        return Simple(type) ?? Composed(type, depth) ?? Librarys(type, depth);
    }

    private static object? Default(ParameterInfo parameter) =>
        parameter.DefaultValue is { } stated and not DBNull ? (parameter.ParameterType.IsEnum ? Enum.ToObject(parameter.ParameterType, stated) : stated)
        : parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? Activator.CreateInstance(parameter.ParameterType)
        : null;

    private object? Simple(Type type) =>
        type == typeof(int) ? (int)Math.Clamp(One(Whole), int.MinValue, int.MaxValue)
        : type == typeof(long) ? One(Whole)
        : type == typeof(double) ? random.Next(3) == 0 ? random.NextDouble() : One(Numbers)
        : type == typeof(decimal) ? One(Amounts)
        : type == typeof(bool) ? random.Next(2) == 0
        : type == typeof(string) ? One(Texts)
        : type == typeof(char) ? One(Texts).FirstOrDefault()
        : type == typeof(byte) ? (byte)random.Next(256)
        : type == typeof(LocalDate) ? One(Days)
        : type == typeof(Instant) ? One(Instants)
        : type == typeof(Duration) ? One(Durations)
        : type == typeof(TimeSpan) ? TimeSpan.FromTicks(One(Whole))
        : type == typeof(DateTime) ? new DateTime(random.NextInt64(DateTime.MaxValue.Ticks), (DateTimeKind)random.Next(3))
        : type == typeof(DateTimeOffset) ? random.Next(4) == 0 ? DateTimeOffset.MaxValue : DateTimeOffset.UnixEpoch.AddDays(random.Next(30_000))
        : type == typeof(DateOnly) ? DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber))
        : type == typeof(TimeOnly) ? new TimeOnly(random.NextInt64(TimeOnly.MaxValue.Ticks))
        : type == typeof(LocalTime) ? LocalTime.FromSecondsSinceMidnight(random.Next(86_400))
        : type == typeof(Interval) ? new Interval(Instant.FromUnixTimeSeconds(random.Next()), Instant.FromUnixTimeSeconds(int.MaxValue + (long)random.Next()))
        : type == typeof(DateTimeZone) ? random.Next(2) == 0 ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb["Europe/Paris"]
        : type == typeof(TimeZoneInfo) ? TimeZoneInfo.Utc
        : type == typeof(IFormatProvider) || type == typeof(CultureInfo) ? CultureInfo.GetCultureInfo(random.Next(2) == 0 ? "" : "de-DE")
        : type == typeof(CancellationToken) ? CancellationToken.None
        : type == typeof(object) ? One(Texts)
        : type.IsEnum ? Enum.ToObject(type, random.Next(20) == 0 ? 1234 : One([.. Enum.GetValuesAsUnderlyingType(type).Cast<object>()]))
        : null;

    private object? Composed(Type type, int depth)
    {
        if (type.IsArray && type.GetArrayRank() == 1)
        {
            return Many(type.GetElementType()!, depth);
        }

        if (type.IsSubclassOf(typeof(Delegate)))
        {
            MethodInfo invoke = type.GetMethod("Invoke")!;
            ParameterExpression[] parameters = [.. invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType))];
            if (invoke.ReturnType == typeof(void))
            {
                return Expression.Lambda(type, Expression.Empty(), parameters).Compile(preferInterpretation: true);
            }

            ConstantExpression answer = Expression.Constant(Of(invoke.ReturnType, depth + 1), invoke.ReturnType);
            return Expression.Lambda(type, answer, parameters).Compile(preferInterpretation: true);
        }

        if (!type.IsGenericType)
        {
            return null;
        }

        Type open = type.GetGenericTypeDefinition();
        Type[] parts = type.GetGenericArguments();
        if (open == typeof(ImmutableArray<>))
        {
            Array items = Many(parts[0], depth);
            return typeof(ImmutableArray).GetMethods().First(method => method.Name == nameof(ImmutableArray.Create)
                    && method.GetParameters() is [{ ParameterType.IsArray: true }])
                .MakeGenericMethod(parts[0]).Invoke(null, [items]);
        }

        if (open.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal) || open == typeof(KeyValuePair<,>))
        {
            return Activator.CreateInstance(type, [.. parts.Select(part => Of(part, depth + 1))]);
        }

        if (open == typeof(IReadOnlyDictionary<,>) || open == typeof(IDictionary<,>) || open == typeof(Dictionary<,>))
        {
            var made = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(parts))!;
            foreach (object? key in Many(parts[0], depth))
            {
                if (key is not null)
                {
                    made[key] = Of(parts[1], depth + 1);
                }
            }

            return made;
        }

        if (parts.Length == 1 && type.IsAssignableFrom(parts[0].MakeArrayType()))
        {
            return Many(parts[0], depth);
        }

        return parts.Length == 1 && typeof(List<>).MakeGenericType(parts) is var list && type.IsAssignableFrom(list)
            ? Activator.CreateInstance(list, Many(parts[0], depth))
            : open == typeof(IProgress<>) ? Activator.CreateInstance(typeof(Progress<>).MakeGenericType(parts))
            : null;
    }

    private Array Many(Type element, int depth)
    {
        Array items = Array.CreateInstance(element, depth >= Deepest ? 0 : random.Next(12) == 0 ? 40 : random.Next(6));
        for (int i = 0; i < items.Length; i++)
        {
            items.SetValue(Of(element, depth + 1), i);
        }

        return items;
    }

    private object? Librarys(Type type, int depth)
    {
        if (known.TryGetValue(type, out List<object>? values) && random.Next(4) > 0)
        {
            return One(values);
        }

        MethodBase[] makers = [.. Surface.Makers[type]];
        for (int attempt = 0; attempt < 3 && makers.Length > 0 && depth < Deepest; attempt++)
        {
            MethodBase maker = makers[random.Next(makers.Length)];
            try
            {
                object?[] arguments = [.. maker.GetParameters().Select(parameter => Of(parameter.ParameterType, depth + 1))];
                long begun = Stopwatch.GetTimestamp();
                if ((maker is ConstructorInfo constructor ? constructor.Invoke(arguments) : maker.Invoke(null, arguments)) is { } made)
                {
                    if (Stopwatch.GetElapsedTime(begun) < LongestOfKept)
                    {
                        Keep(made);
                    }

                    return made;
                }
            }
            catch (TargetInvocationException)
            {
                // What is refused here is judged when the maker is called for its own sake.
            }
        }

        return values is { Count: > 0 } ? One(values) : type.IsValueType ? Activator.CreateInstance(type) : null;
    }

    private void Keep(Type type, object value)
    {
        List<object> values = known.TryGetValue(type, out List<object>? found) ? found : known[type] = [];
        if (values.Count < Kept)
        {
            values.Add(value);
        }
        else
        {
            values[random.Next(Kept)] = value;
        }
    }

    private T One<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
