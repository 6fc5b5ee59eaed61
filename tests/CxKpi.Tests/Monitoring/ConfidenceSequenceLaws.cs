using CxKpi.Practices;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Monitoring;

public class ConfidenceSequenceLaws
{
    private static Gen<(Nps[] Days, long Expected, double Confidence)> Cases { get; } =
        from count in Gen.Choose(1, 30)
        from days in Gen.Choose(0, 60).Three().ArrayOf(count)
        from expected in Generators.Magnitude(1, 1e5)
        from confidence in Generators.Real(0.5, 0.999)
        select (days.Select(day => new Nps(day.Item1, day.Item2, day.Item3)).ToArray(), (long)Math.Ceiling(expected), confidence);

    [Property]
    public Property TheSequenceContainsTheIntervalOfASingleLook() => Law.ForAll(Cases, given => Assert.All(
        Of(given.Days, given.Expected, given.Confidence).Points.Zip(SoFar(given.Days)),
        pair =>
        {
            Estimate once = new NetTally(pair.Second.Promoters, pair.Second.Passives, pair.Second.Detractors)
                .Estimate(given.Confidence, NetInterval.Wald) ?? default;
            Assert.True(pair.First.Lower is null || (pair.First.Lower <= once.Lower + 1e-9 && once.Upper <= pair.First.Upper + 1e-9));
        }));

    [Property]
    public Property TheTargetIsExcludedExactlyWhereSomeLimitsExcludedIt() => Law.ForAll(Cases, given =>
    {
        ConfidenceSequence found = Of(given.Days, given.Expected, given.Confidence);
        SequencePoint? first = found.Points.Where(point => point.Lower > 10 || point.Upper < 10).Select(point => (SequencePoint?)point).FirstOrDefault();
        Assert.Equal(first?.Period, found.FirstExcluded);
    });

    [Property]
    public Property EvidenceGrowsAndIsNeverTakenBack() => Law.ForAll(Cases, given =>
    {
        double?[] values = [.. Of(given.Days, given.Expected, given.Confidence).Points.Select(point => point.PValue)];
        Assert.All(values.Zip(values.Skip(1)), pair => Assert.True(pair.Second <= pair.First));
        Assert.All(values, p => Assert.InRange(p!.Value, 0, 1));
    });

    private static ConfidenceSequence Of(Nps[] days, long expected, double confidence) => Enumerable.Range(0, days.Length)
        .TallyBy(CalendarUnit.Day, i => new LocalDate(2025, 1, 1).PlusDays(i), i => days[i])
        .ConfidenceSequence(expected, target: 10, confidence);

    private static IEnumerable<Nps> SoFar(Nps[] days) => days.Select((_, i) => days[..(i + 1)].Aggregate((a, b) => a.Combine(b)));
}
