using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace CxKpi.Fuzz;

/// <summary>Calls at random what the library offers, and gathers what it must not do.</summary>
internal sealed class Session(int seed, TextWriter output)
{
    /// <summary>No call may take longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    // A call that takes so long is taken not to end.
    private static readonly TimeSpan Endless = TimeSpan.FromSeconds(60);

    private readonly Random random = new(seed);
    private readonly Arguments arguments = new(new Random(seed));
    private readonly Dictionary<string, string> findings = [];
    private long started;
    private MethodBase? current;
    private object?[] handed = [];

    internal bool Run(long calls, long seconds)
    {
        using Timer watch = new(_ => StopWhenEndless(), null, Endless, TimeSpan.FromSeconds(1));
        Stopwatch clock = Stopwatch.StartNew();
        long done = 0, refused = 0;
        for (; done < calls && clock.Elapsed.TotalSeconds < seconds; done++)
        {
            refused += Call(Surface.Calls[random.Next(Surface.Calls.Count)]) ? 0 : 1;
        }

        Volatile.Write(ref current, null);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{done} calls of {Surface.Calls.Count} members, {clock.Elapsed.TotalSeconds:0} s with seed {seed}: {refused} refused, {findings.Count} found"));
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
        try
        {
            object? result = call is ConstructorInfo constructor ? constructor.Invoke(given) : call.Invoke(target, given);
            Judge(call, given, Finished(result));
            return true;
        }
        catch (TargetInvocationException thrown)
        {
            if (Verdict.Of(thrown.InnerException!, call) is { } fault)
            {
                Find($"{fault} in {Name(call)}", given, thrown.InnerException!);
            }

            return false;
        }
        finally
        {
            if (Stopwatch.GetElapsedTime(started) is var taken && taken > Longest)
            {
                Note($"{Name(call)} took long", string.Create(CultureInfo.InvariantCulture, $"{taken.TotalSeconds:0.0} s with {Shown(given)}"));
            }
        }
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

    private void Judge(MethodBase call, object?[] given, object? result)
    {
        if (result is null)
        {
            return;
        }

        if (Verdict.NotFinite(result) is { } member)
        {
            Note($"{Name(call)} gives {member}", Shown(given));
        }

        if (!Surface.IsLibrarys(result.GetType()))
        {
            return;
        }

        arguments.Keep(result);
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

    private void Find(string kind, object?[] given, Exception fault) =>
        Note(kind, $"{fault.Message.ReplaceLineEndings(" ")} | {Verdict.Place(fault)} | {Shown(given)}");

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
