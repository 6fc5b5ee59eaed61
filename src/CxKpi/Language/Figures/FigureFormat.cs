using System.Globalization;

namespace CxKpi;

/// <summary>A format of an estimate or a change: <c>G</c>, <c>V</c>, or <c>N</c> or <c>P</c> with a number of decimals.</summary>
internal readonly record struct FigureFormat(FigureFormatKind Kind, int Decimals = 0)
{
    private const int UsualDecimals = 2, MostDecimals = 15;

    internal static FigureFormat Parse(string? format) => format switch
    {
        null or "" or "G" or "g" => new(FigureFormatKind.General),
        "V" or "v" => new(FigureFormatKind.Value),
        ['N' or 'n', ..] when DecimalsOf(format) is { } decimals => new(FigureFormatKind.Number, decimals),
        ['P' or 'p', ..] when DecimalsOf(format) is { } decimals => new(FigureFormatKind.Percent, decimals),
        _ => throw new FormatException($"format must be G, V, or N or P with up to {MostDecimals} decimals, but is {format}"),
    };

    private static int? DecimalsOf(string format) => format.Length == 1 ? UsualDecimals
        : int.TryParse(format.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int decimals) && decimals <= MostDecimals ? decimals
        : null;
}
