namespace CxKpi.Practices;

/// <summary>How often a customer may be asked: at most so many invitations in so many days, or at least so many days apart.</summary>
/// <remarks>
/// <code>invitations of one customer in (t - days, t] ≤ most</code>
/// The window rolls: it ends with each invitation and knows no weeks or months. With dates, seven days are the day itself and the six before it. Two
/// invitations that are exactly so many days apart keep the rule. "At least g days apart" is "at most one in g days".
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SolicitationRule
{
    private const int LongestDays = 36_525;

    private SolicitationRule(int most, int days)
    {
        Most = Guard.Positive(most);
        Days = Guard.InRange(days, 1, LongestDays);
    }

    /// <summary>The largest number of invitations within <see cref="Days"/>.</summary>
    public int Most { get; }

    /// <summary>The length of the window in days.</summary>
    public int Days { get; }

    /// <summary>Whether reminders count as invitations, as they do by default.</summary>
    public bool CountsReminders { get; private init; } = true;

    /// <summary>Allows so many invitations within so many days.</summary>
    /// <param name="most">The largest number of invitations, at least 1.</param>
    /// <param name="days">The length of the rolling window in days, from 1 to a century of 36,525.</param>
    /// <returns>The rule, which counts reminders.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1, or there are more days than a century has.</exception>
    public static SolicitationRule AtMost(int most, int days) => new(most, days);

    /// <summary>Asks for so many days between an invitation and the next.</summary>
    /// <param name="days">The number of days, from 1 to a century of 36,525.</param>
    /// <returns>The rule, which counts reminders.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1 or above 36,525.</exception>
    public static SolicitationRule Apart(int days) => new(1, days);

    /// <summary>The same rule without reminders: they neither count nor break it.</summary>
    /// <returns>The rule.</returns>
    public SolicitationRule WithoutReminders() => this with { CountsReminders = false };

    /// <summary>The rule in English.</summary>
    /// <returns>Text for display, such as <c>at most 2 in 30 days</c>.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The rule in words.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language) => In(Phrases.For(language));

    internal string In(Phrases words) =>
        (Most == 1 ? words.DaysApart(Days) : words.AtMostInDays(Most, Days)) + (CountsReminders ? "" : $", {words.RemindersNotCounted}");
}
