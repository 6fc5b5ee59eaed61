namespace CxKpi;

/// <summary>The colours of both themes. Text has a contrast of 4.5 to 1 or more against the background, marks have 3 to 1; a test computes it.</summary>
internal static class Palette
{
    internal static string Colour(ChartTheme theme, Ink ink) => theme == ChartTheme.Dark ? Dark(ink) : Light(ink);

    private static string Light(Ink ink) => ink switch
    {
        Ink.Background => "#ffffff",
        Ink.Text => "#1b1f24",
        Ink.Muted => "#57606a",
        Ink.Grid => "#e4e7eb",
        Ink.Axis => "#6e7781",
        Ink.Primary => "#0b5cad",
        Ink.Band => "#dbe8f6",
        Ink.BandEdge => "#5c8fc4",
        Ink.Secondary => "#9a4b00",
        Ink.Alert => "#b3261e",
        Ink.Favourable => "#1a6e37",
        Ink.Neutral => "#6e7781",
        _ => "#b3432b",
    };

    private static string Dark(Ink ink) => ink switch
    {
        Ink.Background => "#14171c",
        Ink.Text => "#e8eaed",
        Ink.Muted => "#aeb6c0",
        Ink.Grid => "#2b3138",
        Ink.Axis => "#8b949e",
        Ink.Primary => "#79b8ff",
        Ink.Band => "#1f3550",
        Ink.BandEdge => "#5488bd",
        Ink.Secondary => "#ffb070",
        Ink.Alert => "#ff8f87",
        Ink.Favourable => "#74d488",
        Ink.Neutral => "#9aa4af",
        _ => "#ff9d80",
    };
}
