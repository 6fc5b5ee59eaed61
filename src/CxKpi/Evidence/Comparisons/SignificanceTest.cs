using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The outcome of a test that has no interval: its statistic, p-value and method.</summary>
/// <remarks>
/// A p-value says how often chance alone brings figures at least as far apart as these. It does not say how far they lie apart: <see cref="Change"/> and
/// <see cref="ChangeRatio"/> do, with limits and a p-value that agree with each other. <c>default</c> is no test.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SignificanceTest>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct SignificanceTest : ILocalizedFace, IJsonRecord<SignificanceTest>
{
    /// <summary>The statistic, as the method defines it; <see langword="null"/> for exact tests, which have none.</summary>
    public double? Statistic { get; internal init => field = Guard.Finite(value, nameof(Statistic)); }

    /// <summary>The degrees of freedom of the statistic's distribution; <see langword="null"/> when it has none.</summary>
    public double? DegreesOfFreedom { get; internal init => field = Guard.Finite(value, nameof(DegreesOfFreedom)); }

    /// <summary>The two-sided p-value of the hypothesis "no difference", in [0, 1].</summary>
    public double PValue { get; internal init => field = Guard.Probability(value, nameof(PValue)); }

    /// <summary>How large the difference is, in the terms that the method names; <see langword="null"/> for methods that name none.</summary>
    public double? EffectSize { get; internal init => field = Guard.Finite(value, nameof(EffectSize)); }

    /// <summary>The test.</summary>
    public SignificanceTestMethod Method { get; internal init => field = Guard.Defined(value, nameof(Method)); }

    /// <summary>The number of observations of all samples; for rates the number of events.</summary>
    public long N { get; internal init => field = Guard.NotNegative(value, nameof(N)); }

    /// <summary>Warnings about the p-value.</summary>
    public EstimateFlags Flags { get; internal init; }

    /// <summary>The test and its p-value as invariant text.</summary>
    /// <returns>Text for display, such as <c>NMinusOneChiSquare 6.97647 (df = 1, p = 0.0083, n = 150)</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Method}{(Statistic is { } statistic ? FormattableString.Invariant($" {statistic:G6}") : "")} (")
            + string.Create(CultureInfo.InvariantCulture, $"{(DegreesOfFreedom is { } freedom ? FormattableString.Invariant($"df = {freedom:G6}, ") : "")}")
            + string.Create(CultureInfo.InvariantCulture, $"{KpiText.P(PValue)}, n = {N:#,0})");

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.TestCaption)
        .Fact(words.MethodLabel, Method.In(words))
        .Fact(words.StatisticLabel, words.Limit(Statistic))
        .Fact(words.DegreesOfFreedomLabel, words.Limit(DegreesOfFreedom))
        .Fact(words.PValueLabel, words.PValue(PValue))
        .Fact(words.EffectSizeLabel, words.Limit(EffectSize))
        .Fact("n", words.Count(N))
        .Note(words.Flags(Flags))
        .ToHtml();

    static SignificanceTest IJsonRecord<SignificanceTest>.Json(JsonMembers<SignificanceTest> json) => new()
    {
        Statistic = json.Optional(nameof(Statistic), x => x.Statistic),
        DegreesOfFreedom = json.OptionalNotNegative(nameof(DegreesOfFreedom), x => x.DegreesOfFreedom),
        PValue = json.Value(nameof(PValue), x => x.PValue),
        EffectSize = json.Optional(nameof(EffectSize), x => x.EffectSize),
        Method = json.Value(nameof(Method), x => x.Method),
        N = json.Value(nameof(N), x => x.N),
        Flags = json.Value(nameof(Flags), x => x.Flags),
    };
}
