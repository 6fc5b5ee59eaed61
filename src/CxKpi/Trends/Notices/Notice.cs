namespace CxKpi.Trends;

/// <summary>Why a result was refused, or what to keep in mind about it.</summary>
/// <param name="Kind">The cause, for code.</param>
/// <param name="Message">The cause with its figures, for a person.</param>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record Notice(NoticeKind Kind, string Message)
{
    /// <summary>The message.</summary>
    /// <returns>Text for a person.</returns>
    public override string ToString() => TerminalText.Clean(Message);
}
