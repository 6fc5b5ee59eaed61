using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi.Tests.Conventions;

/// <summary>Rules that hold for every KPI record in the assembly, found by reflection.</summary>
public class KpiConventionsTests
{
    private static readonly Type[] WithoutTotals =
    [
        typeof(ActiveCustomers), typeof(Backlog), typeof(ContactVolume), typeof(OrderVolume), typeof(RecurringRevenue), typeof(Revenue), typeof(ReviewVolume),
        typeof(CustomerExperienceIndex), typeof(SatisfactionIndex),
    ];

    public static TheoryData<Type> Kpis => [.. KpiTypes.All];

    [Fact]
    public void Kpis_OfTheAssembly_AreFound() => Assert.NotEmpty(KpiTypes.All);

    [Theory]
    [MemberData(nameof(Kpis))]
    public void Kpi_IsReadonlyRecordStruct(Type kpi)
    {
        Assert.True(kpi.IsValueType);
        Assert.NotNull(kpi.GetCustomAttribute<IsReadOnlyAttribute>());
        Assert.Contains(kpi.GetInterfaces(), i => i == typeof(IEquatable<>).MakeGenericType(kpi));
        Assert.NotNull(kpi.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance));
    }

    [Theory]
    [MemberData(nameof(Kpis))]
    public void Kpi_HasNoSetters(Type kpi) => Assert.DoesNotContain(kpi.GetProperties(), p => p.SetMethod is { IsPublic: true });

    [Theory]
    [MemberData(nameof(Kpis))]
    public void Kpi_HasAConverterThatLosesNothing(Type kpi) =>
        Assert.Equal(typeof(RecordJsonConverter<>).MakeGenericType(kpi), kpi.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType);

    // A number of things is no ratio, and an index over questions is none of two totals.
    [Theory]
    [MemberData(nameof(Kpis))]
    public void Kpi_SaysWhatItRestsOn(Type kpi) => Assert.Equal(
        WithoutTotals.Contains(kpi),
        kpi.GetProperty(nameof(IEvidence.Totals)) is null);

    [Theory]
    [MemberData(nameof(Kpis))]
    public void Kpi_HasLaws(Type kpi)
    {
        Type laws = typeof(KpiLaws<>).MakeGenericType(kpi);
        Assert.Contains(GetType().Assembly.GetTypes(), t => t.IsSubclassOf(laws) && !t.IsAbstract);
    }

    [Theory]
    [MemberData(nameof(Kpis))]
    public void Kpi_HasDefinitionOfItsOwn(Type kpi)
    {
        KpiDefinition definition = Definition(kpi);
        Assert.Single(KpiTypes.All, other => Definition(other).Name == definition.Name);
        Assert.Single(KpiTypes.All, other => Definition(other).Symbol == definition.Symbol);
        Assert.Empty(definition.Translations);
    }

    private static KpiDefinition Definition(Type kpi) =>
        (KpiDefinition)kpi.GetProperty("Definition", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
}
