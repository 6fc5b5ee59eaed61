using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The share of customers still there after each time, by Kaplan and Meier, with limits, quantiles and the restricted mean.</summary>
/// <remarks>
/// <code>
/// S(t)     = product over all times up to t of (1 - ended / at risk)
/// variance = S² · sum of ended / (at risk · (at risk - ended))          (Greenwood)
/// mean     = area under S up to a time; variance = sum of (area after the time)² · ended / (at risk · (at risk - ended))
/// </code>
/// The share is a fraction in [0, 1]. Who is still there when last seen counts up to that time, so that nobody has to be left out for being young.
/// The curve begins at <see cref="Start"/>, usually 0, and says nothing after the last time at which somebody was seen. It has no points without customers.
/// Sources: E. Kaplan, P. Meier, "Nonparametric estimation from incomplete observations", 1958; M. Greenwood, "The natural duration of cancer", 1926;
/// J. Klein, M. Moeschberger, "Survival Analysis", 2003. Times are compared exactly; times that computation has blurred should be rounded first.
/// <para>Pitfalls: reading the far end of the curve, where few are at risk; customers who are last seen because they are about to leave, as when an account is
/// closed to be moved; comparing curves by their medians alone (<see cref="SurvivalTests.LogRank"/>
/// compares the whole of them); a first risk set of one or two customers (<see cref="EmptiesAt"/>).</para>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SurvivalCurve>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial record SurvivalCurve : ILocalizedFace, IJsonRecord<SurvivalCurve>
{
    // A product of shares such as 1 - 1/2 misses a height by a rounding or two.
    private const double Rounding = 1e-12;

    private readonly SurvivalPoint[] points;

    /// <summary>Calculates the curve.</summary>
    /// <param name="tally">The customers.</param>
    /// <param name="confidence">The confidence level of the limits, between 0 and 1, both excluded.</param>
    /// <param name="limits">How the limits are found.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tally"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> does not lie between 0 and 1, or <paramref name="limits"/> is not a named
    /// value.</exception>
    public SurvivalCurve(SurvivalTally tally, double confidence = 0.95, SurvivalLimits limits = SurvivalLimits.LogLog)
    {
        Tally = Guard.NotNull(tally);
        Confidence = Guard.Confidence(confidence);
        Limits = Guard.Defined(limits);
        points = KaplanMeier.Of(tally.Rows, NormalDistribution.CriticalValue(confidence), limits);
    }

    /// <summary>The customers.</summary>
    public SurvivalTally Tally { get; }

    /// <summary>The confidence level of the limits.</summary>
    public double Confidence { get; }

    /// <summary>How the limits are found.</summary>
    public SurvivalLimits Limits { get; }

    /// <summary>
    /// What ends a wait, as the faces are to call it in the reader's language, such as "ordered again" or "left"; <see langword="null"/> when it is not named,
    /// and the faces say "ended".
    /// </summary>
    public string? EventName { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value; }

    /// <summary>Whether the faces show to how many it has not happened yet, or to how many it has; the former unless it is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a named value.</exception>
    public SurvivalView View { get; init => field = Guard.Defined(value, nameof(View)); }

    /// <summary>The curve after each time at which somebody left or was seen for the last time, in order.</summary>
    public IReadOnlyList<SurvivalPoint> Points => new ValueList<SurvivalPoint>(points);

    /// <summary>
    /// The first time from which on anybody was watched: 0, or later when nobody was watched from the beginning; <see langword="null"/> without customers.
    /// </summary>
    /// <remarks>From a start above 0 on, the curve is the share of those who were there at the start.</remarks>
    public double? Start => Tally.Rows.IsEmpty ? null : Tally.Rows[0].Time;

    /// <summary>
    /// The time at which everybody who was watched had left although others were watched later, so that the curve is 0 for ever;
    /// <see langword="null"/> when there is none.
    /// </summary>
    /// <remarks>It comes from customers who enter late, while few are watched early. <see cref="SurvivalTally.After"/> that time is the remedy.</remarks>
    public double? EmptiesAt => KaplanMeier.EmptiesAt(points);

    /// <summary>
    /// The time until which somebody was watched without a break. It is earlier than the last time of the tally when for a while nobody was at risk although
    /// others were watched later; <see langword="null"/> without customers.
    /// </summary>
    /// <remarks>
    /// Such breaks come from customers who enter late, while those who were watched early were seen for the last time. What the curve says after a break takes
    /// for granted that nobody would have left in it. <see cref="SurvivalTally.After"/> a later time is the remedy.
    /// </remarks>
    public double? WatchedUntil => KaplanMeier.WatchedUntil(Tally.Rows);

    /// <summary>The time by which half of the customers have left.</summary>
    public SurvivalQuantile Median => Quantile(0.5);

    /// <summary>The curve at a time.</summary>
    /// <param name="time">The time, in the unit of the tally.</param>
    /// <returns>
    /// Who is at risk and what happens at that time, with the share after it; at the start, who is watched from then on. It is <see langword="null"/> before
    /// <see cref="Start"/>, and after the last time at which somebody was seen unless nobody is there any more; also in a break
    /// (<see cref="WatchedUntil"/>), while nobody is at risk.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is not finite.</exception>
    public SurvivalPoint? At(double time)
    {
        Guard.Finite(time);
        if (!(time >= Start) || (time > Tally.Last && points[^1].Survival > 0))
        {
            return null;
        }

        RiskSet risk = new(Tally.Rows);
        risk.MoveTo(time);
        long atRisk = time == Start ? risk.Step.Entered : risk.AtRisk;
        int index = Index(time);
        return atRisk == 0 && (index < 0 || points[index].Survival > 0) ? null
            : index < 0
            ? new(time, atRisk, 0, 0, 1, 0, null, null)
            : new(time, atRisk, risk.Step.Ended, risk.Step.Open, points[index].Survival, points[index].StandardError, points[index].Lower, points[index].Upper);
    }

    /// <summary>The share of customers to whom it has happened by a time: 1 - S, with its limits.</summary>
    /// <param name="time">The time, in the unit of the tally.</param>
    /// <returns>The estimate; <see langword="null"/> where <see cref="At"/> is. It has no limits while it has happened to nobody, and when it has to
    /// all.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is not finite.</exception>
    public Estimate? IncidenceAt(double time) => At(time) is not { } point ? null : new Estimate
    {
        Value = 1 - point.Survival,
        Lower = 1 - point.Upper,
        Upper = 1 - point.Lower,
        Unit = KpiUnit.Share,
        Confidence = Confidence,
        Method = point.Lower is null ? IntervalMethod.None : IntervalMethod.Greenwood,
        N = Tally.N,
        StandardError = point.Lower is null ? null : point.StandardError,
        Flags = point.Lower is null ? EstimateFlags.Boundary : EstimateFlags.None,
    };

    /// <summary>The time by which a share of customers has left.</summary>
    /// <param name="share">The share who have left, between 0 and 1, both excluded; 0.5 for the median.</param>
    /// <returns>The time with its limits.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> does not lie between 0 and 1.</exception>
    public SurvivalQuantile Quantile(double share)
    {
        Guard.Confidence(share);
        return new(share, First(point => point.Survival), First(point => point.Lower), First(point => point.Upper));

        double? First(Func<SurvivalPoint, double?> height)
        {
            int index = Array.FindIndex(points, point => height(point) <= 1 - share + Rounding);
            return index < 0 ? null : points[index].Time;
        }
    }

    /// <summary>The mean time that a customer stays up to a time: the area under the curve (restricted mean survival time).</summary>
    /// <param name="until">The time up to which it is counted, in the unit of the tally; the last time at which somebody was seen when left out, or that
    /// before a break (<see cref="WatchedUntil"/>).</param>
    /// <returns>
    /// The mean with limits of the normal distribution, from <see cref="Start"/> on, without them where nothing varies; <see langword="null"/> without
    /// customers, and when nobody was seen until that time without a break although some are still there.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is not finite or lies before <see cref="Start"/>.</exception>
    public Estimate? RestrictedMean(double? until = null)
    {
        if (Start is not { } start || Reach is not { } reach)
        {
            return null;
        }

        double end = Guard.InRange(Guard.Finite(until ?? reach, nameof(until)), start, double.MaxValue, nameof(until));
        if (end > reach && points[Index(reach)].Survival > 0)
        {
            return null;
        }

        (double area, double error) = KaplanMeier.Area(points, start, end);
        double? spread = error == 0 ? null : NormalDistribution.CriticalValue(Confidence) * error;
        return new Estimate
        {
            Value = area,
            Lower = area - spread,
            Upper = area + spread,
            Confidence = Confidence,
            Method = IntervalMethod.Greenwood,
            N = Tally.N,
            StandardError = error,
            Flags = error == 0 ? EstimateFlags.ZeroVariance : EstimateFlags.None,
        }.Clipped(0, end - start);
    }

    /// <summary>By how much longer a customer stays than one of other customers, up to a time.</summary>
    /// <param name="baseline">The curve of the others, in the same unit and from the same start.</param>
    /// <param name="until">The time up to which both are counted; the last time at which customers of both were seen when left out.</param>
    /// <returns>The difference of the restricted means; <see langword="null"/> when one of them is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="baseline"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The units or the starts differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is not finite or lies before the start.</exception>
    public Change? RestrictedMeanChangeFrom(SurvivalCurve baseline, double? until = null)
    {
        Tally.Shared(Guard.NotNull(baseline).Tally, nameof(baseline));
        if (Start is { } mine && baseline.Start is { } other && mine != other)
        {
            throw new ArgumentException(FormattableString.Invariant($"{nameof(baseline)} must start at {mine}, but starts at {other}"), nameof(baseline));
        }

        double? end = until ?? (Reach is { } reach && baseline.Reach is { } otherReach ? Math.Min(reach, otherReach) : null);
        return RestrictedMean(end) is { StandardError: { } error } a && baseline.RestrictedMean(end) is { StandardError: { } otherError } b
            ? Difference(a, b, double.Hypot(error, otherError))
            : null;
    }

    /// <summary>Compares what the curve is made from, and how it is shown.</summary>
    /// <param name="other">The curve to compare with.</param>
    /// <returns><see langword="true"/> when customers, confidence, limits, name of the event and view are equal.</returns>
    public bool Equals(SurvivalCurve? other) => other is not null
        && (Confidence, Limits, EventName, View) == (other.Confidence, other.Limits, other.EventName, other.View)
        && Tally.Equals(other.Tally);

    /// <summary>A hash of what the curve is made from.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(Tally, Confidence, Limits);

    /// <summary>How far the curve says something by itself: up to a break, unless nobody is left before it anyway.</summary>
    internal double? Reach => WatchedUntil is { } until && points[Index(until)].Survival > 0 ? until : Tally.Last;

    /// <summary>The share that the faces show of a point, with its limits.</summary>
    internal (double Share, double? Lower, double? Upper) Shown(SurvivalPoint point) => View == SurvivalView.NotYet
        ? (point.Survival, point.Lower, point.Upper)
        : (1 - point.Survival, 1 - point.Upper, 1 - point.Lower);

    private Change Difference(Estimate current, Estimate baseline, double error)
    {
        double difference = current.Value - baseline.Value;
        double? spread = error == 0 ? null : NormalDistribution.CriticalValue(Confidence) * error;
        return new()
        {
            Difference = difference,
            Lower = difference - spread,
            Upper = difference + spread,
            StandardError = error,
            Baseline = baseline.Value,
            PValue = error == 0 ? null : NormalDistribution.TwoSidedPValue(difference / error),
            Confidence = Confidence,
            Method = IntervalMethod.Greenwood,
            Flags = (current.Flags | baseline.Flags) & EstimateFlags.ZeroVariance,
        };
    }

    /// <summary>The position of the last point up to a time; -1 when there is none.</summary>
    private int Index(double time)
    {
        int low = 0, high = points.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = points[middle].Time <= time ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    static SurvivalCurve IJsonRecord<SurvivalCurve>.Json(JsonMembers<SurvivalCurve> json) => new(
        json.Record(nameof(Tally), x => x.Tally),
        json.Value(nameof(Confidence), x => x.Confidence),
        json.Value(nameof(Limits), x => x.Limits))
    {
        EventName = json.OptionalText(nameof(EventName), x => x.EventName),
        View = json.Value(nameof(View), x => x.View),
    };
}
