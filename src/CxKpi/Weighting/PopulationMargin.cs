namespace CxKpi.Practices;

/// <summary>A characteristic whose distribution over the population is known, such as region or plan, with the category of each row of the sample.</summary>
/// <remarks>
/// The population may be stated in people or as shares; only proportions matter. Two characteristics crossed are one margin whose key is a tuple of both.
/// A category that only the sample has is kept, with a population of 0, so that a method of weighting can name it.
/// <example>
/// <code>
/// string[] plans = ["basic", "basic", "pro"];
/// PopulationMargin plan = PopulationMargin.Of("plan", plans, new Dictionary&lt;string, decimal&gt; { ["basic"] = 700, ["pro"] = 300 });
/// </code>
/// </example>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class PopulationMargin
{
    private readonly int[] categoryOfRow;

    private PopulationMargin(string name, int[] codes, IEnumerable<MarginCategory> categories)
    {
        Name = name;
        categoryOfRow = codes;
        Categories = ValueList.Of(categories);
        Population = Categories.Sum(category => category.Population);
    }

    /// <summary>What the characteristic is, such as <c>region</c>.</summary>
    public string Name { get; }

    /// <summary>The categories: those of the population in the order in which they were stated, then those that only the sample has.</summary>
    public IReadOnlyList<MarginCategory> Categories { get; }

    /// <summary>The size of the population as it was stated, in people or as a sum of shares.</summary>
    public double Population { get; }

    /// <summary>The number of rows of the sample.</summary>
    public int Rows => categoryOfRow.Length;

    /// <summary>The position in <see cref="Categories"/> of each row's category.</summary>
    internal ReadOnlySpan<int> Codes => categoryOfRow;

    /// <summary>Creates a margin from the category of each row and the sizes of the categories in the population.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a category.</typeparam>
    /// <param name="name">What the characteristic is; not blank.</param>
    /// <param name="rows">The category of each row of the sample, in the order of the rows; none is <see langword="null"/>.</param>
    /// <param name="population">The size of each category in the population, in people or as a share; not negative, and some above 0.</param>
    /// <returns>The margin.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name is blank, a category is stated twice, or one of the population or of a row is <see langword="null"/> (the
    /// message names its position), since a row without a category can stand for nobody in particular.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative, or all are 0.</exception>
    public static PopulationMargin Of<TKey>(string name, IEnumerable<TKey> rows, IEnumerable<KeyValuePair<TKey, decimal>> population)
        where TKey : notnull
    {
        Guard.NotBlank(name);
        Guard.NotNull(rows);
        Dictionary<TKey, int> positions = [];
        List<(string Name, double Population)> categories = [];
        foreach ((TKey key, decimal size) in Guard.NotNull(population))
        {
            if (!positions.TryAdd(LogKey.Known(key, categories.Count, nameof(population), "a name for each category"), categories.Count))
            {
                throw new ArgumentException(
                    $"{nameof(population)} must state each category once, but states {TableLabel.OfKey(key)} twice", nameof(population));
            }

            categories.Add((TableLabel.OfKey(key), (double)Guard.NotNegativeAt(size, categories.Count, nameof(population))));
        }

        if (!categories.Exists(category => category.Population > 0))
        {
            throw Guard.Outside(nameof(population), "must have a size above 0", categories.Count == 0 ? "no category" : 0);
        }

        List<int> codes = [];
        List<long> counts = [.. categories.Select(_ => 0L)];
        foreach (TKey key in rows)
        {
            if (!positions.TryGetValue(LogKey.Known(key, codes.Count, nameof(rows), "a category for each row"), out int code))
            {
                code = categories.Count;
                positions.Add(key, code);
                categories.Add((TableLabel.OfKey(key), 0));
                counts.Add(0);
            }

            codes.Add(code);
            counts[code]++;
        }

        return new(name, [.. codes], categories.Zip(counts, (category, count) => new MarginCategory(category.Name, category.Population, count)));
    }

    /// <summary>The share of the population in a category.</summary>
    internal double Share(int category) => Categories[category].Population / Population;

    /// <summary>The categories that the population has and the sample does not.</summary>
    internal IEnumerable<MarginCategory> Empty => Categories.Where(category => category is { Population: > 0, Rows: 0 });

    /// <summary>The categories that the sample has and the population does not.</summary>
    internal IEnumerable<MarginCategory> Foreign => Categories.Where(category => category is { Population: 0, Rows: > 0 });

    /// <summary>The name with the number of categories and rows as invariant text.</summary>
    /// <returns>Text for display, such as <c>region: 4 categories, 400 rows</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{TerminalText.Clean(Name)}: {Categories.Count} categories, {Rows} rows");
}
