namespace CxKpi;

/// <summary>What one customer was on the two days between which a period lies.</summary>
/// <param name="Opening">The customer on the day before the period.</param>
/// <param name="Closing">The customer on its last day.</param>
/// <param name="WasActive">Whether the customer had been one by the first of the two days.</param>
/// <param name="HadPaid">Whether the customer had paid by then.</param>
internal readonly record struct SubscriptionMove(SubscriptionStep Opening, SubscriptionStep Closing, bool WasActive, bool HadPaid);
