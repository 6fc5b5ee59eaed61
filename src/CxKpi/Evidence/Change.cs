using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The difference between two records of a KPI, with its interval and p-value. A positive difference means higher than the baseline.</summary>
/// <remarks>
/// The two records must rest on different observations. Overlapping windows, such as two rolling quarters that share a month, are not independent.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Change>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct Change : ILocalizedFace, IFormattable, IJsonRecord<Change>
{
    /// <summary>The value minus the baseline's value, in the KPI's unit.</summary>
    public double Difference { get; internal init; }

    /// <summary>The lower limit of the difference, in the KPI's unit; <see langword="null"/> when the evidence gives none.</summary>
    public double? Lower { get; internal init; }

    /// <summary>The upper limit of the difference, in the KPI's unit; <see langword="null"/> when the evidence gives none.</summary>
    public double? Upper { get; internal init; }

    /// <summary>The standard error of the difference, in the KPI's unit; <see langword="null"/> when the evidence gives none.</summary>
    /// <remarks>The limits need not be the difference plus and minus a multiple of it.</remarks>
    public double? StandardError { get; internal init; }

    /// <summary>The value that the difference starts from, in the KPI's unit; <see langword="null"/> when it is not stated.</summary>
    public double? Baseline { get; internal init; }

    /// <summary>
    /// The difference divided by the baseline, such as -0.12 for 12 % less; <see langword="null"/> when the baseline is not above 0, or when the unit has no
    /// zero that means nothing at all: net scores, scale points and indices. Neither is there one that is larger than a number can be.
    /// </summary>
    public double? Relative => Baseline is > 0 and var from && HasZero(Unit) && Difference / from is var share && double.IsFinite(share) ? share : null;

    /// <summary>The unit of the difference and its limits; <see langword="null"/> for the plain figures of a tally.</summary>
    public KpiUnit? Unit { get; internal init => field = Guard.Defined(value, nameof(Unit)); }

    /// <summary>The ISO 4217 code of the currency of an amount of money; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; internal init => field = Guard.Currency(value, nameof(Currency)); }

    /// <summary>The two-sided p-value of the hypothesis "no difference", in [0, 1]; <see langword="null"/> when the evidence gives none.</summary>
    public double? PValue { get; internal init; }

    /// <summary>The nominal confidence level, between 0 and 1.</summary>
    public double Confidence { get; internal init => field = Guard.Probability(value, nameof(Confidence)); }

    /// <summary>How the limits were computed.</summary>
    public IntervalMethod Method { get; internal init => field = Guard.Defined(value, nameof(Method)); }

    /// <summary>Whether a higher value of the KPI is better.</summary>
    public KpiDirection Direction { get; internal init => field = Guard.Defined(value, nameof(Direction)); }

    /// <summary>The degrees of freedom, when Student's distribution was used; otherwise <see langword="null"/>.</summary>
    public double? DegreesOfFreedom { get; internal init; }

    /// <summary>Warnings about the limits.</summary>
    public EstimateFlags Flags { get; internal init; }

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

    private string? FaultOfDifference => Method.HoldsFigure() ? StatedFigures.FaultWithin(Difference, Lower, Upper) : null;

    /// <summary>The rule that the difference breaks when it does not lead from the baseline to a value; <see langword="null"/> when it does, or there is no
    /// baseline.</summary>
    internal string? FaultFrom(double value) =>
        Baseline is { } baseline && Math.Abs(Difference - (value - baseline)) > StatedFigures.Slack(Math.Abs(value) + Math.Abs(baseline))
            ? string.Create(CultureInfo.InvariantCulture, $"must be {value} less {baseline}; got {Difference}")
            : null;

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

    /// <summary>The difference, its limits and the verdict as text in English.</summary>
    /// <returns>Text for display, such as <c>+2.1 pp (+4.0%) [−0.9 pp, +5.1 pp] (p = 0.17, NoEvidence)</c>.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>The difference, its limits and the verdict as text.</summary>
    /// <param name="format">
    /// <c>G</c>, an empty text or <see langword="null"/> for the difference, the relative change where there is one, limits, p-value and verdict;
    /// <c>V</c> for the difference alone; <c>N1</c>, or another number of decimals, for the difference in its unit with so many decimals;
    /// <c>P1</c> for the relative change in percent with so many decimals.
    /// </param>
    /// <param name="formatProvider">The culture of the numbers; invariant when <see langword="null"/>.</param>
    /// <returns>Text for display; <c>undefined</c> for a relative change that does not exist.</returns>
    /// <exception cref="FormatException">The format is another text.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        IFormatProvider provider = formatProvider ?? CultureInfo.InvariantCulture;
        return FigureFormat.Parse(format) switch
        {
            { Kind: FigureFormatKind.General } =>
                $"{Figure(Difference, provider)}{(Relative is { } relative ? $" ({KpiText.Relative(relative, provider)})" : "")} "
                    + $"[{Figure(Lower, provider) ?? "-"}, {Figure(Upper, provider) ?? "-"}] ({KpiText.P(PValue)}, {Verdict})",
            { Kind: FigureFormatKind.Value } => Figure(Difference, provider)!,
            { Kind: FigureFormatKind.Number } number => KpiText.FixedDifference(Unit, Difference, number.Decimals, provider, Currency),
            { Decimals: var decimals } => Relative is { } share
                ? KpiText.FixedDifference(KpiUnit.Share, share, decimals, provider, inPercent: true)
                : Phrases.English.Undefined,
        };
    }

    /// <summary>Creates the change of a KPI of your own whose interval none of the tallies computes.</summary>
    /// <param name="difference">The value minus the baseline's value, in the KPI's unit; finite.</param>
    /// <param name="lower">The lower limit of the difference, in the KPI's unit; <see langword="null"/> when the evidence gives none.</param>
    /// <param name="upper">The upper limit of the difference, in the KPI's unit; <see langword="null"/> when the evidence gives none.</param>
    /// <param name="confidence">The nominal confidence level, between 0 and 1, both excluded.</param>
    /// <param name="method">How the limits were computed.</param>
    /// <param name="pValue">The two-sided p-value of the hypothesis "no difference", in [0, 1], below 1 minus the confidence exactly where 0 lies outside the
    /// limits; <see langword="null"/> when the evidence gives none.</param>
    /// <param name="standardError">The standard error of the difference, in the KPI's unit; <see langword="null"/> when the method does not use one.</param>
    /// <param name="flags">Warnings about the limits.</param>
    /// <returns>The change as the plain figures of a tally; <see cref="In"/> gives it the unit of the KPI and a verdict by its direction.</returns>
    /// <remarks>A difference that rounding has put a digit outside its limits is taken, and the limit moved to it.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A figure is not finite, the limits are reversed or do not hold the difference although the method's do, the confidence or the p-value does not lie
    /// between 0 and 1, the p-value contradicts the limits, the standard error is negative, or the method or a flag has no name.
    /// </exception>
    public static Change Of(
        double difference,
        double? lower,
        double? upper,
        double confidence,
        IntervalMethod method,
        double? pValue = null,
        double? standardError = null,
        EstimateFlags flags = EstimateFlags.None)
    {
        Guard.InOrder(Guard.Finite(lower, nameof(lower)), Guard.Finite(upper, nameof(upper)), nameof(lower), nameof(upper));
        Change stated = new()
        {
            Difference = Zero.Unsigned(Guard.Finite(difference)),
            Lower = lower,
            Upper = upper,
            Confidence = Guard.Confidence(confidence),
            Method = Guard.Defined(method),
            PValue = pValue is { } p ? Guard.Probability(p, nameof(pValue)) : null,
            StandardError = Guard.FiniteNotNegative(standardError, nameof(standardError)),
            Flags = Guard.Flags(flags),
        };
        Change sound = stated.FaultOfDifference is { } ofDifference
            ? throw new ArgumentOutOfRangeException(nameof(difference), $"{nameof(difference)} {ofDifference}")
            : stated.Sound();
        return StatedFigures.FaultOfPValue(sound.PValue, confidence, sound.Lower, sound.Upper, hypothesis: 0) is { } ofPValue
            ? throw new ArgumentOutOfRangeException(nameof(pValue), $"{nameof(pValue)} {ofPValue}")
            : sound;
    }

    /// <summary>Returns the same change in the unit of a KPI and judged by its direction, as a KPI record does with the change of its tally.</summary>
    /// <param name="definition">The definition of the KPI.</param>
    /// <param name="baseline">The value that the difference starts from; <see langword="null"/> when it is not known.</param>
    /// <param name="currency">The ISO 4217 code of the currency of an amount of money; <see langword="null"/> when it is not stated.</param>
    /// <returns>The change with the verdict that follows from the direction.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="baseline"/> is not finite.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public Change In(KpiDefinition definition, double? baseline, string? currency = null) => Sound() with
    {
        Unit = Guard.NotNull(definition).Unit,
        Direction = definition.Direction,
        Baseline = Guard.Finite(baseline, nameof(baseline)),
        Currency = Guard.Currency(currency),
    };

    /// <summary>Returns what the change is worth: the difference, and its limits, times what it concerns, times the value of one unit more.</summary>
    /// <param name="valuePerUnit">What one unit more is worth: positive for what earns money, negative for what costs it, such as -4.20 for one more contact
    /// that costs 4.20. It is taken as known: where it is an estimate itself, its own limits are not in the result.</param>
    /// <param name="units">What the difference is a share or a rate of, such as the contacts of a year; 1 for a difference of counts, and for that of
    /// an effect on a share, which is a count. Not negative.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated, or that of an amount of money.</param>
    /// <returns>The change in money, of which more is better. Its p-value is that of the difference; there is none where nothing is at stake, because
    /// the value or the number of units is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of units is negative.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    /// <example>First-contact resolution rises by 5 points, over 40,000 issues, and a contact costs 4.20: 2,000 contacts and 8,400 are saved.</example>
    public Change InMoney(decimal valuePerUnit, decimal units = 1, string? currency = null) =>
        Rescaled((double)valuePerUnit * (double)Guard.NotNegative(units)).Sound() with
        {
            Unit = KpiUnit.Money,
            Direction = KpiDirection.HigherIsBetter,
            Baseline = null,
            Currency = Guard.Currency(currency) ?? Currency,
        };

    /// <summary>The same with limits that hold the difference, which rounding may put a digit outside, and without what no number is as large as.</summary>
    internal Change Sound() => this with
    {
        Lower = Lower is { } lower && double.IsFinite(lower) ? Method.Below(Difference, lower) : null,
        Upper = Upper is { } upper && double.IsFinite(upper) ? Method.Above(Difference, upper) : null,
        StandardError = StandardError is { } error && double.IsFinite(error) ? error : null,
    };

    /// <summary>The same change in another unit; nothing of it has no p-value.</summary>
    internal Change Rescaled(double factor) => this with
    {
        Difference = factor * Difference,
        Lower = factor * (factor < 0 ? Upper : Lower),
        Upper = factor * (factor < 0 ? Lower : Upper),
        StandardError = Math.Abs(factor) * StandardError,
        PValue = factor == 0 ? null : PValue,
    };

    /// <summary>The same change with limits cut at the ends of what a difference can be, and flagged when they were cut.</summary>
    internal Change Clipped(double lowest, double highest) => Lower < lowest || Upper > highest
        ? this with
        {
            Lower = Lower is { } lower ? Math.Max(lowest, lower) : null,
            Upper = Upper is { } upper ? Math.Min(highest, upper) : null,
            Flags = Flags | EstimateFlags.Clipped,
        }
        : this;

    /// <summary>The change of the complement: what one side gains, the other loses.</summary>
    internal Change Complement() => this with { Difference = -Difference, Lower = -Upper, Upper = -Lower };

    internal Change With(EstimateFlags flags) => this with { Flags = Flags | flags };

    private static bool HasZero(KpiUnit? unit) => unit switch
    {
        KpiUnit.Share or KpiUnit.Percentage or KpiUnit.Seconds or KpiUnit.Money or KpiUnit.Ratio or KpiUnit.Rate or KpiUnit.Count => true,
        KpiUnit.NetPoints or KpiUnit.ScalePoints or KpiUnit.Index or null => false,
    };

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.ChangeCaption)
            .Fact(words.DifferenceLabel, DifferenceIn(words))
            .Fact(words.RelativeChangeLabel, Relative is { } relative ? KpiText.Relative(relative, words) : null)
            .Fact(words.IntervalAt(Confidence), RangeIn(words))
            .Fact(words.StandardErrorLabel, words.Limit(StandardError))
            .Fact(words.PValueLabel, words.PValue(PValue))
            .Fact(words.VerdictLabel, words.Verdict(Verdict))
            .Fact(words.DegreesOfFreedomLabel, words.Limit(DegreesOfFreedom))
            .Fact(words.MethodLabel, words.Method(Method))
            .Note(words.Flags(Flags))
            .ToHtml();
    }

    /// <summary>The difference in its unit.</summary>
    internal string DifferenceIn(Phrases words) => Figure(Difference, words)!;

    /// <summary>The limits in the unit and the magnitude of the difference; empty when there is none.</summary>
    internal string RangeIn(Phrases words) => words.Range(Figure(Lower, words), Figure(Upper, words));

    private string? Figure(double? figure, IFormatProvider provider) => figure is not { } known ? null
        : Unit is { } unit ? KpiText.Difference(unit, known, provider, Currency, Difference)
        : KpiText.PlainDifference(known, provider);

    static Change IJsonRecord<Change>.Json(JsonMembers<Change> json)
    {
        Change read = new()
        {
            Difference = json.Value(nameof(Difference), x => x.Difference),
            Lower = json.Optional(nameof(Lower), x => x.Lower),
            Upper = json.Optional(nameof(Upper), x => x.Upper),
            StandardError = json.OptionalNotNegative(nameof(StandardError), x => x.StandardError),
            Baseline = json.Optional(nameof(Baseline), x => x.Baseline),
            Unit = json.Optional(nameof(Unit), x => x.Unit),
            Currency = json.Currency(nameof(Currency), x => x.Currency),
            PValue = json.OptionalProbability(nameof(PValue), x => x.PValue),
            Confidence = json.Value(nameof(Confidence), x => x.Confidence),
            Method = json.Value(nameof(Method), x => x.Method),
            Direction = json.Value(nameof(Direction), x => x.Direction),
            DegreesOfFreedom = json.OptionalNotNegative(nameof(DegreesOfFreedom), x => x.DegreesOfFreedom),
            Flags = json.Value(nameof(Flags), x => x.Flags),
        };
        Guard.InOrder(read.Lower, read.Upper, nameof(Lower), nameof(Upper));
        Change plain = read with { Unit = null, Currency = null, Direction = default, Baseline = null };
        json.RequireConfidence(nameof(Confidence), read.Confidence, hasData: plain != default);
        if (json.IsRead)
        {
            read = read.FaultOfDifference is { } ofDifference ? throw json.Fault(nameof(Difference), ofDifference) : read.Sound();
        }

        json.RequireOneStatement(nameof(PValue), read.PValue, read.Confidence, (read.Lower, read.Upper));
        if (json.Optional(nameof(Verdict), x => (ChangeVerdict?)x.Verdict) is { } stated && stated != read.Verdict)
        {
            throw json.Fault(nameof(Verdict), $"must be {read.Verdict}, as the limits say; got {stated}");
        }

        return read;
    }
}
