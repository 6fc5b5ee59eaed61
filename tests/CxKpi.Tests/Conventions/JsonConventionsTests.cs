using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CxKpi.Practices;
using CxKpi.Trends;

namespace CxKpi.Tests.Conventions;

/// <summary>
/// Nothing is lost in silence: what a serializer is given either comes back as it was, or is written with all its public members and refused when it is read.
/// </summary>
public class JsonConventionsTests
{
    // Not to be written at all, which they say when they are: what is on its way to a scorecard, room to work in, and what a record tells a serializer.
    private static readonly Type[] NotWritten = [typeof(ScorecardBuilder)], NotData = [typeof(StlWorkspace), typeof(JsonMembers<>)];

    // Pictures are drawn from series, which a scorecard does not hold.
    private static readonly (Type Type, string Member)[] NotKept = [(typeof(Scorecard), nameof(Scorecard.Charts))];

    private static readonly Type[] Instances =
    [
        .. typeof(Nps).Assembly.GetExportedTypes().Where(type =>
            (type.IsClass || type.IsValueType) && type is { IsAbstract: false, IsEnum: false }
            && !typeof(JsonConverter).IsAssignableFrom(type) && !typeof(Delegate).IsAssignableFrom(type) && !NotData.Contains(type)),
    ];

    // A record with a converter of its own is tried where its type is, and at its default.
    public static TheoryData<Type> Types => [.. Instances.Except(NotWritten).Where(type => type.IsClass || type.IsGenericType || !HasConverter(type))];

    // What comes back, among these.
    public static TheoryData<Type> Read => [.. Instances.Except(NotWritten).Where(type => Examples.Has(type) && ReadsBack(Examples.Of(type)))];

    public static TheoryData<Type> Plain => [.. Instances.Where(type => !HasConverter(type))];

    [Theory]
    [MemberData(nameof(Types))]
    public void Example_WrittenAndRead_LosesNothing(Type type)
    {
        object example = Examples.Of(type);
        string written = JsonSerializer.Serialize(example, example.GetType());
        Assert.DoesNotContain("{}", written, StringComparison.Ordinal);
        object? read = ReadOrRefused(written, example.GetType());
        if (read is null)
        {
            HashSet<string> stated = [.. JsonNode.Parse(written) is JsonObject members ? members.Select(member => member.Key) : []];
            Assert.DoesNotContain(Members(example.GetType()), member => !stated.Contains(member.Name));
            return;
        }

        Assert.Equal(written, JsonSerializer.Serialize(read, example.GetType()));
        bool hasEquality = example.GetType().GetInterfaces().Contains(typeof(IEquatable<>).MakeGenericType(example.GetType()));
        Assert.True(!hasEquality || NotKept.Any(kept => kept.Type == type) || example.Equals(read), $"{type.Name} is another one when it is read");
        Assert.All(Members(example.GetType()), member => Assert.Equal(Shown(member.GetValue(example)), Shown(member.GetValue(read))));
    }

    [Theory]
    [MemberData(nameof(Read))]
    public void Example_WithAConverter_ComesBackUnderAllOptions(Type type)
    {
        object example = Examples.Of(type);
        string written = JsonSerializer.Serialize(example, example.GetType());
        Assert.All(HasConverter(type) ? JsonKinds.ForEveryType : [], options =>
        {
            object? again = JsonSerializer.Deserialize(JsonSerializer.Serialize(example, example.GetType(), options), example.GetType(), options);
            Assert.Equal(written, JsonSerializer.Serialize(again, example.GetType()));
        });
    }

    [Theory]
    [MemberData(nameof(Read))]
    public void Document_WithAFigureThatCannotBe_IsRefused(Type type)
    {
        object example = Examples.Of(type);
        JsonObject whole = JsonNode.Parse(JsonSerializer.Serialize(example, example.GetType()))!.AsObject();
        foreach ((string name, JsonNode? value) in whole)
        {
            if (value?.GetValueKind() == JsonValueKind.Number)
            {
                Refused(name, "1e400");
            }

            if (name.EndsWith("PValue", StringComparison.Ordinal) || name == nameof(Estimate.AttainedCoverage))
            {
                Refused(name, "1e308");
            }

            if (name.EndsWith("Lower", StringComparison.Ordinal) && whole[$"{name[..^5]}Upper"] is { } upper)
            {
                Refused(name, $"{upper.GetValue<double>() + 1:R}");
            }

            if (name.EndsWith("Flags", StringComparison.Ordinal))
            {
                Refused(name, "4096");
                Refused(name, "\"4096\"");
            }
        }

        void Refused(string name, string figure)
        {
            JsonObject changed = whole.DeepClone().AsObject();
            changed[name] = JsonNode.Parse(figure);
            Assert.True(IsRefused(changed.ToJsonString()), $"{type.Name} is read with {name} {figure}");
        }

        bool IsRefused(string json)
        {
            try
            {
                JsonSerializer.Deserialize(json, example.GetType());
                return false;
            }
            catch (Exception error) when (error is JsonException || (IsOptions(type) && error is ArgumentException))
            {
                return true;
            }
        }
    }

    // What has no converter and comes back all the same are options: those that are not stated have their defaults; anything else that is missing is a fault.
    [Theory]
    [MemberData(nameof(Read))]
    public void Document_WithoutMembers_IsReadForOptionsAlone(Type type)
    {
        Type whole = Examples.Of(type).GetType();
        if (IsOptions(type))
        {
            Assert.Equal(Activator.CreateInstance(type), JsonSerializer.Deserialize("{}", whole));
        }
        else
        {
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("{}", whole));
        }
    }

    [Theory]
    [MemberData(nameof(Plain))]
    public void Time_OfATypeWithoutConverter_HasAConverter(Type type) => Assert.DoesNotContain(
        Members(type),
        member => member.GetCustomAttribute<JsonConverterAttribute>() is null
            && $"{member.PropertyType}".Contains(nameof(NodaTime), StringComparison.Ordinal));

    [Fact]
    public void Builder_Written_IsRefused() => Assert.All(NotWritten, type =>
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(Examples.Of(type), type)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    public void Result_OfFiguresWithoutNoise_IsWritten(double slope, double season)
    {
        double[] figures = [.. Enumerable.Range(0, 60).Select(i => 10 + slope * i + season * (i % 12))];
        PeriodSeries series = Series(figures), stepped = Series([.. figures.Select((figure, i) => i < 36 ? figure : figure + 5)]);
        object[] results =
        [
            series.Trend(), series.IsSeasonal(), series.Effect(new(2023, 1, 1)), stepped.Effect(new(2023, 1, 1)),
            series.Expect(2), series.Latest(), series.PeriodsToSee(5),
            series.Unusual(), series.Shifts(), series.MannKendall(), series.SeasonalMannKendall(), series.Forecast(2),
            series.SeasonallyAdjust(), series.Decompose(), series.ControlLimits(), series.Ewma(20), series.Cusum(20),
            Correlation.Pearson(figures, figures), Correlation.Spearman(figures, figures), Correlation.Kendall(figures, figures),
            LaggedCorrelation.Of(figures, figures, 3), GeneralizedEsd.FromValues(figures, 3), LevelSegmentation.FromValues(figures, 1),
            SeasonalityTests.KruskalWallis(figures, 12), Stl.Decompose(figures, 12), Mstl.Decompose(figures, [12]),
            ClassicalDecomposition.Of(figures, 12), ExponentialSmoothing.Fit(figures, 12, ExponentialSmoothingForm.Level),
            HoltWinters.Fit(figures, 12), SeasonalNaive.Fit(figures, 12), MannKendallTest.FromValues(figures),
            DriverAnalysis.OfColumns(figures, [("a", figures), ("b", [.. figures.Select((x, i) => x + i % 3)])], new() { Resamples = 20 }),
        ];

        Assert.All(results, result => Assert.NotEqual("{}", JsonSerializer.Serialize(result, result.GetType())));

        static PeriodSeries Series(double[] values) => PeriodSeries.FromValues(CalendarPeriod.Parse("2020-01"), [.. values.Select(value => (double?)value)]);
    }

    private static bool ReadsBack(object example)
    {
        string written = JsonSerializer.Serialize(example, example.GetType());
        return written[0] == '{' && ReadOrRefused(written, example.GetType()) is not null;
    }

    private static bool IsOptions(Type type) => !HasConverter(type);

    private static bool HasConverter(Type type) => type.GetCustomAttribute<JsonConverterAttribute>() is not null;

    // The number of items of a list need not be stated beside them.
    private static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member =>
        member.GetIndexParameters().Length == 0
        && !(typeof(IEnumerable).IsAssignableFrom(type) && member.Name == nameof(ICollection.Count))
        && !NotKept.Contains((type, member.Name)));

    private static object? ReadOrRefused(string written, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(written, type)!;
        }
        catch (Exception error) when (error is NotSupportedException or JsonException)
        {
            Assert.Contains(type.Name.Split('`')[0], error.Message, StringComparison.Ordinal);
            return null;
        }
    }

    private static string Shown(object? value) => value is null ? "" : JsonSerializer.Serialize(value, value.GetType());
}
