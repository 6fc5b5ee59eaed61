using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The evidence of a rate: the number of events over an exposure, such as complaints over orders or churn over customer-days.</summary>
/// <remarks>
/// <code>value = events / exposure</code> The value is in events per unit of exposure, not bounded by 1; <c>default</c> holds no data.
/// The interval treats events as independent of each other (Poisson); where one cause brings many events, it is too narrow.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<RateTally>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct RateTally : ILocalizedFace, IEvidence, IJsonRecord<RateTally>
{
    /// <summary>Creates the tally of <paramref name="events"/> over <paramref name="exposure"/>.</summary>
    /// <param name="events">The number of events; not negative, and 0 when there is no exposure.</param>
    /// <param name="exposure">The exposure, such as a number of orders or customer-days; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or there are events without exposure.</exception>
    public RateTally(long events, decimal exposure)
    {
        Exposure = Guard.NotNegative(exposure);
        Events = Guard.NotNegative(events);
        if (exposure == 0 && events > 0)
        {
            throw Guard.Outside(nameof(exposure), "must be greater than zero when there are events", exposure);
        }
    }

    /// <summary>The number of events.</summary>
    public long Events { get; }

    /// <summary>The exposure.</summary>
    public decimal Exposure { get; }

    /// <summary>The number of events per unit of exposure; <see langword="null"/> when there was no exposure.</summary>
    public double? Value => Exposure == 0 ? null : Events / (double)Exposure;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Exposure == 0 ? null : new(Events, Exposure);

    /// <summary>Adds the evidence of another tally.</summary>
    /// <param name="other">The evidence to add.</param>
    /// <returns>The sums of the events and of the exposures.</returns>
    /// <exception cref="OverflowException">A sum exceeds the range of its type.</exception>
    public RateTally Combine(RateTally other) => new(Guard.Add(Events, other.Events), Guard.Add(Exposure, other.Exposure));

    /// <summary>Estimates the rate with its interval.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <param name="method">The method of the interval; Garwood's exact interval by default.</param>
    /// <returns>The estimate; <see langword="null"/> when there was no exposure.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the method is not a named value.</exception>
    public Estimate? Estimate(double confidence = 0.95, RateInterval method = RateInterval.Garwood) => RateIntervals.Estimate(this, confidence, method);

    /// <summary>The difference from a baseline; the interval excludes 0 exactly when the p-value is below one minus the confidence.</summary>
    /// <param name="baseline">The tally to compare with; independent of this one.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <param name="method">The method of the interval.</param>
    /// <returns>The change; <see langword="null"/> when either rate is undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the method is not a named value.</exception>
    public Change? ChangeFrom(RateTally baseline, double confidence = 0.95, RateDifference method = RateDifference.Mover) =>
        RateIntervals.Change(this, baseline, confidence, method);

    /// <summary>The events and the exposure as invariant text.</summary>
    /// <returns>Text for display, such as <c>7 in 1200</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Events} in {Exposure}");

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.RateCaption)
            .Fact(words.EventsLabel, words.Count(Events))
            .Fact(words.ExposureLabel, words.Limit(Exposure))
            .Fact(words.ValueLabel, words.Number(Value))
            .ToHtml();
    }

    static RateTally IJsonRecord<RateTally>.Json(JsonMembers<RateTally> json) => new(
        json.Value(nameof(Events), x => x.Events),
        json.Value(nameof(Exposure), x => x.Exposure));
}
