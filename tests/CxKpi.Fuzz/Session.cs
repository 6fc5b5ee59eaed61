using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace CxKpi.Fuzz;

/// <summary>Calls at random what the library offers, and gathers what it must not do.</summary>
internal sealed class Session
{
    /// <summary>
    /// No call may take longer, unless what it is given or gives is large, or it is a fit, which searches from several starts where hostile customers have no
    /// clear maximum.
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2), LongestOfMuch = TimeSpan.FromSeconds(10);

    // A call that works so long is taken not to end; one that waits for others gets longer.
    private static readonly TimeSpan Endless = TimeSpan.FromSeconds(60), EndlessWaiting = TimeSpan.FromMinutes(10);

    /// <summary>The periods or rows from which on a value is large.</summary>
    private const int Large = 2_000;

    /// <summary>In so many calls all members give a result once, but for so many, whose arguments are hard to guess.</summary>
    private const long CallsForAll = 100_000, MostQuiet = 200;

    private readonly Settings settings;
    private readonly Draws draws;
    private readonly Arguments arguments;
    private readonly RoundTrip roundTrip;
    private readonly HashSet<string> findings = [];
    private readonly HashSet<MethodBase> answered = [];
    private long number, results, refusals, started;
    private TimeSpan worked;
    private MethodBase? current;
    private object?[] handed = [];

    internal Session(Settings settings)
    {
        this.settings = settings;
        draws = new Draws(settings.Seed);
        arguments = new Arguments(draws);
        roundTrip = new RoundTrip(draws, Note);
        foreach (object value in Beginnings.All)
        {
            arguments.Keep(value);
        }
    }

    // A fit searches from several starts, and small charts lay all series on one axis, from the first period of any to the last.
    private static bool IsLong(MethodBase call) => call.Name is "Fit" or nameof(Charts.SmallMultiples);

    private bool IsAsked(MethodBase call) => Shown.Name(call).Contains(settings.Only, StringComparison.Ordinal);

    /// <summary>Makes the calls; whether nothing was found.</summary>
    internal bool Run()
    {
        MethodBase[] calls = [.. Surface.Calls.Where(IsAsked)];
        using Timer watch = new(_ => StopWhenEndless(), null, Endless, TimeSpan.FromSeconds(1));
        Stopwatch clock = Stopwatch.StartNew();
        for (; number < settings.MostCalls && !(clock.Elapsed.TotalSeconds > settings.Seconds); number++)
        {
            draws.Begin(number);
            Call(draws.One(calls));
        }

        Volatile.Write(ref current, null);
        MethodBase[] quiet = [.. calls.Where(call => !answered.Contains(call))];
        int types = calls.Select(call => call.DeclaringType).Distinct().Count();
        long targetless = number - results - refusals;
        Print($"{number:#,0} calls of {calls.Length:#,0} members of {types:#,0} types, with seed {settings.Seed}, in {clock.Elapsed.TotalSeconds:0} s");
        Print($"{results:#,0} gave a result, {refusals:#,0} were refused by name, {targetless:#,0} had no target");
        Print($"JSON of {roundTrip.Types.Read} types came back, of {roundTrip.Types.Refused} it is refused when read");
        Print($"{quiet.Length:#,0} members never gave a result, {findings.Count:#,0} kinds of finding");
        if (settings.ListsQuiet)
        {
            Array.ForEach(quiet, call => Print($"{Shown.Name(call)}"));
        }

        return findings.Count == 0 && (settings.Only.Length > 0 || number < CallsForAll || quiet.Length <= MostQuiet);
    }

    private void Call(MethodBase call)
    {
        object? target = call.IsStatic || call.IsConstructor ? null : arguments.Of(call.DeclaringType!, 0);
        if (target is null && !call.IsStatic && !call.IsConstructor)
        {
            return;
        }

        target = Surface.IsSetter(call) ? Surface.Copy(target!) : target;
        object?[] given = [.. call.GetParameters().Select(arguments.Of)];
        handed = [target, .. given];
        Volatile.Write(ref started, Stopwatch.GetTimestamp());
        worked = Environment.CpuUsage.TotalTime;
        Volatile.Write(ref current, call);
        try
        {
            object? result = Finished(call is ConstructorInfo constructor ? constructor.Invoke(given) : call.Invoke(target, given));
            Time(call, result);
            results++;
            answered.Add(call);
            Judge(call, Surface.IsSetter(call) ? target : result);
        }
        catch (TargetInvocationException thrown)
        {
            Time(call, null);
            refusals++;
            Judge(call, thrown.InnerException!);
        }
    }

    private static object? Finished(object? result)
    {
        try
        {
            if (result is Task task)
            {
                task.GetAwaiter().GetResult();
                return task.GetType().GetProperty("Result")?.GetValue(task);
            }

            return result;
        }
        catch (Exception thrown) when (thrown is not TargetInvocationException)
        {
            throw new TargetInvocationException(thrown);
        }
    }

    // On a busy machine time passes without the call; the time of the processors alone would count twice what works on two.
    private void Time(MethodBase call, object? result)
    {
        TimeSpan taken = Stopwatch.GetElapsedTime(started), busy = Environment.CpuUsage.TotalTime - worked, least = taken < busy ? taken : busy;
        if (least > LongestOfMuch || (least > Longest && !IsLong(call) && handed.Append(result).All(value => Size.Of(value) <= Large)))
        {
            Note($"{Shown.Name(call)} took long", string.Create(CultureInfo.InvariantCulture, $"{least.TotalSeconds:0.0} s with {Shown.Values(handed)}"));
        }
    }

    private void Judge(MethodBase call, Exception thrown)
    {
        if (Verdict.Of(thrown, call) is { } fault)
        {
            Note($"{fault} in {Shown.Name(call)}", $"{thrown.Message.ReplaceLineEndings(" ")} | {Verdict.Place(thrown)} | {Shown.Values(handed)}");
        }
    }

    private void Judge(MethodBase call, object? result)
    {
        if (result is null)
        {
            return;
        }

        if (Soundness.Fault(result) is { } fault)
        {
            if (!Soundness.IsNaturallyInfinite(fault, call))
            {
                Note($"{Shown.Name(call)} gives {fault}", $"{Shown.Values([result])} of {Shown.Values(handed)}");
            }

            return;
        }

        object? part = Parts.One(result, draws);
        foreach (object value in new[] { result, part }.OfType<object>().Where(value => value is string || Surface.IsLibrarys(value.GetType())))
        {
            arguments.Keep(value);
            if (value is not string && value.GetType().IsVisible && draws.OnceIn(8))
            {
                roundTrip.Try(value);
            }
        }
    }

    private void StopWhenEndless()
    {
        if (Volatile.Read(ref current) is { } call && Stopwatch.GetElapsedTime(Volatile.Read(ref started)) is var taken && taken > Endless
            && (Environment.CpuUsage.TotalTime - worked > Endless || taken > EndlessWaiting))
        {
            Print($"{Shown.Name(call)} does not end\n    {Shown.Values(handed)}");
            Environment.Exit(1);
        }
    }

    // Each kind once, as soon as it is found.
    private void Note(string kind, string example)
    {
        if (findings.Add(kind))
        {
            Print($"{kind}\n    call {number}: {example}");
        }
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
