using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class TestNoticesTests
{
    public static TheoryData<Func<object>, string> Messages => new()
    {
        { () => Notices.SeasonsDiffer(0.0123), "the trends of the seasons differ (p = 0.0123): the total misleads, read the seasons one by one" },
        { () => Notices.NeighboursAlike(0.834), "figures resemble their neighbours (correlation 0.83), which this test doesn't allow for: its p is too small" },
        { () => Notices.TooFewForShifts(9, 13), "at least 13 figures are needed to look for shifts; there are 9" },
        { () => Notices.ShiftWasSearched(43), "the shift is the largest of 43 places: p allows for that search, the limits of its size do not" },
        { () => Notices.SlopeBesideShifts(), "a steady slope explains the figures about as well as a shift does: shifts are looked for beside it" },
        { () => Notices.TooManyPeriods(2000, 1000), "at most 1000 periods can be judged one by one; there are 2000: cut out a part or take longer periods" },
        { () => Notices.ManyUnusual(6), "6 periods are unusual, the most that are looked for: the season or the level may have changed instead" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void Message_IsExactly(Func<object> notice, string expected) => Assert.Equal(expected, notice().ToString());
}
