namespace CxKpi.Tests.Language;

/// <summary>What two languages spell alike on purpose.</summary>
internal static class Alike
{
    // Of people, of measures, and of what the field calls by its English letters.
    private static readonly string[] Names =
    [
        "AAPOR", "Agresti", "AIC", "Armitage", "BIC", "Bonett", "CAC", "Caffo", "Clopper", "Cochran", "Coull", "CSAT", "CTR", "CUSUM", "CxPi", "EWMA", "Fay",
        "Feldt", "Feuer", "Fieller", "Fisher", "Garwood", "Gini", "Graubard", "Greenwood", "GRR", "Holm", "Holt", "Jeffreys", "Juster", "Kano", "Koopman",
        "Korn", "Laney", "Mann", "McNemar", "Miettinen", "MOVER", "MRR", "Newcombe", "NPS", "NRR", "NSAT", "Nurminen", "Pearson", "Peto", "Price", "rank",
        "rho", "Sen", "SERVQUAL", "Shapley", "Simpson", "SLA", "SOCO", "tau", "Wald", "Welch", "Whitney", "Wilson", "Winters", "Wright",
    ];

    private static readonly string[] French =
    [
        "abandons", "acquisition", "actions", "audit", "base", "binomial", "black", "cause", "ces", "cohen", "composite", "concentration", "contact",
        "contacts",
        "conversion",
        "correction", "cycle", "cycles", "direct", "effort", "engagement", "exact", "friday", "importance", "instant", "intention",
        "invitations", "Kendall", "log", "mails", "marketing", "maximum", "million", "net", "nov", "observation", "observations", "oct", "orientation", "page",
        "pages", "part", "parts", "perception", "points", "population", "question", "questions", "ratio", "relative", "satisfaction", "score", "scores",
        "segments",
        "service", "session", "sessions", "signal", "source", "Spearman", "student", "test", "tickets", "total", "transaction", "utilisation",
        "variance", "verdict", "volume",
    ];

    private static readonly string[] German =
    [
        "AHT", "apr", "april", "ASA", "aug", "august", "black", "ces", "chi", "CSI", "definition", "FCR", "feb", "friday", "jan", "likelihood", "log", "mail",
        "mails", "marketing", "maximum", "median", "mid", "million", "minus", "nov", "november", "parameter", "rate", "relative", "score", "self", "sep",
        "september", "service", "sigma", "signal", "student", "test", "tickets", "trend", "trends", "was",
    ];

    /// <summary>The phrases that are the same text in two languages.</summary>
    internal static IEnumerable<string> Phrases(ReportLanguage one, ReportLanguage other) => (one, other) switch
    {
        (ReportLanguage.English, ReportLanguage.French) =>
            [
                "BaseColumn", "BlackFriday", "MillionsSuffix", "SourceLabel", "TestLogRank", "TestMcNemarExact", "Total", "TotalLabel", "VerdictColumn",
                "VerdictLabel",
            ],

        // Of the months April, August, September and November; of the quarters their letter.
        (ReportLanguage.English, ReportLanguage.German) => ["BlackFriday", "BoxesLess", "Days", "Month", "Quarter", "TrendCaption", "TrendColumn"],
        (ReportLanguage.French, ReportLanguage.German) => ["BlackFriday", "SeasonCaption"],
        _ => throw new ArgumentOutOfRangeException(nameof(other), other, "name what the two languages spell alike"),
    };

    /// <summary>English words that a language uses as its own.</summary>
    internal static IEnumerable<string> Words(ReportLanguage language) => language switch
    {
        ReportLanguage.French => Names.Concat(French),
        ReportLanguage.German => Names.Concat(German),
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "name the English words that the language uses"),
    };
}
