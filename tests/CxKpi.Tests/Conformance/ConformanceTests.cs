using Xunit.Abstractions;
using Xunit.Sdk;

namespace CxKpi.Tests.Conformance;

/// <summary>The library against figures of independent tools.</summary>
/// <remarks>Further vectors: <c>CXKPI_VECTORS=folder:folder dotnet test</c>; data files: <c>CXKPI_DATA_ROOT</c>.</remarks>
public class ConformanceTests(ITestOutputHelper output, ConformanceTests.Screen screen) : IClassFixture<ConformanceTests.Screen>
{
    private static readonly VectorSuite Suite = VectorSuite.Loaded;

    public static TheoryData<string> Names => [.. Suite.Vectors.Select(x => x.Name)];

    [VectorTheory]
    [MemberData(nameof(Names))]
    public void Vector(string name)
    {
        IReadOnlyList<string> differences = VectorSuite.Differences(Suite.Find(name));

        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
    }

    /// <summary>Prints the counts where a plain <c>dotnet test</c> shows them, and into a file beside the tests.</summary>
    [Fact]
    public void Conformance_Counts()
    {
        List<string> failures = [];
        Dictionary<string, int> skipped = new(StringComparer.Ordinal);
        foreach (Vector vector in Suite.Vectors)
        {
            if (Suite.SkipReason(vector) is { } reason)
            {
                skipped[reason] = skipped.GetValueOrDefault(reason) + 1;
            }
            else if (Failure(vector) is { } failure)
            {
                failures.Add($"{vector.Name}: {failure}");
            }
        }

        int waiting = skipped.Values.Sum(), passed = Suite.Vectors.Count - waiting - failures.Count;
        string counts = FormattableString.Invariant($"Conformance: {passed} vectors passed, {waiting} skipped, {failures.Count} failed");
        string text = string.Join(Environment.NewLine, [counts, .. skipped.Select(x => FormattableString.Invariant($"  {x.Value} skipped: {x.Key}"))]);
        output.WriteLine(text);
        screen.Show(text);
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "conformance.txt"), text + Environment.NewLine);
        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, [counts, .. failures]));
    }

    [Fact]
    public void NotYet_NamesNothingThatIsBuilt() => Assert.DoesNotContain(Suite.NotYet, Methods.All.ContainsKey);

    [Fact]
    public void NotYet_NamesNothingTwice() => Assert.Equal(Suite.NotYet.Distinct(StringComparer.Ordinal), Suite.NotYet);

    private static string? Failure(Vector vector)
    {
        try
        {
            IReadOnlyList<string> differences = VectorSuite.Differences(vector);
            return differences.Count == 0 ? null : string.Join("; ", differences);
        }
#pragma warning disable CA1031 // One vector that throws must not hide the counts of the others.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return error.Message;
        }
    }

    /// <summary>The runner's own messages, which the console shows at its default verbosity.</summary>
    public sealed class Screen(IMessageSink sink)
    {
        internal void Show(string text) => sink.OnMessage(new DiagnosticMessage("{0}", text));
    }
}
