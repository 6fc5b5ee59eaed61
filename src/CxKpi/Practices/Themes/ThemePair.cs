using System.Globalization;

namespace CxKpi.Practices;

/// <summary>Two themes that are mentioned together.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ThemePair
{
    internal ThemePair(string first, string second, ShareTally both, double lift)
    {
        First = first;
        Second = second;
        Both = both;
        Lift = lift;
    }

    /// <summary>The name of the theme that is mentioned more often.</summary>
    public string First { get; }

    /// <summary>The name of the other theme.</summary>
    public string Second { get; }

    /// <summary>The rows that mention both, of all rows.</summary>
    public ShareTally Both { get; }

    /// <summary>How many times as often both are mentioned together as they would be if neither went with the other; 1 says that they do not.</summary>
    public double Lift { get; }

    /// <summary>The names with how often they come together as text.</summary>
    /// <returns>Text for display, such as <c>delivery + staff: 12 of 200 (lift 1.5)</c>.</returns>
    public override string ToString() =>
        TerminalText.Clean(string.Create(CultureInfo.InvariantCulture, $"{First} + {Second}: {Both} (lift {Lift:0.##})"));
}
