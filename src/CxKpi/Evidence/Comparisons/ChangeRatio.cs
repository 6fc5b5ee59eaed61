using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>How many times a share or a rate is that of its baseline, with interval and p-value. A ratio above 1 means higher than the baseline.</summary>
/// <remarks>
/// <code>value = share / baseline share</code> The value has no unit; <c>default</c> holds no data.
/// The interval excludes 1 exactly when the p-value is below one minus the confidence. A ratio of small shares is large: "3 times" says nothing about how
/// many customers it concerns, which the difference does (<see cref="Change"/>).
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ChangeRatio>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct ChangeRatio : ILocalizedFace, IJsonRecord<ChangeRatio>
{
    /// <summary>The ratio, not negative; <see langword="null"/> when the baseline is 0.</summary>
    public double? Value { get; internal init => field = Guard.Finite(value, nameof(Value)); }

    /// <summary>The lower limit, not negative.</summary>
    public double? Lower { get; internal init => field = Guard.Finite(value, nameof(Lower)); }

    /// <summary>The upper limit; <see langword="null"/> when there is none, because a baseline of 0 cannot be excluded.</summary>
    public double? Upper { get; internal init => field = Guard.Finite(value, nameof(Upper)); }

    /// <summary>The two-sided p-value of the hypothesis "the ratio is 1", in [0, 1].</summary>
    public double PValue { get; internal init => field = Guard.Probability(value, nameof(PValue)); }

    /// <summary>The nominal confidence level, between 0 and 1.</summary>
    public double Confidence { get; internal init => field = Guard.Probability(value, nameof(Confidence)); }

    /// <summary>How the limits were computed.</summary>
    public IntervalMethod Method { get; internal init => field = Guard.Defined(value, nameof(Method)); }

    /// <summary>Warnings about the limits.</summary>
    public EstimateFlags Flags { get; internal init; }

    /// <summary>What the interval says: higher or lower when it lies wholly on one side of 1.</summary>
    public ChangeVerdict Verdict => (Lower, Upper) switch
    {
        (null, null) => ChangeVerdict.Unknown,
        ( > 1, _) => ChangeVerdict.Higher,
        (_, < 1) => ChangeVerdict.Lower,
        _ => ChangeVerdict.NoEvidence,
    };

    /// <summary>The ratio and its limits as text in English.</summary>
    /// <returns>Text for display, such as <c>3.1 times [1.2, 8.0]</c>.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The ratio and its limits as text.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language) => Text(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.ChangeRatioCaption)
        .Fact(words.ValueLabel, Value is { } value ? words.Times(Figure(value, words)) : words.Undefined)
        .Fact(words.IntervalAt(Confidence), Interval(words))
        .Fact(words.PValueLabel, words.PValue(PValue))
        .Fact(words.VerdictLabel, words.Verdict(Verdict))
        .Fact(words.MethodLabel, words.Method(Method))
        .Note(words.Flags(Flags))
        .ToHtml();

    private string Text(Phrases words)
    {
        string value = Value is { } known ? words.Times(Figure(known, words)) : words.Undefined;
        string separator = words.Language == ReportLanguage.English ? ", " : "; ";
        return (Lower, Upper) switch
        {
            (null, null) => value,
            ({ } lower, { } upper) => $"{value} [{Figure(lower, words)}{separator}{Figure(upper, words)}]",
            _ => $"{value} [{Interval(words)}]",
        };
    }

    private string Interval(Phrases words) => words.Range(
        Lower is { } lower ? Figure(lower, words) : null,
        Upper is { } upper ? Figure(upper, words) : null);

    private string Figure(double ratio, Phrases words) => words.Decimals(Math.Round(ratio, Decimals), "#,0." + new string('0', Decimals));

    /// <summary>As many decimals as the smallest figure needs to be told from 0, and each from 1.</summary>
    private int Decimals
    {
        get
        {
            int decimals = Value is >= 2 ? 1 : Value is >= 0.2 or null ? 2 : 3;
            while (decimals < 6 && (IsLost(Value, decimals) || IsLost(Lower, decimals) || IsLost(Upper, decimals)))
            {
                decimals++;
            }

            return decimals;
        }
    }

    private static bool IsLost(double? ratio, int decimals) => ratio is { } x && Math.Round(x, decimals) is var shown && shown != x && shown is 0 or 1;

    static ChangeRatio IJsonRecord<ChangeRatio>.Json(JsonMembers<ChangeRatio> json)
    {
        ChangeRatio read = new()
        {
            Value = json.Optional(nameof(Value), x => x.Value),
            Lower = json.Optional(nameof(Lower), x => x.Lower),
            Upper = json.Optional(nameof(Upper), x => x.Upper),
            PValue = json.Value(nameof(PValue), x => x.PValue),
            Confidence = json.Value(nameof(Confidence), x => x.Confidence),
            Method = json.Value(nameof(Method), x => x.Method),
            Flags = json.Value(nameof(Flags), x => x.Flags),
        };
        Guard.InOrder(read.Lower, read.Upper, nameof(Lower), nameof(Upper));
        json.RequireConfidence(nameof(Confidence), read.Confidence, hasData: read != default);
        json.RequireOneStatement(nameof(PValue), read.PValue, read.Confidence, (read.Lower, read.Upper), hypothesis: 1);
        return read;
    }
}
