using System.Globalization;

namespace CxKpi.Fuzz;

/// <summary>What the command line asks for.</summary>
internal sealed record Settings
{
    internal const string Usage = """
        usage: dotnet run -c Release --project tests/CxKpi.Fuzz -- [--seconds 60 | --calls 10000000] [--seed 1] [--only Text]
            [--quiet-members]
        """;

    internal long? Calls { get; private init; }

    internal long? Seconds { get; private init; }

    /// <summary>How many calls are made where <see cref="Seconds"/> does not end them first.</summary>
    internal long MostCalls => Calls ?? (Seconds is null ? 200_000 : long.MaxValue);

    internal int Seed { get; private init; } = 1;

    /// <summary>What the name of a member has to be called.</summary>
    internal string Only { get; private init; } = "";

    /// <summary>Whether the members that never gave a result are listed.</summary>
    internal bool ListsQuiet { get; private init; }

    /// <summary>Reads a command line; <see langword="null"/> when it asks for something else.</summary>
    internal static Settings? Parse(ReadOnlySpan<string> args) => args switch
    {
        [] => new(),
        [.. var rest, "--quiet-members"] => Parse(rest) is { } read ? read with { ListsQuiet = true } : null,
        [.. var rest, "--only", var text] => Parse(rest) is { } read ? read with { Only = text } : null,
        [.. var rest, "--seed", var text] when Number(text) is { } seed => Parse(rest) is { } read ? read with { Seed = (int)seed } : null,
        [.. var rest, "--calls", var text] when Number(text) is { } calls => Parse(rest) is { } read ? read with { Calls = calls } : null,
        [.. var rest, "--seconds", var text] when Number(text) is { } seconds => Parse(rest) is { } read ? read with { Seconds = seconds } : null,
        _ => null,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
