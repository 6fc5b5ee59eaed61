using NodaTime;
using Xunit;

namespace CxKpi.Tests.Series.Tallying;

/// <summary>A tally by key adds records where the total stands: the same figures, and the same refusals, as combining them one by one.</summary>
public class AccumulateTests
{
    private static readonly QueueThresholds Quick = new(Duration.FromSeconds(20), Duration.FromSeconds(5));

    [Fact]
    public void Durations_OfEverySize()
    {
        Duration[] durations =
        [
            Duration.Zero, Duration.Epsilon, Duration.FromMilliseconds(120), Duration.FromMilliseconds(1_230), Duration.FromSeconds(7),
            Duration.FromDays(5_000_000), Duration.FromDays(5_000_000) + Duration.Epsilon, Duration.FromDays(5_000_000),
        ];
        AverageHandleTime ofThree = new(3, Duration.FromMinutes(5), default, default);
        AreAlike([.. durations.Select(duration => new AverageHandleTime(DurationTally.One(duration))), default, ofThree]);
        AreAlike([.. durations.Select(duration => new AverageSpeedOfAnswer(DurationTally.One(duration))), new(2, Duration.FromSeconds(30)), default]);
        Assert.Equal(
            DurationTally.FromDurations(durations),
            durations.TallyBy(_ => 0, duration => new AverageHandleTime(DurationTally.One(duration)))[0].Evidence);
    }

    [Fact]
    public void Queues_WithAndWithoutWhatIsKnown() => AreAlike(
    [
        ServiceLevel.FromContact(QueuedContact.Answered(Duration.FromSeconds(3)), Quick),
        ServiceLevel.FromContact(QueuedContact.Abandoned(Duration.FromSeconds(3)), Quick),
        ServiceLevel.FromContact(QueuedContact.FlowedOut(Duration.FromSeconds(30)), Quick),
        new(new QueueTally(10, 8, 0, null, 0, 1, Quick)),
        ServiceLevel.FromContact(QueuedContact.Abandoned(Duration.FromSeconds(40)), Quick),
        default,
        new(new QueueTally(10, 8, 3, null, 1, 1, Quick)),
        ServiceLevel.FromContact(QueuedContact.Abandoned(Duration.FromSeconds(10)), Quick),
    ]);

    [Fact]
    public void Scores_WithAndWithoutAMapping()
    {
        NpsMapping mapping = NpsMapping.OneToTen;
        AreAlike([Nps.FromAnswer(10), Nps.FromAnswer((int?)null), default, Nps.FromAnswer(0), Nps.FromPublished(0.5m, 0.2m, 200)]);
        AreAlike([default, Nps.FromAnswer(10, mapping), Nps.FromAnswer((int?)null, mapping), Nps.FromAnswer(3, mapping)]);
    }

    [Fact]
    public void DifferentRules_AreRefusedAlike()
    {
        IsRefusedAlike<Nps, ArgumentException>([Nps.FromAnswer(9), Nps.FromAnswer(9, NpsMapping.OneToTen)]);
        IsRefusedAlike<ServiceLevel, ArgumentException>([new(new QueueTally(1, 1, 0, thresholds: Quick)), new(new QueueTally(1, 1, 0))]);
        IsRefusedAlike<ServiceLevel, ArgumentException>(
            [new(new QueueTally(1, 1, 0, thresholds: Quick)), new(new QueueTally(1, 1, 0, thresholds: Quick), ServiceLevelRule.AnsweredOverAnswered)]);
    }

    [Fact]
    public void SumsBeyondTheirType_AreRefusedAlike()
    {
        IsRefusedAlike<Nps, OverflowException>([new(long.MaxValue, 0, 0), new(0, 0, 1)]);
        IsRefusedAlike<ServiceLevel, OverflowException>([new(new QueueTally(long.MaxValue, 0, 0)), new(new QueueTally(0, 0, 1))]);
        IsRefusedAlike<AverageHandleTime, OverflowException>(
            [.. Enumerable.Repeat(new AverageHandleTime(DurationTally.FromTotal(Duration.MaxValue, 1)), 2)]);
        IsRefusedAlike<AverageSpeedOfAnswer, OverflowException>([.. Enumerable.Repeat(new AverageSpeedOfAnswer(long.MaxValue, Duration.Zero), 2)]);
    }

    private static void AreAlike<TKpi>(TKpi[] records)
        where TKpi : struct, IKpi<TKpi>
    {
        TKpi expected = records.Aggregate(default(TKpi), (total, record) => total.Combine(record));
        Assert.NotEqual(default, expected);
        Assert.Equal(expected, records.TallyBy(_ => 0, record => record)[0]);
        Assert.Equal(expected, records.TallyBy(CalendarUnit.Day, _ => new LocalDate(2026, 1, 1), record => record).Single().Value);
    }

    private static void IsRefusedAlike<TKpi, TException>(TKpi[] records)
        where TKpi : struct, IKpi<TKpi>
        where TException : Exception
    {
        TException expected = Assert.Throws<TException>(() => records.Aggregate((total, record) => total.Combine(record)));
        Assert.Equal(expected.Message, Assert.Throws<TException>(() => records.TallyBy(_ => 0, record => record)).Message);
    }
}
