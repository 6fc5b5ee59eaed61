using System.Diagnostics;
using System.Globalization;
using Xunit.Sdk;

namespace CxKpi.Mutants;

/// <summary>Tries every mutant on the tests that reach it, the quickest first, and counts those that a test notices.</summary>
internal sealed class Trial(Mutant[] mutants, Laboratory laboratory, string folder)
{
    private const int MoreToTry = 3;

    /// <summary>The score below which a room has holes, in percent.</summary>
    private const double Enough = 90;

    /// <summary>A test that takes longer is left out: it would be waited for at every survivor.</summary>
    private const double Slow = 3000;

    /// <summary>A mutant that takes so much longer than the tests do has no end, which is noticed.</summary>
    private const double LongestOnce = 8000, LongestFold = 8;

    private readonly string outcomesFile = Path.Combine(folder, "outcomes.txt"), reachFile = Path.Combine(folder, "reach.txt");
    private readonly string onceFile = Path.Combine(folder, "once.txt"), currentFile = Path.Combine(folder, "current.txt");
    private readonly Dictionary<int, bool> noticed = [];
    private long deadline = long.MaxValue;

    /// <summary>Goes on from what is known.</summary>
    internal int Run()
    {
        if (!File.Exists(reachFile))
        {
            return WriteReach();
        }

        if (File.Exists(outcomesFile))
        {
            foreach (string[] outcome in File.ReadLines(outcomesFile).Select(line => line.Split('\t')))
            {
                noticed[Number(outcome[0])] = outcome[1] == "noticed";
            }
        }

        // What was tried when the last process ended made it end.
        if (File.Exists(currentFile) && int.TryParse(File.ReadAllText(currentFile), CultureInfo.InvariantCulture, out int last) && !noticed.ContainsKey(last))
        {
            Note(last, true);
        }

        string[][] lines = [.. File.ReadLines(reachFile).Select(line => line.Split('\t'))];
        Reaching[] tests = [.. lines.Select(Reaching.Of).OrderBy(test => test.Took)];
        ILookup<int, Reaching> reaching = lines
            .SelectMany(line => line[2].Split(',', StringSplitOptions.RemoveEmptyEntries), (line, id) => (Id: Number(id), Test: Reaching.Of(line)))
            .ToLookup(pair => pair.Id, pair => pair.Test);
        HashSet<int> once = [.. File.ReadAllText(onceFile).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Number)];
        using Timer watch = new(_ => StopAtDeadline(), null, TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(250));
        bool isFresh = true;
        foreach (Mutant mutant in mutants.Where(mutant => !noticed.ContainsKey(mutant.Id)).OrderBy(mutant => once.Contains(mutant.Id)))
        {
            bool actsOnce = once.Contains(mutant.Id);
            if (actsOnce && !isFresh)
            {
                return MoreToTry;
            }

            isFresh = false;
            Try(mutant.Id, actsOnce ? tests : [.. reaching[mutant.Id].OrderBy(test => test.Took)]);
        }

        return Print();
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private int WriteReach()
    {
        List<string> lines = [];
        HashSet<int> first = [], again = [], once = [];
        foreach ((string id, IXunitTestCase test) in laboratory.Tests)
        {
            // The first run makes what is made once.
            (string? fault, int[] reached, int[] onlyOnce, bool isWhole) = laboratory.Reach(test);
            if (fault is not null)
            {
                Console.Error.WriteLine($"{test.DisplayName} fails before anything is broken: {fault}");
                return 1;
            }

            first.UnionWith(isWhole ? reached : []);
            once.UnionWith(onlyOnce);
            int[] second = laboratory.Reach(test).Reached;
            again.UnionWith(second);
            long started = Stopwatch.GetTimestamp();
            laboratory.Fault([test]);
            double took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if (took <= Slow)
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{id}\t{took:0.00}\t{string.Join(',', reached.Union(second))}"));
            }
            else
            {
                Console.WriteLine($"left out because it is slow: {test.DisplayName}");
            }
        }

        File.WriteAllText(onceFile, string.Join(',', once.Union(first.Except(again))));
        File.WriteAllLines(reachFile, lines);
        return MoreToTry;
    }

    private void Try(int mutant, Reaching[] tests)
    {
        File.WriteAllText(currentFile, mutant.ToString(CultureInfo.InvariantCulture));
        double longest = LongestOnce + LongestFold * tests.Sum(test => test.Took);
        Volatile.Write(ref deadline, Stopwatch.GetTimestamp() + (long)(longest / 1000 * Stopwatch.Frequency));
        laboratory.Activate(mutant);
        bool isNoticed = tests.Chunk(8).Any(some => laboratory.Fault(some.Select(test => laboratory.Tests[test.Id])) is not null);
        laboratory.Activate(null);
        Volatile.Write(ref deadline, long.MaxValue);
        Note(mutant, isNoticed);
    }

    private void Note(int mutant, bool isNoticed)
    {
        noticed[mutant] = isNoticed;
        File.AppendAllText(outcomesFile, string.Create(CultureInfo.InvariantCulture, $"{mutant}\t{(isNoticed ? "noticed" : "survived")}\n"));
    }

    private void StopAtDeadline()
    {
        if (Stopwatch.GetTimestamp() > Volatile.Read(ref deadline))
        {
            Environment.Exit(MoreToTry);
        }
    }

    private int Print()
    {
        foreach (IGrouping<string, Mutant> file in mutants.GroupBy(mutant => mutant.File, StringComparer.Ordinal))
        {
            Console.WriteLine($"{file.Key}: {Score([.. file])}");
            foreach (Mutant survivor in file.Where(mutant => !noticed[mutant.Id]))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {survivor.Line}: {survivor.Break}"));
            }
        }

        Console.WriteLine($"together: {Score(mutants)}");
        return mutants.Length > 0 && Percent(mutants) >= Enough ? 0 : 1;
    }

    private string Score(Mutant[] some) => string.Create(
        CultureInfo.InvariantCulture, $"{Percent(some):0.0} %, {some.Count(mutant => noticed[mutant.Id])} of {some.Length} breaks noticed");

    private double Percent(Mutant[] some) => 100.0 * some.Count(mutant => noticed[mutant.Id]) / some.Length;

    private readonly record struct Reaching(string Id, double Took)
    {
        internal static Reaching Of(string[] line) => new(line[0], double.Parse(line[1], CultureInfo.InvariantCulture));
    }
}
