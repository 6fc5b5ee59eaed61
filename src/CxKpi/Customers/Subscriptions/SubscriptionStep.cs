using NodaTime;

namespace CxKpi;

/// <summary>What a customer is from a day on, until the next step.</summary>
/// <param name="From">The day.</param>
/// <param name="IsActive">Whether a subscription holds.</param>
/// <param name="Level">What all subscriptions bring together in a month.</param>
internal readonly record struct SubscriptionStep(LocalDate From, bool IsActive, decimal Level);
