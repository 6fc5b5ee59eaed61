namespace CxKpi;

/// <summary>A table cell: its main text, its detail, and what only a page has room for.</summary>
internal readonly record struct ReportCell(string Text, string Detail = "", string Extra = "", Tone Tone = Tone.Plain)
{
    /// <summary>The reason for the detail, which every face shows.</summary>
    internal string Because { get; init; } = "";

    // The default of a struct has no texts at all.
    internal bool IsEmpty => string.IsNullOrEmpty(Text) && string.IsNullOrEmpty(Detail) && string.IsNullOrEmpty(Extra);

    internal string Line => string.IsNullOrEmpty(Because) ? Told : $"{Told} ({Because})";

    private string Told => string.IsNullOrEmpty(Detail) ? Text ?? "" : string.IsNullOrEmpty(Text) ? Detail : $"{Text} {Detail}";
}
