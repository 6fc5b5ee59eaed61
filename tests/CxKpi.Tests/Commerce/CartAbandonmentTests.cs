using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static CxKpi.CartEventKind;

namespace CxKpi.Tests.Commerce;

public class CartAbandonmentTests
{
    private static readonly Instant Noon = Instant.FromUtc(2025, 3, 1, 12, 0);
    private static readonly CartBasis WithinADay = new(ConversionUnit.Cart, Duration.FromDays(1));

    [Fact]
    public void New_PublishedExample_IsWhatCompletionLeaves()
    {
        CartAbandonment rate = new(purchased: 300, created: 1_000);

        Assert.Equal(0.7, rate.Value);
        Assert.Equal(1 - 0.7, rate.Completion!.Value, 15);
        Assert.Equal(1_000 - 300, rate.Evidence.Count);
    }

    [Fact]
    public void New_MorePurchasesThanThere_NamesTheTrap() =>
        Assert.Contains(
            "apart as purchasesWithoutCart",
            Assert.Throws<ArgumentOutOfRangeException>("purchased", () => new CartAbandonment(3, 2)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(-1, 2, 0, 0, "purchased")]
    [InlineData(-2, -1, 0, 0, "created")]
    [InlineData(1, 2, -1, 0, "open")]
    [InlineData(1, 2, 0, -1, "purchasesWithoutCart")]
    public void New_NegativeCount_Throws(long purchased, long created, long open, long alone, string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(name, () => new CartAbandonment(purchased, created, default, open, alone));

    [Fact]
    public void Basis_WindowOfNothing_Throws() => Assert.Throws<ArgumentOutOfRangeException>("window", () => new CartBasis(ConversionUnit.Cart, Duration.Zero));

    [Fact]
    public void Value_OnlyOpen_IsUndefined()
    {
        CartAbandonment rate = new(0, 0, WithinADay, open: 5);

        Assert.Null(rate.Value);
        Assert.Null(rate.Completion);
    }

    [Fact]
    public void Combine_SessionsWithUsers_Throws() =>
        Assert.Contains(
            "unit or window",
            Assert.Throws<ArgumentException>(() => new CartAbandonment(1, 2, new(ConversionUnit.Session)).Combine(new(1, 2, new(ConversionUnit.User)))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void FromEvents_EachKindOfEnd_IsCountedInItsPlace()
    {
        CartAbandonment rate = CartAbandonment.FromEvents(
            [
                ("a", Created, At(0)), ("a", Purchase, At(2)), ("b", Created, At(1)),
                ("c", Purchase, At(3)), ("d", Created, At(40)), ("e", Created, At(5)), ("f", Created, At(24)),
            ],
            window: Duration.FromDays(1),
            asOf: At(48));

        Assert.Equal(new CartAbandonment(purchased: 1, created: 4, WithinADay, open: 1, purchasesWithoutCart: 1), rate);
        Assert.Equal(0.75, rate.Value);
    }

    [Fact]
    public void FromState_UnknownState_Throws() => Assert.Throws<ArgumentOutOfRangeException>("state", () => CartAbandonment.FromState((CartState)9, default));

    private static Instant At(int hour) => Noon + Duration.FromHours(hour);
}

public class CartAbandonmentLaws : KpiLaws<CartAbandonment>
{
    private static readonly CartBasis Basis = new(ConversionUnit.Cart, Duration.FromHours(7));

    protected override Gen<CartAbandonment> Any =>
        from counts in Some.PartOfWhole
        from open in Some.Count
        from alone in Some.Count
        from emptied in Some.Count
        select new CartAbandonment(counts.Part, counts.Whole, Basis, open, alone, emptied);

    [Property]
    public Property AbandonmentAndCompletionAddUpToOne() =>
        Law.ForAll(Any, x => x.Value is null || Math.Abs((x.Value + x.Completion - 1)!.Value) < 1e-15);

    [Property]
    public Property ALogIsItsClassifiedRowsCombined() =>
        Law.ForAll(CartEventsLaws.Events, events =>
        {
            Instant end = NodaConstants.UnixEpoch + Duration.FromHours(40);
            CartAbandonment rows = CartEvents.Classify(events, Duration.FromHours(7), end, Created).Tally(row => CartAbandonment.FromState(row.State, Basis));
            return rows.Equals(default) || rows == CartAbandonment.FromEvents(events, Duration.FromHours(7), end);
        });
}
