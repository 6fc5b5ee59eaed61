using System.Text.Json;
using NodaTime;

namespace CxKpi.Tests.Customers;

public class RfmBandsTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);

    private static readonly (LocalDate LastOrder, long Orders, decimal Spent)[] Customers =
    [
        (new(2026, 6, 29), 9, 30m), (new(2026, 5, 1), 1, 500m), (new(2026, 1, 1), 4, 80m), (new(2025, 6, 1), 2, 60m), (new(2024, 1, 1), 1, 10m),
    ];

    [Fact]
    public void ScoreOf_TheLatestCustomer_HasTheHighestRecency()
    {
        RfmBands bands = RfmBands.From(Customers, AsOf);

        Assert.Equal(["5-5-2/5", "4-2-5/5", "3-4-4/5", "2-3-3/5", "1-2-1/5"], Customers.Select(c => bands.ScoreOf(c.LastOrder, c.Orders, c.Spent).ToString()));
        Assert.Equal(new RfmScore(5, 5, 5, of: 5), bands.ScoreOf(new DateOnly(2026, 6, 30), 20, 1000m));
    }

    [Fact]
    public void From_BclDays_GivesTheSameBands()
    {
        RfmBands bands = RfmBands.From(Customers.Select(c => (c.LastOrder.ToDateOnly(), c.Orders, c.Spent)), AsOf.ToDateOnly());

        Assert.Equal(RfmBands.From(Customers, AsOf).ToString(), bands.ToString());
    }

    [Fact]
    public void Tally_ByScore_IsShownAndComesBackFromJson()
    {
        RfmBands bands = RfmBands.From(Customers, AsOf);
        Segments<RfmScore, Nps> segments = Customers.TallyBy(c => bands.ScoreOf(c.LastOrder, c.Orders, c.Spent), _ => Nps.FromAnswer(9));

        Assert.Contains("4-2-5/5", segments.ToTable().ToText(), StringComparison.Ordinal);
        Assert.Equal(segments, JsonSerializer.Deserialize<Segments<RfmScore, Nps>>(JsonSerializer.Serialize(segments)));
    }

    [Fact]
    public void BadInput_Throws()
    {
        Assert.Throws<ArgumentException>("customers", () => RfmBands.From(Array.Empty<(LocalDate, long, decimal)>(), AsOf));
        Assert.Contains(
            "at position 1, last order",
            Assert.Throws<ArgumentOutOfRangeException>("customers", () => RfmBands.From([Customers[0], (new LocalDate(2026, 7, 1), 1, 1m)], AsOf)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("customers", () => RfmBands.From([(AsOf, -1, 1m)], AsOf));
        Assert.Throws<ArgumentOutOfRangeException>("recency", () => new RfmScore(0, 1, 1, 5));
        Assert.Throws<ArgumentOutOfRangeException>("monetary", () => new RfmScore(1, 1, 6, 5));
        Assert.Throws<ArgumentOutOfRangeException>("of", () => new RfmScore(1, 1, 1, 0));
    }

    [Fact]
    public void ScoreOf_WhatFromRefuses_Throws()
    {
        RfmBands bands = RfmBands.From(Customers, AsOf);

        Assert.Throws<ArgumentOutOfRangeException>("lastOrder", () => bands.ScoreOf(AsOf.PlusDays(1), 1, 10m));
        Assert.Throws<ArgumentOutOfRangeException>("lastOrder", () => bands.ScoreOf(new DateOnly(2026, 7, 1), 1, 10m));
        Assert.Throws<ArgumentOutOfRangeException>("orders", () => bands.ScoreOf(AsOf, -5, 10m));
    }

    [Fact]
    public void ScoreOf_FifthsAndTenths_AreDifferentKeys()
    {
        RfmScore fifth = RfmBands.From(Customers, AsOf).ScoreOf(AsOf, 1, 10m), tenth = RfmBands.From(Customers, AsOf, 10).ScoreOf(AsOf, 1, 10m);

        Assert.Equal((5, 10), (fifth.Of, tenth.Of));
        Assert.NotEqual(new RfmScore(3, 3, 3, 5), new RfmScore(3, 3, 3, 10));
        Assert.NotEqual(new RfmScore(3, 3, 3, 5).ToString(), new RfmScore(3, 3, 3, 10).ToString());
    }

    [Fact]
    public void ToString_Bands_ShowsAllThree()
    {
        RfmBands bands = RfmBands.From(Customers, AsOf);

        Assert.StartsWith("recency 1/5 up to 911 days, 2/5 up to 394 days, ", bands.ToString(), StringComparison.Ordinal);
        Assert.Contains("5/5 up to 1 day; frequency 2/5 from 1, ", bands.ToString(), StringComparison.Ordinal);
        Assert.Equal(-394, bands.Recency.StartOf(2));
        Assert.Equal(2, bands.Recency.BandOf(-394).Number);
    }

    [Fact]
    public void Keys_OfATally_HaveAnOrder()
    {
        RfmScore[] scores = [new(2, 1, 1, 10), new(1, 5, 1, 5), new(1, 2, 4, 5), new(1, 2, 3, 5)];
        Segments<RfmScore, Nps> segments = scores.TallyBy(score => score, _ => Nps.FromAnswer(9));
        Segments<ValueBand, Nps> bands = new[] { 3, 1, 2 }.TallyBy(number => new ValueBand(number, 5), _ => Nps.FromAnswer(9));

        Assert.Equal(["1-2-3/5", "1-2-4/5", "1-5-1/5", "2-1-1/10"], segments.OrderBy(x => x.Key).Select(x => x.Key.ToString()));
        Assert.Equal([1, 2, 3], bands.OrderBy(x => x.Key).Select(x => x.Key.Number));
        Assert.True(new ValueBand(5, 5).CompareTo(new(1, 10)) < 0);
    }
}
