using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The final outcomes of a survey's cases, and AAPOR's six response rates over them.</summary>
/// <remarks>
/// <code>
/// RR1 = I / (I + P + R + NC + O + UH + UO)         RR2 = (I + P) / the same
/// RR3 = I / (I + P + R + NC + O + e * (UH + UO))   RR4 = (I + P) / the same
/// RR5 = I / (I + P + R + NC + O)                   RR6 = (I + P) / the same
/// </code>
/// Fractions in [0, 1]; <c>default</c> holds no data. Rates 1 and 2 take every unknown case as eligible, 5 and 6 none, 3 and 4 the share <c>e</c>.
/// Cases known to be ineligible are in no count. Say which rate is reported: they can lie far apart.
/// Source: AAPOR, "Standard Definitions: Final Dispositions of Case Codes and Outcome Rates for Surveys", 2016.
/// <para>Pitfalls: the fifth rate where eligibility is not known; an <c>e</c> chosen for the result it gives;
/// rate and representativeness taken for one thing.</para>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct AaporOutcomes : ILocalizedFace
{
    /// <summary>Creates the counts; none may be negative.</summary>
    /// <param name="complete">I: complete interviews.</param>
    /// <param name="partial">P: partial interviews.</param>
    /// <param name="refused">R: refusals and break-offs.</param>
    /// <param name="notContacted">NC: eligible, but never reached.</param>
    /// <param name="other">O: eligible and reached, but no interview for another reason.</param>
    /// <param name="unknownHousehold">UH: not known whether there is a household, or an address that works.</param>
    /// <param name="unknownOther">UO: not known for another reason whether the case is eligible.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total would exceed <see cref="long.MaxValue"/>.</exception>
    [JsonConstructor]
    public AaporOutcomes(long complete, long partial = 0, long refused = 0, long notContacted = 0, long other = 0, long unknownHousehold = 0, long unknownOther = 0)
    {
        Complete = Guard.NotNegative(complete);
        Partial = Guard.NotNegative(partial);
        Refused = Guard.NotNegative(refused);
        NotContacted = Guard.NotNegative(notContacted);
        Other = Guard.NotNegative(other);
        UnknownHousehold = Guard.NotNegative(unknownHousehold);
        UnknownOther = Guard.NotNegative(unknownOther);
        _ = checked(complete + partial + refused + notContacted + other + unknownHousehold + unknownOther);
    }

    /// <summary>I: complete interviews.</summary>
    public long Complete { get; }

    /// <summary>P: partial interviews.</summary>
    public long Partial { get; }

    /// <summary>R: refusals and break-offs.</summary>
    public long Refused { get; }

    /// <summary>NC: eligible, but never reached.</summary>
    public long NotContacted { get; }

    /// <summary>O: eligible and reached, but no interview for another reason.</summary>
    public long Other { get; }

    /// <summary>UH: not known whether there is a household, or an address that works.</summary>
    public long UnknownHousehold { get; }

    /// <summary>UO: not known for another reason whether the case is eligible.</summary>
    public long UnknownOther { get; }

    /// <summary>The cases known to be eligible.</summary>
    [JsonIgnore]
    public long Eligible => Complete + Partial + Refused + NotContacted + Other;

    /// <summary>The cases of unknown eligibility.</summary>
    [JsonIgnore]
    public long Unknown => UnknownHousehold + UnknownOther;

    /// <summary>RR1: complete interviews; every unknown case counts as eligible. The lowest of the six.</summary>
    [JsonIgnore]
    public ShareTally ResponseRate1 => new(Complete, Eligible + Unknown);

    /// <summary>RR2: complete and partial interviews; every unknown case counts as eligible.</summary>
    [JsonIgnore]
    public ShareTally ResponseRate2 => new(Complete + Partial, Eligible + Unknown);

    /// <summary>RR5: complete interviews; no unknown case counts as eligible.</summary>
    [JsonIgnore]
    public ShareTally ResponseRate5 => new(Complete, Eligible);

    /// <summary>RR6: complete and partial interviews; no unknown case counts as eligible. The highest of the six.</summary>
    [JsonIgnore]
    public ShareTally ResponseRate6 => new(Complete + Partial, Eligible);

    /// <summary>RR3: complete interviews; a share of the unknown cases counts as eligible.</summary>
    /// <param name="eligibleShare">AAPOR's <c>e</c>: the share of the unknown cases that is eligible, in [0, 1];
    /// estimated beforehand and reported with the rate.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The rate with Wilson's interval, which takes <paramref name="eligibleShare"/> as known; <see langword="null"/> without cases.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="eligibleShare"/> does not lie in [0, 1], or the confidence not between 0 and
    /// 1.</exception>
    public Estimate? ResponseRate3(double eligibleShare, double confidence = 0.95) => Rate(Complete, eligibleShare, confidence);

    /// <summary>RR4: complete and partial interviews; a share of the unknown cases counts as eligible.</summary>
    /// <param name="eligibleShare">AAPOR's <c>e</c>: the share of the unknown cases that is eligible, in [0, 1];
    /// estimated beforehand and reported with the rate.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The rate with Wilson's interval, which takes <paramref name="eligibleShare"/> as known; <see langword="null"/> without cases.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="eligibleShare"/> does not lie in [0, 1], or the confidence not between 0 and
    /// 1.</exception>
    public Estimate? ResponseRate4(double eligibleShare, double confidence = 0.95) => Rate(Complete + Partial, eligibleShare, confidence);

    /// <summary>The outcomes of both.</summary>
    /// <param name="other">The cases to add.</param>
    /// <returns>All counts added.</returns>
    /// <exception cref="OverflowException">A count would exceed <see cref="long.MaxValue"/>.</exception>
    public AaporOutcomes Combine(AaporOutcomes other) => new(
        Complete + other.Complete,
        Partial + other.Partial,
        Refused + other.Refused,
        NotContacted + other.NotContacted,
        Other + other.Other,
        UnknownHousehold + other.UnknownHousehold,
        UnknownOther + other.UnknownOther);

    private Estimate? Rate(long answered, double eligibleShare, double confidence)
    {
        Guard.Probability(eligibleShare);
        double z = NormalDistribution.CriticalValue(Guard.Confidence(confidence));
        double cases = Eligible + eligibleShare * Unknown;
        if (cases == 0)
        {
            return null;
        }

        // The base is not a whole number, which Wilson's formula does not mind.
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
}
