using CxKpi.Fuzz;

// With the same options a run makes the same calls on every machine and under every load. A call cannot be made alone, since its arguments are results of
// calls before it: the way back to a finding is the same run with `--calls` one above its number. What is printed of times and, where the compiler has inlined
// a method, of the place of an exception may differ.
if (Settings.Parse(args) is { } settings)
{
    return new Session(settings).Run() ? 0 : 1;
}

Console.Error.WriteLine(Settings.Usage);
return 2;
