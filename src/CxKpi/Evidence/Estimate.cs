using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>A value with its interval, and what the interval is based on.</summary>
/// <remarks>
/// Over many samples drawn in the same way, intervals at 95 % confidence contain the true value in about 95 % of them.
/// They describe the chance in who was observed and nothing else: not a biased sample, a changed question or a wrong definition.
/// The limits hold the value, but for methods that add some answers of either kind and stand around the value with them
/// (<see cref="IntervalMethod.AdjustedWald"/>, <see cref="IntervalMethod.AgrestiCoull"/>): where all are alike, their published interval ends before it.
/// Where the value has a range, no limit passes its ends: a limit that a formula puts outside is cut to the range and flagged
/// <see cref="EstimateFlags.Clipped"/>.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Estimate>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct Estimate : ILocalizedFace, IFormattable, IJsonRecord<Estimate>
{
    /// <summary>The value, in the KPI's unit.</summary>
    public double Value { get; internal init; }

    /// <summary>The lower limit, in the KPI's unit; <see langword="null"/> when the evidence gives none (see <see cref="Flags"/>).</summary>
    public double? Lower { get; internal init; }

    /// <summary>The upper limit, in the KPI's unit; <see langword="null"/> when the evidence gives none (see <see cref="Flags"/>).</summary>
    public double? Upper { get; internal init; }

    /// <summary>The unit of the value and the limits; <see langword="null"/> for the plain figures of a tally.</summary>
    public KpiUnit? Unit { get; internal init => field = Guard.Defined(value, nameof(Unit)); }

    /// <summary>The ISO 4217 code of the currency of an amount of money; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; internal init => field = Guard.Currency(value, nameof(Currency)); }

    /// <summary>The nominal confidence level, between 0 and 1.</summary>
    public double Confidence { get; internal init => field = Guard.Probability(value, nameof(Confidence)); }

    /// <summary>How the limits were computed.</summary>
    public IntervalMethod Method { get; internal init => field = Guard.Defined(value, nameof(Method)); }

    /// <summary>The number of observations: answers, contacts, customers, rows or events.</summary>
    public long N { get; internal init => field = Guard.NotNegative(value, nameof(N)); }

    /// <summary>The number of clusters that were the sampling units; <see langword="null"/> when the observations were.</summary>
    public long? Clusters { get; internal init => field = value is { } count ? Guard.Positive(count, nameof(Clusters)) : null; }

    /// <summary>
    /// The size of a simple random sample of equal precision, when weights, clusters or a finite population make it differ from <see cref="N"/>; otherwise
    /// <see langword="null"/>.
    /// </summary>
    public double? EffectiveN { get; internal init; }

    /// <summary>The degrees of freedom of Student's distribution, when it was used; otherwise <see langword="null"/>.</summary>
    public double? DegreesOfFreedom { get; internal init; }

    /// <summary>The standard error, in the KPI's unit; <see langword="null"/> when the method does not use one.</summary>
    public double? StandardError { get; internal init; }

    /// <summary>The confidence that the limits really reach; <see langword="null"/> when the method does not give it.</summary>
    public double? AttainedCoverage { get; internal init; }

    /// <summary>Warnings about the value and its limits.</summary>
    public EstimateFlags Flags { get; internal init; }

    /// <summary>The sampling variance times <see cref="Weight"/>, in squared units; <see langword="null"/> when it is unknown.</summary>
    /// <remarks>
    /// Periods are pooled by it. Unlike the standard error it is also known for score and exact intervals, which use none, and for a rate of 0.
    /// </remarks>
    internal double? UnitVariance
    {
        get => StatedUnitVariance ?? (StandardError * StandardError * N);
        init => StatedUnitVariance = value;
    }

    /// <summary>What the sampling variance is inversely proportional to: the number of observations, or the exposure of a rate.</summary>
    internal double Weight
    {
        get => StatedWeight ?? N;
        init => StatedWeight = value;
    }

    // Where events are counted, none of them is a value of 0 with limits.
    private string? FaultOfN =>
        this is { N: 0, Value: not 0 } and ({ Lower: not null } or { Upper: not null }) ? "must not be 0 where a value other than 0 has limits" : null;

    private string? FaultOfValue => Method.HoldsFigure() ? StatedFigures.FaultWithin(Value, Lower, Upper) : null;

    private double? StatedUnitVariance { get; init; }

    private double? StatedWeight { get; init; }

    /// <summary>Creates the estimate of a KPI of your own whose interval none of the tallies computes.</summary>
    /// <param name="value">The value, in the KPI's unit; finite.</param>
    /// <param name="lower">The lower limit, in the KPI's unit; <see langword="null"/> when the evidence gives none.</param>
    /// <param name="upper">The upper limit, in the KPI's unit; <see langword="null"/> when the evidence gives none.</param>
    /// <param name="confidence">The nominal confidence level, between 0 and 1, both excluded.</param>
    /// <param name="method">How the limits were computed.</param>
    /// <param name="n">The number of observations; not negative, and above 0 where a value other than 0 has limits.</param>
    /// <param name="standardError">The standard error, in the KPI's unit; <see langword="null"/> when the method does not use one.</param>
    /// <param name="flags">Warnings about the value and its limits.</param>
    /// <returns>The estimate as the plain figures of a tally; <see cref="In"/> gives it the unit of the KPI.</returns>
    /// <remarks>A value that rounding has put a digit outside its limits is taken, and the limit moved to it.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A figure is not finite, the limits are reversed or do not hold the value although the method's do, the confidence does not lie between 0 and 1, the
    /// number of observations or the standard error is negative, a value other than 0 has limits without any observation, or the method or a flag has no name.
    /// </exception>
    public static Estimate Of(
        double value,
        double? lower,
        double? upper,
        double confidence,
        IntervalMethod method,
        long n,
        double? standardError = null,
        EstimateFlags flags = EstimateFlags.None)
    {
        Guard.InOrder(Guard.Finite(lower, nameof(lower)), Guard.Finite(upper, nameof(upper)), nameof(lower), nameof(upper));
        Estimate stated = new()
        {
            Value = Zero.Unsigned(Guard.Finite(value)),
            Lower = lower,
            Upper = upper,
            Confidence = Guard.Confidence(confidence),
            Method = Guard.Defined(method),
            N = Guard.NotNegative(n),
            StandardError = Guard.FiniteNotNegative(standardError, nameof(standardError)),
            Flags = Guard.Flags(flags),
        };
        return stated.FaultOfN is { } ofN ? throw new ArgumentOutOfRangeException(nameof(n), $"{nameof(n)} {ofN}")
            : stated.FaultOfValue is { } ofValue ? throw new ArgumentOutOfRangeException(nameof(value), $"{nameof(value)} {ofValue}")
            : stated.Sound();
    }

    /// <summary>Returns the same estimate in the unit of a KPI, as a KPI record does with the estimate of its tally.</summary>
    /// <param name="definition">The definition of the KPI.</param>
    /// <param name="currency">The ISO 4217 code of the currency of an amount of money; <see langword="null"/> when it is not stated.</param>
    /// <returns>The estimate, whose text is in the unit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public Estimate In(KpiDefinition definition, string? currency = null) =>
        Sound() with { Unit = Guard.NotNull(definition).Unit, Currency = Guard.Currency(currency) };

    /// <summary>The value and its limits as text in English.</summary>
    /// <returns>Text for display, such as <c>70.0% [39.7%, 89.2%] (95%, n = 10, Wilson)</c>.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>The value and its limits as text.</summary>
    /// <param name="format">
    /// <c>G</c>, an empty text or <see langword="null"/> for value, limits, confidence, number of observations and method; <c>V</c> for the value alone;
    /// <c>N1</c>, or another number of decimals, for the value in its unit with so many decimals; <c>P1</c> for a share in percent with so many decimals.
    /// </param>
    /// <param name="formatProvider">The culture of the numbers; invariant when <see langword="null"/>.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="FormatException">The format is another text, or asks for percent of what is not a share.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        IFormatProvider provider = formatProvider ?? CultureInfo.InvariantCulture;
        return FigureFormat.Parse(format) switch
        {
            { Kind: FigureFormatKind.General } => $"{Figure(Value, provider)} [{Figure(Lower, provider) ?? "-"}, {Figure(Upper, provider) ?? "-"}] "
                + string.Create(provider, $"({Confidence * 100:0.##}%, n = {N:#,0}")
                + (Clusters is { } clusters ? string.Create(provider, $" in {clusters:#,0} clusters") : "") + $", {Method})",
            { Kind: FigureFormatKind.Value } => Figure(Value, provider)!,
            { Kind: FigureFormatKind.Number } number => KpiText.Fixed(Unit, Value, number.Decimals, provider, Currency),
            { Kind: FigureFormatKind.Percent } percent when Unit is null or KpiUnit.Share or KpiUnit.Percentage =>
                KpiText.Fixed(KpiUnit.Share, Value, percent.Decimals, provider),
            _ => throw new FormatException($"format must not be P for a value in {Unit}, but is {format}"),
        };
    }

    /// <summary>The same with limits that hold the value, which rounding may put a digit outside, and without figures that no number is as large as.</summary>
    internal Estimate Sound() => this with
    {
        Lower = Lower is { } lower && double.IsFinite(lower) ? Method.Below(Value, lower) : null,
        Upper = Upper is { } upper && double.IsFinite(upper) ? Method.Above(Value, upper) : null,
        StandardError = StandardError is { } error && double.IsFinite(error) ? error : null,
        EffectiveN = EffectiveN is { } size && double.IsFinite(size) ? size : null,
    };

    /// <summary>The same estimate in another unit or around another origin.</summary>
    internal Estimate Rescaled(double factor, double origin = 0) => this with
    {
        Value = origin + factor * Value,
        Lower = origin + factor * (factor < 0 ? Upper : Lower),
        Upper = origin + factor * (factor < 0 ? Lower : Upper),
        StandardError = Math.Abs(factor) * StandardError,
        StatedUnitVariance = factor * factor * StatedUnitVariance,
    };

    /// <summary>
    /// The estimate of the complement, such as completion for abandonment, on a range whose ends add up to <paramref name="total"/>.
    /// </summary>
    internal Estimate Complement(double total = 1) => this with { Value = total - Value, Lower = total - Upper, Upper = total - Lower };

    /// <summary>The same estimate with limits cut at the ends of the value's range, and flagged when they were cut.</summary>
    internal Estimate Clipped(double lowest, double highest) => Lower < lowest || Upper > highest
        ? this with
        {
            Lower = Lower is { } lower ? Math.Max(lowest, lower) : null,
            Upper = Upper is { } upper ? Math.Min(highest, upper) : null,
            Flags = Flags | EstimateFlags.Clipped,
        }
        : this;

    internal Estimate With(EstimateFlags flags) => this with { Flags = Flags | flags };

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.EstimateCaption)
            .Fact(words.ValueLabel, Figure(Value, words))
            .Fact(words.IntervalAt(Confidence), words.Range(Figure(Lower, words), Figure(Upper, words)))
            .Fact("n", words.Count(N))
            .Fact(words.ClustersLabel, Clusters is { } clusters ? words.Count(clusters) : null)
            .Fact(words.EffectiveNLabel, EffectiveN is { } effective ? words.Decimals(effective, "0.#") : null)
            .Fact(words.StandardErrorLabel, words.Limit(StandardError))
            .Fact(words.DegreesOfFreedomLabel, words.Limit(DegreesOfFreedom))
            .Fact(words.AttainedCoverageLabel, AttainedCoverage is { } coverage ? words.Percent(coverage) : null)
            .Fact(words.MethodLabel, words.Method(Method))
            .Note(words.Flags(Flags))
            .ToHtml();
    }

    private string? Figure(double? figure, IFormatProvider provider) => figure is not { } known ? null
        : Unit is { } unit ? KpiText.Value(unit, known, provider, Currency, Value)
        : provider is Phrases words ? words.Limit(known)
        : known.ToString("G6", provider);

    static Estimate IJsonRecord<Estimate>.Json(JsonMembers<Estimate> json)
    {
        Estimate read = new()
        {
            Value = json.Value(nameof(Value), x => x.Value),
            Lower = json.Optional(nameof(Lower), x => x.Lower),
            Upper = json.Optional(nameof(Upper), x => x.Upper),
            Unit = json.Optional(nameof(Unit), x => x.Unit),
            Currency = json.Currency(nameof(Currency), x => x.Currency),
            Confidence = json.Value(nameof(Confidence), x => x.Confidence),
            Method = json.Value(nameof(Method), x => x.Method),
            N = json.Value(nameof(N), x => x.N),
            Clusters = json.Seldom(nameof(Clusters), x => x.Clusters),
            EffectiveN = json.OptionalNotNegative(nameof(EffectiveN), x => x.EffectiveN),
            DegreesOfFreedom = json.OptionalNotNegative(nameof(DegreesOfFreedom), x => x.DegreesOfFreedom),
            StandardError = json.OptionalNotNegative(nameof(StandardError), x => x.StandardError),
            AttainedCoverage = json.OptionalProbability(nameof(AttainedCoverage), x => x.AttainedCoverage),
            Flags = json.Value(nameof(Flags), x => x.Flags),
            StatedUnitVariance = json.OptionalNotNegative(nameof(UnitVariance), x => x.StatedUnitVariance),
            StatedWeight = json.OptionalNotNegative(nameof(Weight), x => x.StatedWeight),
        };
        Guard.InOrder(read.Lower, read.Upper, nameof(Lower), nameof(Upper));
        json.RequireConfidence(nameof(Confidence), read.Confidence, hasData: read with { Unit = null, Currency = null } != default);
        return !json.IsRead ? read
            : read.FaultOfN is { } ofN ? throw json.Fault(nameof(N), ofN)
            : read.FaultOfValue is { } ofValue ? throw json.Fault(nameof(Value), ofValue)
            : read.Sound();
    }
}
