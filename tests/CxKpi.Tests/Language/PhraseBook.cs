using System.Collections;
using System.Reflection;
using CxKpi.Practices;
using CxKpi.Trends;
using CxKpi.Value;
using NodaTime;

namespace CxKpi.Tests.Language;

/// <summary>Everything that a language says, found by reflection: its phrases with figures for their parameters, and the words of enums.</summary>
internal static class PhraseBook
{
    private static readonly MethodInfo[] Members =
    [
        .. typeof(Phrases).GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(method => method.IsAbstract && method.ReturnType == typeof(string)),
    ];

    /// <summary>The words of every enum that a result shows.</summary>
    internal static IReadOnlyDictionary<Type, Func<object, Phrases, string>> Enums { get; } = new Dictionary<Type, Func<object, Phrases, string>>
    {
        [typeof(ObservationKind)] = (value, words) => words.Observations((ObservationKind)value, 2),
        [typeof(LeftOutKind)] = (value, words) => words.LeftOut(new((LeftOutKind)value, 2)),
        [typeof(ChangeVerdict)] = (value, words) => words.Verdict((ChangeVerdict)value),
        [typeof(KpiDirection)] = (value, words) => words.Direction((KpiDirection)value),
        [typeof(KpiUnit)] = (value, words) => words.Unit((KpiUnit)value),
        [typeof(IntervalMethod)] = (value, words) => words.Method((IntervalMethod)value),
        [typeof(PlannedKpi)] = (value, words) => ((PlannedKpi)value).In(words),
        [typeof(SignificanceTestMethod)] = (value, words) => ((SignificanceTestMethod)value).In(words),
        [typeof(EstimateFlags)] = (value, words) => words.Flags((EstimateFlags)value),
        [typeof(FitOutcome)] = (value, words) => ((FitOutcome)value).In(words),
        [typeof(ModelLimit)] = (value, words) => ((ModelLimit)value).In(words),
        [typeof(RefundPolicy)] = (value, words) => ((RefundPolicy)value).In(words),
        [typeof(PurchaseTiming)] = (value, words) => ((PurchaseTiming)value).In(CalendarUnit.Year, words),
        [typeof(ValueTiming)] = (value, words) => ((ValueTiming)value).In(words),
        [typeof(TrendVerdict)] = (value, words) => ((TrendVerdict)value).In(words),
        [typeof(LatestVerdict)] = (value, words) => words.Verdict((LatestVerdict)value),
        [typeof(SeasonalityVerdict)] = (value, words) => ((SeasonalityVerdict)value).In(words),
        [typeof(ShiftVerdict)] = (value, words) => ((ShiftVerdict)value).In(words),
        [typeof(ModelScale)] = (value, words) => ((ModelScale)value).In(words),
        [typeof(Relevance)] = (value, words) => ((Relevance)value).In(words),
        [typeof(YearOverYearFlags)] = (value, words) => ((YearOverYearFlags)value).In(words),
        [typeof(CorrelationVerdict)] = (value, words) => ((CorrelationVerdict)value).In(words),
        [typeof(CorrelationMethod)] = (value, words) => ((CorrelationMethod)value).In(words),
        [typeof(CorrelationLimits)] = (value, words) => ((CorrelationLimits)value).In(words),
        [typeof(DriverMethod)] = (value, words) => ((DriverMethod)value).In(words),
        [typeof(Quadrant)] = (value, words) => ((Quadrant)value).In(words),
        [typeof(KanoCategory)] = (value, words) => ((KanoCategory)value).In(words),
        [typeof(MirrorCategory)] = (value, words) => ((MirrorCategory)value).In(words),
        [typeof(CohortMeasure)] = (value, words) => ((CohortMeasure)value).In(words),
        [typeof(SubscriptionEnd)] = (value, words) => ((SubscriptionEnd)value).In(words),
        [typeof(ControlMethod)] = (value, words) => ((ControlMethod)value).In(words),
        [typeof(ControlSignal)] = (value, words) => ((ControlSignal)value).In(words),
        [typeof(PairVerdict)] = (value, words) => LineWords.Verdict((PairVerdict)value, words),
        [typeof(TargetStatus)] = (value, words) => LineWords.Status((TargetStatus)value, null, words).Words,
        [typeof(TargetBound)] = (value, words) => LineWords.Goal(new Target(TargetForm.Absolute, (TargetBound)value, 1), number => words.Number(number), words),
        [typeof(TargetForm)] = (value, words) => LineWords.Goal(Stated((TargetForm)value), number => words.Number(number), words),
        [typeof(CalendarUnit)] = (value, words) => words.Season(Season.Of(CalendarPeriod.Containing((CalendarUnit)value, new(2025, 2, 5)))),
    };

    /// <summary>The phrases by the name of their member; what takes a number is said of one and of several.</summary>
    internal static IEnumerable<(string Member, string Text)> Of(Phrases words) => Members.SelectMany(member => Arguments(member)
        .Select(arguments => (member.Name.Replace("get_", "", StringComparison.Ordinal), (string)member.Invoke(words, arguments)!)));

    /// <summary>Everything at once: phrases, words of enums, and the KPIs of the library.</summary>
    internal static IEnumerable<string> All(Phrases words) => Of(words).Select(phrase => phrase.Text)
        .Concat(Enums.SelectMany(shown => Enum.GetValues(shown.Key).Cast<object>().Select(value => shown.Value(value, words))))
        .Concat(Kpis.Select(words.Translation).SelectMany(kpi => (string[])[kpi.Name, kpi.Symbol, kpi.Formula]));

    internal static IEnumerable<KpiDefinition> Kpis => KpiTypes.All
        .Select(type => (KpiDefinition)type.GetProperty("Definition", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!)
        .Append(PlainDefinitions.Share)
        .Append(PlainDefinitions.Figure);

    private static Target Stated(TargetForm form) => form switch
    {
        TargetForm.Absolute => Target.AtLeast(1),
        TargetForm.RelativeChange => Target.RelativeChange(0.1, 10),
        TargetForm.AllWithin => Target.AllWithin(Duration.FromSeconds(20)),
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    private static IEnumerable<object[]> Arguments(MethodInfo member)
    {
        // Of months each has its own word.
        bool isMonth = member.GetParameters() is [{ Name: "month" }];
        int[] numbers = isMonth ? [.. Enumerable.Range(1, 12)] : [1, 3];
        return member.GetParameters().Length == 0
            ? [[]]
            : numbers.Select(number => member.GetParameters().Select(parameter => Argument(parameter.ParameterType, number)).ToArray());
    }

    private static object Argument(Type type, int number) =>
        type == typeof(string) ? "42"
        : type == typeof(int) ? number
        : type == typeof(long) ? (long)number
        : type == typeof(double) ? number / 4.0
        : type == typeof(CalendarUnit) ? (CalendarUnit)number
        : type == typeof(IsoDayOfWeek) ? (IsoDayOfWeek)number
        : type == typeof(LocalDate) ? new LocalDate(2025, number, 2)
        : type == typeof(CalendarPeriod) ? CalendarPeriod.Parse("2025-02")
        : type == typeof(Season) ? Season.Of(CalendarPeriod.Parse("2025-02"))
        : type.IsAssignableTo(typeof(IEnumerable)) ? (Season[])[Season.Of(CalendarPeriod.Parse("2025-02"))]
        : throw new InvalidOperationException($"{type.Name} needs an example");
}
