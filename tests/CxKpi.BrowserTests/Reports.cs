using NodaTime;

namespace CxKpi.BrowserTests;

/// <summary>The reports that are looked at.</summary>
internal static class Reports
{
    internal static readonly ReportLanguage[] Languages = [ReportLanguage.English, ReportLanguage.French, ReportLanguage.German];

    private static readonly LocalDate AsOf = new(2025, 12, 31);

    /// <summary>Twelve KPIs with histories, targets and a chart each, of a shop whose December is hard every year.</summary>
    internal static Scorecard Twelve(ReportLanguage language = ReportLanguage.English, int charts = 12)
    {
        KpiSeries<Nps> nps = Months(48, t => new Nps(200 + Season(t), 120, 80 - Season(t) / 2));
        KpiSeries<Csat> csat = Months(18, t => new Csat(300 + t % 5 * 4 - (t == 17 ? 120 : 0), 400, TopBox.TwoOfFive));
        KpiSeries<Churn> churn = Months(30, t => new Churn(20 + t * 7 % 9, 1000, CalendarUnit.Month));
        KpiSeries<AverageHandleTime> handled = Months(24, t => new AverageHandleTime(DurationTally.FromDurations(
            [.. Enumerable.Range(0, 60).Select(i => Duration.FromSeconds(200 + (i * 37 + t * 11) % 120))])));
        KpiSeries<CustomerAcquisitionCost> cost = Months(14, t => Enumerable.Range(0, 4)
            .Tally(i => new CustomerAcquisitionCost(2_000_000m + i * 90_000 + t * 7 % 5 * 50_000, 40 + i, "EUR", AcquisitionBasis.Blended)));
        ChartOptions options = new() { Language = language };
        ScorecardBuilder card = Scorecard.Titled("An invented shop", AsOf)
            .Group("Survey").Add("NPS", nps, Target.AtLeast(60)).Add("CSAT", csat, Target.AtLeast(0.7))
            .Add(null, CustomerEaseScore.FromAnswers([5, 6, 7, 4, 5, 6, 3, 7]))
            .Group("Customers").Add("Churn", churn, Target.AtMost(0.02)).Add("CAC", cost).Add("Retention", new Retention(930, 1000), new Retention(940, 1000))
            .Group("Shop").Add("Conversion", new ConversionRate(40, 1200, ConversionUnit.Session), new ConversionRate(50, 1210, ConversionUnit.Session))
            .Add("Cart abandonment", new CartAbandonment(330, 1000)).Add("Repeat purchase", new RepeatPurchaseRate(3, 12), new RepeatPurchaseRate(2, 12))
            .Group("Telephone").Add("Handle time", handled, Target.AtMost(300)).Add("Answered", new AnswerRate(800, 900)).Add("Empty", default(Csat));
        for (int i = 0; i < charts; i++)
        {
            card.Chart((i % 4) switch
            {
                0 => Charts.OverTime(nps, null, options),
                1 => Charts.OverTime(churn, null, options),
                2 => Charts.NetScore(nps[^1].Value, options),
                _ => Charts.Distribution(RatingTally.FromAnswers([1, 2, 3, 4, 5, 5, 4, 4, 3, 5], RatingScale.OneToFive), options),
            });
        }

        return card.Build();
    }

    /// <summary>A few KPIs without groups, with all that a fragment shows.</summary>
    internal static Scorecard Ungrouped()
    {
        KpiSeries<Nps> nps = Months(30, t => new Nps(200 + Season(t), 120, 80 - Season(t) / 2));
        return Scorecard.Titled("An invented shop", AsOf)
            .Add("NPS", nps, Target.AtLeast(60)).Add("Churn", new Churn(12, 400), new Churn(31, 390), target: Target.AtMost(0.02))
            .Add("CSAT", new Csat(4, 6, TopBox.TwoOfFive), note: "asked by telephone").Add("Conversion", new ConversionRate(40, 1200, ConversionUnit.Session))
            .Pair("Conversion", "Churn")
            .Section(new ScorecardSection("What we did", ["Month", "Measure"], [["March", "parcels within a day"], ["April", "a shorter form"]]))
            .Chart(Charts.OverTime(nps))
            .Build();
    }

    /// <summary>Two hundred KPIs in ten groups.</summary>
    internal static Scorecard Long()
    {
        ScorecardBuilder card = Scorecard.Titled("All teams", AsOf);
        for (int i = 0; i < 200; i++)
        {
            if (i % 20 == 0)
            {
                card.Group($"Site {i / 20 + 1}");
            }

            card.Add($"Team {i}", new Csat(300 - (i % 37 == 0 ? 90 : 0), 400, TopBox.TwoOfFive), new Csat(300, 400, TopBox.TwoOfFive));
        }

        return card.Build();
    }

    /// <summary>Labels that would run, break the page or turn its writing.</summary>
    internal static Scorecard Hostile()
    {
        const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg onload=alert(3)>";
        const string Long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen";
        return Scorecard.Titled(Script, AsOf)
            .Group("\u202Eevil").Add(Script, new Nps(60, 30, 10), new Nps(10, 30, 60), target: Target.AtLeast(70), note: "javascript:alert(4)")
            .Add("مؤشر صافي الترويج", new Nps(1, 2, 3)).Add(Long + Long, new Churn(5, 100)).Add("👩‍👩‍👧‍👦", default(Csat))
            .Chart(Charts.NetScore(new Nps(60, 30, 10), new ChartOptions { Title = Script }))
            .Build();
    }

    private static int Season(int t) => (t % 12) switch { 11 => -60, 10 => -20, 4 or 5 => 14, _ => t * 5 % 7 };

    private static KpiSeries<TKpi> Months<TKpi>(int count, Func<int, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi> => KpiSeries.From(
            CalendarUnit.Month,
            Enumerable.Range(0, count).Select(t => (CalendarPeriod.Parse("2025-12").Plus(t - count + 1), kpi(t + 48 - count))));
}
