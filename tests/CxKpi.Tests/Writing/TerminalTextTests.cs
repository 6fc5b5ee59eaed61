namespace CxKpi.Tests.Writing;

public class TerminalTextTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("日本", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("👩‍👩‍👧‍👦", 2)]
    [InlineData("🇫🇷", 2)]
    [InlineData("❤️", 2)]
    [InlineData("ﾊﾝ", 2)]
    [InlineData("\u200B", 0)]
    [InlineData("", 0)]
    public void Width_CountsColumns(string text, int expected) => Assert.Equal(expected, TerminalText.Width(text));

    [Theory]
    [InlineData("abc", 5, "abc  ")]
    [InlineData("abcdef", 4, "abc…")]
    [InlineData("日本語", 5, "日本…")]
    [InlineData("日本語", 4, "日… ")]
    public void Fit_FillsOrCuts(string text, int columns, string expected) => Assert.Equal(expected, TerminalText.Fit(text, columns, toTheRight: false));

    [Theory]
    [InlineData("a\u001b[31mb", "a\uFFFD[31mb")]
    [InlineData("a\nb\tc", "a b c")]
    [InlineData("a\u202Eb", "a\uFFFDb")]
    [InlineData("שלום", "שלום")]
    public void Clean_TakesAwayWhatSteers(string text, string expected) => Assert.Equal(expected, TerminalText.Clean(text));

    [Fact]
    public void Clean_HalfASurrogatePair_IsReplaced() => Assert.Equal("\uFFFDx", TerminalText.Clean("\uD800x"));
}
