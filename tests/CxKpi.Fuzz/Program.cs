using System.Globalization;
using CxKpi.Fuzz;

// dotnet run -c Release --project tests/CxKpi.Fuzz -- [--seconds 60 | --calls 10000000] [--seed 1] [--only Text]
Dictionary<string, string> options = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair.Length == 2 ? pair[1] : "", StringComparer.Ordinal);
long Number(string name, long otherwise) => options.TryGetValue(name, out string? text) ? long.Parse(text, CultureInfo.InvariantCulture) : otherwise;
if (args.Length % 2 == 1 || options.Keys.Except(["--seconds", "--calls", "--seed", "--only"], StringComparer.Ordinal).Any())
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/CxKpi.Fuzz -- [--seconds 60 | --calls 10000000] [--seed 1] [--only Text]");
    return 2;
}

long calls = Number("--calls", options.ContainsKey("--seconds") ? long.MaxValue : 200_000), seconds = Number("--seconds", long.MaxValue);
Session session = new((int)Number("--seed", 1), Console.Out, options.GetValueOrDefault("--only", ""));
return session.Run(calls, seconds) ? 0 : 1;
