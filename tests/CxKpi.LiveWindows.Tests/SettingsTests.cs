using LiveWindows;
using NodaTime;

namespace CxKpi.LiveWindows.Tests;

/// <summary>The command line.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("there is no --redi", "--redi", "127.0.0.1:6379")]
    [InlineData("--redis needs a value", "--redis")]
    [InlineData("--window takes Day, Week, Month, Quarter or Year; got 1", "--window", "1")]
    [InlineData("--zone takes a zone such as Europe/Paris; got Paris", "--zone", "Paris")]
    [InlineData("--silo-port takes a number from 1 to 65535; got 65536", "--silo-port", "65536")]
    [InlineData("--late-days takes a number from 0 to 100000; got -1", "--late-days", "-1")]
    [InlineData("--address takes an IP address; got here", "--address", "here")]
    public void Parse_WhatCannotBeFollowed_SaysWhyAndHow(string message, params string[] args)
    {
        FormatException refusal = Assert.Throws<FormatException>(() => LiveWindowsSettings.Parse(args));

        Assert.StartsWith(message + "\nusage: dotnet run --project samples/live-windows", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_EachFlagOfTheUsage_IsKnown()
    {
        foreach (string[] words in LiveWindowsSettings.Usage.Split('\n').Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            _ = LiveWindowsSettings.Parse(words[0] == "--demo" ? [words[0]] : words[..2]);
        }
    }

    [Fact]
    public void Parse_WithoutFlags_KeepsWindowsInMemoryByDaysOfUtc()
    {
        LiveWindowsSettings settings = LiveWindowsSettings.Parse([]);

        Assert.Null(settings.Redis);
        Assert.Equal(new WindowCalendar(CalendarUnit.Day, DateTimeZone.Utc), settings.Calendar);
    }

    [Fact]
    public void EndOf_TheDayOnWhichClocksGoForward_IsTwentyThreeHoursAfterItsBeginning()
    {
        WindowCalendar paris = new(CalendarUnit.Day, DateTimeZoneProviders.Tzdb["Europe/Paris"]);

        CalendarPeriod window = CalendarPeriod.Parse("2026-03-29");
        Assert.Equal(Duration.FromHours(23), paris.EndOf(window) - paris.EndOf(window.Plus(-1)));
        Assert.Equal(window, paris.Of(paris.EndOf(window) - Duration.Epsilon));
    }
}
