using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CxKpi;

/// <summary>
/// Several KPIs side by side, each with its interval, changes, trend, target, benchmark and definition. It is immutable, and equal inputs give equal output.
/// </summary>
/// <remarks>
/// A scorecard holds the figures with the records that they come from. It is created by a <see cref="ScorecardBuilder"/>
/// and written by <see cref="ToText(ReportLanguage)"/>, <see cref="ToMarkdown"/>, <see cref="ToCsv"/>, <see cref="ToJson"/>, <see cref="ToHtml()"/> and
/// <see cref="ToHtmlPage"/>.
/// <para>With many lines some changes look real by chance: of twenty KPIs that did not change, one is expected to be marked at 95 % confidence. The
/// scorecard says how many, and <see cref="ScorecardBuilder.Holm"/> judges the lines together.</para>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Scorecard>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial record Scorecard : ILocalizedFace, IJsonRecord<Scorecard>
{
    /// <summary>
    /// With fewer observations than this a line warns of a thin sample. It is a common rule of thumb, below which intervals are too wide for most decisions.
    /// </summary>
    public const int ThinBelow = ScorecardLine.LeastObservations;

    /// <summary>Creates a scorecard from lines that are already calculated.</summary>
    /// <param name="title">The title; not blank.</param>
    /// <param name="lines">The lines in the order in which they are shown; a label must not occur twice in a group.</param>
    /// <param name="pairs">Activities with their outcomes, by the labels of lines; <see langword="null"/> for none.</param>
    /// <param name="asOf">The last day that the figures cover, in the ISO calendar; <see langword="null"/> when it is not stated.</param>
    /// <param name="confidence">The confidence level of all intervals, between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentNullException">The title, the lines or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The title is blank, a label occurs twice in a group, a line has an interval at another confidence or a period that
    /// ends after the day, a pair names a label that no line or more than one has, or the day is not in the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Scorecard(
        string title,
        IReadOnlyList<ScorecardLine> lines,
        IReadOnlyList<ScorecardPair>? pairs = null,
        LocalDate? asOf = null,
        double confidence = 0.95)
    {
        Title = Guard.NotBlank(title);
        Confidence = Guard.Confidence(confidence);
        AsOf = asOf is { } day ? CalendarGuard.Iso(day, nameof(asOf)) : null;

        ScorecardLine[] checkedLines = [.. Guard.NotNull(lines)];
        HashSet<(string?, string)> labels = [];
        foreach (ScorecardLine line in checkedLines)
        {
            _ = Guard.NotNull(line, nameof(lines));
            if (!labels.Add((line.Group, line.Label)))
            {
                throw new ArgumentException($"{nameof(lines)} must have labels of their own within a group; {line.Label} occurs twice", nameof(lines));
            }

            if (line.Confidences.Any(other => other != confidence))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"{nameof(lines)} must have intervals at the confidence of the scorecard ({confidence}), ")
                        + FormattableString.Invariant($"but {line.Label} has one at {line.Confidences.First(other => other != confidence)}"),
                    nameof(lines));
            }

            if (line.Period is { } period && period.End > AsOf)
            {
                throw new ArgumentException(
                    $"{nameof(lines)} must have periods that end by the day of the scorecard ({LocalDatePattern.Iso.Format(AsOf.Value)}), "
                        + $"but {line.Label} is about {period}",
                    nameof(lines));
            }
        }

        ScorecardPair[] checkedPairs = [.. pairs ?? []];
        foreach (string label in checkedPairs.SelectMany(pair => (string[])[Guard.NotNull(pair, nameof(pairs)).Activity, pair.Outcome]))
        {
            int count = checkedLines.Count(line => string.Equals(line.Label, label, StringComparison.Ordinal));
            _ = count == 1
                ? count
                : throw new ArgumentException(
                    $"{nameof(pairs)} must name lines by labels that occur once; {label} occurs {(count == 0 ? "nowhere" : "more than once")}",
                    nameof(pairs));
        }

        Lines = ValueList.Of(checkedLines);
        Pairs = ValueList.Of(checkedPairs);
    }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>The lines in the order in which they are shown.</summary>
    public IReadOnlyList<ScorecardLine> Lines { get; }

    /// <summary>Activities with their outcomes.</summary>
    public IReadOnlyList<ScorecardPair> Pairs { get; }

    /// <summary>The last day that the figures cover; <see langword="null"/> when it is not stated.</summary>
    public LocalDate? AsOf { get; }

    /// <summary>The confidence level of all intervals.</summary>
    public double Confidence { get; }

    /// <summary>Whether the lines are judged together by Holm's method.</summary>
    public bool IsHolm { get; init; }

    /// <summary>The number of lines that have a verdict.</summary>
    public int Judged => Lines.Count(line => line.Judgement is { IsJudged: true });

    /// <summary>
    /// The number of lines that chance marks as changed when nothing changed: of those judged, one minus the confidence. With Holm's method it is an upper
    /// limit of the share of such reports that have any line marked.
    /// </summary>
    /// <remarks>Lines that are judged by sampling error only are marked more often.</remarks>
    public double MarkedByChance => Judged == 0 ? 0 : (IsHolm ? 1 : Judged) * (1 - Confidence);

    /// <summary>The charts shown below the lines, in HTML pages and fragments only.</summary>
    public IReadOnlyList<Chart> Charts
    {
        get;
        init => field = ValueList.Known(value, nameof(Charts));
    } = ValueList<Chart>.Empty;

    /// <summary>The tables shown below the lines, in every face but that of comma-separated values.</summary>
    public IReadOnlyList<ScorecardSection> Sections
    {
        get;
        init => field = ValueList.Known(value, nameof(Sections));
    } = ValueList<ScorecardSection>.Empty;

    /// <summary>Begins a scorecard.</summary>
    /// <param name="title">The title; not blank.</param>
    /// <param name="asOf">The last day that the figures cover, in the ISO calendar: periods that end later are incomplete, and deadlines before it have passed.
    /// It is <see langword="null"/> when it is not stated.</param>
    /// <param name="confidence">The confidence level of all intervals, between 0 and 1, both excluded.</param>
    /// <returns>A builder without lines.</returns>
    /// <exception cref="ArgumentException">The title is blank, or the day is not in the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static ScorecardBuilder Titled(string title, LocalDate? asOf = null, double confidence = 0.95) => new(title, asOf, confidence);

    /// <inheritdoc cref="Titled(string, LocalDate?, double)"/>
    [OverloadResolutionPriority(-1)]
    public static ScorecardBuilder Titled(string title, DateOnly asOf, double confidence = 0.95) => new(title, LocalDate.FromDateOnly(asOf), confidence);

    /// <summary>Finds the line with a label.</summary>
    /// <param name="label">The label of the line.</param>
    /// <returns>The first line with that label; <see langword="null"/> when there is none.</returns>
    public ScorecardLine? Find(string label) => Lines.FirstOrDefault(line => string.Equals(line.Label, label, StringComparison.Ordinal));

    static Scorecard IJsonRecord<Scorecard>.Json(JsonMembers<Scorecard> json)
    {
        Scorecard read = new(
            json.Text(nameof(Title), x => x.Title),
            json.Records(nameof(Lines), x => x.Lines),
            json.Records(nameof(Pairs), x => x.Pairs),
            json.Optional(nameof(AsOf), x => x.AsOf),
            json.Value(nameof(Confidence), x => x.Confidence))
        {
            IsHolm = json.Optional(nameof(IsHolm), x => (bool?)x.IsHolm) ?? false,
            Sections = json.OptionalRecords(nameof(Sections), x => x.Sections),
        };
        double? stated = json.Optional(nameof(MarkedByChance), x => (double?)x.MarkedByChance);
        return stated is not { } given || Math.Abs(given - read.MarkedByChance) <= 1e-6
            ? read
            : throw json.Fault(nameof(MarkedByChance), "must be what the lines judged and the confidence give");
    }
}
