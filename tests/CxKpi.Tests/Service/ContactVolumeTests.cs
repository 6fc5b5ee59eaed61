using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Service;

public class ContactVolumeTests
{
    [Fact]
    public void New_Counts_GiveVolumeAndAnswerRate()
    {
        ContactVolume volume = new(received: 500, handled: 470);

        Assert.Equal(500, volume.Value);
        Assert.Equal(0.94, volume.AnswerRate.Value);
        Assert.Equal(0.05, volume.Per(customers: 10_000).Value);
        Assert.Equal("Contacts 500 (500 contacts)", volume.ToString());
    }

    [Fact]
    public void New_CountedZero_IsNotTheSameAsNoData()
    {
        Assert.Equal(0, new ContactVolume(0, 0).Value);
        Assert.Null(default(ContactVolume).Value);
        Assert.Null(default(ContactVolume).Estimate());
        Assert.Null(new ContactVolume(0, 0).AnswerRate.Value);
    }

    [Fact]
    public void New_MoreHandledThanReceived_Throws() => Assert.Throws<ArgumentOutOfRangeException>("handled", () => new ContactVolume(6, 5));

    [Fact]
    public void New_ContactsWithoutAnEntry_Throws() => Assert.Throws<ArgumentOutOfRangeException>("entries", () => new ContactVolume(5, 5, 0));

    [Fact]
    public void Combine_Channels_AddsUp() => Assert.Equal(30, new ContactVolume(9, 10).Combine(new ContactVolume(15, 20)).Value);

    [Fact]
    public void ChangeFrom_FewerContacts_IsNeitherBetterNorWorse()
    {
        Change change = new ContactVolume(900, 900).ChangeFrom(new ContactVolume(1000, 1000))!.Value;

        Assert.Equal(-100, change.Difference);
        Assert.Equal(ChangeVerdict.Lower, change.Verdict);
    }

    [Fact]
    public void ChangeFrom_UnequalEntries_SaysNothingOfTheTime()
    {
        ContactVolume month = new(90, 100), quarter = month.Combine(month).Combine(month);

        Assert.Null(quarter.ChangeFrom(month));
        Assert.Null(month.ChangeFrom(quarter));
        Assert.Null(new ContactVolume(360, 380).ChangeFrom(new ContactVolume(340, 350, entries: 350)));
        Assert.False(month.ChangeFrom(month)!.Value.Flags.HasFlag(EstimateFlags.UnequalPeriods));
        Assert.Equal(0, quarter.ChangeFrom(quarter)!.Value.Difference);
        Assert.Null(quarter.ChangeFrom(default));
    }

    [Fact]
    public void Json_DefaultsLeftOut_ComesBack()
    {
        JsonSerializerOptions options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

        Assert.Equal(default, JsonSerializer.Deserialize<ContactVolume>(JsonSerializer.Serialize(default(ContactVolume), options)));
        Assert.Equal(new ContactVolume(0, 0), JsonSerializer.Deserialize<ContactVolume>(JsonSerializer.Serialize(new ContactVolume(0, 0), options)));
    }

    [Fact]
    public void Estimate_Combined_IsThatOfTheTotal() =>
        Assert.Equal(new ContactVolume(0, 30).Estimate(), new ContactVolume(0, 10).Combine(new ContactVolume(0, 20)).Estimate());
}

public class ContactVolumeLaws : KpiLaws<ContactVolume>
{
    protected override Gen<ContactVolume> Any => Some.PartOfWhole.Select(x => new ContactVolume(x.Part, x.Whole));
}
