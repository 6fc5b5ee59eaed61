namespace CxKpi;

/// <content>The target for people to read.</content>
public sealed partial record Target : ILocalizedFace
{
    /// <summary>Writes the goal, the start and the deadline as text for a terminal, without the unit, which a target does not know.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text, whose lines end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English) => Face(Phrases.For(language)).ToText();

    /// <summary>Writes the goal, the start and the deadline as Markdown.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English) => Face(Phrases.For(language)).ToMarkdown();

    /// <summary>An HTML table of goal, start and deadline, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of goal, start and deadline, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => Face(words).ToHtml();

    /// <summary>The facts of the target, with numbers written as a KPI has them.</summary>
    internal NotebookTable Facts(Phrases words, Func<double, string> number)
    {
        string? start = Baseline is not { } value ? null
            : BaselineEstimate is { } estimate ? Phrases.JoinNotEmpty(", ", number(value), words.Range(At(estimate.Lower), At(estimate.Upper)))
            : number(value);
        return new NotebookTable(words.TargetColumn).Fact(words.GoalLabel, LineWords.Goal(this, number, words)).Fact(words.BaselineLabel, start);

        string? At(double? limit) => limit is { } known ? number(known) : null;
    }

    private NotebookTable Face(Phrases words) =>
        Facts(words, number => words.Number(number)).Fact(words.DeadlineLabel, Deadline is { } day ? words.Date(day) : null);
}
