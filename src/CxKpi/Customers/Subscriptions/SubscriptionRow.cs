using NodaTime;

namespace CxKpi;

/// <summary>A row that counts, with the first day after it and its position in the table.</summary>
internal readonly record struct SubscriptionRow<TKey>(Subscription<TKey> Row, LocalDate? Until, long Position)
    where TKey : notnull
{
    /// <summary>What the row brings at a rate.</summary>
    internal SubscriptionRun At(decimal rate) => new(Row.Start, Until, SubscriptionRun.In28Years(Row.Amount, Row.Per) * rate);
}
