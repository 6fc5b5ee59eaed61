namespace CxKpi.Value;

/// <summary>A model of customers who buy when they like and leave without saying so.</summary>
/// <remarks>
/// All times are in <see cref="Unit"/>, and so are those of the histories. Where <see cref="Timing"/> is <see cref="PurchaseTiming.Opportunities"/>, they count
/// opportunities, of which each unit has one: those of histories are whole, and of any other time the opportunities count that have come by then.
/// </remarks>
public interface IPurchaseModel
{
    /// <summary>The unit of time.</summary>
    CalendarUnit Unit { get; }

    /// <summary>When customers can buy: on any day, or at opportunities.</summary>
    PurchaseTiming Timing { get; }

    /// <summary>Calculates how many repeat purchases a new customer is expected to make.</summary>
    /// <param name="time">The time from the first purchase on; not negative.</param>
    /// <returns>The expected number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or above 1e12.</exception>
    double ExpectedPurchases(double time);

    /// <summary>Calculates the probability that a new customer makes a number of repeat purchases.</summary>
    /// <param name="purchases">The number of repeat purchases; not negative.</param>
    /// <param name="time">The time from the first purchase on; not negative.</param>
    /// <returns>The probability.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number or the time is negative, or the time is above 1e12.</exception>
    double PurchaseProbability(int purchases, double time);

    /// <summary>Calculates the probability that a customer has not left yet at the end of observation.</summary>
    /// <param name="history">The customer's history.</param>
    /// <returns>The probability.</returns>
    double ProbabilityAlive(PurchaseHistory history);

    /// <summary>Calculates the probability that a customer will not have left some time after the end of observation.</summary>
    /// <param name="history">The customer's history.</param>
    /// <param name="time">The time after the end of observation; not negative.</param>
    /// <returns>The probability.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or above 1e12.</exception>
    double ProbabilityAlive(PurchaseHistory history, double time);

    /// <summary>Calculates how many purchases a customer is expected to make after the end of observation, given the history.</summary>
    /// <param name="history">The customer's history.</param>
    /// <param name="time">The time after the end of observation; not negative.</param>
    /// <returns>The expected number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or above 1e12.</exception>
    double ExpectedPurchases(PurchaseHistory history, double time);

    /// <summary>Calculates how many purchases a customer is expected to make for ever, each discounted to the end of observation.</summary>
    /// <param name="history">The customer's history.</param>
    /// <param name="annualDiscountRate">The effective discount rate of a year, such as 0.1; from 1e-100 to 1.</param>
    /// <returns>The expected discounted number, known as discounted expected residual transactions.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not between 1e-100 and 1.</exception>
    double DiscountedPurchases(PurchaseHistory history, double annualDiscountRate);

    /// <summary>Calculates the log-likelihood of histories, by which models are compared on customers that they were not fitted to.</summary>
    /// <param name="histories">The histories, in any order.</param>
    /// <returns>The log-likelihood.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is <see langword="null"/>.</exception>
    double LogLikelihood(IEnumerable<PurchaseHistory> histories);
}
