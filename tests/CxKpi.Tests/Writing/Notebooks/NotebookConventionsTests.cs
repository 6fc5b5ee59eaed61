using System.Reflection;
using System.Text.Json.Serialization;
using CxKpi.Trends;

namespace CxKpi.Tests.Writing;

/// <summary>
/// Every result has a face in notebooks, proved by the formatters of .NET Interactive. A result is whatever there can be an instance of:
/// every public class and struct but static classes, JSON converters, and what is named below, which nobody looks at.
/// </summary>
public class NotebookConventionsTests
{
    // Room to work in, and what a record tells a serializer.
    private static readonly Type[] Unseen = [typeof(StlWorkspace), typeof(JsonMembers<>)];

    private static readonly Type[] Results = [.. typeof(Nps).Assembly.GetExportedTypes().Where(IsResult)];

    public static TheoryData<Type> Types => [.. Results];

    public static TheoryData<Type> ValueTypes => [.. Results.Where(type => type is { IsValueType: true, IsGenericType: false })];

    public static TheoryData<Type> Classes => [.. Results.Where(type => type is { IsClass: true, IsAbstract: false })];

    [Theory]
    [MemberData(nameof(Types))]
    public void Result_NamesItsFormatters(Type type)
    {
        TypeFormatterSourceAttribute? attribute = type.GetCustomAttribute<TypeFormatterSourceAttribute>();

        Assert.True(attribute is not null, $"{type.Name} needs [TypeFormatterSource(typeof(ResultFormatters))]");
        Assert.Equal(Expected(type), attribute.FormatterSourceType);
        Assert.Equal(type == typeof(Chart) ? ["image/svg+xml", "text/html", "text/plain"] : ["text/html", "text/plain"], attribute.PreferredMimeTypes);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void FormatterSource_KeepsTheConvention(Type type)
    {
        Type source = type.GetCustomAttribute<TypeFormatterSourceAttribute>()!.FormatterSourceType;

        Assert.NotNull(source.GetConstructor(Type.EmptyTypes));
        Assert.Single(source.GetMethods(), method => method.Name == "CreateTypeFormatters");
        Assert.Single(typeof(NotebookFormatter).GetMethods(), method => method.Name == "Format");
        Assert.Null(typeof(NotebookFormatter).GetProperty("Type"));
    }

    // A kernel that knows nothing of the attribute may still call ToHtml(), but only one that needs no argument.
    [Theory]
    [MemberData(nameof(Types))]
    public void ToHtml_NeedsNoArgument(Type type)
    {
        MethodInfo[] methods = [.. type.GetMethods().Where(method => method.Name == "ToHtml")];

        Assert.True(
            methods.Length == 0 || methods.Any(method => method.GetParameters().Length == 0 && method.ReturnType == typeof(string)),
            $"{type.Name} needs string ToHtml()");
    }

    [Theory]
    [MemberData(nameof(ValueTypes))]
    public void NoData_ReadsWell(Type type) => Faces.ReadWell(Activator.CreateInstance(type)!);

    [Theory]
    [MemberData(nameof(Classes))]
    public void Example_ReadsWell(Type type) => Faces.ReadWell(Examples.Of(type));

    [Fact]
    public void Text_FromOutside_IsTriedInEveryResultThatHoldsSome()
    {
        Type[] tried = [.. Examples.Holding("x").Select(example => Open(example.GetType()))];

        Assert.Empty(Results.Where(type => type.IsClass && type.GetProperties().Any(TakesText)).Except(tried));
    }

    [Theory]
    [MemberData(nameof(Hostile.Indices), MemberType = typeof(Hostile))]
    public void ToString_OfHostileStrings_SteersNoTerminal(int index)
    {
        object[] plain = [.. Examples.Holding("x")], hostile = [.. Examples.Holding(Hostile.All[index])];
        Assert.All(hostile.Zip(plain), pair =>
        {
            string text = pair.First.ToString()!.Replace(Environment.NewLine, "\n", StringComparison.Ordinal);
            Assert.DoesNotContain(text, c => (char.IsControl(c) && c != '\n') || c is (>= '\u202A' and <= '\u202E') or '\u2028' or '\u2029');
            Assert.Equal(pair.Second.ToString()!.Count(c => c == '\n'), text.Count(c => c == '\n'));
        });
    }

    // Hosts that know no formatter call ToHtml(): where notebooks see columns, they must not see mere text.
    [Theory]
    [MemberData(nameof(Classes))]
    public void Columns_AreThereWithoutFormatters(Type type)
    {
        object example = Examples.Of(type);
        string html = Faces.Html(example);
        if (html.Contains("<thead>", StringComparison.Ordinal))
        {
            MethodInfo? method = example.GetType().GetMethod("ToHtml", Type.EmptyTypes);
            Assert.True(method is not null, $"{type.Name} needs string ToHtml()");
            Assert.Equal(html, method.Invoke(example, null));
        }
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    public void Formatter_TakesAnObjectAndAWriter(string mimeType)
    {
        NotebookFormatter formatter = Assert.Single(new ResultFormatters().CreateTypeFormatters().Cast<NotebookFormatter>(), each => each.MimeType == mimeType);

        Assert.Equal(
            [typeof(object), typeof(TextWriter)],
            formatter.GetType().GetMethod("Format")!.GetParameters().Select(parameter => parameter.ParameterType));
    }

    // What belongs to the type and not to an instance comes from nowhere outside.
    private static bool TakesText(PropertyInfo property) => property.PropertyType == typeof(string) && !property.GetMethod!.IsStatic;

    private static Type Open(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static Type Expected(Type type) =>
        type == typeof(Chart) ? typeof(ChartFormatters)
        : KpiTypes.All.Contains(type) ? typeof(KpiFormatters<>).MakeGenericType(type)
        : typeof(ResultFormatters);

    private static bool IsResult(Type type) =>
        type is { IsEnum: false, IsInterface: false } and not { IsAbstract: true, IsSealed: true }
            && !type.IsAssignableTo(typeof(JsonConverter))
            && !Unseen.Contains(type);
}
