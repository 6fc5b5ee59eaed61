using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Monthly recurring revenue (MRR): what the subscriptions that ran on a day bring in a month.</summary>
/// <remarks>
/// <code>recurring revenue = sum of the amounts of the subscriptions that ran on the day, per month</code>
/// The value is an amount of money per month, 0 or more; <c>default</c> holds no data, which differs from 0.
/// The day is part of the figure. The revenue of several countries on one day adds up; that of several days does not, because it is the same revenue. The
/// amount is counted in full and not sampled, so its limits are the value itself, and a change is shown without limits.
/// It can be created from an amount, or by a <see cref="SubscriptionLedger{TKey}"/>. Records of different days or currencies do not combine; those of
/// different currencies do not compare either.
/// Source: D. Skok, "SaaS Metrics 2.0", forEntrepreneurs.
/// <para>Pitfalls: taking it for the revenue that is booked, which counts days and one-off fees; entering a yearly contract in the month of its invoice;
/// adding up months; letting exchange rates grow or shrink it.</para>
/// <example>Two customers who pay 30 a month and one who pays 240 a year: 80 a month, which is 960 a year.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<RecurringRevenue>))]
[TypeFormatterSource(typeof(KpiFormatters<RecurringRevenue>))]
public readonly record struct RecurringRevenue : IKpi<RecurringRevenue>, IJsonRecord<RecurringRevenue>
{
    /// <summary>Creates the record from an amount.</summary>
    /// <param name="amount">The amount of money per month; not negative.</param>
    /// <param name="accounts">The number of customers who pay; not negative, and greater than zero where there is an amount.</param>
    /// <param name="asOf">The day, in the ISO calendar; <see langword="null"/> only when there is no data.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount or the number of accounts is negative, or there is an amount without an account.</exception>
    /// <exception cref="ArgumentException">There are accounts, but no day; the day is not in the ISO calendar; or the currency is not a code of three capital
    /// letters.</exception>
    [RowSums]
    public RecurringRevenue(decimal amount, long accounts, LocalDate? asOf, string? currency = null)
    {
        Amount = Guard.NotNegative(amount);
        Accounts = amount == 0 ? Guard.NotNegative(accounts) : Guard.Positive(accounts);
        AsOf = CustomerLevels.Day(asOf, accounts > 0);
        Currency = Guard.Currency(currency);
    }

    /// <inheritdoc cref="RecurringRevenue(decimal, long, LocalDate?, string)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    [RowSums]
    public RecurringRevenue(decimal amount, long accounts, LocalDate? asOf)
        : this(amount, accounts, asOf, null)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Monthly recurring revenue",
        "MRR",
        KpiUnit.Money,
        KpiDirection.HigherIsBetter,
        "sum of the subscriptions that run on a day, per month",
        "D. Skok, SaaS Metrics 2.0, forEntrepreneurs");

    /// <summary>Always <see langword="true"/>: the recurring revenue of a year is that of its last day, not the sum of its months.</summary>
    public static bool IsLevel => true;

    /// <summary>The amount of money per month.</summary>
    public decimal Amount { get; }

    /// <summary>The amount of money per year (ARR): twelve times the month.</summary>
    /// <exception cref="OverflowException">The amount exceeds the range of <see cref="decimal"/>.</exception>
    public decimal PerYear
    {
        get
        {
            decimal month = Amount;
            return DecimalSums.Within("the revenue of a year", () => 12 * month);
        }
    }

    /// <summary>The number of customers who pay.</summary>
    public long Accounts { get; }

    /// <summary>The day; <see langword="null"/> when there is no data.</summary>
    public LocalDate? AsOf { get; }

    /// <summary>The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <inheritdoc/>
    public double? Value => AsOf is null ? null : (double)Amount;

    /// <inheritdoc/>
    public long N => Accounts;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Account;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(CustomerLevels.AsOf(AsOf), KpiRules.Currency(Currency));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        return Value is { } value ? FinitePopulation.Census(value, confidence, IntervalMethod.None, Accounts).In(Definition, Currency) : null;
    }

    /// <summary>Calculates the difference from a baseline, usually of an earlier day; it is exact and has no limits.</summary>
    /// <param name="baseline">The record to compare with; its day may differ.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded; it does not change the result and is only recorded in it.</param>
    /// <returns>The change in money per month; <see langword="null"/> when either record is undefined.</returns>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Change? ChangeFrom(RecurringRevenue baseline, double confidence = 0.95)
    {
        string? currency = SharedRule.Of(this, Currency, baseline, baseline.Currency, "currency");
        return CustomerLevels.Change(Value, baseline.Value, confidence)?.In(Definition, baseline.Value, currency);
    }

    /// <inheritdoc/>
    public RecurringRevenue Combine(RecurringRevenue other) => new(
        Guard.Add(Amount, other.Amount),
        Guard.Add(Accounts, other.Accounts),
        SharedRule.Of(this, AsOf, other, other.AsOf, "day"),
        SharedRule.Of(this, Currency, other, other.Currency, "currency"));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static RecurringRevenue IJsonRecord<RecurringRevenue>.Json(JsonMembers<RecurringRevenue> json) => new(
        json.Value(nameof(Amount), x => x.Amount),
        json.Value(nameof(Accounts), x => x.Accounts),
        json.Optional(nameof(AsOf), x => x.AsOf),
        json.OptionalText(nameof(Currency), x => x.Currency));
}
