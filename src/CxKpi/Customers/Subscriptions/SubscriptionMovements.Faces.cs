using System.Globalization;
using System.Text;

namespace CxKpi;

/// <content>The faces: customers and revenue in one table each, a period in a row, and the rules below.</content>
public sealed partial record SubscriptionMovements
{
    /// <summary>The rates of each period with their intervals: churn, retention, gross and net revenue retention, and quick ratio.</summary>
    /// <param name="language">The language of the table.</param>
    /// <param name="confidence">The confidence level of the intervals, between 0 and 1, both excluded.</param>
    /// <returns>The table, with a row for each period and rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value, or the confidence does not lie between 0 and
    /// 1.</exception>
    public KpiTable ToTable(ReportLanguage language = ReportLanguage.English, double confidence = 0.95)
    {
        Phrases words = Phrases.For(language);
        Guard.Confidence(confidence);
        return new(words.SubscriptionsCaption, Periods.SelectMany(period => (KpiTableRow[])
        [
            Row(period, period.Churn), Row(period, period.Retention), Row(period, period.GrossRevenueRetention), Row(period, period.NetRevenueRetention),
            Row(period, period.QuickRatio),
        ]))
        {
            Language = language,
        };

        KpiTableRow Row<TKpi>(SubscriptionPeriod period, TKpi kpi)
            where TKpi : struct, IKpi<TKpi> => KpiTable.Row(words.Period(period.Period), kpi, null, confidence) with
            {
                Period = period.Period,
                IsIncomplete = IsIncomplete(period),
            };
    }

    /// <summary>The movements as aligned text for a terminal.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>The text, whose lines end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Text(CustomerTable(words), []) + ReportFaces.Text(RevenueTable(words), Notes(words));
    }

    /// <summary>The movements as Markdown.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Markdown(CustomerTable(words), []) + "\n" + ReportFaces.Markdown(RevenueTable(words), Notes(words));
    }

    /// <summary>The movements as comma-separated values by RFC 4180, one row per period, with unrounded numbers in the invariant culture.</summary>
    /// <returns>Rows that end with carriage return and line feed.</returns>
    public string ToCsv()
    {
        StringBuilder text = new();
        Csv.Row(
            text,
            "period", "customers_at_start", "customers_lost", "customers_acquired", "customers_reactivated", "customers_at_end", "opening", "acquired",
            "reactivated", "expansion", "contraction", "churned", "closing", "currency", "churn", "retention", "gross_revenue_retention",
            "net_revenue_retention", "quick_ratio", "incomplete", "annual_churn", "expected_lifetime");
        foreach (SubscriptionPeriod period in Periods)
        {
            (CustomerFlow customers, RevenueMovements revenue) = (period.Customers, period.Revenue);
            Csv.Row(
                text,
                period.Period.ToString(), Csv.Count(customers.AtStart), Csv.Count(customers.Lost), Csv.Count(customers.Acquired),
                Csv.Count(customers.Reactivated), Csv.Count(customers.AtEnd), Money(revenue.Opening), Money(revenue.Acquired), Money(revenue.Reactivated),
                Money(revenue.Expansion), Money(revenue.Contraction), Money(revenue.Churned), Money(revenue.Closing), revenue.Currency,
                Csv.Number(period.Churn.Value), Csv.Number(period.Retention.Value), Csv.Number(period.GrossRevenueRetention.Value),
                Csv.Number(period.NetRevenueRetention.Value), Csv.Number(period.QuickRatio.Value), IsIncomplete(period) ? "true" : "false",
                Csv.Number(IsIncomplete(period) ? null : period.AnnualChurn()?.Value),
                Csv.Number(IsIncomplete(period) ? null : period.ExpectedLifetime()?.Value));
        }

        return text.ToString();

        static string Money(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The movements as HTML, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>The movements as HTML, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    /// <summary>The movements as aligned text in English.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => ToText();

    string ILocalizedFace.ToHtml(Phrases words) =>
        $"<div>\n{ReportFaces.Html(CustomerTable(words), [])}\n{ReportFaces.Html(RevenueTable(words), Notes(words))}\n</div>";

    private IEnumerable<string> Notes(Phrases words) =>
    [
        Phrases.Capitalised(SubscriptionWords.In(Rules, words)) + ".",
        words.MovementsBetweenEnds,
        .. LeftOut.Count == 0 ? [] : (string[])[Phrases.Capitalised(SubscriptionWords.LeftOut(LeftOut, words)) + "."],
    ];

    private ReportTable CustomerTable(Phrases words) => new(
        words.CustomerFlowCaption,
        [
            new(words.PeriodColumn), Column(words.AtTheStartLabel), Column(words.AcquiredLabel), Column(words.BackAgainLabel), Column(words.LostLabel),
            Column(words.AtTheEndLabel), Column(words.Symbol(CxKpi.Churn.Definition)), Column(words.ChurnPerYearLabel), Column(words.ExpectedLifetimeLabel),
        ],
        [
            new(null,
            [
                .. Periods.Select(period => (ReportCell[])
                [
                    Label(period, words), new(words.Count(period.Customers.AtStart)), new(words.Count(period.Customers.Acquired)),
                    new(words.Count(period.Customers.Reactivated)), new(words.Count(period.Customers.Lost)), new(words.Count(period.Customers.AtEnd)),
                    new(words.Value(CxKpi.Churn.Definition, period.Churn.Value)),

                    // The churn of a year says it already, and that of a part of a period says nothing of a year.
                    Unit == CalendarUnit.Year || IsIncomplete(period) ? default : new(words.Value(CxKpi.Churn.Definition, period.AnnualChurn()?.Value)),
                    IsIncomplete(period) ? default : new(period.ExpectedLifetime() is { Value: var mean }
                        ? words.Measured(Math.Round(mean, 1), Unit)
                        : words.Value(CxKpi.Churn.Definition, null)),
                ]),
            ]),
        ]);

    private ReportTable RevenueTable(Phrases words) => new(
        Phrases.JoinNotEmpty(", ", Phrases.Capitalised(words.Name(RecurringRevenue.Definition)), Currency ?? ""),
        [
            new(words.PeriodColumn),
            .. SubscriptionWords.Parts(Periods[0].Revenue, words).Select(part => Column(part.Label)),
            Column(words.Symbol(CxKpi.GrossRevenueRetention.Definition)), Column(words.Symbol(CxKpi.NetRevenueRetention.Definition)),
            Column(words.Symbol(CxKpi.QuickRatio.Definition)),
        ],
        [
            new(null,
            [
                .. Periods.Select(period => (ReportCell[])
                [
                    Label(period, words),
                    .. SubscriptionWords.Parts(period.Revenue, words)
                        .Select(part => new ReportCell(words.Value(RecurringRevenue.Definition, (double)part.Amount))),
                    new(words.Value(CxKpi.GrossRevenueRetention.Definition, period.GrossRevenueRetention.Value)),
                    new(words.Value(CxKpi.NetRevenueRetention.Definition, period.NetRevenueRetention.Value)),
                    new(words.Value(CxKpi.QuickRatio.Definition, period.QuickRatio.Value)),
                ]),
            ]),
        ]);

    private ReportCell Label(SubscriptionPeriod period, Phrases words) =>
        new(words.ShortPeriod(period.Period), IsIncomplete(period) ? words.Incomplete : "");

    private static ReportColumn Column(string head) => new(Phrases.Capitalised(head), IsNumber: true);
}
