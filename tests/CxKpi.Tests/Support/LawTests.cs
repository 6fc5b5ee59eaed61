using System.Reflection;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace CxKpi.Tests;

public class LawTests
{
    [Fact]
    public async Task ForAll_FalseLaw_FailsAgainOnTheSameCaseWhenReplayed()
    {
        TestFailed failed = Assert.IsType<TestFailed>(await Outcome(nameof(Laws.EveryNumberIsSmall)));
        string message = failed.Messages[0];
        Match seed = Regex.Match(message, @"\((\d+),(\d+)\)");

        Config replay = Config.QuickThrowOnFailure.WithMaxTest(Law.Cases)
            .WithReplay(ulong.Parse(seed.Groups[1].Value, null), ulong.Parse(seed.Groups[2].Value, null));
        TargetInvocationException again = Assert.Throws<TargetInvocationException>(
            () => Check.Method(replay, typeof(Laws).GetMethod(nameof(Laws.EveryNumberIsSmall)), null));

        Assert.InRange(int.Parse(Counterexample(message), null), 500, 1000);
        Assert.Equal(Counterexample(message), Counterexample(again.InnerException!.Message));
    }

    [Fact]
    public async Task ForAll_FalseLaw_ShowsTheWholeCase()
    {
        TestFailed failed = Assert.IsType<TestFailed>(await Outcome(nameof(Laws.NoSeriesIsLong)));

        Assert.Equal($"[{string.Join(", ", Laws.LongSeries)}]", Counterexample(failed.Messages[0]));
    }

    [Fact]
    public async Task ForAll_FailingAssertion_ShowsTheCaseAndTheAssertion()
    {
        TestFailed failed = Assert.IsType<TestFailed>(await Outcome(nameof(Laws.EveryNumberEqualsSeven)));

        Assert.Equal("8", Counterexample(failed.Messages[0]));
        Assert.Contains("Expected: 7", failed.Messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForAll_TrueLaw_IsCheckedOnAllCases()
    {
        TestPassed passed = Assert.IsType<TestPassed>(await Outcome(nameof(Laws.EveryNumberIsBelowTheLimit)));

        Assert.Contains($"passed {Law.Cases} tests", passed.Output, StringComparison.Ordinal);
    }

    private static string Counterexample(string message) => Regex.Match(message, @"Original:\s+<null>\s+(.*)").Groups[1].Value.TrimEnd();

    /// <summary>What the adapter reports of a law when the runner runs it.</summary>
    private static async Task<ITestResultMessage> Outcome(string law)
    {
        TestCollection collection = new(new TestAssembly(Reflector.Wrap(typeof(Laws).Assembly)), null, "laws that are no tests");
        TestMethod method = new(new TestClass(collection, Reflector.Wrap(typeof(Laws))), Reflector.Wrap(typeof(Laws).GetMethod(law)));
        using PropertyTestCase test = new(null, TestMethodDisplay.Method, TestMethodDisplayOptions.None, method, null);
        using Results results = new();
        using CancellationTokenSource cancellation = new();
        await test.RunAsync(null, results, [], new ExceptionAggregator(), cancellation);
        return results.Single;
    }

    private sealed class Results : IMessageBus
    {
        private readonly List<ITestResultMessage> results = [];

        public ITestResultMessage Single => Assert.Single(results);

        public bool QueueMessage(IMessageSinkMessage message)
        {
            if (message is ITestResultMessage result)
            {
                results.Add(result);
            }

            return true;
        }

        public void Dispose()
        {
        }
    }

#pragma warning disable xUnit1000 // Not public, so that the runner doesn't find these: the tests above run them.
    private static class Laws
    {
        public static double[] LongSeries { get; } = [.. Enumerable.Range(0, 150).Select(i => i / 3.0)];

        [Property]
        public static Property EveryNumberIsSmall() => Law.ForAll(Gen.Choose(0, 1000), x => x < 500);

        [Property]
        public static Property NoSeriesIsLong() => Law.ForAll(Gen.Constant(LongSeries), x => x.Length < 150);

        [Property]
        public static Property EveryNumberEqualsSeven() => Law.ForAll(Gen.Constant(8), x => Assert.Equal(7, x));

        [Property]
        public static Property EveryNumberIsBelowTheLimit() => Law.ForAll(Gen.Choose(0, 1000), x => x <= 1000);
    }
#pragma warning restore xUnit1000
}
