namespace CxKpi.Engines.Tests;

/// <summary>What cannot be asked of an engine is refused when the query is built, and nothing is read.</summary>
public sealed class RefusalTests
{
    // A query that must not be read.
    private static readonly IQueryable<Order> Rows = new Order[] { null! }.AsQueryable();

    [Fact]
    public void TallyBy_HelperThatTakesTheRow_IsNamed()
    {
        ArgumentException error = Assert.Throws<ArgumentException>("kpi", () => Rows.TallyBy(row => row.Channel, row => OfRow(row)));

        Assert.Contains("kpi gives the whole row to OfRow(row), but a query sends columns, not whole rows", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TallyBy_KeyThatTakesTheRow_IsNamed() =>
        Assert.Throws<ArgumentException>("key", () => Rows.TallyBy(row => KeyOf(row), row => Nps.FromAnswer(row.Score)));

    [Fact]
    public void TallyBy_KeyThatIsTheRow_IsRefused() =>
        Assert.Throws<ArgumentException>("key", () => Rows.TallyBy(row => row, row => Nps.FromAnswer(row.Score)));

    [Fact]
    public void TallyBy_DelegateThatTakesTheRow_IsNamed()
    {
        Func<Order, int> captured = row => row.Items;

        Assert.Throws<ArgumentException>("key", () => Rows.TallyBy(row => captured(row), row => Nps.FromAnswer(row.Score)));
    }

    [Fact]
    public void TallyBy_SumOfWhatMayBeMissing_IsNamed()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            "kpi", () => Rows.TallyBy(row => row.Channel, row => new AverageOrderValue(row.Discount!.Value, 1)));

        Assert.Contains("row.Discount.Value, which may be missing", error.Message, StringComparison.Ordinal);
        Assert.Contains("leave such rows out with Where, or write ?? 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TallyBy_CastOfWhatMayBeMissing_IsNamed() =>
        Assert.Throws<ArgumentException>("kpi", () => Rows.TallyBy(row => row.Channel, row => new Revenue((decimal)row.Discount!)));

    [Fact]
    public async Task TallyByAsync_ProviderThatDoesNotReadAsynchronously_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>("rows", () => Rows.TallyByAsync(row => row.Channel, row => Nps.FromAnswer(row.Score)));

    private static Nps OfRow(Order row) => Nps.FromAnswer(row.Score);

    private static int KeyOf(Order row) => row.Items;
}
