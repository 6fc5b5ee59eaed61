using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The evidence of a share that was observed twice for the same customers, such as before and after.</summary>
/// <remarks>
/// <code>difference = after - before = (after only - before only) / pairs</code> The difference is one of fractions; <c>default</c> holds no data.
/// Comparing the two shares as if they were of different customers ignores that a customer resembles herself, and finds less than there is.
/// Pairs that were matched otherwise, such as a branch and its neighbour, are compared in the same way.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<PairedShareTally>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct PairedShareTally : ILocalizedFace, IJsonRecord<PairedShareTally>
{
    /// <summary>Creates the tally; no count may be negative.</summary>
    /// <param name="both">How many have the property before and after.</param>
    /// <param name="beforeOnly">How many have it before only.</param>
    /// <param name="afterOnly">How many have it after only.</param>
    /// <param name="neither">How many have it neither before nor after.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total would exceed <see cref="long.MaxValue"/>.</exception>
    public PairedShareTally(long both, long beforeOnly, long afterOnly, long neither)
    {
        Both = Guard.NotNegative(both);
        BeforeOnly = Guard.NotNegative(beforeOnly);
        AfterOnly = Guard.NotNegative(afterOnly);
        Neither = Guard.NotNegative(neither);
        _ = Guard.Sum("pairs", both, beforeOnly, afterOnly, neither);
    }

    /// <summary>How many have the property before and after.</summary>
    public long Both { get; }

    /// <summary>How many have it before only.</summary>
    public long BeforeOnly { get; }

    /// <summary>How many have it after only.</summary>
    public long AfterOnly { get; }

    /// <summary>How many have it neither before nor after.</summary>
    public long Neither { get; }

    /// <summary>The number of pairs.</summary>
    public long N => Both + BeforeOnly + AfterOnly + Neither;

    /// <summary>The share before.</summary>
    public ShareTally Before => new(Both + BeforeOnly, N);

    /// <summary>The share after.</summary>
    public ShareTally After => new(Both + AfterOnly, N);

    /// <summary>Creates the tally of one pair.</summary>
    /// <param name="before">Whether it has the property before.</param>
    /// <param name="after">Whether it has it after.</param>
    /// <returns>The tally of this pair.</returns>
    public static PairedShareTally One(bool before, bool after) => (before, after) switch
    {
        (true, true) => new(1, 0, 0, 0),
        (true, false) => new(0, 1, 0, 0),
        (false, true) => new(0, 0, 1, 0),
        (false, false) => new(0, 0, 0, 1),
    };

    /// <summary>Creates the tally of many pairs.</summary>
    /// <param name="pairs">Whether each customer has the property before, and after.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pairs"/> is <see langword="null"/>.</exception>
    public static PairedShareTally FromPairs(IEnumerable<(bool Before, bool After)> pairs)
    {
        PairedShareTally tally = default;
        foreach ((bool before, bool after) in Guard.NotNull(pairs))
        {
            tally = tally.Combine(One(before, after));
        }

        return tally;
    }

    /// <summary>Adds the evidence of another tally.</summary>
    /// <param name="other">The evidence to add, of other customers.</param>
    /// <returns>The counts added one by one.</returns>
    /// <exception cref="OverflowException">A count would exceed <see cref="long.MaxValue"/>.</exception>
    public PairedShareTally Combine(PairedShareTally other) =>
        new(Guard.Add(Both, other.Both), Guard.Add(BeforeOnly, other.BeforeOnly), Guard.Add(AfterOnly, other.AfterOnly), Guard.Add(Neither, other.Neither));

    /// <summary>The share after less the share before; the interval excludes 0 exactly when the p-value is below one minus the confidence.</summary>
    /// <remarks>
    /// Sources: T. Tango, "Equivalence test and confidence interval for the difference in proportions for the paired-sample design", Statistics in Medicine 17,
    /// 1998; D. Bonett and R. Price, "Adjusted Wald confidence interval for a difference of binomial proportions based on paired data", 2012.
    /// </remarks>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <param name="method">The interval.</param>
    /// <returns>The change as a difference of fractions; <see langword="null"/> when there are no pairs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the method is not a named value.</exception>
    public Change? Change(double confidence = 0.95, PairedShareDifference method = PairedShareDifference.Tango) =>
        PairedDifferences.Shares(this, confidence, method);

    /// <summary>Tests whether as many gained the property as lost it.</summary>
    /// <remarks>
    /// The p-value need not agree with the limits of <see cref="Change"/>, which has a p-value of its own; show either. Source: M. Fagerland, S. Lydersen and
    /// P. Laake, "The McNemar test for binary matched-pairs data: mid-p and asymptotic are better than exact conditional", 2013.
    /// </remarks>
    /// <param name="method">The variant of the test.</param>
    /// <returns>The test; <see langword="null"/> when there are no pairs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The method is not a named value.</exception>
    public SignificanceTest? Test(McNemarTest method = McNemarTest.MidP) => PairedDifferences.McNemar(this, method);

    /// <summary>The four counts as invariant text.</summary>
    /// <returns>Text for display, such as <c>53 both, 8 before only, 16 after only, 3 neither</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Both} both, {BeforeOnly} before only, {AfterOnly} after only, {Neither} neither");

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.PairedShareCaption)
        .Fact(words.BeforeAndAfterLabel, words.Count(Both))
        .Fact(words.BeforeOnlyLabel, words.Count(BeforeOnly))
        .Fact(words.AfterOnlyLabel, words.Count(AfterOnly))
        .Fact(words.NeitherLabel, words.Count(Neither))
        .Fact(words.BeforeLabel, words.Number(Before.Value))
        .Fact(words.AfterLabel, words.Number(After.Value))
        .ToHtml();

    static PairedShareTally IJsonRecord<PairedShareTally>.Json(JsonMembers<PairedShareTally> json) => new(
        json.Value(nameof(Both), x => x.Both),
        json.Value(nameof(BeforeOnly), x => x.BeforeOnly),
        json.Value(nameof(AfterOnly), x => x.AfterOnly),
        json.Value(nameof(Neither), x => x.Neither));
}
