using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Commerce;

public class FunnelTests
{
    private static readonly ImmutableArray<string> Steps = ["view", "cart", "purchase"];
    private static readonly Instant Noon = Instant.FromUtc(2025, 3, 1, 12, 0);

    [Fact]
    public void New_WorkedExample_GivesEachConversion()
    {
        Funnel funnel = new(Steps, [1_000, 300, 90]);

        Assert.Equal(new FunnelConversion(300, 1_000, new("view", "cart")), funnel.StepConversion(1));
        Assert.Equal(new FunnelConversion(90, 300, new("cart", "purchase")), funnel.StepConversion(2));
        Assert.Equal(new FunnelConversion(90, 1_000, new("view", "purchase")), funnel.OverallConversion);
        Assert.Equal(0.09, funnel.OverallConversion.Value);
    }

    [Fact]
    public void StepConversion_NoSuchStep_Throws()
    {
        Funnel funnel = new(Steps, [3, 2, 1]);

        Assert.Throws<ArgumentOutOfRangeException>("step", () => funnel.StepConversion(0));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => funnel.StepConversion(3));
    }

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Contains(
            "from view (3) to cart",
            Assert.Throws<ArgumentOutOfRangeException>("counts", () => new Funnel(Steps, [3, 4, 1])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("counts", () => new Funnel(Steps, [3, 2, -1]));
        Assert.Throws<ArgumentException>("counts", () => new Funnel(Steps, [3, 2]));
        Assert.Throws<ArgumentException>("counts", () => new Funnel(Steps, default));
        Assert.Throws<ArgumentException>("steps", () => new Funnel(default, []));
        Assert.Throws<ArgumentException>("steps", () => new Funnel(["view"], [1]));
        Assert.Throws<ArgumentException>("steps", () => new Funnel(["view", " "], [1, 1]));
        Assert.Throws<ArgumentNullException>("steps", () => new Funnel(["view", null!], [1, 1]));
        Assert.Contains(
            "view occurs twice",
            Assert.Throws<ArgumentException>("steps", () => new Funnel(["view", "view"], [1, 1])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Combine_SameSteps_AddsCounts() => Assert.Equal<long>([4, 3, 1], new Funnel(Steps, [3, 2, 1]).Combine(new(Steps, [1, 1, 0])).Counts);

    [Fact]
    public void Combine_OtherSteps_Throws() =>
        Assert.Throws<ArgumentException>("other", () => new Funnel(Steps, [3, 2, 1]).Combine(new(["view", "purchase"], [1, 1])));

    [Fact]
    public void Json_RoundTrips()
    {
        Funnel back = JsonSerializer.Deserialize<Funnel>(JsonSerializer.Serialize(new Funnel(Steps, [3, 2, 1])))!;

        Assert.Equal<string>(Steps, back.Steps);
        Assert.Equal<long>([3, 2, 1], back.Counts);
    }

    [Fact]
    public void FromEvents_StepsOutOfOrder_DoNotCount() =>
        Assert.Equal<long>([2, 1, 0], Read(null, ("a", "cart", 0), ("a", "view", 1), ("b", "view", 0), ("b", "cart", 1), ("c", "purchase", 5)));

    [Fact]
    public void FromEvents_SkippedStep_EndsTheUnitThere() =>
        Assert.Equal<long>([1, 0, 0], Read(null, ("a", "view", 0), ("a", "purchase", 1)));

    [Fact]
    public void FromEvents_OtherEventsAndRepeats_AreHarmless() =>
        Assert.Equal<long>(
            [1, 1, 1],
            Read(null, ("a", "view", 0), ("a", "search", 1), ("a", "view", 2), ("a", "cart", 3), ("a", "cart", 4), ("a", "purchase", 5)));

    [Fact]
    public void FromEvents_SameInstant_IsTakenInTheOrderOfTheSteps() =>
        Assert.Equal<long>([1, 1, 0], Read(null, ("a", "cart", 0), ("a", "view", 0)));

    [Fact]
    public void FromEvents_Window_RunsFromTheFirstStepAndIncludesItsEnd()
    {
        (string, string, int)[] log = [("a", "view", 0), ("a", "cart", 6), ("a", "purchase", 10)];

        Assert.Equal<long>([1, 1, 1], Read(10, log));
        Assert.Equal<long>([1, 1, 0], Read(9, log));
    }

    [Fact]
    public void FromEvents_LaterAttempt_MayGetFurther() =>
        Assert.Equal<long>([1, 1, 1], Read(5, ("a", "view", 0), ("a", "cart", 1), ("a", "view", 20), ("a", "cart", 21), ("a", "purchase", 22)));

    [Fact]
    public void FromEvents_BadInput_Throws()
    {
        Assert.Throws<ArgumentNullException>("events", () => Funnel.FromEvents<int>(null!, Steps));
        Assert.Contains(
            "a step (at position 1)",
            Assert.Throws<ArgumentException>("events", () => Funnel.FromEvents([("a", "other", default(Instant)), ("a", null!, default)], Steps)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "a key (at position 1)",
            Assert.Throws<ArgumentException>("events", () => Funnel.FromEvents([("a", "other", default(Instant)), (null!, Steps[0], default)], Steps)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("window", () => Funnel.FromEvents<int>([], Steps, Duration.Zero));
        Assert.Throws<ArgumentException>("steps", () => Funnel.FromEvents<int>([], ["view"]));
    }

    private static ImmutableArray<long> Read(int? minutes, params (string Key, string Step, int Minute)[] log) =>
        Funnel.FromEvents(
            log.Select(e => (e.Key, e.Step, Noon + Duration.FromMinutes(e.Minute))),
            Steps,
            minutes is { } window ? Duration.FromMinutes(window) : null).Counts;
}

public class FunnelLaws
{
    private static readonly ImmutableArray<string> Steps = ["a", "b", "c"];

    private static Gen<(int Key, string Step, Instant Time)[]> Events =>
        (from key in Gen.Choose(0, 2)
         from step in Gen.Elements("a", "b", "c", "other")
         from minute in Gen.Choose(0, 25)
         select (key, step, NodaConstants.UnixEpoch + Duration.FromMinutes(minute))).ArrayOf();

    private static Gen<Duration?> Window => Gen.Choose(0, 15).Select(x => x == 0 ? (Duration?)null : Duration.FromMinutes(x));

    [Property]
    public Property AnEventLogGivesWhatTryingEveryChainGives() =>
        Law.ForAll(Events.Zip(Window), x => Funnel.FromEvents(x.Item1, Steps, x.Item2).Counts.SequenceEqual(EveryChain(x.Item1, x.Item2)));

    [Property]
    public Property ALongerWindowNeverLosesUnits() =>
        Law.ForAll(Events.Zip(Gen.Choose(1, 10)), x => Funnel.FromEvents(x.Item1, Steps, Duration.FromMinutes(x.Item2)).Counts
            .Zip(Funnel.FromEvents(x.Item1, Steps, Duration.FromMinutes(x.Item2 + 3)).Counts).All(pair => pair.First <= pair.Second));

    [Property]
    public Property LogsOfDifferentUnitsCombine() =>
        Law.ForAll(Events, x => Funnel.FromEvents(x, Steps).Counts.SequenceEqual(
            Funnel.FromEvents(x.Where(e => e.Key == 0), Steps).Combine(Funnel.FromEvents(x.Where(e => e.Key != 0), Steps)).Counts));

    /// <summary>The definition as it reads: some choice of one event per step, in order, within the window of the first.</summary>
    private static long[] EveryChain((int Key, string Step, Instant Time)[] log, Duration? window)
    {
        long[] counts = new long[3];
        foreach (IGrouping<int, (int Key, string Step, Instant Time)> unit in log.GroupBy(e => e.Key))
        {
            Instant[][] times = [.. Steps.Select(step => unit.Where(e => e.Step == step).Select(e => e.Time).ToArray())];
            bool Within(Instant first, Instant last) => first <= last && (window is null || last - first <= window);
            counts[0] += times[0].Length > 0 ? 1 : 0;
            counts[1] += times[0].Any(a => times[1].Any(b => Within(a, b))) ? 1 : 0;
            counts[2] += times[0].Any(a => times[1].Any(b => a <= b && times[2].Any(c => b <= c && Within(a, c)))) ? 1 : 0;
        }

        return counts;
    }
}
