using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using CxKpi.Trends;

namespace CxKpi.Tests.Foundation;

/// <summary>Texts and messages are the same whatever the culture of the thread: its signs, digits and marks have no place in them.</summary>
public class CultureTests
{
    private static readonly string[] Cultures = ["de-DE", "sv-SE", "ar-SA", "fa-IR", "tr-TR"];

    public static TheoryData<string, Func<string>> Texts => new()
    {
        { "nothing", () => new SeriesOverlays().ToString() },
        { "adjusted, 1 step, target -0.5", () => new SeriesOverlays { Adjusted = Months, Steps = [CalendarPeriod.Month(2026, 1)], Target = -0.5 }.ToString() },
        {
            "2 unusual, 2 steps",
            () => new SeriesOverlays
            {
                Unusual = [CalendarPeriod.Month(2026, 1), CalendarPeriod.Month(2026, 2)],
                Steps = [CalendarPeriod.Month(2026, 1), CalendarPeriod.Month(2026, 2)],
            }.ToString()
        },
        {
            "unit must be a named value; got -77",
            () => Refused(() => CalendarPeriod.Containing((CalendarUnit)(-77), CalendarPeriod.Month(2026, 1).Start))
        },
        {
            "date must lie in a week that begins after the year -9999; got -9998-01-01",
            () => Refused(() => CalendarPeriod.Containing(CalendarUnit.Week, NodaTime.LocalDate.MinIsoValue))
        },
        { "confidence must lie between 0 and 1, both excluded; got -0.5", () => Refused(() => new ShareTally(1, 2).Estimate(-0.5)) },
    };

    private static PeriodSeries Months => PeriodSeries.FromValues(CalendarPeriod.Month(2026, 1), [1.5, 2.5]);

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_UnderAnyCulture_IsTheSame(string expected, Func<string> text)
    {
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        try
        {
            foreach (string culture in Cultures)
            {
                Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.StartsWith(expected, text(), StringComparison.Ordinal);
            }
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    /// <summary>What the compiler writes for a record follows the culture; counts that are never negative look alike in all of them.</summary>
    [Fact]
    public void TextOfARecord_IsNotTheCompilers() => Assert.Equal(
        [typeof(AaporOutcomes)],
        typeof(Nps).Assembly.GetExportedTypes().Where(type =>
            type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly, []) is { } text
            && text.IsDefined(typeof(CompilerGeneratedAttribute))));

    private static string Refused(Func<object?> call) => Assert.ThrowsAny<ArgumentException>(call).Message;
}
