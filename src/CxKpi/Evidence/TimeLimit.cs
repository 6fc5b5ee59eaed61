using NodaTime;

namespace CxKpi;

/// <summary>Judges whether something was done within a limit of time.</summary>
internal static class TimeLimit
{
    /// <summary>What is open past its limit is missed. What still has time counts neither way, done or not, because counting only the fast ones would be too
    /// favourable.</summary>
    internal static (ShareTally InTime, long NotYetDue) Judge(Instant start, Instant? done, Duration limit, Instant asOf) =>
        asOf - start < limit ? (default, 1) : (ShareTally.One(done - start <= limit), 0);
}
