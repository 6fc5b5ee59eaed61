using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>From which answers on a customer counts as secure: a cut for each of the three questions.</summary>
/// <remarks><c>default</c> states no cut and cannot be used to read answers.</remarks>
[JsonConverter(typeof(RecordJsonConverter<SecureCustomerCut>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct SecureCustomerCut : IJsonRecord<SecureCustomerCut>
{
    /// <summary>Creates the three cuts.</summary>
    /// <param name="satisfaction">The answers that count as satisfied, mostly the highest alone.</param>
    /// <param name="repurchase">The answers that count as sure to buy again.</param>
    /// <param name="recommendation">The answers that count as sure to recommend.</param>
    /// <exception cref="ArgumentException">Some of the cuts are stated and others are not.</exception>
    public SecureCustomerCut(TopBox satisfaction, TopBox repurchase, TopBox recommendation)
    {
        bool none = satisfaction == default && repurchase == default && recommendation == default;
        Satisfaction = none ? satisfaction : Stated(satisfaction, nameof(satisfaction));
        Repurchase = none ? repurchase : Stated(repurchase, nameof(repurchase));
        Recommendation = none ? recommendation : Stated(recommendation, nameof(recommendation));
    }

    /// <summary>The highest answer of each question, all on the scale 1 to 5.</summary>
    public static SecureCustomerCut TopOfFive { get; } = new(new(RatingScale.OneToFive, 5), new(RatingScale.OneToFive, 5), new(RatingScale.OneToFive, 5));

    /// <summary>The answers that count as satisfied.</summary>
    public TopBox Satisfaction { get; }

    /// <summary>The answers that count as sure to buy again.</summary>
    public TopBox Repurchase { get; }

    /// <summary>The answers that count as sure to recommend.</summary>
    public TopBox Recommendation { get; }

    /// <summary>The three cuts as invariant text.</summary>
    /// <returns>Text for display, such as <c>5-5 on 1 to 5; 5-5 on 1 to 5; 9-10 on 0 to 10</c>.</returns>
    public override string ToString() => this == default ? "cuts not stated" : $"{Satisfaction}; {Repurchase}; {Recommendation}";

    private static TopBox Stated(TopBox cut, string name) =>
        cut == default ? throw new ArgumentException($"{name} must be stated like the cuts of the other questions", name) : cut;

    static SecureCustomerCut IJsonRecord<SecureCustomerCut>.Json(JsonMembers<SecureCustomerCut> json) => new(
        json.Record(nameof(Satisfaction), x => x.Satisfaction),
        json.Record(nameof(Repurchase), x => x.Repurchase),
        json.Record(nameof(Recommendation), x => x.Recommendation));
}
