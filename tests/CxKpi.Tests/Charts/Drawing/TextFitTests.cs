namespace CxKpi.Tests;

public class TextFitTests
{
    [Theory]
    [InlineData("a\r\nb\tc", "a  b c")]
    [InlineData("  x ", "x")]
    [InlineData("\u202Eabc\u2066", "abc")]
    [InlineData("e\u0301\u0301\u0301\u0301\u0301\u0301", "e\u0301\u0301\u0301")]
    [InlineData("a\u001B[31mb\0\u009B", "a\uFFFD[31mb\uFFFD\uFFFD")]
    public void Clean_Examples(string text, string clean) => Assert.Equal(clean, TextFit.Clean(text));

    [Fact]
    public void Clean_LoneSurrogate_IsReplaced() => Assert.Equal("\uFFFDx", TextFit.Clean("\uD800x"));

    [Fact]
    public void Clean_Null_IsEmpty() => Assert.Equal("", TextFit.Clean(null));

    [Theory]
    [InlineData("abc", false)]
    [InlineData("12 خدمة", true)]
    [InlineData("שלום abc", true)]
    [InlineData("abc שלום", false)]
    [InlineData("123", false)]
    public void IsRightToLeft_Examples(string text, bool expected) => Assert.Equal(expected, TextFit.IsRightToLeft(text));

    [Fact]
    public void Fit_AnyRoom_IsNeverWiderThanTheRoomOrTheEllipsis()
    {
        foreach (string text in Gallery.Hostile.Select(TextFit.Clean))
        {
            for (double room = 20; room < 400; room += 7)
            {
                Assert.True(TextFit.Width(TextFit.Fit(text, 14, room), 14) <= room, $"{text} in {room}");
            }
        }
    }

    [Fact]
    public void Fit_Family_IsNotCutInTwo()
    {
        const string Family = "👩‍👩‍👧‍👦";
        string fitted = TextFit.Fit(Family + Family + "abcdefghij", 10, TextFit.Width(Family, 10) * 1.5 + 10);

        Assert.Equal(Family + "\u2026", fitted);
    }

    [Fact]
    public void Wrapped_Words_KeepEachLineInTheRoom() =>
        Assert.All(TextFit.Wrapped(Gallery.Long + Gallery.Emoji, 12, 100), line => Assert.True(TextFit.Width(line, 12) <= 100, line));

    [Theory]
    [InlineData(-0.001, "0")]
    [InlineData(1.005, "1")]
    [InlineData(12.346, "12.35")]
    [InlineData(-3, "-3")]
    public void Number_Examples(double value, string text) => Assert.Equal(text, SvgWriter.Number(value));
}
