using System.Linq.Expressions;
using System.Reflection;

namespace CxKpi.Tests.Conventions;

/// <summary>
/// Every record can be created inside a query, from the counts of a group: an expression tree takes neither optional arguments nor arguments by reference.
/// </summary>
public class CountConstructorTests
{
    public static TheoryData<Type> Kpis => [.. KpiTypes.All];

    [Theory]
    [MemberData(nameof(Kpis))]
    public void Record_HasAConstructorForQueries(Type kpi)
    {
        ConstructorInfo constructor = kpi.GetConstructors()
            .Where(constructor => constructor.GetParameters() is { Length: > 0 } parameters && parameters.All(Fits))
            .OrderBy(constructor => constructor.GetParameters().Length)
            .First();

        // What a provider does with the last projection: it puts in the figures of each group and calls the constructor.
        ParameterExpression[] figures = [.. constructor.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType, parameter.Name))];
        Delegate create = Expression.Lambda(Expression.New(constructor, figures), figures).Compile();
        Assert.IsType(kpi, create.DynamicInvoke([.. figures.Select(figure => Default(figure.Type))]));
    }

    // Each optional constructor has a twin without its optional parameters, so that what is written in a loop can be written in a query.
    [Theory]
    [MemberData(nameof(Kpis))]
    public void OptionalParameters_CanAllBeLeftOutOfAQuery(Type kpi) =>
        Assert.All(
            kpi.GetConstructors().Where(constructor => constructor.GetParameters().Any(parameter => parameter.IsOptional)),
            constructor => Assert.NotNull(kpi.GetConstructor(
                [.. constructor.GetParameters().Where(parameter => !parameter.IsOptional).Select(parameter => parameter.ParameterType)])));

    // As constructors have: of each door that takes what a row says, and not many rows or what others published.
    [Theory]
    [MemberData(nameof(Kpis))]
    public void OptionalParametersOfDoors_CanAllBeLeftOutOfAQuery(Type kpi) =>
        Assert.All(
            kpi.GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Where(door => door.ReturnType == kpi && door.GetParameters() is var parameters && parameters.Any(parameter => parameter.IsOptional)
                    && parameters.All(parameter => !IsMany(parameter.ParameterType))
                    && door.Name is not ("FromPublished" or "FromTally")),
            door => Assert.NotNull(kpi.GetMethod(
                door.Name, [.. door.GetParameters().Where(parameter => !parameter.IsOptional).Select(parameter => parameter.ParameterType)])));

    // An array can be made in a query, and a span cannot.
    [Theory]
    [MemberData(nameof(Kpis))]
    public void DoorsOfOneRowThatTakeASpan_TakeAnArrayToo(Type kpi) =>
        Assert.All(
            kpi.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(door => door.ReturnType == kpi
                && door.Name is "FromRespondent" or "FromEvaluation" && door.GetParameters()[0].ParameterType.IsByRefLike),
            door => Assert.NotNull(kpi.GetMethod(
                door.Name,
                [
                    door.GetParameters()[0].ParameterType.GetGenericArguments()[0].MakeArrayType(),
                    .. door.GetParameters().Skip(1).Select(parameter => parameter.ParameterType),
                ])));

    [Fact]
    public void Records_OfAQuery_EqualThoseOfALoop()
    {
        (string Channel, int Score, decimal Revenue)[] rows = [("phone", 9, 20), ("phone", 7, 30), ("chat", 2, 12), ("chat", 10, 8)];
        TopBox cut = new(RatingScale.ZeroToTen, 9);

        var groups = rows.AsQueryable().GroupBy(row => row.Channel).Select(group => new
        {
            group.Key,
            Nps = new Nps(group.Count(r => r.Score >= 9), group.Count(r => r.Score == 7 || r.Score == 8), group.Count(r => r.Score <= 6)),
            Csat = new Csat(group.Count(r => r.Score >= 9), group.Count(), cut),
            Mean = new MeanRating(new MeanTally(group.Count(), group.Sum(r => r.Score), group.Sum(r => r.Score * r.Score)), RatingScale.ZeroToTen),
            Aov = new AverageOrderValue(group.Sum(r => r.Revenue), group.Count()),
            Churn = new Churn(group.Count(r => r.Score < 7), group.Count()),
            Time = new FirstResponseTime(default(DurationTally)),
        }).ToDictionary(group => group.Key);

        Assert.Equal(rows.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Score))["phone"], groups["phone"].Nps);
        Assert.Equal(rows.TallyBy(row => row.Channel, row => Csat.FromAnswer(row.Score, cut))["chat"], groups["chat"].Csat);
        Assert.Equal(MeanRating.FromAnswers([2, 10], RatingScale.ZeroToTen), groups["chat"].Mean);
        Assert.Equal(25m, groups["phone"].Aov.PerOrder);
        Assert.Equal(new Churn(1, 2), groups["chat"].Churn);
        Assert.Equal(default, groups["chat"].Time);
    }

    private static bool IsMany(Type type) => type.IsByRefLike || (type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type));

    private static bool Fits(ParameterInfo parameter) =>
        !parameter.IsOptional && !parameter.ParameterType.IsByRef && !parameter.ParameterType.IsByRefLike && !parameter.ParameterType.IsPointer;

    private static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;
}
