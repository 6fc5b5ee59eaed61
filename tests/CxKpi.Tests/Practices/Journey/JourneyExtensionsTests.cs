using CxKpi.Practices;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Practices;

public class JourneyExtensionsTests
{
    private static readonly (int Minutes, int Score)[] Answers = [(1, 10), (5, 9), (60, 8), (1440, 3), (5000, 0)];

    [Fact]
    public void TallyByDelay_UsualLimits_AreFiveMinutesAndADay()
    {
        Segments<DelayBucket, Nps> delays = ByDelay();

        Assert.Equal(["< 5 min", "5 min \u2013 24 h", "\u2265 24 h"], delays.Keys.Select(key => key.ToString()));
        Assert.Equal([new(1, 0, 0), new(1, 1, 0), new(0, 0, 2)], delays.Values);
        Segments<DelayBucket, Nps> two = new[] { 0, 40 }
            .TallyByDelay(seconds => Duration.FromSeconds(seconds), _ => new Nps(1, 0, 0), Duration.FromSeconds(30));
        Assert.Equal(["< 30 s", "\u2265 30 s"], two.Keys.Select(key => key.ToString()));
    }

    [Fact]
    public void Contributions_OfThreeStages_AreCalculatedByHand()
    {
        Segments<string, Nps> stages = new (string Stage, Nps Score)[] { ("order", new(60, 30, 10)), ("delivery", new(60, 60, 180)) }
            .TallyBy(row => row.Stage, row => row.Score);
        IReadOnlyList<SegmentContribution<string>> parts = stages.Contributions();

        // Total (120 - 190) / 400 = -17.5; the order has 100 of 400 answers and +50, the delivery 300 and -40.
        Assert.Equal([0.25, 0.75], parts.Select(part => part.Weight!.Value));
        Assert.Equal([12.5, -30], parts.Select(part => part.Part!.Value));
        Assert.Equal([16.875, -16.875], parts.Select(part => part.Pull!.Value));
        Assert.Equal([22.5, -67.5], parts.Select(part => part.Effect!.Value));
        Assert.Equal("order: 50 (weight 0.25, pull 16.875)", parts[0].ToString());
    }

    [Fact]
    public void Delays_ReadInTheirLargestUnit()
    {
        Segments<DelayBucket, Nps> delays = new[] { 0, 60, 3600, 5400 }.TallyByDelay(
            seconds => Duration.FromSeconds(seconds),
            _ => new Nps(1, 0, 0),
            Duration.FromSeconds(59.5),
            Duration.FromMinutes(1),
            Duration.FromHours(1),
            Duration.FromHours(1.5));

        Assert.Equal(["< 59.5 s", "1 min – 1 h", "1 h – 1.5 h", "≥ 1.5 h"], delays.Keys.Select(key => key.ToString()));
        Assert.Equal("≥ 0", default(DelayBucket).ToString());
    }

    // Volumes are no shares of a total: they have no weight, and what is left without one is the others.
    [Fact]
    public void Contributions_OfVolumes_HaveNoWeight()
    {
        IReadOnlyList<SegmentContribution<string>> parts = new (string Channel, OrderVolume Orders)[] { ("shop", new(30)), ("web", new(70)) }
            .TallyBy(row => row.Channel, row => row.Orders).Contributions();

        Assert.Equal([30, 70], parts.Select(part => part.Effect!.Value));
        Assert.All(parts, part => Assert.Null(part.Weight));
        Assert.All(parts, part => Assert.Null(part.Pull));
        Assert.Empty(Array.Empty<int>().TallyBy(i => i, _ => new Nps(1, 0, 0)).Contributions());
    }

    [Fact]
    public void Arguments_ThatAreNone_AreRefused()
    {
        Assert.Equal(
            "limits must rise from above zero (at position 1); got 0:00:01:00 (Parameter 'limits')",
            Assert.Throws<ArgumentOutOfRangeException>(() => ByDelay(Duration.FromMinutes(5), Duration.FromMinutes(1))).Message);
        Assert.Throws<ArgumentOutOfRangeException>("limits", () => ByDelay(Duration.Zero));
        Assert.Contains(
            "(at position 2)",
            Assert.Throws<ArgumentOutOfRangeException>(() => new[] { 1, 0, -1 }.TallyByDelay(i => Duration.FromMinutes(i), _ => new Nps(1, 0, 0))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("rows", () => ((int[])null!).TallyByDelay(_ => Duration.Zero, _ => new Nps(1, 0, 0)));
        Assert.Throws<ArgumentNullException>("delay", () => Array.Empty<int>().TallyByDelay(null!, _ => new Nps(1, 0, 0)));
        Assert.Throws<ArgumentNullException>("kpi", () => Array.Empty<int>().TallyByDelay(_ => Duration.Zero, (Func<int, Nps>)null!));
        Assert.Throws<ArgumentOutOfRangeException>("limits", () => ByDelay(Duration.FromMinutes(5), Duration.FromMinutes(5)));
        Assert.Equal(
            "delay must not be negative (at position 0); got -0:00:05:00 (Parameter 'delay')",
            Assert.Throws<ArgumentOutOfRangeException>(() => new[] { 1 }.TallyByDelay(_ => Duration.FromMinutes(-5), _ => new Nps(1, 0, 0))).Message);
    }

    private static Segments<DelayBucket, Nps> ByDelay(params Duration[] limits) =>
        Answers.TallyByDelay(answer => Duration.FromMinutes(answer.Minutes), answer => Nps.FromAnswer(answer.Score), limits);
}

public class JourneyExtensionsLaws
{
    private static Gen<Nps> Score { get; } =
        from positive in Gen.Choose(0, 50) from neutral in Gen.Choose(0, 50) from negative in Gen.Choose(0, 50) select new Nps(positive, neutral, negative);

    [Property]
    public Property PartsAddUpToTheTotalAndPullsToZero() => Law.ForAll(Score.ArrayOf(4).Where(scores => scores.All(score => score.N > 0)), scores =>
    {
        Segments<int, Nps> stages = Enumerable.Range(0, 4).TallyBy(i => i, i => scores[i]);
        IReadOnlyList<SegmentContribution<int>> parts = stages.Contributions();
        Assert.Equal(stages.Total.Value!.Value, parts.Sum(part => part.Part!.Value), 1e-9);
        Assert.Equal(0, parts.Sum(part => part.Pull!.Value), 1e-9);
        Assert.All(parts, part => Assert.Equal(part.Pull!.Value / (1 - part.Weight!.Value), part.Effect!.Value, 9));
    });

    [Property]
    public Property DelaysDivideAllRows() => Law.ForAll(Gen.Choose(0, 10_000).ArrayOf(), minutes => Assert.Equal(
        minutes.Tally(x => Nps.FromAnswer(x % 11)),
        minutes.TallyByDelay(x => Duration.FromMinutes(x), x => Nps.FromAnswer(x % 11)).Total));
}
