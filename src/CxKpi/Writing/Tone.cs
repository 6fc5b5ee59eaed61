namespace CxKpi;

/// <summary>Good or bad news, or something to watch; always said in words as well.</summary>
internal enum Tone
{
    Plain,
    Good,
    Bad,
    Caution,
}
