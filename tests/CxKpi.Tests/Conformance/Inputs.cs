using System.Globalization;
using System.Text.Json;

namespace CxKpi.Tests.Conformance;

/// <summary>The inputs of one vector, read by name and type. They remember what was read: an input that nobody reads states a case that was not
/// run.</summary>
/// <param name="json">The inputs.</param>
/// <param name="series">The series of the vector's file.</param>
/// <param name="expected">What the vector expects, of which only the number of figures is read, and what they are about.</param>
internal sealed class Inputs(JsonElement json, JsonElement series = default, JsonElement expected = default)
{
    /// <summary>Members that describe a vector and state nothing to calculate with.</summary>
    private static readonly string[] Descriptive = ["note", "source", "comment", "description", "name"];

    private readonly Dictionary<string, Inputs[]> read = new(StringComparer.Ordinal);

    public double Confidence => Level("confidence", "level", "conf.level", "confLevel", "conf");

    /// <summary>Members that were not read, by their path; nested ones too.</summary>
    public IEnumerable<string> Unread => json.EnumerateObject().SelectMany(member =>
        read.TryGetValue(member.Name, out Inputs[]? parts)
            ? parts.SelectMany((part, i) => part.Unread.Select(x => $"{member.Name}{(parts.Length == 1 ? "" : FormattableString.Invariant($"[{i}]"))}.{x}"))
            : Descriptive.Contains(member.Name) ? [] : [member.Name]);

    /// <summary>Whether the inputs have a member; that alone doesn't count as reading it.</summary>
    public bool Has(string name) => json.TryGetProperty(name, out _);

    /// <summary>The one of several names for the same input that the vector uses; the first when it uses none.</summary>
    public string NameOf(params string[] names) => names.FirstOrDefault(Has, names[0]);

    /// <summary>Whether a member is a single number and no array of them; that alone doesn't count as reading it.</summary>
    public bool IsNumber(string name) => json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number;

    public long Count(string name) => Read(name).GetInt64();

    /// <summary>A whole number that may be left out or null.</summary>
    public int? CountOrNull(string name) => Find(name)?.GetInt32();

    public double Number(string name) => Read(name).GetDouble();

    /// <summary>A number that may be left out or null.</summary>
    public double? NumberOrNull(string name) => Find(name)?.GetDouble();

    public decimal Decimal(string name) => ToDecimal(Read(name));

    public string Text(string name) => Read(name).GetString()!;

    public string? TextOrNull(string name) => Find(name)?.GetString();

    /// <summary>Pairs of a name and a number.</summary>
    public (string Name, decimal Number)[] Pairs(string name) => [.. Read(name).EnumerateArray().Select(x => (x[0].GetString()!, ToDecimal(x[1])))];

    /// <summary>A number by name.</summary>
    public Dictionary<string, int> Named(string name) =>
        Read(name).EnumerateObject().ToDictionary(x => x.Name, x => x.Value.GetInt32(), StringComparer.Ordinal);

    public string[] Texts(string name) => [.. Read(name).EnumerateArray().Select(x => x.GetString()!)];

    public bool Truth(string name) => Find(name)?.GetBoolean() ?? false;

    /// <summary>Whether a member is the word false, which leaves a part of a model out.</summary>
    public bool IsOff(string name) => Find(name) is { ValueKind: JsonValueKind.False };

    /// <summary>A weight that may be left out, null or the word false.</summary>
    public double? WeightOrNull(string name) => IsOff(name) ? null : NumberOrNull(name);

    public long[] Counts(string name) => [.. Read(name).EnumerateArray().Select(x => x.GetInt64())];

    /// <summary>Whole numbers, or one of them, or null for each that is the given word; null when the vector states none.</summary>
    public int?[]? CountsOrWord(string name, string word) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(x => CountOrWord(x, word))],
        { } one => [CountOrWord(one, word)],
    };

    public double[]? NumbersOrNull(string name) => Find(name) is null ? null : Numbers(name);

    public double[] Numbers(string name) => [.. Read(name).EnumerateArray().Select(x => x.GetDouble())];

    /// <summary>Numbers in rows.</summary>
    public double[][] Rows(string name) => [.. Read(name).EnumerateArray().Select(row => row.EnumerateArray().Select(x => x.GetDouble()).ToArray())];

    /// <summary>Numbers, NaN where missing.</summary>
    public double[] GappedNumbers(string name) => [.. Read(name).EnumerateArray().Select(x => x.ValueKind == JsonValueKind.Null ? double.NaN : x.GetDouble())];

    public decimal[] Decimals(string name) => [.. Read(name).EnumerateArray().Select(ToDecimal)];

    /// <summary>Whole numbers, of which some may be missing.</summary>
    public int?[] Answers(string name) => [.. Read(name).EnumerateArray().Select(x => x.ValueKind == JsonValueKind.Null ? (int?)null : x.GetInt32())];

    /// <summary>The inputs in an object.</summary>
    public Inputs Part(string name) => Parts(name, value => [value])[0];

    /// <summary>The inputs in each object of an array.</summary>
    public IReadOnlyList<Inputs> Parts(string name) => Parts(name, value => [.. value.EnumerateArray()]);

    /// <summary>The series of the vector's file that the inputs name.</summary>
    public Inputs Series() => new(series.GetProperty(Text("series")));

    /// <summary>How many periods ahead: as stated, else as many as the vector lists figures for.</summary>
    public int Horizon(string forecast) => CountOrNull(NameOf("horizon", "h", "n.ahead", "steps")) ?? Length(forecast);

    /// <summary>Rows of cells as text.</summary>
    public string[][] Cells(string name) => [.. Read(name).EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.ToString()).ToArray())];

    /// <summary>How many figures the vector names.</summary>
    public int Length() => expected.EnumerateObject().Count();

    /// <summary>A member of each of the objects that the vector expects, which says what they are about.</summary>
    public IEnumerable<JsonElement> Expected(string member) => expected.EnumerateArray().Select(part => part.GetProperty(member));

    /// <summary>How many figures the vector lists under a name.</summary>
    public int Length(string figures) => expected.GetProperty(figures).GetArrayLength();

    /// <summary>A number in each object of an expected array: at what the vector asks for figures, which its inputs do not state.</summary>
    public double[] Expected(string array, string name) => [.. expected.GetProperty(array).EnumerateArray().Select(x => x.GetProperty(name).GetDouble())];

    private double Level(params string[] names) => NumberOrNull(NameOf(names)) ?? 0.95;

    private Inputs[] Parts(string name, Func<JsonElement, JsonElement[]> split)
    {
        JsonElement value = json.GetProperty(name);
        if (!read.TryGetValue(name, out Inputs[]? parts))
        {
            parts = [.. split(value).Select(x => new Inputs(x, series))];
            read.Add(name, parts);
        }

        return parts;
    }

    private JsonElement Read(string name)
    {
        if (!json.TryGetProperty(name, out JsonElement value))
        {
            throw new KeyNotFoundException($"the vector has no input {name}");
        }

        read[name] = [];
        return value;
    }

    /// <summary>A member that may be left out or null.</summary>
    private JsonElement? Find(string name) => Has(name) && Read(name) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    private static int? CountOrWord(JsonElement value, string word) =>
        value.ValueKind == JsonValueKind.String && string.Equals(value.GetString(), word, StringComparison.Ordinal) ? null : value.GetInt32();

    /// <summary>Money is written as text, so that no digit depends on a reader's number type.</summary>
    private static decimal ToDecimal(JsonElement number) => number.ValueKind == JsonValueKind.String
        ? decimal.Parse(number.GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture)
        : number.GetDecimal();
}
