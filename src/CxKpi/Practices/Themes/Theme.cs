namespace CxKpi.Practices;

/// <summary>One theme of coded answers or contacts, with the KPI of the rows that mention it and of those that do not.</summary>
/// <typeparam name="TKpi">The type of the KPI record.</typeparam>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record Theme<TKpi>
    where TKpi : struct, IKpi<TKpi>
{
    internal Theme(string name) => Name = name;

    /// <summary>The name of the theme.</summary>
    public string Name { get; }

    /// <summary>The rows that mention it, of all rows.</summary>
    public ShareTally Mentions { get; internal init; }

    /// <summary>Its part in all mentions, in (0, 1]; the parts of all themes add up to 1, and rows with several themes count in each.</summary>
    public double ShareOfMentions { get; internal init; }

    /// <summary>The part of this theme and of all more frequent ones in all mentions.</summary>
    public double CumulativeShare { get; internal init; }

    /// <summary>The KPI over the rows that mention it.</summary>
    public TKpi With { get; internal init; }

    /// <summary>The KPI over the rows that do not.</summary>
    public TKpi Without { get; internal init; }

    /// <summary>
    /// What the theme does to the whole: the KPI of all rows less that of the rows without it, in the KPI's unit; <see langword="null"/> when either is
    /// undefined.
    /// </summary>
    public double? Effect { get; internal init; }

    /// <summary>The KPI with the theme less that without it.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The change; <see langword="null"/> when either is undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Change? Difference(double confidence = 0.95) => With.ChangeFrom(Without, confidence);

    /// <summary>The name with its mentions and the KPI with and without it as text.</summary>
    /// <returns>Text for display, such as <c>delivery: 40 of 200; with NPS -10.0 (40 answers), without NPS +20.0 (160 answers)</c>.</returns>
    public override string ToString() => TerminalText.Clean(FormattableString.Invariant($"{Name}: {Mentions}; with {With}, without {Without}"));
}
