using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace CxKpi.Tests.Conformance;

/// <summary>Compares what the library produced with what a vector expects; collects the differences.</summary>
internal sealed class Comparison(Method method, Tolerance tolerance)
{
    private readonly List<string> differences = [];

    internal static IReadOnlyList<string> Differences(Method method, Tolerance tolerance, JsonElement expected, object? actual)
    {
        Comparison comparison = new(method, tolerance);
        comparison.Compare(expected, actual, "");
        return comparison.differences;
    }

    private void Compare(JsonElement expected, object? actual, string path)
    {
        bool agrees = expected.ValueKind switch
        {
            JsonValueKind.Object => CompareParts(expected, actual, path),
            JsonValueKind.Array => CompareElements([.. expected.EnumerateArray()], actual, path),
            JsonValueKind.Null or JsonValueKind.Undefined => actual is null,
            JsonValueKind.True or JsonValueKind.False => actual is bool truth && truth == expected.GetBoolean(),
            JsonValueKind.String => AgreesWithText(expected.GetString()!, actual, path),
            _ => AgreesWithNumber(expected.GetDouble(), actual, path),
        };
        if (!agrees)
        {
            differences.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{(path.Length == 0 ? "the result" : path)}: expected {expected}, got {Describe(actual)}"));
        }
    }

    private bool CompareParts(JsonElement expected, object? actual, string path)
    {
        if (expected.TryGetProperty("values", out JsonElement values) && actual is IList component)
        {
            return CompareComponent(expected, values, component, path);
        }

        if (actual is not Figures figures)
        {
            return false;
        }

        foreach (JsonProperty part in expected.EnumerateObject())
        {
            bool fit = string.Equals(part.Name, "SSE", StringComparison.OrdinalIgnoreCase);
            if (method.Information.Contains(part.Name))
            {
                continue;
            }

            string name = path.Length == 0 ? part.Name : $"{path}.{part.Name}";
            if (!figures.TryGetValue(part.Name, out object? figure))
            {
                differences.Add($"{name}: expected {part.Value}, but the method does not produce it");
            }
            else if (figure is RoundingNoise)
            {
                continue;
            }
            else if (tolerance.BetterFit is { } slack)
            {
                if (!fit)
                {
                    // Where a fit is judged by its squares, other weights may do as well, but not weights of other parts.
                    bool absent = part.Value.ValueKind == JsonValueKind.Null;
                    if (figure is null != absent)
                    {
                        differences.Add($"{name}: expected {part.Value}, got {Describe(figure)}");
                    }
                }
                else if (figure is not double error || !(error <= part.Value.GetDouble() * (1 + slack)))
                {
                    differences.Add($"{name}: expected at most {part.Value} and {slack}, got {Describe(figure)}");
                }
            }
            else
            {
                Compare(part.Value, figure, name);
            }
        }

        return true;
    }

    /// <summary>A component of a series: all of it or some of its positions, and what it comes to as a whole.</summary>
    private bool CompareComponent(JsonElement expected, JsonElement values, IList component, string path)
    {
        object? stored = component;
        foreach (JsonProperty part in expected.EnumerateObject())
        {
            switch (part.Name)
            {
                case "values":
                    break;
                case "indices0":
                    stored = part.Value.EnumerateArray().Select(x => component[x.GetInt32()]).ToArray();
                    break;
                case "summary":
                    double[] figures = [.. component.Cast<object?>().Select(x => Convert.ToDouble(x ?? double.NaN, CultureInfo.InvariantCulture))];
                    CompareSummary(part.Value, figures, $"{path}.summary");
                    break;
                default:
                    differences.Add($"{path}.{part.Name}: expected {part.Value}, but it is not compared");
                    break;
            }
        }

        return CompareElements([.. values.EnumerateArray()], stored, path);
    }

    /// <summary>Sums agree as nearly as they do when each figure in them is as far off as it may be.</summary>
    private void CompareSummary(JsonElement expected, double[] component, string path)
    {
        double[] known = [.. component.Where(x => !double.IsNaN(x))];
        double largest = known.Select(Math.Abs).DefaultIfEmpty().Max(), slack = tolerance.Slack(largest, path);
        foreach (JsonProperty part in expected.EnumerateObject())
        {
            (double figure, double allowed) = part.Name switch
            {
                "n" => (component.Length, 0),
                "nNull" => (component.Length - known.Length, 0),
                "min" => (known.Min(), slack),
                "max" => (known.Max(), slack),
                "sum" => (known.Sum(), known.Length * slack),
                "sumSq" => (known.Sum(x => x * x), known.Length * slack * (2 * largest + slack)),
                _ => (double.NaN, 0),
            };
            if (!(Math.Abs(figure - part.Value.GetDouble()) <= allowed))
            {
                differences.Add(string.Create(CultureInfo.InvariantCulture, $"{path}.{part.Name}: expected {part.Value}, got {figure}"));
            }
        }
    }

    private bool CompareElements(JsonElement[] expected, object? actual, string path)
    {
        if (actual is not IEnumerable sequence || actual is string)
        {
            return false;
        }

        object?[] found = [.. sequence.Cast<object?>()];
        if (found.Length != expected.Length)
        {
            return false;
        }

        double magnitude = expected.Where(x => x.ValueKind == JsonValueKind.Number).Select(x => Math.Abs(x.GetDouble())).DefaultIfEmpty().Max();
        for (int i = 0; i < found.Length; i++)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
            if (expected[i].ValueKind == JsonValueKind.Number && found[i] is double number)
            {
                if (!tolerance.Holds(expected[i].GetDouble(), number, magnitude, path))
                {
                    differences.Add(string.Create(CultureInfo.InvariantCulture, $"{place}: expected {expected[i]}, got {Describe(number)}"));
                }
            }
            else
            {
                Compare(expected[i], found[i], place);
            }
        }

        return true;
    }

    private bool AgreesWithText(string expected, object? actual, string path) => (expected, actual) switch
    {
        ("Infinity" or "-Infinity", _) => AgreesWithNumber(expected[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity, actual, path),
        (_, decimal money) => decimal.TryParse(expected, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal figure)
            && Math.Abs(money - figure) <= Math.Abs(figure) * 1e-24m,
        (_, string text) => string.Equals(expected, text, StringComparison.Ordinal),
        _ => false,
    };

    private bool AgreesWithNumber(double expected, object? actual, string path)
    {
        double limit = method.Range is var (lowest, highest) && path is "lower" or "upper" ? Math.Clamp(expected, lowest, highest) : expected;
        return actual switch
        {
            int whole => whole == limit,
            long whole => whole == limit,
            decimal money => tolerance.Holds(limit, (double)money, Math.Abs(limit), path),
            double number => tolerance.Holds(limit, number, Math.Abs(limit), path),
            _ => false,
        };
    }

    private static string Describe(object? actual) => actual switch
    {
        null => "nothing",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string text => text,
        IEnumerable sequence => $"[{string.Join(", ", sequence.Cast<object?>().Select(Describe))}]",
        _ => Convert.ToString(actual, CultureInfo.InvariantCulture)!,
    };
}
