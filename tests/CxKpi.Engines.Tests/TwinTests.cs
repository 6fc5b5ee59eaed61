using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CxKpi.Engines.Tests;

/// <summary>
/// A query is rows in memory as well to the compiler, so a verb that has no form for queries binds to that of memory and reads the whole table in silence.
/// </summary>
public sealed class TwinTests
{
    private const string Token = "System.Threading.CancellationToken cancellationToken = default";

    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["TallyByDelay"] = "a query is grouped by a condition on its columns instead, such as whether the seconds are below 300",
        ["TallyByRecentInvitations"] = "the invitations of each customer are counted in the order of their times, which no grouped query does",
        ["TallyThemesBy"] = "the themes of a row are a list, which is no column",
    };

    private static readonly MethodInfo[] Verbs =
    [
        .. typeof(Nps).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.IsDefined(typeof(ExtensionAttribute)) && method.Name.StartsWith("Tally", StringComparison.Ordinal)),
    ];

    // Segments and series are tallied too, but are no rows of a query.
    private static readonly MethodInfo[] OfMemory =
    [
        .. Verbs.Where(method => IsOf(method, typeof(IEnumerable<>)) && method.GetParameters().Any(own => IsFunction(own.ParameterType))),
    ];

    private static readonly HashSet<string> OfQueries = [.. Verbs.Where(method => IsOf(method, typeof(IQueryable<>))).Select(method => Signature(method))];

    public static TheoryData<string> Names =>
        [.. OfMemory.Where(method => !Exceptions.ContainsKey(method.Name)).Select(method => Signature(method, ofQuery: true))];

    public static TheoryData<string> NamesOfAsynchronous =>
        [.. OfMemory.Where(method => !Exceptions.ContainsKey(method.Name)).Select(method => Signature(method, ofQuery: true, isAsynchronous: true))];

    [Theory]
    [MemberData(nameof(Names))]
    public void VerbOfMemory_OnAQuery_HasAFormOfItsOwn(string twin) => Assert.True(OfQueries.Contains(twin), twin);

    [Theory]
    [MemberData(nameof(NamesOfAsynchronous))]
    public void VerbOfMemory_OnAQuery_HasAnAsynchronousForm(string twin) => Assert.True(OfQueries.Contains(twin), twin);

    [Fact]
    public void Exceptions_AreVerbsOfMemoryWithoutAFormForQueries()
    {
        Assert.Empty(Exceptions.Keys.Except(OfMemory.Select(method => method.Name)));
        Assert.DoesNotContain(Verbs, method => Exceptions.ContainsKey(method.Name) && IsOf(method, typeof(IQueryable<>)));
    }

    private static bool IsOf(MethodInfo method, Type rows) =>
        method.GetParameters()[0].ParameterType is { IsGenericType: true } type
        && type.GetGenericTypeDefinition() == rows
        && type.GetGenericArguments()[0].IsGenericMethodParameter;

    private static bool IsFunction(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Func<,>);

    private static string Signature(MethodInfo method, bool ofQuery = false, bool isAsynchronous = false)
    {
        IEnumerable<string> parameters = method.GetParameters().Select((own, position) =>
            $"{(ofQuery ? OfQuery(own.ParameterType, position) : own.ParameterType)} {own.Name}{(own.IsOptional ? " = default" : "")}");
        return isAsynchronous
            ? $"{typeof(Task<>).MakeGenericType(method.ReturnType)} {method.Name}Async({string.Join(", ", parameters.Append(Token))})"
            : $"{method.ReturnType} {method.Name}({string.Join(", ", parameters)})";
    }

    private static Type OfQuery(Type type, int position) =>
        position == 0 ? typeof(IQueryable<>).MakeGenericType(type.GetGenericArguments())
        : IsFunction(type) ? typeof(Expression<>).MakeGenericType(type)
        : type;
}
