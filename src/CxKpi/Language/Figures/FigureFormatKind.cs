namespace CxKpi;

/// <summary>What a format of an estimate or a change asks for.</summary>
internal enum FigureFormatKind
{
    General,
    Value,
    Number,
    Percent,
}
