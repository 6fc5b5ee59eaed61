using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CxKpi.Fuzz;

/// <summary>What a result may hold: finite figures and limits in order, in its members and its items.</summary>
internal static class Soundness
{
    private const int Deepest = 2;
    private const int MostItems = 50;
    private const string NotFinite = "that is not finite", Disorder = "limits out of order";

    /// <summary>Members whose documentation speaks of what is not finite.</summary>
    private static readonly Dictionary<string, Predicate<double>> Allowed = new(StringComparer.Ordinal)
    {
        // "Infinite when nothing varies around the trend", or around the expectation.
        ["TrendEstimate.T"] = double.IsInfinity,
        ["EffectEstimate.T"] = double.IsInfinity,
    };

    /// <summary>What is wrong with a result; <see langword="null"/> when nothing is.</summary>
    internal static string? Fault(object result) => Fault(result, 0, null);

    /// <summary>A power transformation is a function of numbers: a missing one stays missing, and one beyond the range is infinite.</summary>
    internal static bool IsNaturallyInfinite(string fault, MethodBase call) =>
        fault.EndsWith(NotFinite, StringComparison.Ordinal) && call.DeclaringType!.Name is "BoxCox";

    private static string? Fault(object value, int depth, Predicate<double>? allowed) => value switch
    {
        double number => double.IsFinite(number) || allowed?.Invoke(number) == true ? null : NotFinite,
        string => null,
        _ when depth > Deepest => null,
        ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => In($"Item{i + 1}", tuple[i], depth + 1, allowed))
            .FirstOrDefault(found => found is not null),
        _ => Members(value, depth) ?? Items(value, depth, allowed) ?? Limits(value),
    };

    private static string? Members(object value, int depth)
    {
        Type type = value.GetType();
        if (depth >= Deepest || !(Surface.IsLibrarys(type) || type.Name.StartsWith("KeyValuePair", StringComparison.Ordinal)))
        {
            return null;
        }

        foreach (PropertyInfo property in type.GetProperties().Where(own => own.GetMethod is { IsStatic: false } && own.GetIndexParameters().Length == 0))
        {
            try
            {
                if (In(property.Name, property.GetValue(value), depth + 1, Allowed.GetValueOrDefault($"{type.Name}.{property.Name}")) is { } found)
                {
                    return found;
                }
            }
            catch (TargetInvocationException thrown)
            {
                // Records of different rules have no sum and no common variance, and a sum can pass the range: both members say so.
                if (thrown.InnerException is not (OverflowException or InvalidOperationException or ArgumentException) || Verdict.IsBare(thrown.InnerException)
                    || (property.Name is not ("Total" or "SamplingVariances") && thrown.InnerException is ArgumentException))
                {
                    return $"{property.Name}, which throws {thrown.InnerException!.GetType().Name} ({thrown.InnerException.Message})";
                }
            }
        }

        return null;
    }

    private static string? Items(object value, int depth, Predicate<double>? allowed)
    {
        try
        {
            return value is IEnumerable items
                ? items.Cast<object?>().Take(MostItems).Select(item => In("an item", item, depth + 1, allowed)).FirstOrDefault(found => found is not null)
                : null;
        }
        catch (Exception thrown)
        {
            return $"items, which throw {thrown.GetType().Name} ({thrown.Message})";
        }
    }

    private static string? In(string member, object? part, int depth, Predicate<double>? allowed) =>
        part is null || Fault(part, depth, allowed) is not { } found ? null
        : found is NotFinite ? $"{member} {found}"
        : $"{member}.{found}";

    /// <summary>
    /// Limits stand in order, and around the figure that they are limits of, but for methods that add some answers of either kind: where all are alike their
    /// published interval ends before the figure, and a vector of another tool holds it there.
    /// </summary>
    private static string? Limits(object value)
    {
        double? Member(string name) => value.GetType().GetProperty(name)?.GetValue(value) as double?;

        if (!Surface.IsLibrarys(value.GetType()))
        {
            return null;
        }

        (double? lower, double? upper) = (Member("Lower"), Member("Upper"));
        double? middle = value is Estimate { Method: var own } && !IsAdjusted(own) ? Member("Value")
            : value is Change { Method: var method } && !IsAdjusted(method) ? Member("Difference")
            : null;
        return middle < lower || middle > upper || Array.Exists(
            value.GetType().GetProperties(),
            own => own.Name.EndsWith("Lower", StringComparison.Ordinal) && Member(own.Name) > Member($"{own.Name[..^"Lower".Length]}Upper"))
            ? Disorder
            : null;
    }

    private static bool IsAdjusted(IntervalMethod method) =>
        method is IntervalMethod.AdjustedWald or IntervalMethod.AgrestiCoull or IntervalMethod.AgrestiCaffo or IntervalMethod.BonettPrice;
}
