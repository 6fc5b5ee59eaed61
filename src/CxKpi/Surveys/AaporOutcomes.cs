using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The final outcomes of all cases of a survey, and the six response rates that AAPOR defines over them.</summary>
/// <remarks>
/// <code>
/// RR1 = I / (I + P + R + NC + O + UH + UO)         RR2 = (I + P) / the same
/// RR3 = I / (I + P + R + NC + O + e * (UH + UO))   RR4 = (I + P) / the same
/// RR5 = I / (I + P + R + NC + O)                   RR6 = (I + P) / the same
/// </code>
/// The rates are fractions in [0, 1]; <c>default</c> holds no data. Rates 1 and 2 count every case of unknown eligibility as eligible, rates 5 and 6 count
/// none of them, and rates 3 and 4 count the share <c>e</c> of them.
/// Cases known to be ineligible are not counted at all. The six rates can differ widely, so always say which one is reported.
/// Source: AAPOR, "Standard Definitions: Final Dispositions of Case Codes and Outcome Rates for Surveys", 2016.
/// <para>Pitfalls: using the fifth rate where eligibility is not known; choosing <c>e</c> for the result it gives;
/// taking a high response rate as proof that the sample represents the population.</para>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<AaporOutcomes>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct AaporOutcomes : ILocalizedFace, IJsonRecord<AaporOutcomes>
{
    /// <summary>Creates the counts; none may be negative.</summary>
    /// <param name="complete">I: the number of complete interviews.</param>
    /// <param name="partial">P: the number of partial interviews.</param>
    /// <param name="refused">R: the number of refusals and break-offs.</param>
    /// <param name="notContacted">NC: the number of eligible cases that were never reached.</param>
    /// <param name="other">O: the number of eligible cases that were reached but gave no interview for another reason.</param>
    /// <param name="unknownHousehold">UH: the number of cases where it is unknown whether there is a household or a working address.</param>
    /// <param name="unknownOther">UO: the number of cases whose eligibility is unknown for another reason.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total would exceed <see cref="long.MaxValue"/>.</exception>
    public AaporOutcomes(
        long complete,
        long partial = 0,
        long refused = 0,
        long notContacted = 0,
        long other = 0,
        long unknownHousehold = 0,
        long unknownOther = 0)
    {
        Complete = Guard.NotNegative(complete);
        Partial = Guard.NotNegative(partial);
        Refused = Guard.NotNegative(refused);
        NotContacted = Guard.NotNegative(notContacted);
        Other = Guard.NotNegative(other);
        UnknownHousehold = Guard.NotNegative(unknownHousehold);
        UnknownOther = Guard.NotNegative(unknownOther);
        _ = Guard.Sum("cases", complete, partial, refused, notContacted, other, unknownHousehold, unknownOther);
    }

    /// <summary>I: the number of complete interviews.</summary>
    public long Complete { get; }

    /// <summary>P: the number of partial interviews.</summary>
    public long Partial { get; }

    /// <summary>R: the number of refusals and break-offs.</summary>
    public long Refused { get; }

    /// <summary>NC: the number of eligible cases that were never reached.</summary>
    public long NotContacted { get; }

    /// <summary>O: the number of eligible cases that were reached but gave no interview for another reason.</summary>
    public long Other { get; }

    /// <summary>UH: the number of cases where it is unknown whether there is a household or a working address.</summary>
    public long UnknownHousehold { get; }

    /// <summary>UO: the number of cases whose eligibility is unknown for another reason.</summary>
    public long UnknownOther { get; }

    /// <summary>The number of cases known to be eligible.</summary>
    public long Eligible => Complete + Partial + Refused + NotContacted + Other;

    /// <summary>The number of cases of unknown eligibility.</summary>
    public long Unknown => UnknownHousehold + UnknownOther;

    /// <summary>RR1, the lowest of the six rates: complete interviews over all cases, where every case of unknown eligibility counts as eligible.</summary>
    public ShareTally ResponseRate1 => new(Complete, Eligible + Unknown);

    /// <summary>RR2: complete and partial interviews over all cases, where every case of unknown eligibility counts as eligible.</summary>
    public ShareTally ResponseRate2 => new(Complete + Partial, Eligible + Unknown);

    /// <summary>RR5: complete interviews over the cases known to be eligible.</summary>
    public ShareTally ResponseRate5 => new(Complete, Eligible);

    /// <summary>RR6, the highest of the six rates: complete and partial interviews over the cases known to be eligible.</summary>
    public ShareTally ResponseRate6 => new(Complete + Partial, Eligible);

    /// <summary>RR3: complete interviews, where a given share of the cases of unknown eligibility counts as eligible.</summary>
    /// <param name="eligibleShare">AAPOR's <c>e</c>: the share of the cases of unknown eligibility that is eligible, in [0, 1].
    /// It is estimated beforehand and reported with the rate.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The rate with Wilson's interval, which treats <paramref name="eligibleShare"/> as known;
    /// <see langword="null"/> when there are no cases.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="eligibleShare"/> does not lie in [0, 1], or <paramref name="confidence"/> does not lie
    /// between 0 and 1.</exception>
    public Estimate? ResponseRate3(double eligibleShare, double confidence = 0.95) => Rate(Complete, eligibleShare, confidence);

    /// <summary>RR4: complete and partial interviews, where a given share of the cases of unknown eligibility counts as eligible.</summary>
    /// <param name="eligibleShare">AAPOR's <c>e</c>: the share of the cases of unknown eligibility that is eligible, in [0, 1].
    /// It is estimated beforehand and reported with the rate.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The rate with Wilson's interval, which treats <paramref name="eligibleShare"/> as known;
    /// <see langword="null"/> when there are no cases.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="eligibleShare"/> does not lie in [0, 1], or <paramref name="confidence"/> does not lie
    /// between 0 and 1.</exception>
    public Estimate? ResponseRate4(double eligibleShare, double confidence = 0.95) => Rate(Complete + Partial, eligibleShare, confidence);

    /// <summary>Adds the outcomes of other cases.</summary>
    /// <param name="other">The cases to add.</param>
    /// <returns>The outcomes of all cases.</returns>
    /// <exception cref="OverflowException">A count would exceed <see cref="long.MaxValue"/>.</exception>
    public AaporOutcomes Combine(AaporOutcomes other) => new(
        Guard.Add(Complete, other.Complete),
        Guard.Add(Partial, other.Partial),
        Guard.Add(Refused, other.Refused),
        Guard.Add(NotContacted, other.NotContacted),
        Guard.Add(Other, other.Other),
        Guard.Add(UnknownHousehold, other.UnknownHousehold),
        Guard.Add(UnknownOther, other.UnknownOther));

    private Estimate? Rate(long answered, double eligibleShare, double confidence)
    {
        Guard.Probability(eligibleShare);
        double z = NormalDistribution.CriticalValue(Guard.Confidence(confidence));
        double cases = Eligible + eligibleShare * Unknown;
        if (cases == 0)
        {
            return null;
        }

        // The base need not be a whole number; Wilson's formula holds all the same.
        (double lower, double upper) = ShareIntervals.Wilson(answered, cases, z);
        return new Estimate
        {
            Value = answered / cases,
            Lower = Math.Max(0, lower),
            Upper = Math.Min(1, upper),
            Confidence = confidence,
            Method = IntervalMethod.Wilson,
            N = Eligible + Unknown,
            EffectiveN = cases,
            Flags = answered == 0 || answered == cases ? EstimateFlags.Boundary : EstimateFlags.None,
        };
    }

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.SurveyOutcomesCaption)
            .Fact(words.CompleteLabel, words.Count(Complete))
            .Fact(words.PartialLabel, words.Count(Partial))
            .Fact(words.RefusedLabel, words.Count(Refused))
            .Fact(words.NotContactedLabel, words.Count(NotContacted))
            .Fact(words.OtherLabel, words.Count(Other))
            .Fact(words.UnknownOutcomeLabel, words.Count(Unknown))
            .Fact(words.ResponseRateLabel(1), Share(ResponseRate1))
            .Fact(words.ResponseRateLabel(2), Share(ResponseRate2))
            .Fact(words.ResponseRateLabel(5), Share(ResponseRate5))
            .Fact(words.ResponseRateLabel(6), Share(ResponseRate6))
            .ToHtml();

        string Share(ShareTally share) => share.Value is { } known ? words.Percent(known) : words.Undefined;
    }

    static AaporOutcomes IJsonRecord<AaporOutcomes>.Json(JsonMembers<AaporOutcomes> json) => new(
        json.Value(nameof(Complete), x => x.Complete),
        json.Value(nameof(Partial), x => x.Partial),
        json.Value(nameof(Refused), x => x.Refused),
        json.Value(nameof(NotContacted), x => x.NotContacted),
        json.Value(nameof(Other), x => x.Other),
        json.Value(nameof(UnknownHousehold), x => x.UnknownHousehold),
        json.Value(nameof(UnknownOther), x => x.UnknownOther));
}
