using CxKpi.Engines.Tests.Documentation;
using CxKpi.Engines.Tests.Servers;
using LinqToDB;
using NodaTime;

namespace CxKpi.Engines.Tests;

/// <summary>A query has the forms of memory: counted rows, and time zones of the base class library. Without one, all rows would be read.</summary>
public sealed class FormTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static readonly IReadOnlyList<Order> All = [.. Order.All.Take(600)];

    private static readonly Lazy<Shop> ByEfCore = new(() => Shop.InSqlite(All));
    private static readonly Lazy<ITable<Order>> ByLinq2Db = new(() => Linq2Db.InSqlite(All));

    public static TheoryData<string> Engines => ["EF Core", "linq2db"];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Counts_OfEveryForm_AreAddedUp(string engine)
    {
        IQueryable<Order> rows = Of(engine);

        Nps total = All.Tally(row => Nps.FromAnswer(row.Score), count: row => row.Items);
        Same.As(total, rows.Tally(row => Nps.FromAnswer(row.Score), count: row => row.Items));
        Same.As(total, await rows.TallyAsync(row => Nps.FromAnswer(row.Score), count: row => row.Items));

        Segments<Channel, Nps> byChannel = All.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Score), count: row => row.Items);
        Same.As(byChannel, rows.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Score), count: row => row.Items));
        Same.As(byChannel, await rows.TallyByAsync(row => row.Channel, row => Nps.FromAnswer(row.Score), count: row => row.Items));

        KpiSeries<Nps> monthly = All.TallyBy(CalendarUnit.Month, row => row.Day, row => Nps.FromAnswer(row.Score), count: row => row.Items);
        Same.As(monthly, rows.TallyBy(CalendarUnit.Month, row => row.Day, row => Nps.FromAnswer(row.Score), count: row => row.Items));
        Same.As(monthly, await rows.TallyByAsync(CalendarUnit.Month, row => row.Day, row => Nps.FromAnswer(row.Score), count: row => row.Items));
        Same.As(
            monthly,
            rows.TallyBy(CalendarUnit.Month, row => LocalDate.FromDateOnly(row.Day), row => Nps.FromAnswer(row.Score), count: row => row.Items));
        Same.As(
            monthly,
            await rows.TallyByAsync(CalendarUnit.Month, row => LocalDate.FromDateOnly(row.Day), row => Nps.FromAnswer(row.Score), count: row => row.Items));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Counts_ThatAreMadeHere_AreThoseOfMemory(string engine) => Same.As(
        All.TallyBy(row => row.Channel, row => new AverageOrderValue(row.Amount, 1, "EUR"), count: row => Half(row.Items)),
        Of(engine).TallyBy(row => row.Channel, row => new AverageOrderValue(row.Amount, 1, "EUR"), count: row => Half(row.Items)));

    [Fact]
    public void Counts_ThatAreTheSameForAll_AreThoseOfMemory() => Same.As(
        All.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Score), count: _ => 3),
        ByEfCore.Value.Orders.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Score), count: _ => 3));

    [Fact]
    public void Counts_AreSumsOfTheEngine()
    {
        using StoredRows<(int Answer, int Count)> stored = new([(9, 2), (9, 3), (3, 1)]);

        Nps nps = stored.Query.Tally(row => Nps.FromAnswer(row.Answer), count: row => row.Count);

        Assert.Equal(6, nps.N);
        Assert.Contains("SUM(", stored.LastQuery, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_OfZero_AreLeftOut()
    {
        // As in memory, where the answer of such a row is not even looked at.
        using Shop shop = Shop.InSqlite([new() { Id = 1, Channel = Channel.Web, Score = 9, Items = 2 }, new() { Id = 2, Channel = Channel.Shop, Score = 99 }]);

        Segments<Channel, Nps> byChannel = shop.Orders.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Score), count: row => row.Items);

        Assert.Equal([Channel.Web], byChannel.Keys);
    }

    [Fact]
    public void Counts_BelowZero_AreRefusedThoughOthersMakeUpForThem()
    {
        using Shop shop = Shop.InSqlite([new() { Id = 1, Score = 9, Items = 5 }, new() { Id = 2, Score = 9, Items = -2 }]);

        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            "rows", () => shop.Orders.Tally(row => Nps.FromAnswer(row.Score), count: row => row.Items));

        Assert.Contains("must not hold negative counts; got -2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_ThatMayBeMissing_AreRefused() => Assert.Throws<ArgumentException>(
        "count", () => ByEfCore.Value.Orders.Tally(row => Nps.FromAnswer(row.Satisfaction), count: row => row.Score!.Value));

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task TimeZone_OfTheBaseClassLibrary_IsThatOfMemory(string engine)
    {
        KpiSeries<Nps> daily = All.TallyBy(CalendarUnit.Day, row => Dates.FromUtc(row.At), Zone, row => Nps.FromAnswer(row.Score));

        Same.As(daily, Of(engine).TallyBy(CalendarUnit.Day, row => Dates.FromUtc(row.At), Zone, row => Nps.FromAnswer(row.Score)));
        Same.As(daily, await Of(engine).TallyByAsync(CalendarUnit.Day, row => Dates.FromUtc(row.At), Zone, row => Nps.FromAnswer(row.Score)));
    }

    [Fact]
    public async Task TimeZone_OfTimesWithTheirOffset_IsThatOfMemory()
    {
        (DateTimeOffset At, int Score)[] all =
            [.. All.Select(row => (new DateTimeOffset(row.At).ToOffset(TimeSpan.FromHours(row.Id % 5 - 2)), row.Satisfaction))];
        using StoredRows<(DateTimeOffset At, int Score)> stored = new(all);
        KpiSeries<Nps> daily = all.TallyBy(CalendarUnit.Day, row => row.At, Zone, row => Nps.FromAnswer(row.Score));

        Same.As(daily, stored.Query.TallyBy(CalendarUnit.Day, row => Instant.FromDateTimeOffset(row.At), Zone, row => Nps.FromAnswer(row.Score)));
        Same.As(daily, await stored.Query.TallyByAsync(CalendarUnit.Day, row => Instant.FromDateTimeOffset(row.At), Zone, row => Nps.FromAnswer(row.Score)));
    }

    [Fact]
    public void TimeZone_OfTimesInUtc_IsThatOfMemory() => Same.As(
        All.TallyBy(CalendarUnit.Day, row => row.At, Zone, row => Nps.FromAnswer(row.Score)),
        All.AsQueryable().TallyBy(CalendarUnit.Day, row => row.At, Zone, row => Nps.FromAnswer(row.Score)));

    private static IQueryable<Order> Of(string engine) => engine == "linq2db" ? ByLinq2Db.Value : ByEfCore.Value.Orders;

    private static long Half(int items) => items / 2;
}
