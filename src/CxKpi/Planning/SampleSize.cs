using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>How many observations a question needs.</summary>
/// <remarks>
/// <code>
/// for a margin:      n = z² · variance / margin²,  with a finite population n / (1 + (n - 1) / population)
/// for a difference:  n = (z + z of the power)² · (variance before + variance after) / difference²,  in each group
/// </code>
/// For two shares the first z is multiplied by the spread of their pooled share, as the test does that will compare them; for means Student's quantiles take
/// the place of z. The numbers are of answers, not of invitations (<see cref="Invitations"/>). <c>default</c> holds no plan.
/// Sources: W. Cochran, "Sampling techniques", 1977; J. Fleiss, "Statistical methods for rates and proportions", 1981; W. Guenther, "Sample size formulas for
/// normal theory t tests", The American Statistician 35, 1981.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SampleSize>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct SampleSize : ILocalizedFace, IJsonRecord<SampleSize>
{
    /// <summary>What the last digits of a quotient may be off: a size of 385.0000000001 needs no 386th answer.</summary>
    private const double Slack = 1e-9, Countable = 9e18;

    internal SampleSize(double exact, long? population = null)
    {
        Exact = exact;
        Population = population;
    }

    /// <summary>The size as a real number; for a rate an exposure. Where two groups are compared, that of each.</summary>
    public double Exact { get; }

    /// <summary>The size of the finite population; <see langword="null"/> when it is unknown or large.</summary>
    public long? Population { get; }

    /// <summary>The size rounded up, and no larger than the population.</summary>
    public long N => Math.Min(Up(Exact), Population ?? long.MaxValue);

    /// <summary>Calculates the number of invitations that bring this many answers.</summary>
    /// <param name="responseRate">The expected share of those invited who answer, above 0 and at most 1.</param>
    /// <returns>The number of invitations, rounded up. It may exceed the population: then the size cannot be reached.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The response rate is 0, does not lie between 0 and 1, or asks for more invitations than can be
    /// counted.</exception>
    public long Invitations(double responseRate) => N / Guard.Positive(Guard.Probability(responseRate), nameof(responseRate)) is < Countable and var all
        ? Up(all)
        : throw Guard.Outside(nameof(responseRate), $"must be large enough for fewer than {Countable:0} invitations", responseRate);

    /// <summary>The size as invariant text.</summary>
    /// <returns>Text for display, such as <c>n = 385</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"n = {N:#,0}")
        + (Population is { } all ? string.Create(CultureInfo.InvariantCulture, $" of {all:#,0}") : "");

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.SampleSizeCaption)
        .Fact("n", words.Count(N))
        .Fact(words.PopulationLabel, Population is { } all ? words.Count(all) : null)
        .ToHtml();

    private static long Up(double size) => (long)Math.Ceiling(size - Slack * Math.Max(1, size * 1e-6));

    static SampleSize IJsonRecord<SampleSize>.Json(JsonMembers<SampleSize> json) => new(
        Guard.InRange(json.Value(nameof(Exact), x => x.Exact), 0, SampleSizes.Largest, nameof(Exact)),
        json.Optional(nameof(Population), x => x.Population));
}
