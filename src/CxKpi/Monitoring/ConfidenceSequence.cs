namespace CxKpi.Practices;

/// <summary>Limits of a KPI that hold at every look: for whoever looks each day and stops when it pleases.</summary>
/// <remarks>
/// <code>
/// p(n) = least so far of 1/e(target)      limits(n) = all p with e(p) &lt; 1/α      ρ tuned so that limits are tightest near the expected n
/// shares of counts:  e(p) = B(ρp + hits, ρ(1 - p) + misses)/B(ρp, ρ(1 - p)) / (p^hits·(1 - p)^misses)
/// others:         ln e(p) = ½·ln(ρ/(n + ρ)) + (n·(value - p)/σ)²/(2(n + ρ)),  so value ± σ/n·sqrt((n + ρ)·(ln((n + ρ)/ρ) + 2·ln(1/α)))
/// </code>
/// <para>
/// An ordinary 95 % interval that is looked at every day excludes the truth on some day far more often than in 5 % of cases: in 40 % of cases within 100
/// days, and nearly surely in the end. This sequence of limits contains the truth on all days together in 95 % of cases or more. The price is width: half
/// as wide again where it is tightest.
/// </para>
/// <para>
/// The observations of all periods so far are combined, so it is a statement about one steady level, not about the last day. A target is excluded for good
/// when <see cref="FirstExcluded"/> names a period.
/// </para>
/// <para>
/// Of shares of counts the promise is exact at every share, and limits begin with the first observation. Of other figures it rests on the normal
/// distribution of means. Their limits begin at 50 observations, or 50 clusters where observations come in clusters; where values have a highest and a
/// lowest, only when observations times variance are at least 12.5 squared ranges, which takes the more of them the nearer they lie to one end; and not while
/// the estimate is <see cref="EstimateFlags.Skewed"/>.
/// </para>
/// Sources: S. R. Howard, A. Ramdas, J. McAuliffe and J. Sekhon, "Time-uniform, nonparametric, nonasymptotic confidence sequences", 2021; R. Johari, L.
/// Pekelis and
/// D. Walsh, "Always valid inference", 2015.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ConfidenceSequence : ILocalizedFace
{
    internal ConfidenceSequence(KpiDefinition definition) => Definition = definition;

    /// <summary>The KPI.</summary>
    public KpiDefinition Definition { get; }

    /// <summary>The probability with which all limits together contain the truth.</summary>
    public double Confidence { get; internal init; }

    /// <summary>The number of observations near which the limits are tightest.</summary>
    public long ExpectedN { get; internal init; }

    /// <summary>The target that is tested; <see langword="null"/> for none.</summary>
    public double? Target { get; internal init; }

    /// <summary>The periods in order.</summary>
    public IReadOnlyList<SequencePoint> Points { get; internal init => field = ValueList.Of(value); } = ValueList<SequencePoint>.Empty;

    /// <summary>The first period at whose end the limits excluded the target; <see langword="null"/> when none did.</summary>
    public CalendarPeriod? FirstExcluded => Points
        .Where(point => point.PValue < 1 - Confidence)
        .Select(point => (CalendarPeriod?)point.Period)
        .FirstOrDefault();

    /// <summary>What is known at the end, in English.</summary>
    /// <returns>Text for display, such as <c>61.2% [57.1%, 65.3%] (95%, n = 812)</c>.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>What is known at the end.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        if (Points.Count == 0 || Points[^1].Value is not { } value)
        {
            return words.NoData;
        }

        SequencePoint last = Points[^1];
        string limits = last.Lower is { } lower ? $" [{words.Value(Definition, lower)}, {words.Value(Definition, last.Upper)}]" : "";
        string level = $"({words.Percent(Confidence)}, n = {words.Count(last.N)})";
        string found = FirstExcluded is { } first ? words.Semicolon + words.TargetExcludedFrom(words.Period(first)) : "";
        return TerminalText.Clean($"{words.Value(Definition, value)}{limits} {level}{found}");
    }

    /// <summary>An HTML table of the periods, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the periods, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new(words.ConfidenceSequenceCaption, words.PeriodLabel, words.ObservationsLabel, words.SoFarLabel, words.IntervalAt(Confidence));
        foreach (SequencePoint point in Points)
        {
            table.Row(
                words.Period(point.Period),
                words.Count(point.N),
                words.Value(Definition, point.Value),
                words.Interval(Definition, point.Lower, point.Upper));
        }

        return table.Note(ToString(words.Language)).ToHtml();
    }
}
