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

        Assert.Equal(["5-5-2", "4-2-5", "3-4-4", "2-3-3", "1-2-1"], Customers.Select(c => bands.ScoreOf(c.LastOrder, c.Orders, c.Spent).ToString()));
        Assert.Equal(new RfmScore(5, 5, 5), bands.ScoreOf(new DateOnly(2026, 6, 30), 20, 1000m));
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

        Assert.Contains("4-2-5", segments.ToTable().ToText(), StringComparison.Ordinal);
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
        Assert.Throws<ArgumentOutOfRangeException>("recency", () => new RfmScore(0, 1, 1));
    }
}
