using System.Globalization;
using System.Xml.Linq;
using NodaTime;

namespace CxKpi.Tests.Scorecards;

/// <summary>Targets, their assessments and benchmarks have a text, Markdown and HTML in every language.</summary>
public class TargetFacesTests
{
    private static readonly Target Fewer = Target.RelativeChange(-0.15, 1000, new LocalDate(2026, 12, 31));

    private static readonly Benchmark Retail = new(
        "NPS", "an invented *study*", "retail", "FR", "2025", new LocalDate(2026, 1, 15), [new("low", null, 0), new("usual", 0, 50), new("high", 50)]);

    private static TargetAssessment Late => Target.AtMost(0.0002, baseline: 0.1, deadline: new LocalDate(2026, 12, 31))
        .Assess(new Churn(700, 10_000), new LocalDate(2027, 1, 1));

    public static TheoryData<ReportLanguage, string> Targets => new()
    {
        { ReportLanguage.English, "Target\ngoal      −15% (at most 850)\nstart     1,000\ndeadline  31 December 2026\n" },
        { ReportLanguage.French, "Objectif\nvaleur cible      −15\u202F% (au plus 850)\nvaleur de départ  1\u202F000\néchéance          31 décembre 2026\n" },
        { ReportLanguage.German, "Ziel\nZielwert      −15\u00A0% (höchstens 850)\nAusgangswert  1.000\nFrist         31. Dezember 2026\n" },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public void Target_InEveryLanguage_SaysGoalStartAndDeadline(ReportLanguage language, string expected)
    {
        Assert.Equal(expected, Fewer.ToText(language));
        string html = XElement.Parse(Fewer.ToHtml(language)).Value, markdown = Fewer.ToMarkdown(language);
        foreach (string line in expected.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..])
        {
            string[] fact = line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            Assert.Contains(fact[0] + fact[1], html, StringComparison.Ordinal);
            Assert.Contains($"- **{fact[0]}** {fact[1]}\n", markdown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Assessment_SaysStatusValueAndWay()
    {
        Assert.Equal(
            """
            Target
            goal                    at most 0.02%
            start                   10.0%
            verdict                 missed
            value                   7.0%
            limits                  6.5% to 7.5%
            way from start to goal  30.1%, 24.9% to 34.9%
            deadline                31 December 2026, has passed

            """.ReplaceLineEndings("\n"),
            Late.ToText());
        Target late = Late.Target;
        Assert.EndsWith("\ndeadline                31 December 2026\n", late.Assess(new Churn(700, 10_000)).ToText(), StringComparison.Ordinal);
        Assert.EndsWith(
            "\ndeadline                31 December 2026\n",
            late.Assess(new Churn(700, 10_000), late.Deadline).ToText(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("deadline", Target.AtMost(0.0002).Assess(new Churn(700, 10_000)).ToText(), StringComparison.Ordinal);
        Assert.Contains("0,02\u202F%", Late.ToText(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("0,02\u00A0%", Late.ToHtml(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Contains("- **goal** at most 0.02%\n", Late.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Benchmark_ShowsItsBandsAndItsSource()
    {
        Assert.Equal(
            """
            Benchmark: NPS, retail, FR, 2025
            band         limits
            low         below 0
            usual       0 to 50
            high   50 and above
            source: an invented *study* (15 January 2026)

            """.ReplaceLineEndings("\n"),
            Retail.ToText());
        Assert.Contains(@"an invented \*study\*", Retail.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("| usual | 0 bis 50 |", Retail.ToMarkdown(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Contains("15 janvier 2026", Retail.ToHtml(ReportLanguage.French), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("de-DE")]
    public void Faces_UnderEveryCulture_AreTheSame(string culture)
    {
        string[] invariant = All();
        Thread thread = Thread.CurrentThread;
        CultureInfo before = thread.CurrentCulture;
        try
        {
            thread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(invariant, All());
        }
        finally
        {
            thread.CurrentCulture = before;
        }

        static string[] All() =>
        [
            $"{Fewer}", Fewer.ToText(), Fewer.ToMarkdown(), Fewer.ToHtml(), $"{Late}", Late.ToText(), Late.ToMarkdown(), Late.ToHtml(),
            $"{Retail}", $"{Retail.Bands[0]}", Retail.ToText(), Retail.ToMarkdown(), Retail.ToHtml(),
        ];
    }

    [Fact]
    public void Faces_InNotebooks_AreTables()
    {
        Assert.Equal(Fewer.ToHtml(), Faces.Html(Fewer));
        Assert.Equal(Late.ToHtml(), Faces.Html(Late));
        Assert.Equal(Retail.ToHtml(), Faces.Html(Retail));
    }
}
