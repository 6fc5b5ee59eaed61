namespace CxKpi;

/// <summary>The colours of both themes. Text has a contrast of 4.5 to 1 or more against the background, marks have 3 to 1; a test computes it.</summary>
internal static class Palette
{
    /// <summary>A colour of a theme; without one, the variable that states it.</summary>
    internal static string Colour(ChartTheme? theme, ColourRole colour) =>
        theme is not { } known ? Variable(colour) : known == ChartTheme.Dark ? Dark(colour) : Light(colour);

    /// <summary>The colours of a theme as the variables that a drawing without a theme of its own takes them from.</summary>
    internal static string Variables(ChartTheme theme) =>
        string.Concat(Enum.GetValues<ColourRole>().Select(colour => $"--chart-{(int)colour}:{Colour(theme, colour)};"));

    private static string Variable(ColourRole colour) => $"var(--chart-{(int)colour})";

    private static string Light(ColourRole colour) => colour switch
    {
        ColourRole.Background => "#ffffff",
        ColourRole.Text => "#1b1f24",
        ColourRole.Muted => "#57606a",
        ColourRole.Grid => "#e4e7eb",
        ColourRole.Axis => "#6e7781",
        ColourRole.Primary => "#0b5cad",
        ColourRole.Band => "#dbe8f6",
        ColourRole.BandEdge => "#5c8fc4",
        ColourRole.Secondary => "#9a4b00",
        ColourRole.Alert => "#b3261e",
        ColourRole.Favourable => "#1a6e37",
        ColourRole.Neutral => "#6e7781",
        ColourRole.Unfavourable => "#b3432b",
        ColourRole.Fan => "#f9e8d6",
    };

    private static string Dark(ColourRole colour) => colour switch
    {
        ColourRole.Background => "#14171c",
        ColourRole.Text => "#e8eaed",
        ColourRole.Muted => "#aeb6c0",
        ColourRole.Grid => "#2b3138",
        ColourRole.Axis => "#8b949e",
        ColourRole.Primary => "#79b8ff",
        ColourRole.Band => "#1f3550",
        ColourRole.BandEdge => "#5488bd",
        ColourRole.Secondary => "#ffb070",
        ColourRole.Alert => "#ff8f87",
        ColourRole.Favourable => "#74d488",
        ColourRole.Neutral => "#9aa4af",
        ColourRole.Unfavourable => "#ff9d80",
        ColourRole.Fan => "#3d2c1a",
    };
}
