using System.Reflection;
using System.Runtime.Loader;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace CxKpi.Mutants;

/// <summary>The mutated library with the tests that are tried on it, in this process.</summary>
internal sealed class Laboratory
{
    private readonly FieldInfo active, isCaptured;
    private readonly MethodInfo coverage;
    private readonly XunitTestFrameworkExecutor executor;

    internal Laboratory(string build, string classes)
    {
        build = Path.GetFullPath(build);
        string[] names = File.ReadAllLines(classes);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(build, $"{name.Name}.dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        Directory.SetCurrentDirectory(build);

        // Tests look for their files beside themselves.
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", build + Path.DirectorySeparatorChar);
        Assembly library = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(build, "CxKpi.dll"));
        Type control = library.GetTypes().First(type => type.Name == "MutantControl");
        active = control.GetField("ActiveMutant")!;
        isCaptured = control.GetField("CaptureCoverage")!;
        coverage = control.GetMethod("GetCoverageData")!;
        Activate(null);
        Assembly tests = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(build, "CxKpi.Tests.dll"));
        using Observer diagnostics = new();
        using XunitTestFramework framework = new(diagnostics);
        executor = (XunitTestFrameworkExecutor)framework.GetExecutor(tests.GetName());
        using Observer found = new();
        framework.GetDiscoverer(Reflector.Wrap(tests)).Find(includeSourceInformation: false, found, new RunOptions());
        found.Wait();
        Tests = found.Found
            .Where(test => names.Contains(test.TestMethod.TestClass.Class.ToRuntimeType().Name, StringComparer.Ordinal))
            .GroupBy(test => test.UniqueID, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
    }

    /// <summary>The tests of the room, by their identities.</summary>
    internal Dictionary<string, IXunitTestCase> Tests { get; }

    /// <summary>Makes one mutant act; none for <see langword="null"/>.</summary>
    internal void Activate(int? mutant) => active.SetValue(null, mutant ?? -1);

    /// <summary>What the first of these tests that fails says; <see langword="null"/> when all pass.</summary>
    internal string? Fault(IEnumerable<IXunitTestCase> tests)
    {
        using Observer observer = new();
        executor.RunTests(tests, observer, new RunOptions());
        observer.Wait();
        return observer.Fault;
    }

    /// <summary>
    /// What a test says when it fails, the mutants that it reaches, among them those that act while a type is first used (never again in this process), and
    /// whether all of them were seen. To note a mutant takes a hundred times as long as to pass it by, so that after a second only a tenth of the time is
    /// looked at.
    /// </summary>
    internal (string? Fault, int[] Reached, int[] Once, bool IsWhole) Reach(IXunitTestCase test)
    {
        bool isWhole = true;
        coverage.Invoke(null, null);
        isCaptured.SetValue(null, true);
        using ManualResetEvent ended = new(initialState: false);
        using Timer sampling = new(
            _ =>
            {
                isWhole = false;
                isCaptured.SetValue(null, Environment.TickCount64 % 100 < 10);
            },
            null,
            1000,
            10);
        string? fault = Fault([test]);
        _ = sampling.Dispose(ended) && ended.WaitOne();
        isCaptured.SetValue(null, true);
        IList<int>[] seen = (IList<int>[])coverage.Invoke(null, null)!;
        isCaptured.SetValue(null, false);
        return (fault, [.. seen[0].Distinct()], [.. seen[1].Distinct()], isWhole);
    }

    private sealed class Observer : LongLivedMarshalByRefObject, IMessageSink, IDisposable
    {
        private readonly ManualResetEventSlim ended = new();

        internal List<IXunitTestCase> Found { get; } = [];

        internal string? Fault { get; private set; }

        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is ITestCaseDiscoveryMessage { TestCase: IXunitTestCase test })
            {
                Found.Add(test);
            }

            if (message is IFailureInformation failure and (ITestFailed or IErrorMessage))
            {
                Fault ??= string.Join(Environment.NewLine, failure.Messages);
            }

            if (message is IDiscoveryCompleteMessage or ITestAssemblyFinished)
            {
                ended.Set();
            }

            return true;
        }

        public void Dispose() => ended.Dispose();

        internal void Wait() => ended.Wait();
    }

    /// <summary>One test after another, up to the first that fails.</summary>
    private sealed class RunOptions : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal)
        {
            ["xunit.discovery.SynchronousMessageReporting"] = true,
            ["xunit.discovery.PreEnumerateTheories"] = true,
            ["xunit.execution.SynchronousMessageReporting"] = true,
            ["xunit.execution.DisableParallelization"] = true,
            ["xunit.execution.StopTestOnFail"] = true,
        };

        public TValue GetValue<TValue>(string name) => values.TryGetValue(name, out object? value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => values[name] = value;
    }
}
