using System.Globalization;

namespace CxKpi.Tests;

public class PaletteTests
{
    public static TheoryData<ChartTheme> Themes => [.. Enum.GetValues<ChartTheme>()];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_OnBackgroundAndRibbon_HasContrastOfFourAndAHalf(ChartTheme theme) =>
        Assert.All((ColourRole[])[ColourRole.Text, ColourRole.Muted, ColourRole.Alert], ink =>
        {
            Assert.True(Contrast(theme, ink, ColourRole.Background) >= 4.5, $"{ink}: {Contrast(theme, ink, ColourRole.Background)}");
            Assert.True(Contrast(theme, ink, ColourRole.Band) >= 4.5, $"{ink} on the ribbon: {Contrast(theme, ink, ColourRole.Band)}");
            Assert.True(Contrast(theme, ink, ColourRole.Fan) >= 4.5, $"{ink} on the fan: {Contrast(theme, ink, ColourRole.Fan)}");
        });

    [Theory]
    [MemberData(nameof(Themes))]
    public void Marks_OnBackground_HaveContrastOfThree(ChartTheme theme) =>
        Assert.All(Enum.GetValues<ColourRole>().Except([ColourRole.Background, ColourRole.Grid, ColourRole.Band, ColourRole.Fan]), ink =>
            Assert.True(Contrast(theme, ink, ColourRole.Background) >= 3, $"{ink}: {Contrast(theme, ink, ColourRole.Background)}"));

    [Theory]
    [MemberData(nameof(Themes))]
    public void Lines_OnRibbon_HaveContrastOfThree(ChartTheme theme) =>
        Assert.All((ColourRole[])[ColourRole.Primary, ColourRole.Secondary, ColourRole.Alert, ColourRole.Text], ink =>
        {
            Assert.True(Contrast(theme, ink, ColourRole.Band) >= 3, $"{ink}: {Contrast(theme, ink, ColourRole.Band)}");
            Assert.True(Contrast(theme, ink, ColourRole.Fan) >= 3, $"{ink} on the fan: {Contrast(theme, ink, ColourRole.Fan)}");
        });

    // Web Content Accessibility Guidelines 2.2, definitions of contrast ratio and relative luminance.
    private static double Contrast(ChartTheme theme, ColourRole first, ColourRole second)
    {
        double a = Luminance(Palette.Colour(theme, first)), b = Luminance(Palette.Colour(theme, second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] parts = [.. Enumerable.Range(0, 3)
            .Select(i => int.Parse(colour.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)];
        double[] linear = [.. parts.Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }
}
