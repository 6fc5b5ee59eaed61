using System.Globalization;
using System.Reflection;
using System.Text;

namespace CxKpi.Tests.Conventions;

/// <summary>The public surface is what was approved, speaks no MathNet, and needs only the two shipped packages.</summary>
public class PublicApiTests
{
    private static readonly Assembly Library = typeof(Nps).Assembly;

    private static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void PublicSurface_EqualsTheApprovedText()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Conventions");
        string actual = string.Join('\n', Library.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(Describe)) + "\n";
        string received = Path.Combine(folder, "PublicApi.received.txt");
        File.WriteAllText(received, actual);
        string approved = File.ReadAllText(Path.Combine(folder, "PublicApi.approved.txt")).ReplaceLineEndings("\n");

        Assert.True(actual == approved, $"the public surface changed; compare {received} with PublicApi.approved.txt and edit that file when the change is meant:\n{Difference(approved, actual)}");
    }

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
    public void PublicTypes_LiveInTheTwoNamespaces() => Assert.All(Library.GetExportedTypes(), type => Assert.Contains(type.Namespace, new[] { "CxKpi", "CxKpi.Trends" }));

    [Fact]
    public void PublicFields_AreConstants() =>
        Assert.DoesNotContain(
            Library.GetExportedTypes().Where(type => !type.IsEnum).SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)),
            field => !field.IsLiteral);

    private static IEnumerable<MemberInfo> Members(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);

    private static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        MethodBase method => method.GetParameters().Select(p => p.ParameterType).Append((method as MethodInfo)?.ReturnType ?? typeof(void)),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    };

    private static IEnumerable<string> Describe(Type type)
    {
        yield return $"{Kind(type)} {Name(type)}{(type.IsEnum ? "" : Bases(type))}";
        foreach (string line in Members(type).Select(Describe).OfType<string>().Order(StringComparer.Ordinal))
        {
            yield return "  " + line;
        }
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : (type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is null ? "" : "record ")
            + (type.IsValueType ? "struct" : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsSealed ? "sealed class" : "class");

    private static string Bases(Type type)
    {
        Type[] own = [.. type.GetInterfaces().Where(i => i.Assembly == Library && i.IsPublic).OrderBy(i => i.Name, StringComparer.Ordinal)];
        return own.Length == 0 ? "" : " : " + string.Join(", ", own.Select(Name));
    }

    private static string? Describe(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true } constant => string.Create(CultureInfo.InvariantCulture, $"{constant.Name} = {Convert.ToString(constant.GetRawConstantValue(), CultureInfo.InvariantCulture)}"),
        PropertyInfo property => $"{(property.GetMethod!.IsStatic ? "static " : "")}{property.Name}: {Name(property.PropertyType)}{Mark(Nullability.Create(property))}{(property.SetMethod is { IsPublic: true } ? " (init)" : "")}",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method when !Synthesised(method) =>
            $"{(method.IsStatic ? "static " : "")}{method.Name}{Arguments(method)}({Parameters(method)}): {Name(method.ReturnType)}{Mark(Nullability.Create(method.ReturnParameter))}",
        _ => null,
    };

    private static bool Synthesised(MethodInfo method) =>
        method.Name is "Equals" or "GetHashCode" or "<Clone>$" || (method.Name == "ToString" && method.GetParameters().Length == 0);

    private static string Arguments(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
        $"{Name(p.ParameterType)}{Mark(Nullability.Create(p))} {p.Name}{(p.HasDefaultValue ? " = " + (Convert.ToString(p.RawDefaultValue, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "default") : "")}"));

    private static string Mark(NullabilityInfo info) => info.ReadState == NullabilityState.Nullable && !info.Type.IsValueType ? "?" : "";

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        if (!type.IsGenericType)
        {
            return type.Name.TrimEnd('&');
        }

        StringBuilder name = new(type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]);
        return name.Append('<').AppendJoin(", ", type.GetGenericArguments().Select(Name)).Append('>').ToString();
    }

    private static string Difference(string approved, string actual)
    {
        string[] before = approved.Split('\n'), after = actual.Split('\n');
        return string.Join('\n', before.Except(after).Select(line => "- " + line).Concat(after.Except(before).Select(line => "+ " + line)).Take(40));
    }
}
