using CxKpi.Engines.Tests.Documentation;
using CxKpi.Engines.Tests.Servers;
using LinqToDB;
using NodaTime;

namespace CxKpi.Engines.Tests;

/// <summary>Clusters and weights by the days of a zone, of rows around both changes of its clocks.</summary>
public sealed class ZoneSampleTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly TimeZoneInfo ParisOfTheBaseClassLibrary = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    // Every half an hour from 21:00 to 01:30 in UTC, before and after midnight in Paris with and without summer time; the last day stops early.
    private static readonly IReadOnlyList<Order> All = [.. Orders()];

    private static readonly DateTimeOffset AsOf = new(2023, 11, 1, 0, 45, 0, TimeSpan.FromHours(1));

    private static readonly Lazy<Shop> ByEfCore = new(() => Shop.InSqlite(All));
    private static readonly Lazy<ITable<Order>> ByLinq2Db = new(() => Linq2Db.InSqlite(All));

    public static TheoryData<string, CalendarUnit> Engines
    {
        get
        {
            TheoryData<string, CalendarUnit> all = [];
            foreach (CalendarUnit unit in Enum.GetValues<CalendarUnit>())
            {
                all.Add("EF Core", unit);
                all.Add("linq2db", unit);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Clusters_AroundChangesOfTheClock_AreThoseOfMemory(string engine, CalendarUnit unit)
    {
        IQueryable<Order> rows = Of(engine);
        Instant asOf = Dates.From(AsOf);
        KpiSeries<Clustered<Nps>> judged = All.TallyBy(unit, row => Dates.FromUtc(row.At), Paris, row => Nps.FromAnswer(row.Score), row => row.Customer);
        KpiSeries<Clustered<Nps>> stated = All.TallyBy(unit, row => Dates.FromUtc(row.At), Paris, row => Nps.FromAnswer(row.Score), row => row.Customer, asOf);

        Same.As(judged, rows.TallyBy(unit, row => Dates.FromUtc(row.At), Paris, row => Nps.FromAnswer(row.Score), row => row.Customer));
        Same.As(judged, await rows.TallyByAsync(unit, row => Dates.FromUtc(row.At), Paris, row => Nps.FromAnswer(row.Score), row => row.Customer));
        Same.As(stated, rows.TallyBy(unit, row => Dates.FromUtc(row.At), Paris, row => Nps.FromAnswer(row.Score), row => row.Customer, asOf));
        Same.As(stated, await rows.TallyByAsync(unit, row => Dates.FromUtc(row.At), Paris, row => Nps.FromAnswer(row.Score), row => row.Customer, asOf));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Weights_AroundChangesOfTheClock_AreThoseOfMemory(string engine, CalendarUnit unit)
    {
        IQueryable<Order> rows = Of(engine);
        Instant asOf = Dates.From(AsOf);
        KpiSeries<Weighted<Nps>> judged = All.TallyBy(unit, row => Dates.FromUtc(row.At), Paris, row => Nps.FromAnswer(row.Score), row => row.Weight);
        KpiSeries<Weighted<Nps>> stated = All.TallyBy(unit, row => Dates.FromUtc(row.At), Paris, row => Nps.FromAnswer(row.Score), row => row.Weight, asOf);

        Same.As(judged, rows.TallyBy(unit, row => Dates.FromUtc(row.At), Paris, row => Nps.FromAnswer(row.Score), row => row.Weight));
        Same.As(judged, await rows.TallyByAsync(unit, row => Dates.FromUtc(row.At), Paris, row => Nps.FromAnswer(row.Score), row => row.Weight));
        Same.As(stated, rows.TallyBy(unit, row => Dates.FromUtc(row.At), Paris, row => Nps.FromAnswer(row.Score), row => row.Weight, asOf));
        Same.As(stated, await rows.TallyByAsync(unit, row => Dates.FromUtc(row.At), Paris, row => Nps.FromAnswer(row.Score), row => row.Weight, asOf));
    }

    [Fact]
    public void Rows_AroundChangesOfTheClock_TellAZoneFromAnOffset()
    {
        // Else the comparisons above would hold of a zone whose changes were left out.
        KpiSeries<Clustered<Nps>> zone = Of("EF Core")
            .TallyBy(CalendarUnit.Day, row => Dates.FromUtc(row.At), Paris, row => Nps.FromAnswer(row.Score), row => row.Customer);

        Assert.All([1, 2], hours => Assert.NotEqual(zone.AsEnumerable(), Of("EF Core").TallyBy(
            CalendarUnit.Day,
            row => Dates.FromUtc(row.At),
            DateTimeZone.ForOffset(Offset.FromHours(hours)),
            row => Nps.FromAnswer(row.Score),
            row => row.Customer)));
        Assert.True(zone.IsLastIncomplete);
    }

    [Fact]
    public void Clusters_AreGroupsOfTheEngine()
    {
        using StoredRows<(DateTime At, int Score, int Customer)> stored = new([.. All.Select(row => (row.At, row.Satisfaction, row.Customer))]);

        KpiSeries<Clustered<Nps>> daily = stored.Query
            .TallyBy(CalendarUnit.Day, row => Dates.FromUtc(row.At), Paris, row => Nps.FromAnswer(row.Score), row => row.Customer, Dates.From(AsOf));

        Assert.Equal(All.Count, daily.Total.Total.N);
        Assert.Contains("GROUP BY", stored.LastQuery, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_OfTheBaseClassLibrary_AreThoseOfMemory()
    {
        // A week, because without that time its last one would be taken as complete.
        const CalendarUnit Week = CalendarUnit.Week;
        TimeZoneInfo zone = ParisOfTheBaseClassLibrary;
        IQueryable<Order> rows = All.AsQueryable();

        Same.As(
            All.TallyBy(Week, row => row.At, zone, row => Nps.FromAnswer(row.Score), row => row.Customer, AsOf),
            rows.TallyBy(Week, row => row.At, zone, row => Nps.FromAnswer(row.Score), row => row.Customer, AsOf));
        Same.As(
            All.TallyBy(Week, row => row.Sent, zone, row => Nps.FromAnswer(row.Score), row => row.Customer, AsOf),
            rows.TallyBy(Week, row => row.Sent, zone, row => Nps.FromAnswer(row.Score), row => row.Customer, AsOf));
        Same.As(
            All.TallyBy(Week, row => row.At, zone, row => Nps.FromAnswer(row.Score), row => row.Weight, AsOf),
            rows.TallyBy(Week, row => row.At, zone, row => Nps.FromAnswer(row.Score), row => row.Weight, AsOf));
        Same.As(
            All.TallyBy(Week, row => row.Sent, zone, row => Nps.FromAnswer(row.Score), row => row.Weight, AsOf),
            rows.TallyBy(Week, row => row.Sent, zone, row => Nps.FromAnswer(row.Score), row => row.Weight, AsOf));
    }

    [Fact]
    public void Weights_BelowZero_AreRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => ByEfCore.Value.Orders
        .TallyBy(CalendarUnit.Day, row => Dates.FromUtc(row.At), Paris, row => Nps.FromAnswer(row.Score), row => row.Weight - 1));

    [Fact]
    public void Clusters_ThatAreMissing_AreRefused() => Assert.Throws<ArgumentNullException>("cluster", () => ByEfCore.Value.Orders
        .TallyBy(CalendarUnit.Day, row => Dates.FromUtc(row.At), Paris, row => Nps.FromAnswer(row.Score), row => row.Campaign!));

    private static IQueryable<Order> Of(string engine) => engine == "linq2db" ? ByLinq2Db.Value : ByEfCore.Value.Orders;

    private static IEnumerable<Order> Orders()
    {
        DateTime[] evenings = [.. Evenings(2023, 3, 23), .. Evenings(2023, 10, 26)];
        DateTime last = evenings[^1].AddHours(3);
        int id = 0;
        foreach (DateTime evening in evenings)
        {
            for (DateTime at = evening; at < evening.AddHours(5) && at < last; at = at.AddMinutes(30))
            {
                yield return new()
                {
                    Id = ++id,
                    At = at,
                    Sent = new(at, TimeSpan.Zero),
                    Day = DateOnly.FromDateTime(at),
                    Customer = id * 7 % 5,
                    Score = id * 31 % 11,
                    Satisfaction = id * 31 % 5 + 1,
                    Weight = id % 4 / 2m,
                };
            }
        }
    }

    private static IEnumerable<DateTime> Evenings(int year, int month, int day) =>
        Enumerable.Range(day, 6).Select(own => new DateTime(year, month, own, 21, 0, 0, DateTimeKind.Utc));
}
