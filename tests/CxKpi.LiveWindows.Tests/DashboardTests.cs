using System.Net;
using LiveWindows;
using NodaTime;

namespace CxKpi.LiveWindows.Tests;

/// <summary>What the dashboard shows, as a page and as JSON, and what a silo does when it is asked for too much.</summary>
public sealed class DashboardTests
{
    private static readonly LiveKpi<Nps> Score = new("NPS", answer => Nps.FromAnswer(answer), Target.AtLeast(30));

    [Fact]
    public async Task Dashboard_WithAMonthOfAnswers_ShowsLimitsVerdictAndTargetOfEachSegment()
    {
        await using RunningApplication application = await RunningApplication.StartAsync(Score, "--late-days", "60", "--refresh-seconds", "7");
        await application.TakeAsync([.. Enumerable.Range(0, 31 * 60).Select(i => Answer(i, 30 - i / 60))]);

        using HttpResponseMessage json = await application.GetAsync("scorecard.json");
        Scorecard card = Scorecard.FromJson(await json.Content.ReadAsStringAsync());

        Assert.Equal("NPS at 2026-11-30 13:00:00 Europe/Paris", card.Title);
        Assert.Equal(["NPS", "<b>chat", "phone", "NPS", "<b>chat", "phone"], card.Lines.Select(line => line.Label));
        Assert.Equal(
            ["2026-11-30, so far", "2026-11-30, so far: segments", "2026-11-29, ended", "2026-11-29, ended: segments"],
            card.Lines.Select(line => line.Group).Distinct());
        Assert.All(card.Lines, line => Assert.True(line.Estimate is { Lower: not null, Upper: not null }));
        Assert.Equal([60, 30, 30], card.Lines.Take(3).Select(line => line.N));

        // Until yesterday all segments were alike; today everybody on the phone is a detractor.
        Assert.Equal([LatestVerdict.AsExpected, LatestVerdict.Worse], card.Lines.Skip(1).Take(2).Select(line => line.Verdict));
        Assert.All(card.Lines.Skip(3), line => Assert.Equal(LatestVerdict.AsExpected, line.Verdict));
        Assert.Equal(TargetStatus.Missed, card.Lines[2].Target?.Status);

        using HttpResponseMessage page = await application.GetAsync("");
        string html = await page.Content.ReadAsStringAsync();
        Assert.Equal("7", page.Headers.GetValues("Refresh").Single());
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("phone", html, StringComparison.Ordinal);
        Assert.Contains("worse", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>chat", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dashboard_OfANewApplication_IsUndefinedAndComesBackAfterAFailure()
    {
        await using RunningApplication application = await RunningApplication.StartAsync(Score);

        application.Storage.IsUnreadable = true;
        await application.PostAsync(Event(0, 9));
        using HttpResponseMessage failed = await application.GetAsync("");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        Assert.Equal("5", failed.Headers.GetValues("Refresh").Single());

        application.Storage.IsUnreadable = false;
        using HttpResponseMessage json = await application.GetAsync("scorecard.json");
        Assert.All(Scorecard.FromJson(await json.Content.ReadAsStringAsync()).Lines, line => Assert.Null(line.Estimate));
        using HttpResponseMessage page = await application.GetAsync("");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Application_WithAnotherRecord_IsAnotherLine()
    {
        LiveKpi<Csat> kpi = new("CSAT", answer => Csat.FromAnswer(answer, TopBox.TwoOfFive));
        await using RunningApplication application = await RunningApplication.StartAsync(kpi, "--window", "Month");

        await application.TakeAsync(Event(0, 5), Event(1, 1), Event(2, null));

        WindowState<Csat> window = await application.WindowAsync<Csat>("2026-11", "phone");
        Assert.Equal(Csat.FromAnswers([5, 1, null], TopBox.TwoOfFive), window.Kpi);
    }

    [Fact]
    public async Task Batch_WhenAllPlacesAreTaken_IsAskedToComeAgain()
    {
        await using RunningApplication application = await RunningApplication.StartAsync(Score, "--at-once", "1", "--waiting", "1");
        TaskCompletionSource gate = new();
        application.Storage.Gate = gate.Task;

        // One is worked on, one waits, and the third is sent away; which of the last two is which does not matter.
        Task<HttpResponseMessage> first = application.PostAsync(Event(0, 9));
        while (application.Storage.Begun == 0)
        {
            await Task.Delay(10);
        }

        Task<HttpResponseMessage>[] others = [application.PostAsync(Event(0, 9, source: "till 2")), application.PostAsync(Event(0, 9, source: "till 3"))];
        using HttpResponseMessage rejected = await await Task.WhenAny(others);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, rejected.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), rejected.Headers.RetryAfter?.Delta);

        gate.SetResult();
        HttpResponseMessage[] all = await Task.WhenAll([first, .. others]);
        Assert.Equal(2, all.Count(response => response.StatusCode == HttpStatusCode.OK));
        Assert.Equal(2, (await application.WindowAsync<Nps>("2026-11-30", "phone")).Kpi.Promoters);
        Array.ForEach(all, response => response.Dispose());
    }

    private static Answered Event(long position, int? answer, string source = "till 1") =>
        new(source, position, "phone", RunningApplication.Now - Duration.FromHours(3), answer);

    // Of ten answers six are 9, two are 7 and two are 3.
    private static Answered Answer(int i, int daysAgo)
    {
        string segment = i % 2 == 0 ? "phone" : "<b>chat";
        int usual = (i / 2 % 10) switch { < 6 => 9, < 8 => 7, _ => 3 };
        return new("till 1", i, segment, RunningApplication.Now - Duration.FromDays(daysAgo), daysAgo == 0 && i % 2 == 0 ? 0 : usual);
    }
}
