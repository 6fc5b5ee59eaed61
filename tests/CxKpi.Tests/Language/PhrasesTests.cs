using System.Text.RegularExpressions;
using CxKpi.Trends;

namespace CxKpi.Tests.Language;

/// <summary>Every language says everything, and says it in its own words.</summary>
public partial class PhrasesTests
{
    public static TheoryData<ReportLanguage> Languages => [.. Enum.GetValues<ReportLanguage>()];

    public static TheoryData<ReportLanguage, ReportLanguage> Pairs
    {
        get
        {
            TheoryData<ReportLanguage, ReportLanguage> pairs = [];
            foreach (ReportLanguage other in Enum.GetValues<ReportLanguage>())
            {
                foreach (ReportLanguage one in Enum.GetValues<ReportLanguage>().Where(one => one < other))
                {
                    pairs.Add(one, other);
                }
            }

            return pairs;
        }
    }

    public static TheoryData<Type> Enums => [.. PhraseBook.Enums.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public void For_EveryLanguage_HasPhrasesOfItsOwn(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);

        Assert.Equal(language, words.Language);
        Assert.Equal(language.ToString(), words.GetType().Name);
        Assert.Single(Phrases.All, other => other.Tag == words.Tag || other.Endonym == words.Endonym);
    }

    [Fact]
    public void For_UnnamedLanguage_Throws() => Assert.Throws<ArgumentOutOfRangeException>("language", () => Phrases.For((ReportLanguage)99));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Phrases_AreNeverBlank(ReportLanguage language) => Assert.All(
        PhraseBook.Of(Phrases.For(language)),
        phrase => Assert.True(!string.IsNullOrWhiteSpace(phrase.Text) || phrase.Member == "Gap", phrase.Member));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Phrases_AreSpelledAlike_OnlyWhereTheyAreListed(ReportLanguage one, ReportLanguage other) => Assert.Equal(
        [.. Alike.Phrases(one, other).Order(StringComparer.Ordinal)],
        PhraseBook.Of(Phrases.For(one)).Zip(PhraseBook.Of(Phrases.For(other)))
            .Where(pair => pair.First.Text == pair.Second.Text && pair.First.Text.Any(char.IsLetter))
            .Select(pair => pair.First.Member).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Enums))]
    public void EnumValues_HaveWordsInEveryLanguage_AndNoTwoShareAll(Type type)
    {
        bool areFlags = type.IsDefined(typeof(FlagsAttribute), inherit: false);
        object[] values = [.. Enum.GetValues(type).Cast<object>().Where(value => !areFlags || Convert.ToInt64(value) != 0)];
        string[][] said = [.. Phrases.All.Select(words => values.Select(value => PhraseBook.Enums[type](value, words)).ToArray())];

        Assert.All(said, words => Assert.All(words, word => Assert.False(string.IsNullOrWhiteSpace(word))));
        Assert.All(said, words => Assert.Equal(words.Distinct(), words));
        Assert.All(said, words => Assert.Single(said, other => other.SequenceEqual(words)));

        // No word is a name of the code.
        Assert.All(said.SelectMany(words => words), word => Assert.DoesNotMatch(JoinedWords(), word));
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void EnumValues_WithoutAName_Throw(Type type)
    {
        object unnamed = Enum.ToObject(type, 1 << 30);

        Assert.All(Phrases.All, words => Assert.ThrowsAny<Exception>(() => PhraseBook.Enums[type](unnamed, words)));
    }

    [Fact]
    public void Flags_AreListedOneByOne() => Assert.Equal(
        "single observation, few clusters",
        Phrases.English.Flags(EstimateFlags.SingleObservation | EstimateFlags.FewClusters));

    /// <summary>An enum whose values a face could print is in the table of words, or is an option that nobody is shown.</summary>
    [Fact]
    public void Enums_OfResults_AreAllInTheTable()
    {
        Type[] shown = [.. typeof(Nps).Assembly.GetExportedTypes()
            .Where(type => !type.IsEnum && type.GetInterfaces().Any(i => i == typeof(IHtmlFace)))
            .SelectMany(type => type.GetProperties())
            .Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
            .Where(type => type.IsEnum && type.Assembly == typeof(Nps).Assembly)
            .Distinct()];

        Assert.Contains(typeof(TrendVerdict), shown);
        Assert.Empty(shown.Except(PhraseBook.Enums.Keys).Except(NotShown));
    }

    // What a caller chose and a face does not repeat.
    private static readonly Type[] NotShown =
    [
        typeof(DecompositionModel),
        typeof(MissingParts),
        typeof(ForecastMethod),
        typeof(ExponentialSmoothingForm),
        typeof(LatestBasis),
        typeof(MultiplicityMethod),
        typeof(ReportLanguage),
        typeof(SurvivalLimits),
        typeof(SurvivalView),

        // Told in whole sentences.
        typeof(CxKpi.Practices.WeightingStatus),
    ];

    // Quinn McNemar is no code.
    [GeneratedRegex(@"\p{Ll}(?<!\bMc)\p{Lu}")]
    private static partial Regex JoinedWords();
}
