using System.Globalization;
using NodaTime;

namespace CxKpi;

/// <content>What a figure rests on, and the rules under which it was gathered.</content>
internal abstract partial class Phrases
{
    internal abstract string RelativeChangeLabel { get; }
    internal abstract string RulesLabel { get; }
    internal abstract string BaseColumn { get; }
    internal abstract string Upheld { get; }
    internal abstract string PerOrder { get; }
    internal abstract string PerDelivery { get; }
    internal abstract string PerCustomer { get; }
    internal abstract string PerRetainedCustomer { get; }
    internal abstract string PerContact { get; }
    internal abstract string PerResolution { get; }
    internal abstract string PerComplaint { get; }
    internal abstract string PerTransaction { get; }
    internal abstract string PerContract { get; }
    internal abstract string PerGuest { get; }
    internal abstract string PerSession { get; }
    internal abstract string PerVisitor { get; }
    internal abstract string PerUser { get; }
    internal abstract string PerClick { get; }
    internal abstract string PerLead { get; }
    internal abstract string PerCart { get; }
    internal abstract string PerCheckout { get; }
    internal abstract string ReactivationNetted { get; }
    internal abstract string OfRevenue { get; }
    internal abstract string OfMargin { get; }
    internal abstract string PaidOnly { get; }
    internal abstract string Blended { get; }
    internal abstract string FullyLoaded { get; }
    internal abstract string MeanOfCustomers { get; }
    internal abstract string ForOneself { get; }
    internal abstract string AsAGift { get; }
    internal abstract string OnSatisfaction { get; }
    internal abstract string OnRepurchase { get; }
    internal abstract string OnRecommendation { get; }
    internal abstract string AsRecorded { get; }
    internal abstract string AsSurveyed { get; }
    internal abstract string IssueStartsOnly { get; }
    internal abstract string OfOffered { get; }
    internal abstract string OfAnswered { get; }
    internal abstract string AbandonsInTimeMet { get; }
    internal abstract string AbandonsInTimeLeftOut { get; }
    internal abstract string ShortAbandonsMet { get; }
    internal abstract string ShortAbandonsLeftOut { get; }
    internal abstract string FlowOutsMissed { get; }
    internal abstract string AbandonsLeftOut { get; }
    internal abstract string WeightedRule { get; }

    private protected abstract string BoxesOf(string boxes, string scale);

    private protected abstract string BoxesLess(string high, string low);

    internal abstract string ScaleOf(string scale);

    /// <summary>A rate over a unit of time.</summary>
    internal abstract string Per(CalendarUnit unit);

    /// <summary>The length of the contracts that a rate is about.</summary>
    internal abstract string TermOf(CalendarUnit unit);

    internal abstract string NoRepeat(string within);

    internal abstract string Weights(string weights);

    internal abstract string ItemsOf(int items, string scale);

    internal abstract string ReversedItems(string items);

    internal abstract string AtLeastAnswered(int items);

    internal abstract string AsOf(string instant);
    internal abstract string InWorkingTime { get; }

    private protected abstract string DayCount(long days);

    /// <summary>What is observed, in the singular and the plural.</summary>
    private protected abstract (string One, string Many) Noun(ObservationKind kind);

    /// <summary>What is in no base, after its number, in the singular and the plural.</summary>
    private protected abstract (string One, string Many) LeftOutWords(LeftOutKind kind);

    /// <summary>Whether a number takes the singular.</summary>
    private protected virtual bool IsSingular(long count) => count == 1;

    /// <summary>A number of observations with its noun.</summary>
    internal string Observations(ObservationKind kind, long count) => ObservationsUnder(Numbers, kind, count);

    /// <summary>A number of observations with its noun, the number written as a culture does.</summary>
    internal string ObservationsUnder(IFormatProvider numbers, ObservationKind kind, long count)
    {
        (string one, string many) = Noun(kind);
        return $"{count.ToString("#,0", numbers)} {(IsSingular(count) ? one : many)}";
    }

    /// <summary>What is in no base, with its number.</summary>
    internal string LeftOut(LeftOutCount left) => LeftOutUnder(Numbers, left);

    /// <summary>The same with the number written as a culture does.</summary>
    internal string LeftOutUnder(IFormatProvider numbers, LeftOutCount left)
    {
        (string one, string many) = LeftOutWords(left.Kind);
        return $"{left.Count.ToString("#,0", numbers)} {(IsSingular(left.Count) ? one : many)}";
    }

    /// <summary>The heading of a column of numbers of observations.</summary>
    internal string ObservationColumn(ObservationKind kind) => Capitalised(Noun(kind).Many);

    /// <summary>The answers that a cut counts: those of the box, on their scale.</summary>
    internal string Boxes(int lowest, int highest, int scaleLowest, int scaleHighest) =>
        BoxesOf(Span(lowest, highest), ScaleEnds(scaleLowest, scaleHighest));

    /// <summary>The answers that a net score adds, less those that it subtracts, on their scale.</summary>
    internal string NetBoxes(int highFrom, int lowTo, int scaleLowest, int scaleHighest) =>
        BoxesOf(BoxesLess(Span(highFrom, scaleHighest), Span(scaleLowest, lowTo)), ScaleEnds(scaleLowest, scaleHighest));

    internal static string Span(int lowest, int highest) =>
        lowest == highest ? lowest.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{lowest}–{highest}");

    /// <summary>A length of time without rounding, in days where they are whole.</summary>
    internal string Exactly(Duration duration)
    {
        decimal seconds = (decimal)duration.ToBigIntegerNanoseconds() / 1_000_000_000;
        const decimal Day = 86_400, Hour = 3_600, Minute = 60;
        if (seconds != 0 && seconds % Day == 0)
        {
            return DayCount((long)(seconds / Day));
        }

        List<string> parts = [];
        Add(decimal.Truncate(seconds / Hour), "h");
        Add(decimal.Truncate(seconds % Hour / Minute), "min");
        if (seconds % Minute != 0 || parts.Count == 0)
        {
            parts.Add((seconds % Minute).ToString("0.#########", Numbers) + Suffix("s"));
        }

        return string.Join(' ', parts);

        void Add(decimal number, string unit)
        {
            if (number != 0)
            {
                parts.Add(number.ToString("#,0", Numbers) + Suffix(unit));
            }
        }
    }

    // A scale that begins with 1 is told by its end, as people speak of it.
    private static string ScaleEnds(int lowest, int highest) => lowest == 1 ? highest.ToString(CultureInfo.InvariantCulture) : Span(lowest, highest);
}
