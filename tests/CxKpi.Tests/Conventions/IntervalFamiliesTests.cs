using System.Reflection;
using System.Text.RegularExpressions;

namespace CxKpi.Tests.Conventions;

/// <summary>Every method of every family of intervals is computed by itself, under its own name.</summary>
public class IntervalFamiliesTests
{
    private static readonly Type[] Families =
    [
        .. typeof(Nps).Assembly.GetExportedTypes().Where(type => type.IsEnum && type.Name.EndsWith("Interval", StringComparison.Ordinal)),
    ];

    public static TheoryData<Type, string> Methods
    {
        get
        {
            TheoryData<Type, string> methods = [];
            foreach (Type family in Families)
            {
                foreach (string method in Enum.GetNames(family))
                {
                    methods.Add(family, method);
                }
            }

            return methods;
        }
    }

    [Fact]
    public void Families_AreThoseOfSharesNetScoresAndRates() =>
        Assert.Equal([nameof(NetInterval), nameof(RateInterval), nameof(ShareInterval)], Families.Select(family => family.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Methods))]
    public void Estimate_OfEveryMethod_BearsItsName(Type family, string method) =>
        Assert.Equal(method, Estimate(family, method).Method.ToString());

    [Theory]
    [MemberData(nameof(Methods))]
    public void Estimate_OfEveryMethod_HasLimitsOfItsOwn(Type family, string method)
    {
        Estimate own = Estimate(family, method);
        Assert.DoesNotContain(
            Enum.GetNames(family).Where(other => other != method).Select(other => Estimate(family, other)),
            other => other.Lower == own.Lower && other.Upper == own.Upper);
    }

    /// <summary>The first of a family is its default, which vectors ask for without naming it.</summary>
    [Fact]
    public void Methods_OfEveryFamily_AreComparedWithAnIndependentTool()
    {
        string folder = Path.Combine(Repository.Root, "tests", "CxKpi.Tests", "Conformance", "Methods");
        string conformance = string.Concat(Directory.EnumerateFiles(folder, "Methods.*.cs").Select(File.ReadAllText));

        Assert.Equal(
            [],
            Families.SelectMany(family => Enum.GetNames(family).Skip(1).Select(method => $"{family.Name}.{method}"))
                .Where(method => !Regex.IsMatch(conformance, $@"\b{method}\b", RegexOptions.None, TimeSpan.FromSeconds(10))));
    }

    [Fact]
    public void Estimate_OfAMethodWithoutName_Throws() => Assert.All(
        Families,
        family => Assert.IsType<ArgumentOutOfRangeException>(
            Assert.Throws<TargetInvocationException>(() => Invoke(family, Enum.ToObject(family, 99))).InnerException));

    private static Estimate Estimate(Type family, string method) => Invoke(family, Enum.Parse(family, method))!.Value;

    // The family's tally is the one whose estimate takes a method of it.
    private static Estimate? Invoke(Type family, object method)
    {
        MethodInfo estimate = Tallies
            .SelectMany(tally => tally.GetType().GetMethods())
            .Single(candidate => candidate.Name == nameof(IKpi<Nps>.Estimate) && candidate.GetParameters().Any(parameter => parameter.ParameterType == family));
        object?[] arguments = [.. estimate.GetParameters().Select(parameter => parameter.ParameterType == family ? method : parameter.DefaultValue)];
        return (Estimate?)estimate.Invoke(Tallies.Single(tally => tally.GetType() == estimate.DeclaringType), arguments);
    }

    private static IEnumerable<object> Tallies => [new ShareTally(2, 40), new NetTally(12, 9, 5), new RateTally(7, 40)];
}
