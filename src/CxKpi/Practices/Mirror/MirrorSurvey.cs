using System.Collections;
using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>What employees believe of customers beside what customers say, question by question.</summary>
/// <remarks>
/// <code>
/// gap            = value of the employees' predictions - value of the customers' answers
/// overestimation : Holm's p &lt; 1 - confidence, employees believe it better than it is
/// underestimation: Holm's p &lt; 1 - confidence, employees believe it worse
/// agreement      : otherwise; positive from the level that counts as satisfied, negative below it
/// </code>
/// <para>
/// Means are compared by Welch's t, shares and net scores as their records compare. An agreement says that there is no evidence of a gap: with few employees
/// that is soon the case, and the limits of the gap say what is not excluded. Employees' own answers are a second gap with p-values of its own; the
/// categories rest on predictions.
/// </para>
/// <para>Answers of fewer employees than the least number are hidden, and so is every figure that follows from them.</para>
/// Sources: N. Hill, G. Roche and R. Allen, "Customer satisfaction", 2007 (mirror survey); Init marketing, "L'enquête miroir" (the four categories).
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<MirrorSurvey>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class MirrorSurvey : IReadOnlyList<MirrorGap>, ILocalizedFace, IJsonRecord<MirrorSurvey>
{
    private readonly MirrorGap[] gaps;

    private MirrorSurvey(MirrorGap[] gaps, int leastEmployees, double confidence)
    {
        this.gaps = gaps;
        LeastEmployees = leastEmployees;
        Confidence = confidence;
        MirrorGap[] shown = [.. gaps.Where(gap => gap is { Predicted: not null, Customers: not null })];
        RankAgreement = Correlation.Kendall(
            [.. shown.Select(gap => gap.Predicted!.Value.Value)],
            [.. shown.Select(gap => gap.Customers!.Value.Value)],
            confidence);
    }

    /// <summary>The number of employees below which their answers are not shown.</summary>
    public int LeastEmployees { get; }

    /// <summary>The confidence level of limits and categories.</summary>
    public double Confidence { get; }

    /// <summary>
    /// Whether employees put the questions into the same order as customers do (Kendall's tau-b over the questions); it asks for questions on one scale.
    /// </summary>
    public Correlation RankAgreement { get; }

    /// <summary>The number of questions.</summary>
    public int Count => gaps.Length;

    /// <summary>The question at a position.</summary>
    /// <param name="index">The position, in the order given.</param>
    /// <returns>The question with its gap.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative or not below <see cref="Count"/>.</exception>
    public MirrorGap this[int index] => gaps[Guard.Position(index, gaps.Length, "survey")];

    /// <summary>Compares predictions and own answers of employees with the answers of customers.</summary>
    /// <param name="items">The questions.</param>
    /// <param name="leastEmployees">The number of employees below which their answers are not shown, at least 1.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The questions with gaps and categories.</returns>
    /// <exception cref="ArgumentNullException">The items or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The records of a question were gathered under different rules; the message names its position.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The least number is below 1, or the confidence does not lie between 0 and 1.</exception>
    public static MirrorSurvey Of(IEnumerable<MirrorItem> items, int leastEmployees = 5, double confidence = 0.95)
    {
        MirrorItem[] given = [.. Guard.NotNull(items).Select(item => Guard.NotNull(item, nameof(items)))];
        Guard.Positive(leastEmployees);
        Guard.Confidence(confidence);
        MirrorGap[] measured = [.. given.Select((item, i) => Measured(item, i, leastEmployees, confidence))];
        IReadOnlyList<double?> adjusted = Adjusted(measured.Select(gap => gap.Gap)), own = Adjusted(measured.Select(gap => gap.OwnGap));
        return new(
            [
                .. measured.Select((gap, i) => gap with
                {
                    AdjustedPValue = adjusted[i],
                    OwnAdjustedPValue = own[i],
                    Category = CategoryOf(given[i], gap, adjusted[i], confidence),
                }),
            ],
            leastEmployees,
            confidence);
    }

    /// <summary>The questions of a category, in the order given.</summary>
    /// <param name="category">The category.</param>
    /// <returns>The questions.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="category"/> is not a named value.</exception>
    public IReadOnlyList<MirrorGap> In(MirrorCategory category)
    {
        Guard.Defined(category);
        return [.. gaps.Where(gap => gap.Category == category)];
    }

    /// <summary>Enumerates the questions in the order given.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<MirrorGap> GetEnumerator() => ((IEnumerable<MirrorGap>)gaps).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The categories with the names of their questions, one line each, in English.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The categories with the names of their questions, one line each.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        return gaps.Length == 0 ? words.NoData : string.Join(Environment.NewLine, gaps
            .GroupBy(gap => (gap.Category, Words: gap.CategoryIn(words)))
            .OrderByDescending(group => group.Key.Category)
            .Select(group => TerminalText.Clean(group.Key.Words + words.Colon + string.Join(", ", group.Select(gap => gap.Item)))));
    }

    /// <summary>An HTML table of the questions, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the questions, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new(
            words.MirrorCaption,
            words.MirrorItemLabel,
            words.MirrorCustomersLabel,
            words.MirrorPredictionLabel,
            words.MirrorOwnLabel,
            words.MirrorGapLabel,
            words.AdjustedPValueLabel,
            words.MirrorCategoryLabel);
        foreach (MirrorGap gap in gaps)
        {
            table.Row(
                TableLabel.Of(gap.Item),
                Cell(gap.Customers, words),
                Cell(gap.Predicted, words),
                Cell(gap.Own, words),
                gap.Gap?.ToString("V", words) ?? "",
                words.PValue(gap.AdjustedPValue) ?? "",
                gap.CategoryIn(words));
        }

        return table.Note(gaps.Any(gap => gap.IsHidden) ? words.HiddenBelow(LeastEmployees) : null).ToHtml();
    }

    private static string Cell(Estimate? estimate, Phrases words) => estimate?.ToString("V", words) ?? "";

    private static MirrorGap Measured(MirrorItem item, int position, int least, double confidence)
    {
        MirrorItem.IAnswers answers = item.Answers;
        bool isShown = answers.PredictedN >= least, isOwnShown = answers.OwnN >= least;
        return new(item.Name)
        {
            Customers = answers.Customers(confidence),
            Predicted = isShown ? answers.Predicted(confidence) : null,
            Own = isOwnShown ? answers.Own(confidence) : null,
            Gap = isShown ? answers.Gap(confidence, position) : null,
            OwnGap = isOwnShown ? answers.OwnGap(confidence, position) : null,
            IsHidden = (answers.PredictedN > 0 && !isShown) || (answers.OwnN > 0 && !isOwnShown),
        };
    }

    /// <summary>Holm's p-values of the gaps that can be told.</summary>
    private static IReadOnlyList<double?> Adjusted(IEnumerable<Change?> changes) =>
        Multiplicity.Adjust(changes.Select(change => change is { Verdict: not ChangeVerdict.Unknown } told ? told.PValue : null));

    private static MirrorCategory CategoryOf(MirrorItem item, MirrorGap gap, double? adjusted, double confidence)
    {
        if (adjusted is not { } p || gap is not { Gap: { } change, Customers: { } customers })
        {
            return MirrorCategory.Unknown;
        }

        int sign = item.Direction == KpiDirection.LowerIsBetter ? -1 : 1;
        return p < 1 - confidence ? (sign * change.Difference > 0 ? MirrorCategory.Overestimation : MirrorCategory.Underestimation)
            : sign * customers.Value >= sign * item.SatisfiedFrom ? MirrorCategory.PositiveAgreement
            : MirrorCategory.NegativeAgreement;
    }

    static MirrorSurvey IJsonRecord<MirrorSurvey>.Json(JsonMembers<MirrorSurvey> json)
    {
        MirrorSurvey result = json.Result;
        json.Value(nameof(LeastEmployees), x => x.LeastEmployees);
        json.Value(nameof(Confidence), x => x.Confidence);
        json.Any(nameof(RankAgreement), x => x.RankAgreement);
        json.List("Gaps", x => x);
        return result;
    }
}
