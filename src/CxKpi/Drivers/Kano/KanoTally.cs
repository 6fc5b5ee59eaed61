using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>How respondents classify one feature by Kano's pair of questions.</summary>
/// <remarks>
/// <code>
///                 missing: like  must-be  neutral  live with  dislike
/// there: like              Q     A        A        A          O
///        must-be           R     I        I        I          M
///        neutral           R     I        I        I          M
///        live with         R     I        I        I          M
///        dislike           R     R        R        R          Q
/// better =  (A + O) / (A + O + M + I)        worse = -(O + M) / (A + O + M + I)
/// </code>
/// <para>
/// Better lies in [0, 1]: by how much satisfaction rises where the feature is there. Worse lies in [-1, 0]: by how much it falls where it is missing.
/// Reverse and
/// questionable answers are in neither base. The default of the type means that nobody answered.
/// </para>
/// Sources: N. Kano, "Attractive quality and must-be quality", 1984; C. Berger et al., "Kano's methods for understanding customer-defined quality", 1993 (the
/// coefficients); M. C. Lee and J. F. Newcomb, "Applying the Kano methodology to meet customer requirements", 1997 (the strengths).
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<KanoTally>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct KanoTally : ILocalizedFace, IJsonRecord<KanoTally>
{
    /// <summary>A lead of the first category over the second below this share of all answers leaves the feature mixed (Lee and Newcomb 1997).</summary>
    private const double LeastLead = 0.06;

    /// <summary>Creates the tally from the numbers of respondents by category.</summary>
    /// <param name="attractive">Those to whom the feature is attractive; not negative, as the others.</param>
    /// <param name="oneDimensional">Those to whom it is one-dimensional.</param>
    /// <param name="mustBe">Those to whom it is a must.</param>
    /// <param name="indifferent">Those who do not care.</param>
    /// <param name="reverse">Those who do not want it.</param>
    /// <param name="questionable">Those whose answers contradict each other.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    /// <exception cref="OverflowException">The number of respondents would exceed <see cref="long.MaxValue"/>.</exception>
    public KanoTally(long attractive, long oneDimensional, long mustBe, long indifferent, long reverse = 0, long questionable = 0)
    {
        Attractive = Guard.NotNegative(attractive);
        OneDimensional = Guard.NotNegative(oneDimensional);
        MustBe = Guard.NotNegative(mustBe);
        Indifferent = Guard.NotNegative(indifferent);
        Reverse = Guard.NotNegative(reverse);
        Questionable = Guard.NotNegative(questionable);
        _ = Guard.Sum("respondents", attractive, oneDimensional, mustBe, indifferent, reverse, questionable);
    }

    /// <summary>The number of respondents to whom the feature is attractive.</summary>
    public long Attractive { get; }

    /// <summary>The number of respondents to whom it is one-dimensional.</summary>
    public long OneDimensional { get; }

    /// <summary>The number of respondents to whom it is a must.</summary>
    public long MustBe { get; }

    /// <summary>The number of respondents who do not care.</summary>
    public long Indifferent { get; }

    /// <summary>The number of respondents who do not want it.</summary>
    public long Reverse { get; }

    /// <summary>The number of respondents whose answers contradict each other.</summary>
    public long Questionable { get; }

    /// <summary>All respondents.</summary>
    public long N => Base + Reverse + Questionable;

    /// <summary>By how much satisfaction rises where the feature is there, in [0, 1]; <see langword="null"/> when nobody is in the base.</summary>
    public double? Better => Base == 0 ? null : (double)(Attractive + OneDimensional) / Base;

    /// <summary>By how much satisfaction falls where the feature is missing, in [-1, 0]; <see langword="null"/> when nobody is in the base.</summary>
    public double? Worse => Base == 0 ? null : OneDimensional + MustBe == 0 ? 0 : -(double)(OneDimensional + MustBe) / Base;

    /// <summary>
    /// The category of most respondents; of equal ones the first of must-be, one-dimensional, attractive, indifferent, reverse and questionable.
    /// <see langword="null"/> when nobody answered.
    /// </summary>
    public KanoCategory? Category => N == 0 ? null : Ranked[0].Category;

    /// <summary>The lead of the first category over the second, as a share of all respondents; <see langword="null"/> when nobody answered.</summary>
    public double? CategoryStrength => N == 0 ? null : (double)(Ranked[0].Count - Ranked[1].Count) / N;

    /// <summary>The share of respondents to whom the feature matters: attractive, one-dimensional or a must; <see langword="null"/> when nobody
    /// answered.</summary>
    public double? TotalStrength => N == 0 ? null : (double)(Attractive + OneDimensional + MustBe) / N;

    /// <summary>Whether the first two categories lie so close (below 6 % of respondents) that the feature is in neither clearly.</summary>
    public bool IsMixed => CategoryStrength < LeastLead;

    private long Base => Attractive + OneDimensional + MustBe + Indifferent;

    private (KanoCategory Category, long Count)[] Ranked
    {
        get
        {
            KanoTally own = this;
            return [.. Enum.GetValues<KanoCategory>().Select(category => (category, own.Of(category))).OrderByDescending(pair => pair.Item2)];
        }
    }

    /// <summary>Classifies one respondent.</summary>
    /// <param name="ifThere">The answer to how it is if the feature is there.</param>
    /// <param name="ifMissing">The answer to how it is if the feature is missing.</param>
    /// <returns>The category.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer is not a named value.</exception>
    public static KanoCategory Classify(KanoAnswer ifThere, KanoAnswer ifMissing)
    {
        Guard.Defined(ifThere);
        Guard.Defined(ifMissing);
        return (ifThere, ifMissing) switch
        {
            (KanoAnswer.Like, KanoAnswer.Like) or (KanoAnswer.Dislike, KanoAnswer.Dislike) => KanoCategory.Questionable,
            (KanoAnswer.Like, KanoAnswer.Dislike) => KanoCategory.OneDimensional,
            (KanoAnswer.Like, _) => KanoCategory.Attractive,
            (_, KanoAnswer.Like) or (KanoAnswer.Dislike, _) => KanoCategory.Reverse,
            (_, KanoAnswer.Dislike) => KanoCategory.MustBe,
            _ => KanoCategory.Indifferent,
        };
    }

    /// <summary>The tally of one respondent.</summary>
    /// <param name="ifThere">The answer to how it is if the feature is there.</param>
    /// <param name="ifMissing">The answer to how it is if the feature is missing.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer is not a named value.</exception>
    public static KanoTally FromAnswer(KanoAnswer ifThere, KanoAnswer ifMissing)
    {
        KanoCategory category = Classify(ifThere, ifMissing);
        return new(
            One(KanoCategory.Attractive),
            One(KanoCategory.OneDimensional),
            One(KanoCategory.MustBe),
            One(KanoCategory.Indifferent),
            One(KanoCategory.Reverse),
            One(KanoCategory.Questionable));

        long One(KanoCategory other) => category == other ? 1 : 0;
    }

    /// <summary>The tally of many respondents.</summary>
    /// <param name="answers">The pairs of answers.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer is not a named value; the message names its position.</exception>
    public static KanoTally FromAnswers(IEnumerable<(KanoAnswer IfThere, KanoAnswer IfMissing)> answers)
    {
        KanoTally all = default;
        long position = 0;
        foreach ((KanoAnswer ifThere, KanoAnswer ifMissing) in Guard.NotNull(answers))
        {
            all = Enum.IsDefined(ifThere) && Enum.IsDefined(ifMissing)
                ? all.Combine(FromAnswer(ifThere, ifMissing))
                : throw Guard.OutsideAt(
                    position, nameof(answers), $"must be named values of {nameof(KanoAnswer)}", Enum.IsDefined(ifThere) ? ifMissing : ifThere);
            position++;
        }

        return all;
    }

    /// <summary>The number of respondents of a category.</summary>
    /// <param name="category">The category.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="category"/> is not a named value.</exception>
    public long Of(KanoCategory category) => Guard.Defined(category) switch
    {
        KanoCategory.MustBe => MustBe,
        KanoCategory.OneDimensional => OneDimensional,
        KanoCategory.Attractive => Attractive,
        KanoCategory.Indifferent => Indifferent,
        KanoCategory.Reverse => Reverse,
        KanoCategory.Questionable => Questionable,
    };

    /// <summary>Better with its interval by Wilson.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate; <see langword="null"/> when nobody is in the base.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Estimate? EstimateBetter(double confidence = 0.95) => new ShareTally(Attractive + OneDimensional, Base).Estimate(confidence);

    /// <summary>Worse with its interval by Wilson.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate; <see langword="null"/> when nobody is in the base.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Estimate? EstimateWorse(double confidence = 0.95) => new ShareTally(OneDimensional + MustBe, Base).Estimate(confidence)?.Rescaled(-1);

    /// <summary>Adds the respondents of another tally of the same feature.</summary>
    /// <param name="other">The other tally.</param>
    /// <returns>The tally of all.</returns>
    /// <exception cref="OverflowException">A number passes the range.</exception>
    public KanoTally Combine(KanoTally other) => new(
        Guard.Add(Attractive, other.Attractive),
        Guard.Add(OneDimensional, other.OneDimensional),
        Guard.Add(MustBe, other.MustBe),
        Guard.Add(Indifferent, other.Indifferent),
        Guard.Add(Reverse, other.Reverse),
        Guard.Add(Questionable, other.Questionable));

    /// <summary>The category with both coefficients, in English.</summary>
    /// <returns>Text for display, such as <c>attractive: better 0.66, worse -0.41 (n = 100)</c>.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The category with both coefficients.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        string rows = $"(n = {words.Count(N)})";
        string coefficients = words.BetterAndWorse(words.Coefficient(Better), words.Coefficient(Worse));
        return N == 0 ? $"{words.NoData} {rows}" : $"{CategoryIn(words)}{words.Colon}{coefficients} {rows}";
    }

    /// <summary>An HTML table of the tally, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the tally, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        KanoTally own = this;
        NotebookTable table = new(words.KanoCaption);
        foreach (KanoCategory category in Enum.GetValues<KanoCategory>())
        {
            table.Fact(category.In(words), words.Count(own.Of(category)));
        }

        return table.Note(ToString(words.Language)).ToHtml();
    }

    private string CategoryIn(Phrases words) => Category is { } category && !IsMixed ? category.In(words) : words.KanoMixed;

    static KanoTally IJsonRecord<KanoTally>.Json(JsonMembers<KanoTally> json) => new(
        json.Value(nameof(Attractive), x => x.Attractive),
        json.Value(nameof(OneDimensional), x => x.OneDimensional),
        json.Value(nameof(MustBe), x => x.MustBe),
        json.Value(nameof(Indifferent), x => x.Indifferent),
        json.Value(nameof(Reverse), x => x.Reverse),
        json.Value(nameof(Questionable), x => x.Questionable));
}
