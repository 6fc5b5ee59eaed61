using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static CxKpi.CartEventKind;

namespace CxKpi.Tests.Commerce;

public class CartEventsTests
{
    private static readonly Instant Noon = Instant.FromUtc(2025, 3, 1, 12, 0);
    private static readonly Duration Day = Duration.FromDays(1);

    [Fact]
    public void Outcome_WithoutKey_Throws() => Assert.Throws<ArgumentNullException>("Key", () => new CartOutcome<string>(null!, Noon, CartState.Open));

    [Fact]
    public void Classify_PurchaseWithinTheWindow_ClosesItsCart() =>
        Assert.Equal([(0, CartState.Purchased)], Read(("a", Created, 0), ("a", Purchase, 24)));

    [Fact]
    public void Classify_PurchaseAfterTheWindow_StandsAlone() =>
        Assert.Equal([(0, CartState.Abandoned), (25, CartState.PurchaseAlone)], Read(("a", Created, 0), ("a", Purchase, 25)));

    [Fact]
    public void Classify_PurchaseWithoutCart_StandsAlone() =>
        Assert.Equal([(3, CartState.PurchaseAlone)], Read(("a", Purchase, 3)));

    [Fact]
    public void Classify_OnePurchase_ClosesOneCart() =>
        Assert.Equal(
            [(0, CartState.Purchased), (2, CartState.PurchaseAlone), (3, CartState.Purchased)],
            Read(("a", Created, 0), ("a", Purchase, 1), ("a", Purchase, 2), ("a", Created, 3), ("a", Purchase, 4)));

    [Fact]
    public void Classify_MoreProducts_BelongToTheOpenCart() =>
        Assert.Equal([(0, CartState.Purchased)], Read(("a", Created, 0), ("a", Created, 1), ("a", Created, 2), ("a", Purchase, 3)));

    [Fact]
    public void Classify_CreationAfterTheWindow_OpensAnotherCart() =>
        Assert.Equal([(0, CartState.Abandoned), (30, CartState.Purchased)], Read(("a", Created, 0), ("a", Created, 30), ("a", Purchase, 31)));

    [Fact]
    public void Classify_OtherKey_LeavesTheCartAlone() =>
        Assert.Equal([(0, CartState.Abandoned), (1, CartState.PurchaseAlone)], Read(("a", Created, 0), ("b", Purchase, 1)));

    [Fact]
    public void Classify_WindowNotEnded_CountsNeitherWay() =>
        Assert.Equal([(80, CartState.Open), (90, CartState.Open)], Read(("a", Created, 80), ("a", Purchase, 81), ("b", Created, 90)));

    [Fact]
    public void Classify_Checkouts_LooksAtCheckoutsOnly() =>
        Assert.Equal(
            [(2, CartState.Purchased)],
            CartEvents.Classify([("a", Created, At(0)), ("a", Checkout, At(2)), ("a", Purchase, At(3)), ("b", Created, At(4))], Day, At(96), Checkout)
                .Select(Short));

    [Fact]
    public void Classify_CartUpdatedForDays_IsOneCart() =>
        Assert.Equal(
            [(0, CartState.Purchased), (0, CartState.Abandoned)],
            Read(("a", Created, 0), ("a", Updated, 20), ("a", Updated, 40), ("a", Purchase, 60), ("b", Created, 0), ("b", Updated, 24), ("b", Purchase, 49))
                .Where(row => row.State != CartState.PurchaseAlone));

    // Tallied by it, a cart of several days counts once, on the last of them.
    [Fact]
    public void Classify_CartOfSeveralDays_KnowsItsLastActivity() => Assert.Equal(
        [(0, 60), (0, 24), (0, 30), (70, 70), (80, 90)],
        CartEvents.Classify(
            [
                ("a", Created, At(0)), ("a", Updated, At(20)), ("a", Updated, At(40)), ("a", Purchase, At(60)),
                ("b", Created, At(0)), ("b", Updated, At(24)),
                ("c", Created, At(0)), ("c", Updated, At(20)), ("c", Emptied, At(30)), ("c", Purchase, At(70)),
                ("d", Created, At(80)), ("d", Updated, At(90)),
            ],
            Day,
            At(96)).Select(cart => ((int)(cart.Time - Noon).TotalHours, (int)(cart.LastActivity - Noon).TotalHours)));

    [Fact]
    public void Classify_UpdateWithoutOpenCart_OpensOne() =>
        Assert.Equal(
            [(0, CartState.Abandoned), (30, CartState.Purchased), (3, CartState.Abandoned)],
            Read(("a", Created, 0), ("a", Updated, 30), ("a", Purchase, 31), ("b", Updated, 3)));

    [Fact]
    public void Classify_CartJustUpdated_IsOpen() =>
        Assert.Equal([(60, CartState.Open), (60, CartState.Open)], Read(("a", Created, 60), ("a", Updated, 80), ("b", Created, 60), ("b", Updated, 73)));

    [Fact]
    public void Classify_EmptiedCart_IsCountedApart()
    {
        Assert.Equal([(0, CartState.Emptied), (2, CartState.Purchased)], Read(("a", Created, 0), ("a", Emptied, 1), ("a", Created, 2), ("a", Purchase, 3)));
        Assert.Equal([(0, CartState.Purchased)], Read(("a", Created, 0), ("a", Purchase, 1), ("a", Emptied, 1)));
        Assert.Equal([(0, CartState.Purchased)], Read(("a", Created, 0), ("a", Purchase, 1), ("a", Emptied, 2)));
        Assert.Equal([(0, CartState.Abandoned)], Read(("a", Created, 0), ("a", Emptied, 30)));
        Assert.Equal([(90, CartState.Open)], Read(("a", Created, 90), ("a", Emptied, 91)));

        CartAbandonment rate = CartAbandonment.FromEvents(
            [("a", Created, At(0)), ("a", Emptied, At(1)), ("b", Created, At(0)), ("c", Created, At(0)), ("c", Purchase, At(1))], Day, At(96));
        Assert.Equal(new CartAbandonment(1, 2, new CartBasis(ConversionUnit.Cart, Day), emptied: 1), rate);
        Assert.Equal(new CartAbandonment(0, 0, rate.Basis, emptied: 1), CartAbandonment.FromState(CartState.Emptied, rate.Basis));

        CheckoutAbandonment checkouts = CheckoutAbandonment.FromEvents([("a", Created, At(0)), ("a", Checkout, At(1)), ("a", Emptied, At(2))], Day, At(96));
        Assert.Equal(new CheckoutAbandonment(0, 0, new CartBasis(ConversionUnit.Checkout, Day), emptied: 1), checkouts);
    }

    [Fact]
    public void Classify_EventAfterTheEnd_ThrowsWithPosition() =>
        Assert.Contains(
            "at position 1",
            Assert.Throws<ArgumentOutOfRangeException>("events", () => CartEvents.Classify([(1, Created, At(0)), (1, Created, At(1))], Day, Noon)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Classify_BadInput_Throws()
    {
        Assert.Throws<ArgumentNullException>("events", () => CartEvents.Classify<int>(null!, Day, Noon));
        (string, CartEventKind, Instant)[] keyless = [("a", CartEventKind.Created, Noon), (null!, CartEventKind.Created, Noon)];
        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentException>("events", () => CartAbandonment.FromEvents(keyless, Day, Noon)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentException>("events", () => CheckoutAbandonment.FromEvents(keyless, Day, Noon)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("window", () => CartEvents.Classify<int>([], Duration.Zero, Noon));
        Assert.Throws<ArgumentOutOfRangeException>("opening", () => CartEvents.Classify<int>([], Day, Noon, Purchase));
        Assert.Throws<ArgumentOutOfRangeException>("events", () => CartEvents.Classify([(1, Created, At(1))], Day, Noon));
        Assert.Throws<ArgumentOutOfRangeException>("events", () => CartEvents.Classify([(1, (CartEventKind)9, At(0))], Day, Noon));
    }

    private static Instant At(int hour) => Noon + Duration.FromHours(hour);

    private static (int Hour, CartState State) Short(CartOutcome<string> row) => ((int)(row.Time - Noon).TotalHours, row.State);

    private static IEnumerable<(int Hour, CartState State)> Read(params (string Key, CartEventKind Kind, int Hour)[] log) =>
        CartEvents.Classify(log.Select(e => (e.Key, e.Kind, At(e.Hour))), Day, asOf: At(96)).Select(Short);
}

public class CartEventsLaws
{
    private static readonly Instant End = NodaConstants.UnixEpoch + Duration.FromHours(40);

    internal static Gen<(int Key, CartEventKind Kind, Instant Time)[]> Events =>
        (from key in Gen.Choose(0, 2)
         from kind in Gen.Elements(Created, Created, Updated, Checkout, Purchase, Emptied)
         from hour in Gen.Choose(0, 40)
         select (key, kind, NodaConstants.UnixEpoch + Duration.FromHours(hour))).ArrayOf();

    private static Gen<Duration> Window => Gen.Choose(1, 20).Select(x => Duration.FromHours(x));

    [Property]
    public Property AnEventLogGivesWhatTheRulesReadLiterallyGive() =>
        Law.ForAll(Events.Zip(Window), x => CartEvents.Classify(x.Item1, x.Item2, End)
            .OrderBy(row => (row.Key, row.Time, row.State)).SequenceEqual(Literally(x.Item1, x.Item2).OrderBy(row => (row.Key, row.Time, row.State))));

    [Property]
    public Property NoPurchaseIsLost() =>
        Law.ForAll(Events, x => CartEvents.Classify(x, Duration.FromHours(1), End + Duration.FromDays(1))
            .Count(row => row.State is CartState.Purchased or CartState.PurchaseAlone) == x.Count(e => e.Kind == Purchase));

    [Property]
    public Property TheOrderOfEventsDoesNotMatter() =>
        Law.ForAll(Events.Zip(Window), x => CartEvents.Classify(x.Item1, x.Item2, End).ToHashSet()
            .SetEquals(CartEvents.Classify(x.Item1.Reverse().ToArray(), x.Item2, End)));

    /// <summary>Takes the carts of each key one after the other: each begins with an event that opens one and ends with the next that closes it.</summary>
    private static List<CartOutcome<int>> Literally((int Key, CartEventKind Kind, Instant Time)[] log, Duration window)
    {
        List<CartOutcome<int>> rows = [];
        foreach (int key in log.Select(e => e.Key).Distinct())
        {
            List<(Instant Time, CartEventKind Kind)> left = [.. log.Where(e => e.Key == key && e.Kind != Checkout).Select(e => (e.Time, e.Kind)).Order()];
            while (left.Count > 0)
            {
                (Instant opened, CartEventKind kind) = left[0];
                left.RemoveAt(0);
                if (kind is Purchase)
                {
                    rows.Add(new(key, opened, CartState.PurchaseAlone));
                }
                else if (kind is Created or Updated)
                {
                    Instant touched = opened, last = opened;
                    CartState state = CartState.Abandoned;
                    while (state == CartState.Abandoned && left.Count > 0 && left[0].Time <= touched + window)
                    {
                        (Instant time, CartEventKind next) = left[0];
                        left.RemoveAt(0);
                        touched = next == Updated ? time : touched;
                        last = next == Created ? last : time;
                        state = next == Purchase ? CartState.Purchased : next == Emptied ? CartState.Emptied : state;
                    }

                    rows.Add(new(key, opened, touched + window > End ? CartState.Open : state) { LastActivity = last });
                }
            }
        }

        return rows;
    }
}
