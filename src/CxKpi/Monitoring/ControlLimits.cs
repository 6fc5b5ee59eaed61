namespace CxKpi.Practices;

/// <summary>The centre line and limits of a control chart as figures: what varies only by chance stays within three standard deviations.</summary>
/// <remarks>
/// <code>
/// shares       p̄ = Σ hits / Σ n       σ(i) = sqrt(p̄(1 - p̄)/n(i))
/// Binomial     p̄ ± 3·σ(i)
/// Laney        p̄ ± 3·σ(i)·σz          σz = mean of |z(i) - z(i - 1)| / 1.128, z(i) = (p(i) - p̄)/σ(i)
/// Individuals  mean ± 3·(mean moving range) / (2/sqrt(π))
/// </code>
/// <para>
/// Laney's limits suit any KPI whose sampling variances are known; for others than shares the centre weighs each period by its precision. Where fewer than
/// two
/// consecutive periods are known, or nothing varies, they are those of sampling error alone, and <see cref="Dispersion"/> is <see langword="null"/>.
/// Limits are cut at the ends of the KPI's range. The divisor 1.128 is the rounded constant of control charts that other tools use.
/// </para>
/// <para>
/// A season or a trend passes the limits like anything else that is not chance, so adjust the series first. About one period in four hundred passes them by
/// chance; further rules for runs of figures are left out because they raise false alarms much more often.
/// </para>
/// Sources: W. A. Shewhart, Economic Control of Quality of Manufactured Product, 1931; D. B. Laney, "Improved control charts for attributes", 2002.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ControlLimits : ILocalizedFace
{
    internal ControlLimits()
    {
    }

    /// <summary>How the limits were found.</summary>
    public ControlMethod Method { get; internal init; }

    /// <summary>The centre line; <see langword="null"/> without figures.</summary>
    public double? Centre { get; internal init; }

    /// <summary>How many times as much periods vary as sampling error explains (Laney's sigma z); <see langword="null"/> for other limits.</summary>
    public double? Dispersion { get; internal init; }

    /// <summary>The periods in order. A period that is covered only in part is shown and not judged.</summary>
    public IReadOnlyList<ControlPoint> Points { get; internal init => field = ValueList.Of(value); } = ValueList<ControlPoint>.Empty;

    /// <summary>The periods that passed a limit.</summary>
    public IReadOnlyList<ControlPoint> Signals => [.. Points.Where(point => point.Signal != ControlSignal.None)];

    /// <summary>The limits of shares of counts.</summary>
    /// <param name="shares">The counts of each period in order; a total of 0 is a missing figure.</param>
    /// <param name="method"><see cref="ControlMethod.Laney"/>, <see cref="ControlMethod.Binomial"/> or <see cref="ControlMethod.Individuals"/>.</param>
    /// <returns>The limits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="shares"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is not a named value.</exception>
    public static ControlLimits OfShares(IEnumerable<ShareTally> shares, ControlMethod method = ControlMethod.Laney)
    {
        ShareTally[] tallies = [.. Guard.NotNull(shares)];
        return ControlModel.Of(new()
        {
            Shown = [.. tallies.Select(tally => tally.Value ?? double.NaN)],
            Tested = [.. tallies.Select(tally => tally.Value ?? double.NaN)],
            AreShares = true,
            Sizes = [.. tallies.Select(tally => (double)tally.N)],
            Lowest = 0,
            Highest = 1,
        }, Guard.Defined(method));
    }

    /// <summary>The limits of figures by their moving range.</summary>
    /// <param name="values">The figures in order, finite; NaN where one is missing.</param>
    /// <returns>The limits; there are none without two consecutive figures.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is infinite.</exception>
    public static ControlLimits OfFigures(ReadOnlySpan<double> values)
    {
        double[] figures = MonitoredFigures.Checked(values);
        return ControlModel.Of(new() { Shown = figures, Tested = figures }, ControlMethod.Individuals);
    }

    /// <summary>The periods that passed a limit, in English.</summary>
    /// <returns>Text for display, such as <c>centre 0.612, Laney's limits: below at 2025-03</c>.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The periods that passed a limit.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        return Centre is null
            ? words.NoData
            : $"{words.Centre} {words.Number(Centre)}, {Method.In(words)}{words.Colon}"
                + MonitoringWords.Signals([.. Points.Select(point => (point.Name(words), point.Signal))], words);
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
        NotebookTable table = new(words.ControlLimitsCaption, words.PeriodLabel, words.FigureLabel, words.LowerLabel, words.UpperLabel, words.SignalLabel);
        foreach (ControlPoint point in Points)
        {
            string signal = point.Signal == ControlSignal.None ? "" : point.Signal.In(words);
            table.Row(point.Name(words), words.Cell(point.Value), words.Cell(point.Lower), words.Cell(point.Upper), signal);
        }

        return table.Note(ToString(words.Language)).ToHtml();
    }
}
