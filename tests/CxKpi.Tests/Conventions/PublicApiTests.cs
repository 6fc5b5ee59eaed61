using System.Reflection;

namespace CxKpi.Tests.Conventions;

/// <summary>The public surface speaks no MathNet, needs only the two shipped packages, and can't be inherited from.</summary>
/// <remarks>Its members stand in src/CxKpi/PublicAPI.Unshipped.txt, which the build holds.</remarks>
public class PublicApiTests
{
    private static readonly Assembly Library = typeof(Nps).Assembly;

    [Fact]
    public void PublicSurface_HasNoMathNetType() =>
        Assert.DoesNotContain(
            Library.GetExportedTypes().SelectMany(Members).SelectMany(Types),
            type => type.Assembly.GetName().Name!.StartsWith("MathNet", StringComparison.Ordinal));

    [Fact]
    public void Library_ReferencesOnlyTheFrameworkAndItsTwoPackages() =>
        Assert.DoesNotContain(
            Library.GetReferencedAssemblies(),
            name => !name.Name!.StartsWith("System", StringComparison.Ordinal) && name.Name is not ("netstandard" or "MathNet.Numerics" or "NodaTime"));

    [Fact]
    public void PublicTypes_LiveInTheFourNamespaces() =>
        Assert.All(Library.GetExportedTypes(), type => Assert.Contains(type.Namespace, new[] { "CxKpi", "CxKpi.Trends", "CxKpi.Practices", "CxKpi.Value" }));

    [Fact]
    public void PublicFields_AreConstants() =>
        Assert.DoesNotContain(
            Library.GetExportedTypes()
                .Where(type => !type.IsEnum)
                .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)),
            field => !field.IsLiteral);

    [Fact]
    public void PublicClasses_AreSealed() => Assert.All(Library.GetExportedTypes().Where(type => type.IsClass), type => Assert.True(type.IsSealed, type.Name));

    [Fact]
    public void PublicTypes_WithTotals_AreEvidence() =>
        Assert.All(
            Library.GetExportedTypes().Where(type => type.GetProperty(nameof(IEvidence.Totals)) is not null),
            type => Assert.True(type.IsAssignableTo(typeof(IEvidence)), type.Name));

    private static IEnumerable<MemberInfo> Members(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);

    private static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        MethodBase method => method.GetParameters().Select(p => p.ParameterType).Append((method as MethodInfo)?.ReturnType ?? typeof(void)),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    };
}
