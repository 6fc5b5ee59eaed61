namespace CxKpi.Practices;

/// <summary>The gap between what employees believe of customers and what customers say, for one question.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record MirrorGap
{
    internal MirrorGap(string item) => Item = item;

    /// <summary>The name of the question.</summary>
    public string Item { get; }

    /// <summary>What customers answered; <see langword="null"/> when nobody did.</summary>
    public Estimate? Customers { get; internal init; }

    /// <summary>What employees believed; <see langword="null"/> when nobody answered, or too few to be shown.</summary>
    public Estimate? Predicted { get; internal init; }

    /// <summary>What employees answered for themselves; <see langword="null"/> when nobody did, or too few to be shown.</summary>
    public Estimate? Own { get; internal init; }

    /// <summary>What employees believed less what customers answered; <see langword="null"/> when either is unknown or not shown.</summary>
    public Change? Gap { get; internal init; }

    /// <summary>The p-value of the gap among those of all questions (Holm); <see langword="null"/> when there is none.</summary>
    public double? AdjustedPValue { get; internal init; }

    /// <summary>What employees answered for themselves less what customers answered; <see langword="null"/> when either is unknown or not shown.</summary>
    public Change? OwnGap { get; internal init; }

    /// <summary>The p-value of <see cref="OwnGap"/> among those of all questions (Holm); <see langword="null"/> when there is none.</summary>
    public double? OwnAdjustedPValue { get; internal init; }

    /// <summary>Whether answers of employees are hidden because too few answered.</summary>
    public bool IsHidden { get; internal init; }

    /// <summary>Which of the four categories the prediction falls into.</summary>
    public MirrorCategory Category { get; internal init; }

    /// <summary>The question with its gap and category as text in English.</summary>
    /// <returns>Text for display, such as <c>Waiting: +0.6 (p = 0.0002), overestimation</c>.</returns>
    public override string ToString() => TerminalText.Clean(
        $"{Item}: {Gap?.ToString("V", null) ?? "-"} ({KpiText.P(AdjustedPValue)}), {CategoryIn(Phrases.English)}");

    /// <summary>The category, or that the figures it would need are hidden: an answer of their own that is hidden takes no category away.</summary>
    internal string CategoryIn(Phrases words) => IsHidden && Category == MirrorCategory.Unknown ? words.MirrorHidden : Category.In(words);
}
