using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The recommendation of a panel: the same customers asked in two waves, and who moved from which group to which.</summary>
/// <remarks>
/// <code>change = 100 * mean of (code after - code before), where a promoter is +1, a passive 0 and a detractor -1</code>
/// The change is in points; <c>default</c> holds no data. Since every customer is compared with herself, it is known more closely than the difference of two
/// scores of different customers. Customers who answered one wave only are counted apart and are in no figure: those who stay silent the second time are
/// often those who left, and a panel of the loyal looks better than the customers do.
/// <example>Of 40 detractors of the spring, 10 are passives and 5 promoters in the autumn: 15 of 40 are recovered.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<NpsPanel>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct NpsPanel : ILocalizedFace, IJsonRecord<NpsPanel>
{
    /// <summary>Creates the panel from the answers of the second wave, by the group of the first: the rows of the transition matrix.</summary>
    /// <param name="ofDetractors">The second answers of those who were detractors.</param>
    /// <param name="ofPassives">The second answers of those who were passives.</param>
    /// <param name="ofPromoters">The second answers of those who were promoters.</param>
    /// <param name="incomplete">How many answered one wave only; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="incomplete"/> is negative.</exception>
    /// <exception cref="ArgumentException">The scores are of different questions: one was mapped from another scale.</exception>
    /// <exception cref="OverflowException">The total would exceed <see cref="long.MaxValue"/>.</exception>
    public NpsPanel(Nps ofDetractors, Nps ofPassives, Nps ofPromoters, long incomplete = 0)
    {
        OfDetractors = ofDetractors;
        OfPassives = ofPassives;
        OfPromoters = ofPromoters;
        Incomplete = Guard.NotNegative(incomplete);
        _ = Guard.Sum("customers", ofDetractors.N, ofPassives.N, ofPromoters.N);
        _ = Guard.Sum("excluded answers", ofDetractors.Excluded.Missing, ofPassives.Excluded.Missing, ofPromoters.Excluded.Missing);
        _ = Guard.Sum("excluded answers", ofDetractors.Excluded.Invalid, ofPassives.Excluded.Invalid, ofPromoters.Excluded.Invalid);
        Nps both = HeldRecords.CombineAt(ofDetractors, ofPassives, nameof(ofPassives));
        _ = HeldRecords.CombineAt(both, ofPromoters, nameof(ofPromoters));
    }

    /// <summary>The second answers of those who were detractors in the first wave.</summary>
    public Nps OfDetractors { get; }

    /// <summary>The second answers of those who were passives in the first wave.</summary>
    public Nps OfPassives { get; }

    /// <summary>The second answers of those who were promoters in the first wave.</summary>
    public Nps OfPromoters { get; }

    /// <summary>How many answered one wave only.</summary>
    public long Incomplete { get; }

    /// <summary>The number of customers who answered both waves.</summary>
    public long N => OfDetractors.N + OfPassives.N + OfPromoters.N;

    /// <summary>The score of the first wave, of those who answered both.</summary>
    public Nps Before => new(OfPromoters.N, OfPassives.N, OfDetractors.N, default, After.MappedFrom);

    /// <summary>The score of the second wave, of those who answered both.</summary>
    public Nps After => OfDetractors.Combine(OfPassives).Combine(OfPromoters);

    /// <summary>The detractors of the first wave who are passives or promoters in the second.</summary>
    public ShareTally DetractorRecovery => new(OfDetractors.Passives + OfDetractors.Promoters, OfDetractors.N);

    /// <summary>Creates the panel from one customer's answers.</summary>
    /// <param name="before">The answer of the first wave, from 0 to 10; <see langword="null"/> when it was not given.</param>
    /// <param name="after">The answer of the second wave, from 0 to 10; <see langword="null"/> when it was not given.</param>
    /// <returns>The panel; without data where neither was given.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie between 0 and 10.</exception>
    public static NpsPanel FromAnswers(int? before, int? after)
    {
        Nps from = Nps.FromTally(RatingTally.FromQuestion(before, RatingScale.ZeroToTen, nameof(before)));
        Nps to = Nps.FromTally(RatingTally.FromQuestion(after, RatingScale.ZeroToTen, nameof(after)));
        return (from, to) switch
        {
            ({ N: 0 }, { N: 0 }) => default,
            ({ N: 0 }, _) or (_, { N: 0 }) => new(default, default, default, incomplete: 1),
            ({ Detractors: 1 }, _) => new(to, default, default),
            ({ Passives: 1 }, _) => new(default, to, default),
            _ => new(default, default, to),
        };
    }

    /// <summary>Creates the panel from the answers of many customers.</summary>
    /// <param name="pairs">Each customer's answer of the first wave and of the second, from 0 to 10; <see langword="null"/> for one that was not given.</param>
    /// <returns>The panel.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pairs"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie between 0 and 10; the message names its position.</exception>
    public static NpsPanel FromPairs(IEnumerable<(int? Before, int? After)> pairs)
    {
        NpsPanel panel = default;
        long position = 0;
        foreach ((int? before, int? after) in Guard.NotNull(pairs))
        {
            panel = panel.Combine(FromAnswers(
                RatingTally.Whole(before, RatingScale.ZeroToTen, nameof(pairs), position, ", before"),
                RatingTally.Whole(after, RatingScale.ZeroToTen, nameof(pairs), position++, ", after")));
        }

        return panel;
    }

    /// <summary>How many moved from a group to a group, or stayed in it.</summary>
    /// <param name="before">The group of the first wave.</param>
    /// <param name="after">The group of the second wave.</param>
    /// <returns>The number of customers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A group is not a named value.</exception>
    public long Count(NpsGroup before, NpsGroup after) => Guard.Defined(after) switch
    {
        NpsGroup.Detractor => Of(before).Detractors,
        NpsGroup.Passive => Of(before).Passives,
        NpsGroup.Promoter => Of(before).Promoters,
    };

    /// <summary>The share of those of a group of the first wave who are in a group of the second: an element of the transition matrix.</summary>
    /// <param name="before">The group of the first wave.</param>
    /// <param name="after">The group of the second wave.</param>
    /// <returns>The share, with every interval that one can have.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A group is not a named value.</exception>
    public ShareTally Transition(NpsGroup before, NpsGroup after) => new(Count(before, after), Of(before).N);

    /// <summary>Adds the evidence of another panel.</summary>
    /// <param name="other">The evidence of other customers.</param>
    /// <returns>The counts added one by one.</returns>
    /// <exception cref="OverflowException">A count would exceed <see cref="long.MaxValue"/>.</exception>
    public NpsPanel Combine(NpsPanel other)
    {
        _ = HeldRecords.CombineAt(After, other.After, nameof(other));
        return new(
            OfDetractors.Combine(other.OfDetractors),
            OfPassives.Combine(other.OfPassives),
            OfPromoters.Combine(other.OfPromoters),
            Guard.Add(Incomplete, other.Incomplete));
    }

    /// <summary>The change of the score from the first wave to the second, in points, with the paired interval of Student (1908).</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The change; <see langword="null"/> when nobody answered both waves. One customer gives no limits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Change? Change(double confidence = 0.95)
    {
        long up = OfDetractors.Passives + OfPassives.Promoters, down = OfPromoters.Passives + OfPassives.Detractors;
        long farUp = OfDetractors.Promoters, farDown = OfPromoters.Detractors;
        decimal sum = (decimal)up - down + 2m * farUp - 2m * farDown, squares = (decimal)up + down + 4m * farUp + 4m * farDown;
        return PairedDifferences.Means(new MeanTally(N, sum, squares), confidence)?.Rescaled(100).In(Nps.Definition, Before.Value);
    }

    /// <summary>The score of both waves and the number of customers as invariant text.</summary>
    /// <returns>Text for display, such as <c>NPS +12.0 before, +20.0 after (n = 100)</c>.</returns>
    public override string ToString() => N == 0
        ? $"NPS panel: {Phrases.English.NoData}"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"NPS {Shown(Before)} before, {Shown(After)} after (n = {N:#,0})");

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.PanelCaption)
            .Fact(words.BeforeLabel, words.Value(Nps.Definition, Before.Value))
            .Fact(words.AfterLabel, words.Value(Nps.Definition, After.Value))
            .Fact(words.ChangeLabel, Change()?.ToString("V", words))
            .Fact(words.DetractorRecoveryLabel, DetractorRecovery.Value is { } share ? words.Percent(share) : null)
            .Fact("n", words.Count(N))
            .Fact(words.IncompletePairsLabel, Incomplete > 0 ? words.Count(Incomplete) : null)
            .ToHtml();
    }

    private static string Shown(Nps score) => Nps.Definition.Format(score.Value!.Value, CultureInfo.InvariantCulture);

    private Nps Of(NpsGroup before) => Guard.Defined(before) switch
    {
        NpsGroup.Detractor => OfDetractors,
        NpsGroup.Passive => OfPassives,
        NpsGroup.Promoter => OfPromoters,
    };

    static NpsPanel IJsonRecord<NpsPanel>.Json(JsonMembers<NpsPanel> json) => new(
        json.Record(nameof(OfDetractors), x => x.OfDetractors),
        json.Record(nameof(OfPassives), x => x.OfPassives),
        json.Record(nameof(OfPromoters), x => x.OfPromoters),
        json.OrDefault(nameof(Incomplete), x => x.Incomplete));
}
