using System.Reflection;
using CxKpi.Trends;

namespace CxKpi.Tests.Conventions;

/// <summary>
/// What the library calculates cannot be made to contradict itself: its figures are set by the library alone, and callers set what they ask for, and words.
/// </summary>
public class SetterConventionsTests
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance;

    private static readonly Type[] Figures = [typeof(double), typeof(Estimate), typeof(Change), typeof(KpiBasis)];

    private static readonly Type[] Words = [typeof(string), typeof(IReadOnlyList<Translation>), typeof(Notice)];

    // What a caller asks for, which the setters check: a baseline, and a line to draw.
    private static readonly string[] Asked =
        [$"{nameof(Target)}.{nameof(Target.BaselineEstimate)}", $"{nameof(SeriesOverlays)}.{nameof(SeriesOverlays.Target)}"];

    private static PropertyInfo[] Members => [.. typeof(Nps).Assembly.GetExportedTypes().SelectMany(type => type.GetProperties(Public))];

    private static PropertyInfo[] Settable => [.. Members.Where(member => member.SetMethod is { IsPublic: true })];

    private static Type[] Filled => [.. Members.Where(member => member.SetMethod is { IsAssembly: true }).Select(member => member.DeclaringType!).Distinct()];

    [Fact]
    public void PublicSetters_OfFigures_AreThoseOfOptions() => Assert.Empty(
        from member in Settable
        where Figures.Contains(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType)
            && !member.DeclaringType!.Name.EndsWith("Options", StringComparison.Ordinal)
            && !Asked.Contains(Name(member))
        select Name(member));

    [Fact]
    public void PublicSetters_BesideThoseOfTheLibrary_AreOfWords()
    {
        Type[] filled = Filled;

        Assert.Contains(typeof(Estimate), filled);
        Assert.Empty(
            from member in Settable
            where filled.Contains(member.DeclaringType) && !Words.Contains(member.PropertyType)
            select Name(member));
    }

    // A struct has a default, which is no data.
    [Fact]
    public void Constructors_OfWhatTheLibraryFills_AreTheLibrarys() => Assert.Empty(
        from type in Filled
        where type.IsClass && type.GetConstructor(Type.EmptyTypes) is not null
        select type.Name);

    private static string Name(PropertyInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";
}
