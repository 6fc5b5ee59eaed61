using System.Text.Json;
using System.Text.RegularExpressions;

namespace CxKpi.Tests.Language;

/// <summary>KPIs have names, symbols and formulas in every language: those of the library in its tables, others by their own translations.</summary>
public partial class KpiNamesTests
{
    private static readonly KpiDefinition Own = new("Delight", "DLT", KpiUnit.Share, KpiDirection.HigherIsBetter, "delighted / asked", "own rule")
    {
        Translations = [new(ReportLanguage.French, "enchantement", "ENC", "enchantés / interrogés")],
    };

    public static TheoryData<ReportLanguage> OtherLanguages => [.. Enum.GetValues<ReportLanguage>().Where(language => language != ReportLanguage.English)];

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Library_HasEveryKpiAndNoOther(ReportLanguage language) =>
        Assert.Equal(PhraseBook.Kpis.Select(kpi => kpi.Name).Order(StringComparer.Ordinal), Phrases.For(language).KnownKpis.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Library_TellsItsKpisApart(ReportLanguage language)
    {
        KpiTranslation[] kpis = [.. PhraseBook.Kpis.Select(kpi => kpi.In(language))];

        Assert.All(kpis, kpi => Assert.Equal(language, kpi.Language));
        Assert.Equal(kpis.Length, kpis.DistinctBy(kpi => kpi.Name, StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(kpis.Length, kpis.DistinctBy(kpi => kpi.Symbol, StringComparer.OrdinalIgnoreCase).Count());
    }

    // A formula has the same figures and signs in every language.
    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Formulas_KeepTheirOperators(ReportLanguage language) => Assert.All(
        PhraseBook.Kpis,
        kpi => Assert.Equal(Operators(kpi.Formula), Operators(kpi.In(language).Formula)));

    [Theory]
    [InlineData("Average handle time", "durée moyenne de traitement", "DMT", "durchschnittliche Bearbeitungszeit")]
    [InlineData("Average speed of answer", "temps moyen d'attente au décroché", "DMR", "durchschnittliche Wartezeit bis zur Annahme")]
    [InlineData("Service level", "niveau de service (qualité de service)", "QS", "Servicelevel")]
    [InlineData("First-contact resolution", "taux de résolution au premier contact", "RPC", "Erstlösungsquote")]
    [InlineData("Contact abandonment rate", "taux d'abandon", "Abandon", "Abbruchquote der Kontakte")]
    [InlineData("Containment rate", "taux de confinement", "Confinement", "Abschlussquote im Self-Service")]
    [InlineData("Order volume", "nombre de commandes", "Commandes", "Anzahl der Bestellungen")]
    [InlineData("Close-the-loop rate", "taux de reprise de contact (boucle fermée)", "Boucle fermée", "Nachfassquote")]
    [InlineData("Renewal rate", "taux de renouvellement", "Renouvellement", "Verlängerungsquote")]
    [InlineData("Answer rate", "taux de prise en charge", "Prise en charge", "Annahmequote")]
    [InlineData("Contact rate", "taux de sollicitation", "Sollicitation", "Kontaktquote")]
    [InlineData("Net Promoter Score", "score net de recommandation", "NPS", "Weiterempfehlungsbereitschaft (NPS)")]
    [InlineData("Customer churn rate", "taux d'attrition", "Attrition", "Abwanderungsrate")]
    [InlineData("Cart abandonment", "taux d'abandon de panier", "Abandon de panier", "Warenkorbabbruchrate")]
    public void Library_SpeaksTheTermsOfTheField(string name, string french, string frenchSymbol, string german)
    {
        KpiDefinition kpi = Assert.Single(PhraseBook.Kpis, kpi => kpi.Name == name);

        Assert.Equal(french, kpi.In(ReportLanguage.French).Name);
        Assert.Equal(frenchSymbol, kpi.In(ReportLanguage.French).Symbol);
        Assert.Equal(german, kpi.In(ReportLanguage.German).Name);
    }

    [Fact]
    public void In_OwnTranslation_ComesFirst_AndEnglishLast()
    {
        KpiDefinition renamed = Nps.Definition with { Translations = [new(ReportLanguage.French, "recommandation", "REC", "promoteurs moins détracteurs")] };

        Assert.Equal("enchantement", Own.In(ReportLanguage.French).Name);
        Assert.Equal(new KpiTranslation(ReportLanguage.English, "Delight", "DLT", "delighted / asked"), Own.In(ReportLanguage.German));
        Assert.Equal("REC", renamed.In(ReportLanguage.French).Symbol);
        Assert.Equal("Weiterempfehlungsbereitschaft (NPS)", renamed.In(ReportLanguage.German).Name);
        Assert.Throws<ArgumentOutOfRangeException>("language", () => Own.In((ReportLanguage)9));
    }

    [Fact]
    public void Translations_OfOneLanguageTwice_Throw()
    {
        KpiTranslation one = new(ReportLanguage.French, "a", "a", "a"), other = new(ReportLanguage.French, "b", "b", "b");

        Assert.Throws<ArgumentException>(() => Own with { Translations = [one, other] });
    }

    [Fact]
    public void Translation_Blank_Throws()
    {
        Assert.Throws<ArgumentException>("symbol", () => new KpiTranslation(ReportLanguage.French, "a", " ", "c"));
        Assert.Throws<ArgumentException>("text", () => new Translation(ReportLanguage.French, ""));
        Assert.Throws<ArgumentOutOfRangeException>("language", () => new Translation((ReportLanguage)9, "a"));
    }

    [Fact]
    public void Definition_ThroughJson_IsEqual()
    {
        Assert.Equal(Own, JsonSerializer.Deserialize<KpiDefinition>(JsonSerializer.Serialize(Own)));
        Assert.Equal(Nps.Definition, JsonSerializer.Deserialize<KpiDefinition>(JsonSerializer.Serialize(Nps.Definition)));
        Assert.NotEqual(Own, Own with { Translations = [] });
    }

    [Fact]
    public void Lines_CalledByTheSymbol_AreCalledByThatOfTheLanguage()
    {
        Scorecard card = Scorecard.Titled("x")
            .Add(null, new Nps(5, 3, 2))
            .Add(null, new Churn(1, 40), previous: new Churn(2, 40))
            .Add("Mine", new Churn(1, 40))
            .Pair("NPS", "Churn")
            .Build();

        Assert.Contains("| Attrition |", card.ToMarkdown(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("Abwanderung −2,5\u00A0%-Punkte", card.ToText(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Contains("| Mine |", card.ToMarkdown(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("| Attrition |", new KpiTable("t", []).With(null, new Churn(1, 40)).ToMarkdown(ReportLanguage.French), StringComparison.Ordinal);
    }

    /// <summary>A new language touches no file that computes: outside the room of languages nobody names one but English.</summary>
    [Fact]
    public void Languages_AreNamedInTheirRoomOnly()
    {
        string library = Path.Combine(Repository.Root, "src", "CxKpi");
        string[] named = [.. Directory.EnumerateFiles(library, "*.cs", SearchOption.AllDirectories)
            .Where(file => NamesALanguage().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(library, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

        // A document of an older version knows one other language.
        Assert.Equal(["Language/French.cs", "Language/German.cs", "Language/Phrases.cs", "Scorecards/Json/ScorecardJsonUpgrade.cs"], named);
    }

    [GeneratedRegex(@"\b(ReportLanguage\.(?!English\b)\w+|new (French|German)\b)")]
    private static partial Regex NamesALanguage();

    private static string Operators(string formula) => string.Concat(formula.Where(c => c is '*' or '/' or '+' or '(' or ')' || char.IsDigit(c)))
        + formula.Split(" - ").Length;
}
