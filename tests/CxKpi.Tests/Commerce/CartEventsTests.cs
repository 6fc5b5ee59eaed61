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
         from kind in Gen.Elements(Created, Created, Checkout, Purchase)
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

    /// <summary>Takes the carts of each key one after the other, and looks up the purchase of each in the whole log.</summary>
    private static List<CartOutcome<int>> Literally((int Key, CartEventKind Kind, Instant Time)[] log, Duration window)
    {
        List<CartOutcome<int>> rows = [];
        foreach (int key in log.Select(e => e.Key).Distinct())
        {
            List<Instant> creations = [.. log.Where(e => e.Key == key && e.Kind == Created).Select(e => e.Time).Order()];
            List<Instant> purchases = [.. log.Where(e => e.Key == key && e.Kind == Purchase).Select(e => e.Time).Order()];
            while (creations.Count > 0)
            {
                Instant opened = creations[0];
                int closing = purchases.FindIndex(time => time >= opened && time <= opened + window);
                Instant closed = closing >= 0 ? purchases[closing] : opened + window;
                CartState state = closing >= 0 ? CartState.Purchased : CartState.Abandoned;
                rows.Add(new(key, opened, opened + window > End ? CartState.Open : state));
                creations.RemoveAll(time => time <= closed);
                if (closing >= 0)
                {
                    purchases.RemoveAt(closing);
                }
            }

            rows.AddRange(purchases.Select(time => new CartOutcome<int>(key, time, CartState.PurchaseAlone)));
        }

        return rows;
    }
}
