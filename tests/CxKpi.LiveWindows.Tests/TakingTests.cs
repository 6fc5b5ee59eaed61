using System.Net;
using LiveWindows;
using NodaTime;
using NodaTime.Text;

namespace CxKpi.LiveWindows.Tests;

/// <summary>What becomes of events: repeated ones, late ones, those of a batch that failed, and those that cannot be.</summary>
public sealed class TakingTests(OneApplication one) : IClassFixture<OneApplication>
{
    private const string Today = "2026-11-30";

    private static int tests;

    // Each test has a segment of its own, and so windows of its own.
    private readonly string segment = $"segment {Interlocked.Increment(ref tests)}";

    private readonly RunningApplication application = one.Application;

    [Fact]
    public async Task Events_SentAgain_CountOnce()
    {
        Answered[] batch = [Event(0, 10), Event(1, 3), Event(2, null)];

        Assert.Equal(new Receipt(Taken: 3, 0, 0, 0), await application.TakeAsync(batch));
        Assert.Equal(new Receipt(0, Repeated: 3, 0, 0), await application.TakeAsync(batch));

        WindowState<Nps> window = await application.WindowAsync<Nps>(Today, segment);
        Assert.Equal(new Nps(1, 0, 1, new ExcludedAnswers(missing: 1)), window.Kpi);
        Assert.Equal(2, Assert.Single(window.Positions).Value);
    }

    [Fact]
    public async Task Batch_ThatBeginsWithWhatWasTaken_AddsTheRest()
    {
        await application.TakeAsync(Event(0, 10), Event(1, 10), Event(2, 10), Event(0, 0, source: "till 2"));

        Receipt? receipt = await application.TakeAsync(
            Event(1, 10), Event(2, 10), Event(3, 7), Event(0, 0, source: "till 2"), Event(1, 0, source: "till 2"), Event(0, 8, source: "till 3"));

        Assert.Equal(new Receipt(Taken: 3, Repeated: 3, 0, 0), receipt);
        Assert.Equal(new Nps(3, 2, 2), (await application.WindowAsync<Nps>(Today, segment)).Kpi);
    }

    [Fact]
    public async Task Batch_WithAnEventTwiceAndOutOfOrder_TakesEachOnce()
    {
        Assert.Equal(new Receipt(Taken: 3, Repeated: 1, 0, 0), await application.TakeAsync(Event(2, 9), Event(0, 9), Event(2, 9), Event(1, 0)));
        Assert.Equal(new Nps(2, 0, 1), (await application.WindowAsync<Nps>(Today, segment)).Kpi);
    }

    [Fact]
    public async Task Batch_WithTwoEventsAtOnePosition_IsRefused()
    {
        using HttpResponseMessage response = await application.PostAsync(Event(0, 9), Event(1, 9), Event(1, 0));

        await RefusedAsync(response, "position 1 of source till 1 must be one event, and is two");
    }

    [Fact]
    public async Task LateEvent_WithinTheLimit_GoesIntoItsOwnWindow()
    {
        Receipt? receipt = await application.TakeAsync(Event(0, 10), Event(1, 0, "2026-11-27T09:00:00Z"), Event(2, 9));

        Assert.Equal(new Receipt(Taken: 3, 0, 0, 0), receipt);
        Assert.Equal(new Nps(2, 0, 0), (await application.WindowAsync<Nps>(Today, segment)).Kpi);
        Assert.Equal(new Nps(0, 0, 1), (await application.WindowAsync<Nps>("2026-11-27", segment)).Kpi);
    }

    [Fact]
    public async Task Events_BeyondTheLimitOrInTheFuture_AreRefusedAndCounted()
    {
        // Without a flag a window takes events until three days after its end: at noon of 30 November that of the 27th is still open, that of the 26th is not.
        Receipt? receipt = await application.TakeAsync(
            Event(0, 10, "2026-11-26T22:59:59Z"),
            Event(1, 10, "2026-11-26T23:00:00Z"),
            Event(2, 10, "2026-11-30T12:04:00Z"),
            Event(3, 10, "2026-11-30T12:06:00Z"));

        Assert.Equal(new Receipt(Taken: 2, 0, Late: 1, Early: 1), receipt);
        Assert.Equal(default, (await application.WindowAsync<Nps>("2026-11-26", segment)).Kpi);
        Assert.Equal(new Nps(1, 0, 0), (await application.WindowAsync<Nps>(Today, segment)).Kpi);
    }

    [Fact]
    public async Task Events_AroundMidnight_GoIntoTheDayOfTheZone()
    {
        await application.TakeAsync(Event(0, 10, "2026-11-29T22:59:59Z"), Event(1, 0, "2026-11-30T00:00:00+01:00"));

        Assert.Equal(new Nps(1, 0, 0), (await application.WindowAsync<Nps>("2026-11-29", segment)).Kpi);
        Assert.Equal(new Nps(0, 0, 1), (await application.WindowAsync<Nps>(Today, segment)).Kpi);
    }

    [Theory]
    [InlineData(WriteFailure.BeforeStoring)]
    [InlineData(WriteFailure.AfterStoring)]
    public async Task FailedWrite_ThenRetry_CountsOnce(WriteFailure failure)
    {
        Answered[] first = [Event(0, 10), Event(1, null)], second = [Event(2, 3), Event(3, 8)];
        await application.TakeAsync(first);

        application.Storage.Next = failure;
        using HttpResponseMessage failed = await application.PostAsync(second);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), failed.Headers.RetryAfter?.Delta);

        // What the window holds is what the storage holds, also where another source comes before the retry.
        int stored = failure == WriteFailure.AfterStoring ? 1 : 0;
        Assert.Equal(new Nps(1, stored, stored, new ExcludedAnswers(missing: 1)), (await application.WindowAsync<Nps>(Today, segment)).Kpi);
        await application.TakeAsync(Event(0, 9, source: "till 2"));

        Receipt? receipt = await application.TakeAsync(second);
        Assert.Equal(new Receipt(Taken: 2 - 2 * stored, Repeated: 2 * stored, 0, 0), receipt);
        Assert.Equal(new Nps(2, 1, 1, new ExcludedAnswers(missing: 1)), (await application.WindowAsync<Nps>(Today, segment)).Kpi);
    }

    [Fact]
    public async Task Batch_WhoseOneWindowFails_IsTakenWholeByTheRetry()
    {
        Answered[] batch = [Event(0, 10), Event(1, 10) with { Segment = $"{segment}, chat" }, Event(2, 10) with { Segment = $"{segment}, shop" }];

        application.Storage.Next = WriteFailure.BeforeStoring;
        using HttpResponseMessage failed = await application.PostAsync(batch);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);

        Assert.Equal(new Receipt(Taken: 1, Repeated: 2, 0, 0), await application.TakeAsync(batch));
        foreach (Answered e in batch)
        {
            Assert.Equal(new Nps(1, 0, 0), (await application.WindowAsync<Nps>(Today, e.Segment)).Kpi);
        }
    }

    [Fact]
    public async Task Batch_WithAnAnswerOffTheScale_IsRefusedWhole()
    {
        using HttpResponseMessage response = await application.PostAsync(Event(0, 10), Event(1, 11));

        await RefusedAsync(response, "event 1: answer must lie on the scale 0 to 10; got 11");
        Assert.Equal(default, (await application.WindowAsync<Nps>(Today, segment)).Kpi);
    }

    [Theory]
    [InlineData("""[{"source":"s","position":0,"segment":"a","at":"2026-11-30T09:00:00Z"}]""", "answer")]
    [InlineData("""[{"source":"s","position":0,"segment":"a","at":"2026-11-30T09:00:00Z","answer":9,"score":9}]""", "score")]
    [InlineData("""[{"source":"s","position":0,"segment":"a","at":"2026-11-30T09:00:00","answer":9}]""", "must be a time with its offset")]
    [InlineData("""[{"source":null,"position":0,"segment":"a","at":"2026-11-30T09:00:00Z","answer":9}]""", "source")]
    [InlineData("""[{"source":"","position":0,"segment":"a","at":"2026-11-30T09:00:00Z","answer":9}]""", "event 0: source must be a name")]
    [InlineData("""[{"source":"s","position":-1,"segment":"a","at":"2026-11-30T09:00:00Z","answer":9}]""", "event 0: position must not be negative; got -1")]
    [InlineData("""[null]""", "event 0")]
    [InlineData("""[{"source":"s","position":0""", "$[0]")]
    public async Task Batch_ThatCannotBeRead_SaysWhatIsWrong(string json, string message)
    {
        using HttpResponseMessage response = await application.PostTextAsync(json);

        await RefusedAsync(response, message);
    }

    [Fact]
    public async Task Batch_OfAnotherMediaType_IsRefused()
    {
        using HttpResponseMessage response = await application.PostTextAsync("[]", "text/plain");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Batch_WithTooManySegmentsOrEvents_IsRefused()
    {
        IEnumerable<Answered> customers = Enumerable.Range(0, SegmentsGrain.Most + 1).Select(i => Event(i, 9) with { Segment = $"customer {i}" });
        using HttpResponseMessage segments = await application.PostAsync([.. customers]);
        await RefusedAsync(segments, "there must be at most 200 segments");

        using HttpResponseMessage events = await application.PostAsync([.. Enumerable.Range(0, Ingest<Nps>.MostEvents + 1).Select(i => Event(i, 9))]);
        await RefusedAsync(events, "a batch must have at most 10000 events; got 10001");
    }

    private static async Task RefusedAsync(HttpResponseMessage response, string message)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Answered Event(long position, int? answer, string at = "2026-11-30T09:00:00Z", string source = "till 1") =>
        new(source, position, segment, OffsetDateTimePattern.Rfc3339.Parse(at).Value.ToInstant(), answer);
}

/// <summary>One application for several tests.</summary>
public sealed class OneApplication : IAsyncLifetime
{
    internal RunningApplication Application { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Application = await RunningApplication.StartAsync(new LiveKpi<Nps>("NPS", answer => Nps.FromAnswer(answer), Target.AtLeast(30)));

    public async Task DisposeAsync() => await Application.DisposeAsync();
}
