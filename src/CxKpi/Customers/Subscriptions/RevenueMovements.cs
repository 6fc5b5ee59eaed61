using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What moved recurring revenue between the opening and the closing of a period.</summary>
/// <remarks>
/// <code>closing = opening + acquired + reactivated + expansion - contraction - churned</code>
/// All amounts are money per month and not negative; <c>default</c> holds no data. Each customer adds to one of the parts only, by what they paid at the
/// opening and pay at the closing, so the parts always explain the whole difference.
/// The movements of several periods do not add up to those of a longer one: who expands in May and contracts in June did neither in the quarter.
/// Source: D. Skok, "SaaS Metrics 2.0", forEntrepreneurs.
/// <example>1,000 at the opening, 100 from new customers, 20 from returning ones, 50 of expansion, 30 of contraction and 40 churned: 1,100.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<RevenueMovements>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct RevenueMovements : ILocalizedFace, IJsonRecord<RevenueMovements>
{
    /// <summary>Creates the movements from their amounts; none may be negative.</summary>
    /// <param name="opening">The revenue at the opening.</param>
    /// <param name="acquired">The revenue at the closing from customers who had never paid before.</param>
    /// <param name="reactivated">The revenue at the closing from customers who paid nothing at the opening but had paid earlier.</param>
    /// <param name="expansion">What customers who paid at the opening pay more at the closing; 0 when none of them is left.</param>
    /// <param name="contraction">What customers who paid at the opening, and still pay, pay less; together with <paramref name="churned"/> not more than
    /// <paramref name="opening"/>.</param>
    /// <param name="churned">What customers paid at the opening who pay nothing at the closing; not more than <paramref name="opening"/>.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative, more was lost than there was, or there is expansion without customers of the
    /// opening.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    /// <exception cref="OverflowException">The closing would exceed the range of <see cref="decimal"/>.</exception>
    public RevenueMovements(
        decimal opening,
        decimal acquired,
        decimal reactivated,
        decimal expansion,
        decimal contraction,
        decimal churned,
        string? currency = null)
    {
        Opening = Guard.NotNegative(opening);
        Acquired = Guard.NotNegative(acquired);
        Reactivated = Guard.NotNegative(reactivated);
        Churned = Guard.Part(churned, opening);
        Contraction = Guard.Part(contraction, opening - churned, wholeName: "opening - churned");
        Expansion = Guard.NotNegative(expansion) == 0 || opening > churned
            ? expansion
            : throw Guard.Outside(nameof(expansion), "must be 0 when nothing is left of the opening", expansion);
        Currency = Guard.Currency(currency);
        Closing = DecimalSums.Within("the closing", () => opening + acquired + reactivated + expansion - contraction - churned);
    }

    /// <summary>The revenue at the opening.</summary>
    public decimal Opening { get; }

    /// <summary>The revenue at the closing from customers who had never paid before.</summary>
    public decimal Acquired { get; }

    /// <summary>The revenue at the closing from customers who paid nothing at the opening but had paid earlier.</summary>
    public decimal Reactivated { get; }

    /// <summary>What customers who paid at the opening pay more at the closing.</summary>
    public decimal Expansion { get; }

    /// <summary>What customers who paid at the opening, and still pay, pay less.</summary>
    public decimal Contraction { get; }

    /// <summary>What customers paid at the opening who pay nothing at the closing.</summary>
    public decimal Churned { get; }

    /// <summary>The revenue at the closing.</summary>
    public decimal Closing { get; }

    /// <summary>The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <summary>Adds the movements of other customers in the same period.</summary>
    /// <param name="other">The movements of other customers, such as those of another country; not of the same customers in another period.</param>
    /// <returns>The movements of all customers.</returns>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    /// <exception cref="OverflowException">An amount would exceed the range of <see cref="decimal"/>.</exception>
    public RevenueMovements Combine(RevenueMovements other) => new(
        Guard.Add(Opening, other.Opening),
        Guard.Add(Acquired, other.Acquired),
        Guard.Add(Reactivated, other.Reactivated),
        Guard.Add(Expansion, other.Expansion),
        Guard.Add(Contraction, other.Contraction),
        Guard.Add(Churned, other.Churned),
        SharedRule.Of(this, Currency, other, other.Currency, "currency"));

    /// <summary>Calculates the quick ratio: what was gained over what was lost.</summary>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <returns>The ratio; undefined when nothing was lost.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is not a named value.</exception>
    public QuickRatio ToQuickRatio(CalendarUnit? period = null) => new(Acquired, Expansion, Churned, Contraction, Currency, period, Reactivated);

    /// <summary>The amounts as invariant text.</summary>
    /// <returns>Text for display, such as <c>1000 + 100 new + 20 back + 50 more - 30 less - 40 lost = 1100 EUR</c>.</returns>
    public override string ToString()
    {
        string gained = string.Create(CultureInfo.InvariantCulture, $"{Opening} + {Acquired} new + {Reactivated} back + {Expansion} more");
        string lost = string.Create(CultureInfo.InvariantCulture, $" - {Contraction} less - {Churned} lost = {Closing}");
        return Phrases.JoinNotEmpty(" ", gained + lost, Currency ?? "");
    }

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new(Phrases.Capitalised(words.Name(RecurringRevenue.Definition)));
        foreach ((string label, decimal amount) in SubscriptionWords.Parts(this, words))
        {
            table.Fact(label, words.Value(RecurringRevenue.Definition, (double)amount, Currency));
        }

        return table.ToHtml();
    }

    static RevenueMovements IJsonRecord<RevenueMovements>.Json(JsonMembers<RevenueMovements> json) => new(
        json.Value(nameof(Opening), x => x.Opening),
        json.Value(nameof(Acquired), x => x.Acquired),
        json.Value(nameof(Reactivated), x => x.Reactivated),
        json.Value(nameof(Expansion), x => x.Expansion),
        json.Value(nameof(Contraction), x => x.Contraction),
        json.Value(nameof(Churned), x => x.Churned),
        json.OptionalText(nameof(Currency), x => x.Currency));
}
