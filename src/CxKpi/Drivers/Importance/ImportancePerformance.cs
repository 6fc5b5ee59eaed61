using System.Collections;
using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>What matters against what is done well: each item in one of four quadrants.</summary>
/// <remarks>
/// <code>
/// high importance  = at or above the mean (or median) importance of the items; high performance likewise
/// important, low   → concentrate here        important, high   → keep up the good work
/// unimportant, low → low priority            unimportant, high → possible overkill
/// </code>
/// <para>
/// Importances and performances have limits of their own, and items near a cut may lie on its other side. Half of all items are above a median whatever their
/// level: the map ranks items against each other and says nothing of whether any is good enough.
/// </para>
/// Source: J. A. Martilla and J. C. James, "Importance-performance analysis", 1977.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ImportancePerformance>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class ImportancePerformance : IReadOnlyList<QuadrantItem>, ILocalizedFace, IJsonRecord<ImportancePerformance>
{
    private readonly QuadrantItem[] items;

    private ImportancePerformance(QuadrantItem[] items, double? importanceCut, double? performanceCut)
    {
        this.items = items;
        ImportanceCut = importanceCut;
        PerformanceCut = performanceCut;
    }

    /// <summary>Where high importance begins; <see langword="null"/> without items.</summary>
    public double? ImportanceCut { get; }

    /// <summary>Where high performance begins; <see langword="null"/> without items.</summary>
    public double? PerformanceCut { get; }

    /// <summary>The number of items.</summary>
    public int Count => items.Length;

    /// <summary>The item at a position.</summary>
    /// <param name="index">The position, in the order given.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative or not below <see cref="Count"/>.</exception>
    public QuadrantItem this[int index] => items[Guard.Position(index, items.Length, "map")];

    /// <summary>Sets the shares of drivers against how well each is done.</summary>
    /// <param name="drivers">The analysis.</param>
    /// <param name="performance">How well a driver is done, by its name: such as its mean, its share of satisfied answers or its NPS; finite.</param>
    /// <param name="cut">Where high begins.</param>
    /// <returns>The map of the drivers; without items when the analysis was refused or nothing is explained.</returns>
    /// <exception cref="ArgumentNullException">The analysis or the performance is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A performance is not finite, or the cut is not a named value.</exception>
    public static ImportancePerformance Of(DriverAnalysis drivers, Func<string, double> performance, QuadrantCut cut = QuadrantCut.Mean)
    {
        Guard.NotNull(drivers);
        Guard.NotNull(performance);
        IEnumerable<Driver> known = drivers.Drivers.Where(driver => driver.Share is not null);
        return Of(known.Select(driver => (driver.Name, driver.Share!.Value, performance(driver.Name))), cut);
    }

    /// <summary>Sets importances from anywhere against performances.</summary>
    /// <param name="items">The items, each with its name, its importance and its performance, which are finite.</param>
    /// <param name="cut">Where high begins.</param>
    /// <returns>The map of the items.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not finite, or the cut is not a named value.</exception>
    public static ImportancePerformance Of(IEnumerable<(string Name, double Importance, double Performance)> items, QuadrantCut cut = QuadrantCut.Mean)
    {
        (string Name, double Importance, double Performance)[] given = [.. Guard.NotNull(items)];
        Guard.Defined(cut);
        for (int i = 0; i < given.Length; i++)
        {
            Guard.NotNull(given[i].Name, nameof(items));
            Guard.FiniteAt(given[i].Importance, i, nameof(items));
            Guard.FiniteAt(given[i].Performance, i, nameof(items));
        }

        if (given.Length == 0)
        {
            return new([], null, null);
        }

        double importance = Cut([.. given.Select(item => item.Importance)], cut), performance = Cut([.. given.Select(item => item.Performance)], cut);
        return new(
            [
                .. given.Select(item => new QuadrantItem(
                    item.Name,
                    item.Importance,
                    item.Performance,
                    (item.Importance >= importance, item.Performance >= performance) switch
                    {
                        (true, false) => Quadrant.ConcentrateHere,
                        (true, true) => Quadrant.KeepUp,
                        (false, false) => Quadrant.LowPriority,
                        (false, true) => Quadrant.PossibleOverkill,
                    })),
            ],
            importance,
            performance);
    }

    /// <summary>The items of a quadrant, the most important first.</summary>
    /// <param name="quadrant">The quadrant.</param>
    /// <returns>The items.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quadrant"/> is not a named value.</exception>
    public IReadOnlyList<QuadrantItem> In(Quadrant quadrant)
    {
        Guard.Defined(quadrant);
        return [.. items.Where(item => item.Quadrant == quadrant).OrderByDescending(item => item.Importance)];
    }

    /// <summary>Enumerates the items in the order given.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<QuadrantItem> GetEnumerator() => ((IEnumerable<QuadrantItem>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The quadrants with the names of their items, one line each, in English.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The quadrants with the names of their items, one line each.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        return items.Length == 0 ? words.NoData : string.Join(Environment.NewLine, Enum.GetValues<Quadrant>()
            .Where(quadrant => In(quadrant).Count > 0)
            .Select(quadrant => TerminalText.Clean(quadrant.In(words) + words.Colon + string.Join(", ", In(quadrant).Select(item => item.Name)))));
    }

    /// <summary>An HTML table of the items, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the items, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new(words.ImportancePerformanceTitle, words.DriverLabel, words.ImportanceLabel, words.PerformanceLabel, words.QuadrantLabel);
        foreach (QuadrantItem item in items.OrderBy(item => item.Quadrant).ThenByDescending(item => item.Importance))
        {
            table.Row(TableLabel.Of(item.Name), words.Percent(item.Importance), words.Number(item.Performance), item.Quadrant.In(words));
        }

        return table.Note(items.Length == 0 ? words.NoData : null).ToHtml();
    }

    private static double Cut(double[] values, QuadrantCut cut) => cut switch
    {
        QuadrantCut.Mean => Mean(values),
        QuadrantCut.Median => Selection.Median(values),
    };

    private static double Mean(double[] values)
    {
        int exponent = PowerOfTwo.Of(values.Max(Math.Abs));
        return Math.Clamp(Math.ScaleB(PowerOfTwo.Divide(values, exponent).Average(), exponent), values.Min(), values.Max());
    }

    static ImportancePerformance IJsonRecord<ImportancePerformance>.Json(JsonMembers<ImportancePerformance> json)
    {
        ImportancePerformance result = json.Result;
        json.Optional(nameof(ImportanceCut), x => x.ImportanceCut);
        json.Optional(nameof(PerformanceCut), x => x.PerformanceCut);
        json.List("Items", x => x);
        return result;
    }
}
