namespace CxKpi;

/// <summary>Whether a text is good news, bad news or something to watch; this is always said in words as well.</summary>
internal enum Tone
{
    Plain,
    Good,
    Bad,
    Caution,
}
