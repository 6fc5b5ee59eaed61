using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace CxKpi.Fuzz;

/// <summary>Calls at random what the library offers, and gathers what it must not do.</summary>
internal sealed class Session(int seed, TextWriter output, string only = "")
{
    /// <summary>No call may take longer, unless it is a face or chart of up to 20,000 periods, each of which is shown, or a fit,
    /// which searches from several starts where hostile customers have no clear maximum.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2), LongestOfMuch = TimeSpan.FromSeconds(10);

    // A call that takes so long is taken not to end.
    private static readonly TimeSpan Endless = TimeSpan.FromSeconds(60);

    private readonly Random random = new(seed);
    private readonly Arguments arguments = new(new Random(seed));
    private readonly Dictionary<string, string> findings = [];
    private long started;
    private MethodBase? current;
    private object?[] handed = [];

    internal bool Run(long most, long seconds)
    {
        MethodBase[] calls = [.. Surface.Calls.Where(call => Name(call).Contains(only, StringComparison.Ordinal))];
        using Timer watch = new(_ => StopWhenEndless(), null, Endless, TimeSpan.FromSeconds(1));
        Stopwatch clock = Stopwatch.StartNew();
        long done = 0, refused = 0;
        for (; done < most && clock.Elapsed.TotalSeconds < seconds; done++)
        {
            refused += Call(calls[random.Next(calls.Length)]) ? 0 : 1;
        }

        Volatile.Write(ref current, null);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{done:#,0} calls of {calls.Length:#,0} members of {calls.Select(call => call.DeclaringType).Distinct().Count():#,0} types, with seed {seed}"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{done - refused:#,0} gave a result, {refused:#,0} were refused by name, {findings.Count} kinds of finding, in {clock.Elapsed.TotalSeconds:0} s"));
        return findings.Count == 0;
    }

    private bool Call(MethodBase call)
    {
        object? target = call.IsStatic || call.IsConstructor ? null : arguments.Of(call.DeclaringType!, 0);
        if (target is null && !call.IsStatic && !call.IsConstructor)
        {
            return true;
        }

        object?[] given = [.. call.GetParameters().Select(arguments.Of)];
        handed = [target, .. given];
        Volatile.Write(ref started, Stopwatch.GetTimestamp());
        Volatile.Write(ref current, call);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        try
        {
            object? result = Finished(call is ConstructorInfo constructor ? constructor.Invoke(given) : call.Invoke(target, given));
            Judge(call, result, Timed(call, before));
            return true;
        }
        catch (TargetInvocationException thrown)
        {
            _ = Timed(call, before);
            if (Verdict.Of(thrown.InnerException!, call) is { } fault)
            {
                Find($"{fault} in {Name(call)}", thrown.InnerException!);
            }

            return false;
        }
    }

    // On a busy machine time passes without the call; the time of the processors alone would count twice what works on two.
    private TimeSpan Timed(MethodBase call, TimeSpan before)
    {
        bool isMuch = call.Name is "Fit" || call.Name.StartsWith("To", StringComparison.Ordinal) || call.DeclaringType == typeof(Charts);
        TimeSpan longest = isMuch ? LongestOfMuch : Longest;
        TimeSpan taken = Stopwatch.GetElapsedTime(started), worked = Environment.CpuUsage.TotalTime - before;
        if (taken > longest && worked > longest)
        {
            Note($"{Name(call)} took long", string.Create(CultureInfo.InvariantCulture, $"{worked.TotalSeconds:0.0} s with {Shown(handed)}"));
        }

        return taken;
    }

    private static object? Finished(object? result)
    {
        if (result is Task task)
        {
            try
            {
                task.Wait();
            }
            catch (AggregateException thrown)
            {
                throw new TargetInvocationException(thrown.InnerException);
            }

            return task.GetType().GetProperty("Result")?.GetValue(task);
        }

        return result;
    }

    private void Judge(MethodBase call, object? result, TimeSpan taken)
    {
        if (result is null)
        {
            return;
        }

        if (Verdict.Of(result, call) is { } member)
        {
            Note($"{Name(call)} gives {member}", Shown(handed));
        }

        if (!Surface.IsLibrarys(result.GetType()))
        {
            return;
        }

        if (taken < Arguments.LongestOfKept)
        {
            arguments.Keep(result);
        }

        if (random.Next(8) == 0)
        {
            ReadMutated(result);
        }
    }

    // What is written comes back, and what is changed in between is read or refused by name.
    private void ReadMutated(object value)
    {
        string text;
        try
        {
            text = JsonSerializer.Serialize(value, value.GetType());
        }
        catch (Exception refused) when (refused is NotSupportedException or InvalidOperationException or ArgumentException)
        {
            return;
        }
        catch (Exception fault)
        {
            Note($"{fault.GetType().Name} writing JSON of {value.GetType().Name}", Verdict.Place(fault));
            return;
        }

        foreach (string document in (string[])[text, Mutated(text), Mutated(Mutated(text))])
        {
            try
            {
                _ = JsonSerializer.Deserialize(document, value.GetType());
            }
            catch (Exception fault) when (fault is JsonException or NotSupportedException or InvalidOperationException
                || (fault is ArgumentException && value is not IHasJsonConverter))
            {
                // Refused by name.
            }
            catch (Exception fault)
            {
                Note($"{fault.GetType().Name} reading JSON of {value.GetType().Name}", document.Length > 500 ? document[..500] : document);
            }
        }
    }

    private string Mutated(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        int at = random.Next(text.Length);
        string[] pieces = ["null", "1e400", "-1", "NaN", "\"\"", "[]", "{}", "9223372036854775808", ",", "0.5"];
        return random.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, pieces[random.Next(pieces.Length)]),
            _ when text.IndexOf(':', at) is >= 0 and var colon && text.IndexOfAny([',', '}', ']'], colon) is >= 0 and var end =>
                $"{text[..(colon + 1)]}{pieces[random.Next(pieces.Length)]}{text[end..]}",
            _ => text,
        };
    }

    private void Find(string kind, Exception fault) =>
        Note(kind, $"{fault.Message.ReplaceLineEndings(" ")} | {Verdict.Place(fault)} | {Shown(handed)}");

    private void StopWhenEndless()
    {
        if (Volatile.Read(ref current) is { } call && Stopwatch.GetElapsedTime(Volatile.Read(ref started)) > Endless)
        {
            output.WriteLine($"{Name(call)} does not end\n    {Shown(handed)}");
            Environment.Exit(1);
        }
    }

    // Each kind once, as soon as it is found.
    private void Note(string kind, string example)
    {
        if (findings.TryAdd(kind, example))
        {
            output.WriteLine($"{kind}\n    {example}");
        }
    }

    private static string Name(MethodBase call) =>
        $"{call.DeclaringType!.Name}.{call.Name}({string.Join(", ", call.GetParameters().Select(parameter => parameter.ParameterType.Name))})";

    private static string Shown(object?[] given)
    {
        string all = string.Join("; ", given.Select(One));
        return all.Length > 400 ? all[..400] : all;

        static string One(object? value)
        {
            try
            {
                return value switch
                {
                    null => "null",
                    System.Collections.IEnumerable items and not string => $"[{string.Join(", ", items.Cast<object?>().Take(8).Select(One))}]",
                    _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.ReplaceLineEndings(" "),
                };
            }
            catch (Exception fault)
            {
                return $"<{fault.GetType().Name} when shown>";
            }
        }
    }
}
