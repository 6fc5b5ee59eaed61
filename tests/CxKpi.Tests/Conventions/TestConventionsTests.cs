using System.Reflection;

namespace CxKpi.Tests.Conventions;

/// <summary>Two kinds of tests are told apart by their names.</summary>
/// <remarks>An example is <c>TypeTests.Member_Condition_Outcome</c>, a law <c>TypeLaws.TheSentenceThatHolds</c>.</remarks>
public class TestConventionsTests
{
    // A vector's test is named for its vector: the attribute that finds vectors is neither of these.
    private static readonly Type[] OfExamples = [typeof(FactAttribute), typeof(TheoryAttribute)];

    private static readonly MethodInfo[] Examples = [.. Methods().Where(method => OfExamples.Contains(method.GetCustomAttribute<FactAttribute>()?.GetType()))];

    private static readonly MethodInfo[] Laws = [.. Methods().Where(method => method.IsDefined(typeof(PropertyAttribute)))];

    [Fact]
    public void Examples_OfATestsClass_NameMemberAndCondition() =>
        Assert.All(Examples, method =>
        {
            Assert.True(Holder(method).EndsWith("Tests", StringComparison.Ordinal), $"{Name(method)} is an example, but its class doesn't end in Tests");
            string[] parts = method.Name.Split('_');
            bool reads = parts.Length > 1 && parts.All(part => part.Length > 0 && char.IsUpper(part[0]));
            Assert.True(reads, $"{Name(method)} doesn't read Member_Condition_Outcome");
        });

    [Fact]
    public void Laws_OfALawsClass_AreSentences() =>
        Assert.All(Laws, method =>
        {
            Assert.True(Holder(method).EndsWith("Laws", StringComparison.Ordinal), $"{Name(method)} is a law, but its class doesn't end in Laws");
            bool reads = char.IsUpper(method.Name[0]) && !method.Name.Contains('_', StringComparison.Ordinal);
            Assert.True(reads, $"{Name(method)} isn't a sentence without underscores");
        });

    [Fact]
    public void Laws_ThatReturnAProperty_AreRun() =>
        Assert.All(
            Methods().Where(method => method.ReturnType == typeof(FsCheck.Property)),
            method => Assert.True(method.IsDefined(typeof(PropertyAttribute)), $"{Name(method)} is a law that nobody runs: it isn't marked [Property]"));

    [Fact]
    public void Classes_OfBothKinds_AreFound()
    {
        Assert.NotEmpty(Examples);
        Assert.NotEmpty(Laws);
    }

    private static IEnumerable<MethodInfo> Methods() =>
        typeof(TestConventionsTests).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly));

    private static string Holder(MethodInfo method) => method.DeclaringType!.Name.Split('`')[0];

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
