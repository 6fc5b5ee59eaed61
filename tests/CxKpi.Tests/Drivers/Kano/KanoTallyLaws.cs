using CxKpi.Practices;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Drivers;

public class KanoTallyLaws
{
    private static Gen<(KanoAnswer There, KanoAnswer Missing)[]> Answers { get; } =
        (from there in Gen.Elements(Enum.GetValues<KanoAnswer>())
         from missing in Gen.Elements(Enum.GetValues<KanoAnswer>())
         select (there, missing)).ArrayOf();

    [Property]
    public Property TheTallyOfTwoGroupsIsTheirSum() => Law.ForAll(Answers.Two(), groups => Assert.Equal(
        KanoTally.FromAnswers(groups.Item1.Concat(groups.Item2)),
        KanoTally.FromAnswers(groups.Item1).Combine(KanoTally.FromAnswers(groups.Item2))));

    [Property]
    public Property CoefficientsStayInTheirRange() => Law.ForAll(Answers, answers =>
    {
        KanoTally tally = KanoTally.FromAnswers(answers);
        Assert.Equal(answers.Length, tally.N);
        Assert.InRange(tally.Better ?? 0, 0, 1);
        Assert.InRange(tally.Worse ?? 0, -1, 0);
        Assert.Equal(tally, tally.Combine(default));
    });

    [Property]
    public Property TheCategoryIsThatOfMost() => Law.ForAll(Answers, answers =>
    {
        KanoTally tally = KanoTally.FromAnswers(answers);
        Assert.True(tally.Category is not { } category || Enum.GetValues<KanoCategory>().All(other => tally.Of(other) <= tally.Of(category)));
    });
}
