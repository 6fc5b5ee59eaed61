using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The difference between two records of a KPI, with its interval and p-value. A positive difference means higher than the baseline.</summary>
/// <remarks>
/// The two records must rest on different observations. Overlapping windows, such as two rolling quarters that share a month, are not independent.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Change>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct Change : ILocalizedFace, IJsonRecord<Change>
{
    /// <summary>The value minus the baseline's value, in the KPI's unit.</summary>
    public required double Difference { get; init; }

    /// <summary>The lower limit of the difference, in the KPI's unit; <see langword="null"/> when the evidence gives none.</summary>
    public double? Lower { get; init; }

    /// <summary>The upper limit of the difference, in the KPI's unit; <see langword="null"/> when the evidence gives none.</summary>
    public double? Upper { get; init; }

    /// <summary>The two-sided p-value of the hypothesis "no difference", in [0, 1]; <see langword="null"/> when the evidence gives none.</summary>
    public double? PValue { get; init; }

    /// <summary>The nominal confidence level, between 0 and 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>How the limits were computed.</summary>
    public required IntervalMethod Method { get; init; }

    /// <summary>Whether a higher value of the KPI is better.</summary>
    public KpiDirection Direction { get; init; }

    /// <summary>The degrees of freedom, when Student's distribution was used; otherwise <see langword="null"/>.</summary>
    public double? DegreesOfFreedom { get; init; }

    /// <summary>Warnings about the limits.</summary>
    public EstimateFlags Flags { get; init; }

    /// <summary>
    /// What the interval says: better or worse when it lies wholly on one side of zero. Rows that are all alike or a single row do not say how much
    /// they vary by chance, and nothing is concluded from them.
    /// </summary>
    public ChangeVerdict Verdict => !Flags.TellSpread() ? ChangeVerdict.Unknown : (Lower, Upper) switch
    {
        (null, _) or (_, null) => ChangeVerdict.Unknown,
        ( > 0, _) => Rising,
        (_, < 0) => Falling,
        _ => ChangeVerdict.NoEvidence,
    };

    private ChangeVerdict Rising => Direction switch
    {
        KpiDirection.HigherIsBetter => ChangeVerdict.Better,
        KpiDirection.LowerIsBetter => ChangeVerdict.Worse,
        KpiDirection.Neutral => ChangeVerdict.Higher,
    };

    private ChangeVerdict Falling => Direction switch
    {
        KpiDirection.HigherIsBetter => ChangeVerdict.Worse,
        KpiDirection.LowerIsBetter => ChangeVerdict.Better,
        KpiDirection.Neutral => ChangeVerdict.Lower,
    };

    /// <summary>The difference, its limits and the verdict as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Difference:+0.####;-0.####;0} [{Limit(Lower)}, {Limit(Upper)}] ({KpiText.P(PValue)}, {Verdict})");

    /// <summary>Returns the same change judged by whether higher is better, as a KPI record does with the change of its tally.</summary>
    /// <param name="direction">The direction of the KPI's definition.</param>
    /// <returns>The change with the verdict that follows from the direction.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is not a named value.</exception>
    public Change Towards(KpiDirection direction) => this with { Direction = Guard.Defined(direction) };

    /// <summary>The same change in another unit.</summary>
    internal Change Rescaled(double factor) => this with { Difference = factor * Difference, Lower = factor * Lower, Upper = factor * Upper };

    /// <summary>The change of the complement: what one side gains, the other loses.</summary>
    internal Change Complement() => this with { Difference = -Difference, Lower = -Upper, Upper = -Lower };

    internal Change With(EstimateFlags flags) => this with { Flags = Flags | flags };

    private static string Limit(double? limit) => limit?.ToString("+0.####;-0.####;0", CultureInfo.InvariantCulture) ?? "-";

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.ChangeCaption)
            .Fact(words.DifferenceLabel, words.Signed(Difference))
            .Fact(words.IntervalAt(Confidence), words.SignedRange(Lower, Upper))
            .Fact(words.PValueLabel, words.PValue(PValue))
            .Fact(words.VerdictLabel, words.Verdict(Verdict))
            .Fact(words.DegreesOfFreedomLabel, words.Limit(DegreesOfFreedom))
            .Fact(words.MethodLabel, words.Method(Method))
            .Note(words.Flags(Flags))
            .ToHtml();
    }

    static Change IJsonRecord<Change>.Json(JsonMembers<Change> json)
    {
        Change read = new()
        {
            Difference = json.Value(nameof(Difference), x => x.Difference),
            Lower = json.Optional(nameof(Lower), x => x.Lower),
            Upper = json.Optional(nameof(Upper), x => x.Upper),
            PValue = json.Optional(nameof(PValue), x => x.PValue) is { } p ? Guard.Probability(p, nameof(PValue)) : null,
            Confidence = Guard.Probability(json.Value(nameof(Confidence), x => x.Confidence), nameof(Confidence)),
            Method = json.Value(nameof(Method), x => x.Method),
            Direction = json.Value(nameof(Direction), x => x.Direction),
            DegreesOfFreedom = json.Optional(nameof(DegreesOfFreedom), x => x.DegreesOfFreedom),
            Flags = json.Value(nameof(Flags), x => x.Flags),
        };
        Guard.InOrder(read.Lower, read.Upper, nameof(Lower), nameof(Upper));
        if (json.Optional(nameof(Verdict), x => (ChangeVerdict?)x.Verdict) is { } stated && stated != read.Verdict)
        {
            throw json.Fault(nameof(Verdict), $"must be {read.Verdict}, as the limits say; got {stated}");
        }

        return read;
    }
}
