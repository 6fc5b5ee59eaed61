using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Tests.Service;

/// <summary>The values of this family that are not KPI records: rows and rules. What they say must survive JSON and must not depend on the culture.</summary>
public class ServiceValuesTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly JsonSerializerOptions WithoutDefaults = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public static TheoryData<object> Values => new(
        new ComplaintBasis(ComplaintExposure.Orders, ComplaintScope.UpheldOnly),
        new ComplaintSeverityTally(12, 30.5m, 210, 10, 6_000),
        FirstContactRule.Survey,
        FirstContactRule.NoRepeat(RepeatWindow.OfDays(7, ContactScope.IssueStarts)),
        new QualityItem(1.5m, 5),
        QualityItem.FatalError(2.5m),
        QualityItem.NotApplicable,
        new QueueTally(1000, 860, 60, 20, 10, 5, new(Duration.FromSeconds(20), Duration.FromSeconds(5))),
        new QueueThresholds(Duration.FromSeconds(20)),
        new QueueThresholds(null, Duration.FromMilliseconds(2_500)),
        QueuedContact.Answered(Duration.FromSeconds(20)),
        QueuedContact.FlowedOut(Duration.FromMilliseconds(1_500)),
        RepeatWindow.OfDays(7, ContactScope.IssueStarts),
        new RepeatWindow(Duration.FromMilliseconds(1_500)),
        new Ticket(Monday),
        new Ticket(Monday, Resolved: Monday + Duration.FromHours(4)),
        new Ticket(Monday, Monday + Duration.FromMilliseconds(1_500), Monday + Duration.FromHours(4)));

    [Theory]
    [MemberData(nameof(Values))]
    public void Json_BringsTheValueBack(object value)
    {
        Assert.Equal(value, JsonSerializer.Deserialize(JsonSerializer.Serialize(value), value.GetType()));
        Assert.Equal(value, JsonSerializer.Deserialize(JsonSerializer.Serialize(value, WithoutDefaults), value.GetType()));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Json_OfNothing_Throws(object value) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("{}", value.GetType()));

    [Theory]
    [MemberData(nameof(Values))]
    public void ToString_AnyCulture_IsTheSame(object value)
    {
        string invariant = Under("", value);

        Assert.All((string[])["fr-FR", "fi-FI", "ar-SA", "fa-IR"], culture => Assert.Equal(invariant, Under(culture, value)));
        Assert.DoesNotContain("{", invariant, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_IsForAPerson()
    {
        Assert.Equal("1.5 of 5", new QualityItem(1.5m, 5).ToString());
        Assert.Equal("0 of 5, a fatal error", QualityItem.FatalError(5).ToString());
        Assert.Equal("not applicable", QualityItem.NotApplicable.ToString());
        Assert.Equal("Answered after 1.5 s", QueuedContact.Answered(Duration.FromMilliseconds(1_500)).ToString());
        Assert.Equal("created 2026-03-02T09:00:00Z", new Ticket(Monday).ToString());
        Assert.Equal(
            "created 2026-03-02T09:00:00Z, first reply 2026-03-02T10:00:00Z, resolved 2026-03-02T13:00:00Z",
            new Ticket(Monday, Monday + Duration.FromHours(1), Monday + Duration.FromHours(4)).ToString());
    }

    [Fact]
    public void QualityItem_PointsByAFatalError_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("points", () => new QualityItem(1, 5, isFatalError: true));

    private static string Under(string culture, object value)
    {
        Thread thread = Thread.CurrentThread;
        CultureInfo before = thread.CurrentCulture;
        try
        {
            thread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return value.ToString()!;
        }
        finally
        {
            thread.CurrentCulture = before;
        }
    }
}
