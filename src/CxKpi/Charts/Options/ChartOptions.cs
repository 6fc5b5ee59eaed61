using System.Globalization;

namespace CxKpi;

/// <summary>The settings that all charts have in common: title, language, width, confidence and colours.</summary>
/// <remarks>Every setting has a default; <c>new ChartOptions()</c> is used when no options are given.</remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ChartOptions
{
    /// <summary>The narrowest chart that can be drawn, in SVG units.</summary>
    public const int NarrowestWidth = 320;

    /// <summary>The widest chart that can be drawn, in SVG units.</summary>
    public const int WidestWidth = 2000;

    /// <summary>The title; <see langword="null"/> for the name of the KPI.</summary>
    public string? Title { get; init; }

    /// <summary>The language of labels and numbers.</summary>
    public ReportLanguage Language
    {
        get;
        init => field = Guard.Defined(value, nameof(Language));
    }

    /// <summary>The confidence level of intervals, between 0 and 1, both excluded.</summary>
    public double Confidence
    {
        get;
        init => field = Guard.Confidence(value, nameof(Confidence));
    } = 0.95;

    /// <summary>
    /// The width in SVG units, from 320 to 2,000. Text keeps its size, so a wider chart has room for more; the default is still readable on a telephone.
    /// </summary>
    public int Width
    {
        get;
        init => field = Guard.InRange(value, NarrowestWidth, WidestWidth, nameof(Width));
    } = 360;

    /// <summary>The colours where none are named when the chart is written, in a notebook for instance; a report's page has both.</summary>
    public ChartTheme Theme
    {
        get;
        init => field = Guard.Defined(value, nameof(Theme));
    }

    /// <summary>The options as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => TerminalText.Clean(string.Create(
        CultureInfo.InvariantCulture,
        $"{nameof(ChartOptions)} {{ Title = {Title}, Language = {Language}, Confidence = {Confidence}, Width = {Width}, Theme = {Theme} }}"));
}
