using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CxKpi.Tests.Language;

/// <summary>How figures are written in each unit and language.</summary>
public class FiguresTests
{
    private static readonly IFormatProvider French = Phrases.For(ReportLanguage.French), German = Phrases.For(ReportLanguage.German);

    [Theory]
    [InlineData(0.0, "0.0%")]
    [InlineData(1.0, "100.0%")]
    [InlineData(0.559, "55.9%")]
    [InlineData(0.001, "0.1%")]
    [InlineData(0.0002, "0.02%")]
    [InlineData(0.000_123_4, "0.012%")]
    [InlineData(0.9999, "99.99%")]
    [InlineData(0.999_950, "99.995%")]
    [InlineData(0.000_000_000_1, "0.00000001%")]
    public void Share_HasAsManyDigitsAsItNeeds(double share, string text) => Assert.Equal(text, Value(KpiUnit.Share, share));

    [Theory]
    [InlineData(KpiUnit.Share, 0.7996, 0.8, "79.96%", "80.00%")]
    [InlineData(KpiUnit.Share, 0.000_999_6, 0.001, "0.09996%", "0.100%")]
    [InlineData(KpiUnit.Percentage, 1.0504, 1.05, "105.04%", "105.00%")]
    [InlineData(KpiUnit.NetPoints, 39.98, 40.0, "+39.98", "+40.00")]
    [InlineData(KpiUnit.ScalePoints, 3.998, 4.0, "3.998", "4.000")]
    [InlineData(KpiUnit.Ratio, 2.9999, 3.0, "2.9999", "3.0000")]
    [InlineData(KpiUnit.Index, 79.99, 80.0, "79.99", "80.00")]
    [InlineData(KpiUnit.Seconds, 300.4, 300.0, "5 min 00.4 s", "5 min 00.0 s")]
    [InlineData(KpiUnit.Seconds, 59.98, 60.0, "59.98 s", "1 min 00.00 s")]
    [InlineData(KpiUnit.Seconds, 3610.0, 3600.0, "1 h 00.2 min", "1 h 00.0 min")]
    [InlineData(KpiUnit.Seconds, 259_300.0, 259_200.0, "3.001 d", "3.000 d")]
    [InlineData(KpiUnit.Seconds, 0.2504, 0.25, "250.4 ms", "250.0 ms")]
    [InlineData(KpiUnit.Money, 5000.4, 5000.0, "5,000.4 JPY", "5,000.0 JPY")]
    [InlineData(KpiUnit.Rate, 0.000_500_01, 0.0005, "0.50001 per thousand", "0.50000 per thousand")]
    [InlineData(KpiUnit.Count, 5.001, 5.0, "5.001", "5")]
    public void DecimalsApart_OfAFigureThatReadsLikeItsGoal_KeepsThemApart(KpiUnit unit, double figure, double goal, string text, string aim)
    {
        int more = KpiText.DecimalsApart(unit, figure, goal, "JPY");

        Assert.Equal(text, KpiText.Value(unit, figure, CultureInfo.InvariantCulture, "JPY", figure, more));
        Assert.Equal(aim, KpiText.Value(unit, goal, CultureInfo.InvariantCulture, "JPY", figure, more));
    }

    [Fact]
    public void DecimalsApart_OfTheGoalItself_IsNone()
    {
        Assert.Equal(0, KpiText.DecimalsApart(KpiUnit.Share, 0.8, 0.8));
        Assert.Equal(0, KpiText.DecimalsApart(KpiUnit.Share, 0.1 + 0.2, 0.3));
        Assert.Equal(0, KpiText.DecimalsApart(KpiUnit.Share, 0.7, 0.8));
        Assert.Equal(2, KpiText.DecimalsApart(null, 100_000.04, 100_000));
    }

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(0.12345, "+0.1235")]
    [InlineData(-0.0012, "\u22120.0012")]
    [InlineData(-0.000_035_216, "\u22120.00003522")]
    [InlineData(0.000_1, "+0.0001")]
    [InlineData(1e-16, "0")]
    [InlineData(-12_345.678_91, "\u221212,345.6789")]
    public void PlainDifference_OfATinyFigure_HasFourDigits(double difference, string text) =>
        Assert.Equal(text, KpiText.PlainDifference(difference, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(1.05, "105.0%")]
    [InlineData(-0.05, "\u22125.0%")]
    [InlineData(12.345, "1,234.5%")]
    [InlineData(0.000_3, "0.03%")]
    public void Percentage_MayPassBothEnds(double ratio, string text) => Assert.Equal(text, Value(KpiUnit.Percentage, ratio));

    [Theory]
    [InlineData(0.0, "0.0 s")]
    [InlineData(0.000_25, "0.3 ms")]
    [InlineData(0.004, "4.0 ms")]
    [InlineData(0.25, "250 ms")]
    [InlineData(0.9996, "1.0 s")]
    [InlineData(59.94, "59.9 s")]
    [InlineData(59.96, "1 min 00 s")]
    [InlineData(274.0, "4 min 34 s")]
    [InlineData(-274.0, "\u22124 min 34 s")]
    [InlineData(3599.7, "1 h 00 min")]
    [InlineData(7200.0, "2 h 00 min")]
    [InlineData(259_200.0, "3.0 d")]
    [InlineData(1e9, "11,574.1 d")]
    public void Seconds_AreInTheUnitOfTheirSize(double seconds, string text) => Assert.Equal(text, Value(KpiUnit.Seconds, seconds));

    [Theory]
    [InlineData(45.0, 70.0, "45 s")]
    [InlineData(-3.0, 70.0, "\u22123 s")]
    [InlineData(-0.2, 70.0, "0 s")]
    [InlineData(600.0, 7200.0, "10 min")]
    [InlineData(0.5, 7.0, "0.5 s")]
    [InlineData(1.5, 0.8, "1,500 ms")]
    public void Limits_TakeTheUnitOfTheirRow(double limit, double value, string text) =>
        Assert.Equal(text, KpiText.Value(KpiUnit.Seconds, limit, CultureInfo.InvariantCulture, null, value));

    [Theory]
    [InlineData(14_000_000.0, "IRR", "14,000,000.00 IRR")]
    [InlineData(33_366.7, "JPY", "33,367 JPY")]
    [InlineData(1.2345, "KWD", "1.235 KWD")]
    [InlineData(27.2, "EUR", "27.20 EUR")]
    [InlineData(-27.2, "EUR", "\u221227.20 EUR")]
    [InlineData(0.0042, "EUR", "0.0042 EUR")]
    [InlineData(0.42, "JPY", "0.42 JPY")]
    [InlineData(27.2, null, "27.20")]
    [InlineData(1e22, "EUR", "10,000,000,000,000,000,000,000.00 EUR")]
    public void Money_HasTheDecimalsOfItsCurrency(double amount, string? currency, string text) => Assert.Equal(text, Value(KpiUnit.Money, amount, currency));

    [Theory]
    [InlineData(0.0, "0.00")]
    [InlineData(1.5, "1.50")]
    [InlineData(0.1, "0.10")]
    [InlineData(0.045, "45.00 per thousand")]
    [InlineData(0.005, "5.00 per thousand")]
    [InlineData(0.000_02, "20.00 per million")]
    [InlineData(0.000_000_001, "0.001 per million")]
    public void Rate_IsPerThousandOrMillion(double rate, string text) => Assert.Equal(text, Value(KpiUnit.Rate, rate));

    [Theory]
    [InlineData(KpiUnit.Share, 0.021, "+2.1 pp")]
    [InlineData(KpiUnit.Share, -0.021, "\u22122.1 pp")]
    [InlineData(KpiUnit.Share, 0.000_02, "+0.002 pp")]
    [InlineData(KpiUnit.Share, 0.0, "0.0 pp")]
    [InlineData(KpiUnit.NetPoints, 23.84, "+23.8")]
    [InlineData(KpiUnit.NetPoints, 0.04, "0.0")]
    [InlineData(KpiUnit.Count, 1234.0, "+1,234")]
    [InlineData(KpiUnit.Money, -0.001, "\u22120.001")]
    public void Difference_HasItsSign(KpiUnit unit, double difference, string text) =>
        Assert.Equal(text, KpiText.Difference(unit, difference, CultureInfo.InvariantCulture));

    [Fact]
    public void Value_InALanguage_HasItsSigns()
    {
        Assert.Equal("55,9\u202F%", KpiText.Value(KpiUnit.Share, 0.559, French));
        Assert.Equal("\u22121\u202F234,50\u202FEUR", KpiText.Value(KpiUnit.Money, -1234.5, French, "EUR"));
        Assert.Equal("5,00\u202Fpour mille", KpiText.Value(KpiUnit.Rate, 0.005, French));
        Assert.Equal("55,9\u00A0%", KpiText.Value(KpiUnit.Share, 0.559, German));
        Assert.Equal("+2,1\u00A0%-Punkte", KpiText.Difference(KpiUnit.Share, 0.021, German));
    }

    [Theory]
    [InlineData("en-US", "55.9%")]
    [InlineData("fr-FR", "55,9\u00A0%")]
    [InlineData("", "55.9%")]
    public void Value_InACulture_FollowsItsPercentPattern(string culture, string text) =>
        Assert.Equal(text, KpiText.Value(KpiUnit.Share, 0.559, CultureInfo.GetCultureInfo(culture)));

    private static string Value(KpiUnit unit, double value, string? currency = null) =>
        KpiText.Value(unit, value, CultureInfo.InvariantCulture, currency);
}

public class FiguresLaws
{
    private static readonly Gen<(KpiUnit Unit, double Value)> Figures =
        from unit in Gen.Elements(Enum.GetValues<KpiUnit>())
        from mantissa in Gen.Choose(-99_999, 99_999)
        from power in Gen.Choose(-16, 12)
        select (unit, mantissa * Math.Pow(10, power));

    [Property]
    public Property NoFigureIsWrittenWithAnExponent() =>
        Law.ForAll(Figures, x => !Text(x).Contains('E', StringComparison.Ordinal) && !Text(x).Contains("e+", StringComparison.Ordinal));

    [Property]
    public Property NoFigureIsWrittenWithAHyphen() => Law.ForAll(Figures, x => !Text(x).Contains('-', StringComparison.Ordinal));

    [Property]
    public Property AShareReadsAsNoneOrAllOnlyWhenItIs() => Law.ForAll(
        Gen.Choose(1, 1_000_000).SelectMany(total => Gen.Choose(0, total).Select(count => (double)count / total)),
        share => Text((KpiUnit.Share, share)) == "0.0%" == (share == 0) && Text((KpiUnit.Share, share)) == "100.0%" == (share == 1));

    [Property]
    public Property EveryLanguageWritesTheSameDigits() => Law.ForAll(
        Figures,
        x => Enum.GetValues<ReportLanguage>().Select(language => Digits(KpiText.Value(x.Unit, x.Value, Phrases.For(language)))).Distinct().Count() == 1);

    private static string Text((KpiUnit Unit, double Value) x) => KpiText.Value(x.Unit, x.Value, CultureInfo.InvariantCulture);

    private static string Digits(string text) => string.Concat(text.Where(char.IsDigit));
}
