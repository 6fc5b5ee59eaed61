using NodaTime;

namespace CxKpi.Tests.Engines;

public sealed class StreamTallyExtensionsTests
{
    private const int Many = 150_000;

    [Fact]
    public async Task TallyAsync_Stream_IsThatOfMemory()
    {
        List<long> told = [];

        Nps streamed = await Stream(Many).TallyAsync(row => Nps.FromAnswer(row % 11), new Told(told));

        Assert.Equal(Enumerable.Range(0, Many).Tally(row => Nps.FromAnswer(row % 11)), streamed);
        Assert.Equal([65_536L, 131_072, Many], told);
    }

    [Fact]
    public async Task TallyByAsync_Key_IsThatOfMemory() => Assert.Equal(
        Enumerable.Range(0, Many).TallyBy(row => row % 5, row => Nps.FromAnswer(row % 11)),
        await Stream(Many).TallyByAsync(row => row % 5, row => Nps.FromAnswer(row % 11)));

    [Fact]
    public async Task TallyByAsync_Unit_IsThatOfMemory()
    {
        static LocalDate Day(int row) => new LocalDate(2024, 1, 1).PlusDays(row % 400);

        KpiSeries<Nps> streamed = await Stream(Many).TallyByAsync(CalendarUnit.Week, Day, row => Nps.FromAnswer(row % 11));
        KpiSeries<Nps> byDateOnly = await Stream(Many).TallyByAsync(CalendarUnit.Week, row => Day(row).ToDateOnly(), row => Nps.FromAnswer(row % 11));

        KpiSeries<Nps> expected = Enumerable.Range(0, Many).TallyBy(CalendarUnit.Week, Day, row => Nps.FromAnswer(row % 11));
        Assert.Equal(expected, streamed);
        Assert.Equal(expected, byDateOnly);
        Assert.Equal(expected.IsLastIncomplete, streamed.IsLastIncomplete);
    }

    [Fact]
    public async Task TallyByAsync_MissingKey_NamesItsPosition()
    {
        ArgumentNullException error = await Assert.ThrowsAsync<ArgumentNullException>(
            "key", () => Stream(3).TallyByAsync(row => row == 2 ? null! : "a", row => Nps.FromAnswer(row)));

        Assert.Contains("(at position 2)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TallyAsync_Stopped_GivesNothing()
    {
        using CancellationTokenSource stop = new();
        Told stopping = new([], () => stop.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Stream(Many).TallyAsync(row => Nps.FromAnswer(row % 11), stopping, stop.Token));
    }

    private static async IAsyncEnumerable<int> Stream(int count)
    {
        for (int i = 0; i < count; i++)
        {
            yield return i;
            if (i % 50_000 == 0)
            {
                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task Tally_OfFewRows_StopsWhenItWasStoppedBefore() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => Stream(10).TallyAsync(row => Nps.FromAnswer(row % 11), cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public async Task Progress_OfAWholeNumberOfReports_IsToldOnce()
    {
        List<long> told = [];

        await Stream(2 * 65_536).TallyAsync(row => Nps.FromAnswer(row % 11), new Told(told));

        Assert.Equal([65_536, 131_072], told);
    }

    private sealed class Told(List<long> told, Action? then = null) : IProgress<long>
    {
        public void Report(long value)
        {
            told.Add(value);
            then?.Invoke();
        }
    }
}
