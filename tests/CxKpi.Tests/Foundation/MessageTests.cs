using System.Globalization;
using System.Reflection;
using CxKpi.Trends;

namespace CxKpi.Tests.Foundation;

/// <summary>A refusal names a parameter that the caller wrote, the rule and, once, the value.</summary>
public class MessageTests
{
    // Numbers that appear in no rule and in no other number of a message.
    private const long Usual = 600, Negative = -987, Large = 98765;

    public static TheoryData<Type> Types =>
        [.. typeof(Nps).Assembly.GetExportedTypes().Where(type => !type.ContainsGenericParameters && Doors(type).Any())];

    [Theory]
    [MemberData(nameof(Types))]
    public void Refusal_OfADoor_NamesOneOfItsParametersAndTheValueOnce(Type type)
    {
        HashSet<string?> known = [.. Doors(type).SelectMany(door => door.GetParameters()).Select(parameter => parameter.Name)];
        foreach (MethodBase door in Doors(type))
        {
            ParameterInfo[] parameters = door.GetParameters();
            foreach (ParameterInfo tried in parameters.Where(IsNumber))
            {
                foreach (long value in (long[])[Negative, Large])
                {
                    object?[] arguments = [.. parameters.Select(each => Argument(each, each == tried ? value : Usual))];
                    try
                    {
                        _ = door is ConstructorInfo constructor ? constructor.Invoke(arguments) : door.Invoke(null, arguments);
                    }
                    catch (TargetInvocationException error)
                    {
                        ArgumentException refusal = Assert.IsType<ArgumentException>(error.InnerException, exactMatch: false);
                        Assert.Contains(refusal.ParamName, parameters.Select(each => each.Name));
                        Assert.Equal($"{refusal.ParamName} must", refusal.Message[..Math.Min(refusal.Message.Length, refusal.ParamName!.Length + 5)]);
                        Assert.True(Times(refusal.Message, value) <= 1, refusal.Message);
                        string rule = refusal.Message.Split(" (Parameter")[0];
                        Assert.All(NamesIn(rule), name => Assert.Contains(name, known));
                    }
                }
            }
        }
    }

    [Fact]
    public void Refusals_OfDoors_AreMany() => Assert.True(Types.Count > 70);

    public static TheoryData<string, Action> WrongCalls => new()
    {
        {
            "answer must lie on the scale 0 to 10; got 11: RatingTally.FromAnswerTolerant counts such an answer as invalid (Parameter 'answer')",
            () => Nps.FromAnswer(11)
        },
        { "completed must not be larger than sent - bounced (90); got 95 (Parameter 'completed')", () => _ = new ResponseRate(95, 100, 10) },
        { "uniqueOpens must not be larger than sent - bounced (90); got 95 (Parameter 'uniqueOpens')", () => EmailOpenRate.FromSent(95, 100, 10) },
        { "uniqueClicks must not be larger than sent - bounced (90); got 95 (Parameter 'uniqueClicks')", () => EmailClickRate.FromSent(95, 100, 10) },
        { "unsubscribed must not be larger than sent - bounced (90); got 95 (Parameter 'unsubscribed')", () => UnsubscribeRate.FromSent(95, 100, 10) },
        {
            "resolvedAtFirst must not be larger than contacts - notResolvableAtFirst (60); got 70 (Parameter 'resolvedAtFirst')",
            () => _ = new NetFirstContactResolution(70, 100, 40)
        },
        { "index must be the position of an element, but the series is empty; got 0 (Parameter 'index')", () => _ = EmptySeries[0] },
        { "index must be the position of an element, but the series is empty; got 0 (Parameter 'index')", () => _ = EmptySeries.ToPeriodSeries()[0] },
        { "index must be between 0 and 1; got 2 (Parameter 'index')", () => _ = TwoMonths[2] },
        {
            "values must hold finite numbers (at position 1); got NaN: pass null where a figure is missing (Parameter 'values')",
            () => PeriodSeries.FromValues(CalendarPeriod.Parse("2025-01"), [1, double.NaN])
        },
        {
            "key must not return null (at position 1): leave such rows out, or give them a key of their own (Parameter 'key')",
            () => ((string?[])["a", null]).TallyBy(name => name!, _ => new Churn(1, 2))
        },
        {
            "key must not return null (at position 1): leave such rows out, or give them a key of their own (Parameter 'key')",
            () => ((string?[])["a", null]).Select(name => name).TallyBy(name => name!, _ => new Churn(1, 2))
        },
        { "views must not be negative (at position 1); got -4 (Parameter 'views')", () => PagesPerVisit.FromVisits([2, -4]) },
        { "customersPerDay must not be negative (at position 1); got -4 (Parameter 'customersPerDay')", () => ChurnPerCustomerDay.FromDailyCounts(1, [2, -4]) },
    };

    [Theory]
    [MemberData(nameof(WrongCalls))]
    public void WrongCall_OfThePublicSurface_SaysWhatIsWrongAndWhatToDo(string message, Action call) =>
        Assert.Equal(message, Assert.ThrowsAny<ArgumentException>(call).Message);

    [Fact]
    public void Key_WithoutText_IsShownByItsType()
    {
        Segments<Mute, Churn> segments = ((Mute[])[new(1), new(2)]).TallyBy(key => key, _ => new Churn(1, 2));

        Assert.Contains("Mute (NotSupportedException)", segments.ToString(), StringComparison.Ordinal);
        Assert.Contains("Mute (NotSupportedException)", segments.ToTable().ToText(), StringComparison.Ordinal);
        Assert.Contains("Mute (NotSupportedException)", Assert.Throws<KeyNotFoundException>(() => segments[new(3)]).Message, StringComparison.Ordinal);
    }

    private static KpiSeries<Churn> EmptySeries => KpiSeries.From<Churn>(CalendarUnit.Month, []);

    private static KpiSeries<Churn> TwoMonths =>
        KpiSeries.From(CalendarUnit.Month, [(CalendarPeriod.Parse("2025-01"), new Churn(1, 2)), (CalendarPeriod.Parse("2025-02"), new Churn(1, 2))]);

    private sealed record Mute(int Number)
    {
        public override string ToString() => throw new NotSupportedException();
    }

    /// <summary>Constructors and factories that take numbers, and nothing that has to be made first.</summary>
    private static IEnumerable<MethodBase> Doors(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(method => method.ReturnType == type && !method.IsGenericMethod && !method.IsSpecialName)
        .Concat<MethodBase>(type.GetConstructors())
        .Where(door => door.GetParameters().Any(IsNumber) && door.GetParameters().All(parameter => IsNumber(parameter) || IsPlain(parameter.ParameterType)));

    private static bool IsPlain(Type type) => (type.IsValueType && !type.IsByRefLike) || type == typeof(string) || type == typeof(NpsMapping);

    private static bool IsNumber(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(long) || parameter.ParameterType == typeof(int) || parameter.ParameterType == typeof(decimal);

    private static object? Argument(ParameterInfo parameter, long number) =>
        parameter.ParameterType == typeof(long) ? number
        : parameter.ParameterType == typeof(int) ? (int)number
        : parameter.ParameterType == typeof(decimal) ? (decimal)number
        : parameter.HasDefaultValue && parameter.DefaultValue is not null ? parameter.DefaultValue
        : parameter.ParameterType == typeof(string) && !parameter.HasDefaultValue ? "text"
        : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
        : null;

    private static int Times(string message, long value) => message.Split(value.ToString(CultureInfo.InvariantCulture)).Length - 1;

    // What a rule calls by a name of several words can only be a parameter: "larger than atStart (600)".
    private static IEnumerable<string> NamesIn(string rule) =>
        rule.Split(' ', '(', ')', ';', ',', ':', '*').Where(word => word.Length > 1 && char.IsLower(word[0]) && word.Any(char.IsUpper));
}
