using System.Globalization;

namespace CxKpi;

/// <summary>What a KPI means: its names, unit, direction, formula and source. A definition travels with the number.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record KpiDefinition : IHtmlFace
{
    /// <summary>Creates a definition; no part may be blank.</summary>
    /// <param name="name">The English name, such as <c>Net Promoter Score</c>.</param>
    /// <param name="frenchName">The French name, such as <c>taux de recommandation net</c>.</param>
    /// <param name="symbol">The short name used in text and tables, such as <c>NPS</c>.</param>
    /// <param name="unit">The unit of <see cref="IKpi{TSelf}.Value"/>.</param>
    /// <param name="direction">Whether a higher value is better.</param>
    /// <param name="formula">The formula in words or symbols.</param>
    /// <param name="source">Author, title and year of the text that defines it.</param>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> or <paramref name="direction"/> is not a named value.</exception>
    public KpiDefinition(string name, string frenchName, string symbol, KpiUnit unit, KpiDirection direction, string formula, string source)
    {
        Name = Guard.NotBlank(name);
        FrenchName = Guard.NotBlank(frenchName);
        Symbol = Guard.NotBlank(symbol);
        Unit = Guard.Defined(unit);
        Direction = Guard.Defined(direction);
        Formula = Guard.NotBlank(formula);
        Source = Guard.NotBlank(source);
    }

    /// <summary>The English name.</summary>
    public string Name { get; }

    /// <summary>The French name.</summary>
    public string FrenchName { get; }

    /// <summary>The short name used in text and tables.</summary>
    public string Symbol { get; }

    /// <summary>The unit of the value.</summary>
    public KpiUnit Unit { get; }

    /// <summary>Whether a higher value is better.</summary>
    public KpiDirection Direction { get; }

    /// <summary>The formula in words or symbols.</summary>
    public string Formula { get; }

    /// <summary>Author, title and year of the text that defines it.</summary>
    public string Source { get; }

    /// <summary>A value or a limit as text in the KPI's unit.</summary>
    /// <param name="value">A value in the definition's unit.</param>
    /// <param name="provider">The culture of the numbers; invariant when <see langword="null"/>.</param>
    /// <param name="currency">The currency shown behind money, if any.</param>
    /// <returns>Text for a person, such as <c>+40.0</c>, <c>66.7 %</c> or <c>7 min 00 s</c>.</returns>
    public string Format(double value, IFormatProvider? provider = null, string? currency = null) =>
        KpiText.Value(Unit, value, provider ?? CultureInfo.InvariantCulture, currency);

    /// <summary>A difference as text with its sign; differences of shares are percentage points.</summary>
    /// <param name="difference">A difference in the definition's unit.</param>
    /// <param name="provider">The culture of the numbers; invariant when <see langword="null"/>.</param>
    /// <param name="currency">The currency shown behind money, if any.</param>
    /// <returns>Text for a person, such as <c>+4.0</c>, <c>-2.3 pp</c> or <c>+12.0 s</c>.</returns>
    public string FormatChange(double difference, IFormatProvider? provider = null, string? currency = null) =>
        KpiText.Difference(Unit, difference, provider ?? CultureInfo.InvariantCulture, currency);

    /// <summary>The short and the full name.</summary>
    /// <returns>Text for a person.</returns>
    public override string ToString() => TerminalText.Clean($"{Symbol}: {Name}");

    string IHtmlFace.ToHtml()
    {
        ReportFormat words = ReportFormat.Default;
        return new NotebookTable(ToString())
            .Fact("French name", FrenchName)
            .Fact("unit", ReportFormat.Phrase(Unit.ToString()))
            .Fact("direction", words.Direction(Direction))
            .Fact("formula", Formula)
            .Fact("source", Source)
            .ToHtml();
    }
}
