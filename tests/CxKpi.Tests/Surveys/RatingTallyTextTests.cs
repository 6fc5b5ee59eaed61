using System.Globalization;

namespace CxKpi.Tests.Surveys;

/// <summary>The cells of a survey export: blanks, codes, labels, numbers as frames write them, and what is none of these.</summary>
public class RatingTallyTextTests
{
    private static readonly RatingScale Five = RatingScale.OneToFive, Ten = RatingScale.ZeroToTen;

    private static readonly AnswerCodes Codes = new(["N/A", "99", "don't know"], new Dictionary<string, int> { ["Very satisfied"] = 5, ["satisfied"] = 4 });

    [Fact]
    public void FromText_CodesAndLabels_AreReadTrimmedAndInAnyCase()
    {
        string?[] cells = ["VERY SATISFIED", "\u00a0satisfied\t", "3", null, "", "  ", "n/a", "99", "Don't Know"];

        Assert.Equal(RatingTally.FromAnswers((int?[])[5, 4, 3, null, null, null, null, null, null], Five), RatingTally.FromText(cells, Five, Codes));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("9.0")]
    [InlineData("9.000")]
    [InlineData(" 9 ")]
    [InlineData("+9")]
    [InlineData("09")]
    public void FromText_WholeNumber_IsAnAnswerHoweverItIsWritten(string cell)
    {
        Assert.Equal(RatingTally.FromAnswer(9, Ten), RatingTally.FromText([cell], Ten));
        Assert.Equal(RatingTally.FromAnswer(9, Ten), RatingTally.FromText(cell, Ten));
    }

    [Theory]
    [InlineData("9,5")]
    [InlineData("9,0")]
    [InlineData("1,0")]
    [InlineData("9.5")]
    [InlineData("11")]
    [InlineData("-1")]
    [InlineData("1e1")]
    [InlineData("nine")]
    [InlineData("n/a")]
    [InlineData("NaN")]
    [InlineData("99999999999999999999999999999999")]
    public void FromText_AnythingElse_ThrowsOrCountsAsInvalid(string cell)
    {
        Assert.Equal(
            $"cells must be a whole number on the scale 0 to 10, or one of the codes (at position 2); got \"{cell}\": " +
            "RatingTally.FromTextTolerant counts such a cell as invalid (Parameter 'cells')",
            Assert.Throws<ArgumentOutOfRangeException>("cells", () => RatingTally.FromText(["9", "", cell, "7"], Ten)).Message);
        Assert.Equal(
            $"cell must be a whole number on the scale 0 to 10, or one of the codes; got \"{cell}\": " +
            "RatingTally.FromTextTolerant counts such a cell as invalid (Parameter 'cell')",
            Assert.Throws<ArgumentOutOfRangeException>(nameof(cell), () => RatingTally.FromText(cell, Ten)).Message);

        RatingTally tolerant = RatingTally.FromTextTolerant(["9", "", cell, "7"], Ten);
        Assert.Equal(new ExcludedAnswers(missing: 1, invalid: 1), tolerant.Excluded);
        Assert.Equal(2, tolerant.N);
        Assert.Equal(new ExcludedAnswers(0, invalid: 1), Nps.FromTally(RatingTally.FromTextTolerant(cell, Ten)).Excluded);
    }

    [Fact]
    public void FromText_AnyCulture_ReadsTheSame()
    {
        Thread thread = Thread.CurrentThread;
        CultureInfo before = thread.CurrentCulture;
        try
        {
            foreach (string name in (string[])["de-DE", "fr-FR", "tr-TR", "ar-SA"])
            {
                thread.CurrentCulture = CultureInfo.GetCultureInfo(name);
                RatingTally read = RatingTally.FromTextTolerant(
                    ["9.0", "9,0", "9", "i", "I"], Ten, new AnswerCodes(labels: [new("I", 1), new("İ", 2)]));
                Assert.Equal((2, 2, 1), (read.CountOf(9), read.CountOf(1), read.Invalid));
            }
        }
        finally
        {
            thread.CurrentCulture = before;
        }
    }

    [Fact]
    public void FromText_CodeThatIsANumber_StandsForEveryWayOfWritingIt()
    {
        AnswerCodes codes = new(missing: ["99", "-1"], labels: [new("8", 3)]);

        Assert.Equal(
            RatingTally.FromAnswers((int?[])[null, null, null, 3, 3], Five),
            RatingTally.FromText(["99", "99.0", "-1.00", "8.0", "8"], Five, codes));
    }

    [Fact]
    public void FromText_LongCell_IsShownInPart() =>
        Assert.Contains(
            $"got \"{new string('x', 40)}…\": ",
            Assert.Throws<ArgumentOutOfRangeException>(() => RatingTally.FromText(new string('x', 5000), Five)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void FromText_WithoutCellsOrScale_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("cells", () => RatingTally.FromText((IEnumerable<string?>)null!, Five));
        Assert.Throws<ArgumentException>("scale", () => RatingTally.FromText(["5"], default));
        Assert.Throws<ArgumentException>("scale", () => RatingTally.FromTextTolerant("5", default));
    }

    [Fact]
    public void FromText_LabelOffTheScale_NamesTheLabel()
    {
        const string Expected = "codes must give answers on the scale 0 to 10, but \"Perfect\" stands for 11 (Parameter 'codes')";
        AnswerCodes codes = new(labels: [new("Good", 10), new("Perfect", 11)]);

        Assert.Equal(Expected, Assert.Throws<ArgumentException>("codes", () => RatingTally.FromTextTolerant(["5"], Ten, codes)).Message);
        Assert.Equal(Expected, Assert.Throws<ArgumentException>("codes", () => RatingTally.FromText("5", Ten, codes)).Message);
    }

    [Fact]
    public void Codes_OfTwoMeanings_AreRefused()
    {
        Assert.Equal(
            "labels must give every code one meaning, but \"n/a\" has two (Parameter 'labels')",
            Assert.Throws<ArgumentException>("labels", () => new AnswerCodes(["N/A"], [new("n/a ", 3)])).Message);
        Assert.Throws<ArgumentException>("labels", () => new AnswerCodes(["99.0"], [new("99", 5)]));
        Assert.Throws<ArgumentException>("labels", () => new AnswerCodes(labels: [new(" ", 5)]));
        Assert.Throws<ArgumentException>("missing", () => new AnswerCodes([null!]));
        Assert.Equal("blank, N/A, n/a: missing; Top: 5", new AnswerCodes(["N/A", "n/a"], [new("Top", 5)]).ToString());
    }

    [Theory]
    [InlineData("\uFEFF9")]
    [InlineData("\u200F9\u200E")]
    [InlineData("9\u200B")]
    [InlineData("\u20679\u2069")]
    public void FromText_CharactersThatCannotBeSeen_ArePassedOver(string cell) =>
        Assert.Equal(RatingTally.FromAnswer(9, Ten), RatingTally.FromText([cell], Ten));

    [Theory]
    [InlineData("\u200B")]
    [InlineData("\uFEFF ")]
    public void FromText_NothingToSee_IsMissing(string cell) => Assert.Equal(RatingTally.FromAnswer((int?)null, Ten), RatingTally.FromText([cell], Ten));

    [Theory]
    [InlineData("Très satisfait", "Tre\u0300s\u00A0satisfait")]
    [InlineData("Tre\u0300s satisfait", "très  satisfait")]
    [InlineData("I don't know", "I don\u2019t know")]
    [InlineData("I don\u2019t know", "i don't know")]
    [InlineData("\uD800 lone", "\uD800 LONE")]
    public void FromText_LabelThatLooksTheSame_IsTheSame(string label, string cell) =>
        Assert.Equal(RatingTally.FromAnswer(5, Five), RatingTally.FromText([cell], Five, new(labels: [new(label, 5)])));

    [Fact]
    public void Codes_ThatLookTheSame_HaveOneMeaning() =>
        Assert.Throws<ArgumentException>(() => new AnswerCodes(["Don\u2019t know"], [new("Don't\u00A0know", 5)]));

    [Fact]
    public void FromText_CellWithControlCharacters_DoesNotSteerWhoReadsTheMessage()
    {
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => RatingTally.FromText(["a\u001b[31m\nb\u202E"], Ten)).Message;
        string cut = Assert.Throws<ArgumentOutOfRangeException>(() => RatingTally.FromText([new string('x', 39) + "😀😀"], Ten)).Message;

        Assert.Contains("\"a\uFFFD[31m b\uFFFD\"", message, StringComparison.Ordinal);
        Assert.Contains($"\"{new string('x', 39)}…\"", cut, StringComparison.Ordinal);
    }
}
