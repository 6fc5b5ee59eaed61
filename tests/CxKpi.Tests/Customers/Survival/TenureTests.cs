using NodaTime;

namespace CxKpi.Tests.Customers;

public class TenureTests
{
    private static readonly LocalDate From = new(2025, 1, 1), Until = new(2026, 1, 1);

    [Theory]
    [InlineData("2025-03-01", null, 0, 306, false)]
    [InlineData("2025-03-01", "2025-03-31", 0, 30, true)]
    [InlineData("2024-12-01", null, 31, 396, false)]
    [InlineData("2024-12-01", "2025-01-02", 31, 32, true)]
    [InlineData("2025-01-01", "2026-01-01", 0, 365, true)]
    [InlineData("2025-01-01", "2026-01-02", 0, 365, false)]
    [InlineData("2025-05-05", "2025-05-05", 0, 0, true)]
    [InlineData("2025-01-01", "2025-01-01", 0, 0, true)]
    public void FromSubscription_SeenInTheWindow_CountsItsDays(string start, string? end, double entry, double exit, bool hasEnded) =>
        Assert.Equal(new Tenure(exit, hasEnded, entry), Tenure.FromSubscription(Day(start)!.Value, Day(end), From, Until));

    [Theory]
    [InlineData("2024-12-01", "2024-12-15")]
    [InlineData("2024-12-01", "2025-01-01")]
    [InlineData("2026-01-01", null)]
    public void FromSubscription_NotSeenInTheWindow_IsNothing(string start, string? end) =>
        Assert.Null(Tenure.FromSubscription(Day(start)!.Value, Day(end), From, Until));

    // The same customers leave within the same window whether they are counted or followed.
    [Fact]
    public void FromSubscriptions_Losses_AreThoseOfTheCustomerFlow()
    {
        (LocalDate Start, LocalDate? End)[] subscriptions =
        [
            .. Enumerable.Range(0, 400).Select(i =>
                (From.PlusDays(7 * i % 500 - 200), i % 3 == 0 ? (LocalDate?)null : From.PlusDays(7 * i % 500 - 200 + i % 90))),
        ];
        CustomerFlow flow = CustomerFlow.FromSubscriptions(
            subscriptions.Index(), x => x.Index, x => x.Item.Start, x => x.Item.End, From, Until);
        Tenure[] tenures = [.. Tenure.FromSubscriptions(subscriptions, x => x.Start, x => x.End, From, Until)];

        Assert.Equal(flow.Lost, tenures.Count(x => x.Entry > 0 && x.HasEnded));
        Assert.Equal(flow.AtStart, tenures.Count(x => x.Entry > 0));
        Assert.Equal(flow.AtEnd, tenures.Count(x => !x.HasEnded));
    }

    [Fact]
    public void FromSubscriptions_OfDateOnly_AreTheSame()
    {
        (LocalDate Start, LocalDate? End)[] subscriptions = [(new(2024, 12, 1), null), (new(2025, 3, 1), new(2025, 3, 31))];

        Assert.Equal(
            Tenure.FromSubscriptions(subscriptions, x => x.Start, x => x.End, From, Until),
            Tenure.FromSubscriptions(subscriptions, x => x.Start.ToDateOnly(), x => x.End?.ToDateOnly(), From.ToDateOnly(), Until.ToDateOnly()));
        Assert.Equal(
            new Tenure(30, true),
            Tenure.FromSubscription(new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 31), new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void FromSubscriptions_WrongInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("windowEnd", () => Tenure.FromSubscription(From, null, From, From));
        Assert.Throws<ArgumentOutOfRangeException>("end", () => Tenure.FromSubscription(From, From.PlusDays(-1), From, Until));
        Assert.Throws<ArgumentException>("start", () => Tenure.FromSubscription(From.WithCalendar(CalendarSystem.Julian), null, From, Until));
        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentOutOfRangeException>(
                "subscriptions",
                () => Tenure.FromSubscriptions([0, -1], _ => From, days => From.PlusDays(days), From, Until)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("subscriptions", () => Tenure.FromSubscriptions<int>(null!, _ => From, _ => null, From, Until));
    }

    [Fact]
    public void Constructor_WrongInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("exit", () => new Tenure(-1, true));
        Assert.Throws<ArgumentOutOfRangeException>("exit", () => new Tenure(double.NaN, true));
        Assert.Throws<ArgumentOutOfRangeException>("exit", () => new Tenure(5, true, entry: 5));
        Assert.Throws<ArgumentOutOfRangeException>("entry", () => new Tenure(5, true, entry: -1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => new Tenure(5, true, count: 0));
    }

    private static LocalDate? Day(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
