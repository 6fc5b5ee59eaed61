using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static CxKpi.CartEventKind;

namespace CxKpi.Tests.Commerce;

public class CheckoutAbandonmentTests
{
    private static readonly Instant Noon = Instant.FromUtc(2025, 3, 1, 12, 0);
    private static readonly CartBasis WithinADay = new(ConversionUnit.Checkout, Duration.FromDays(1));

    [Fact]
    public void New_PublishedExample_IsWhatCompletionLeaves()
    {
        CheckoutAbandonment rate = new(purchased: 300, started: 400);

        Assert.Equal(0.25, rate.Value);
        Assert.Equal(1 - 0.25, rate.Completion!.Value, 15);
        Assert.Equal(400 - 300, rate.Evidence.Count);
    }

    [Fact]
    public void New_MorePurchasesThanThere_NamesTheTrap() =>
        Assert.Contains(
            "apart as purchasesWithoutCheckout",
            Assert.Throws<ArgumentOutOfRangeException>("purchased", () => new CheckoutAbandonment(3, 2)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(-1, 2, 0, 0, "purchased")]
    [InlineData(-2, -1, 0, 0, "started")]
    [InlineData(1, 2, -1, 0, "open")]
    [InlineData(1, 2, 0, -1, "purchasesWithoutCheckout")]
    public void New_NegativeCount_Throws(long purchased, long started, long open, long alone, string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(name, () => new CheckoutAbandonment(purchased, started, default, open, alone));

    [Fact]
    public void Basis_WindowOfNothing_Throws() => Assert.Throws<ArgumentOutOfRangeException>("window", () => new CartBasis(ConversionUnit.Cart, Duration.Zero));

    [Fact]
    public void Value_OnlyOpen_IsUndefined()
    {
        CheckoutAbandonment rate = new(0, 0, WithinADay, open: 5);

        Assert.Null(rate.Value);
        Assert.Null(rate.Completion);
    }

    [Fact]
    public void Combine_SessionsWithUsers_Throws() =>
        Assert.Contains(
            "unit or window",
            Assert.Throws<ArgumentException>(() => new CheckoutAbandonment(1, 2, new(ConversionUnit.Session))
                .Combine(new(1, 2, new(ConversionUnit.User)))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void FromEvents_EachKindOfEnd_IsCountedInItsPlace()
    {
        CheckoutAbandonment rate = CheckoutAbandonment.FromEvents(
            [
                ("a", Checkout, At(0)), ("a", Purchase, At(2)), ("b", Checkout, At(1)),
                ("c", Purchase, At(3)), ("d", Checkout, At(40)), ("e", Checkout, At(5)), ("f", Checkout, At(24)),
            ],
            window: Duration.FromDays(1),
            asOf: At(48));

        Assert.Equal(new CheckoutAbandonment(purchased: 1, started: 4, WithinADay, open: 1, purchasesWithoutCheckout: 1), rate);
        Assert.Equal(0.75, rate.Value);
    }

    [Fact]
    public void FromState_UnknownState_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("state", () => CheckoutAbandonment.FromState((CartState)9, default));

    private static Instant At(int hour) => Noon + Duration.FromHours(hour);
}

public class CheckoutAbandonmentLaws : KpiLaws<CheckoutAbandonment>
{
    private static readonly CartBasis Basis = new(ConversionUnit.Checkout, Duration.FromHours(7));

    protected override Gen<CheckoutAbandonment> Any =>
        from counts in Some.PartOfWhole
        from open in Some.Count
        from alone in Some.Count
        from emptied in Some.Count
        select new CheckoutAbandonment(counts.Part, counts.Whole, Basis, open, alone, emptied);

    [Property]
    public Property AbandonmentAndCompletionAddUpToOne() =>
        Law.ForAll(Any, x => x.Value is null || Math.Abs((x.Value + x.Completion - 1)!.Value) < 1e-15);

    [Property]
    public Property ALogIsItsClassifiedRowsCombined() =>
        Law.ForAll(CartEventsLaws.Events, events =>
        {
            Instant end = NodaConstants.UnixEpoch + Duration.FromHours(40);
            CheckoutAbandonment rows = CartEvents.Classify(events, Duration.FromHours(7), end, Checkout)
                .Tally(row => CheckoutAbandonment.FromState(row.State, Basis));
            return rows.Equals(default) || rows == CheckoutAbandonment.FromEvents(events, Duration.FromHours(7), end);
        });
}
