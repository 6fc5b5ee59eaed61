using NodaTime;

namespace CxKpi.Tests.Evidence;

/// <summary>What is judged once its time has run out: in time to the instant, or not.</summary>
public class TimeLimitTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    [Theory]
    [InlineData(10, 10, 1, 1, 0)]
    [InlineData(11, 20, 0, 1, 0)]
    [InlineData(null, 10, 0, 1, 0)]
    [InlineData(null, 9, 0, 0, 1)]
    [InlineData(3, 9, 0, 0, 1)]
    [InlineData(0, 10, 1, 1, 0)]
    public void Judge_WithinTenHours(int? done, int asOf, long inTime, long due, long notYetDue) => Assert.Equal(
        (new ShareTally(inTime, due), notYetDue),
        TimeLimit.Judge(Start, done is { } hours ? At(hours) : null, Duration.FromHours(10), At(asOf)));

    private static Instant At(int hours) => Start + Duration.FromHours(hours);
}
