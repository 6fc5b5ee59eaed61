namespace CxKpi.Tests.Conventions;

/// <summary>Lines are short enough to be read beside their change.</summary>
public class LineConventionsTests
{
    private const int Longest = 160;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("samples")]
    [InlineData("benchmarks")]
    [InlineData("notebooks")]
    public void Lines_OfEveryFile_AreShort(string folder)
    {
        string[] files = Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.Equal([], files.Order(StringComparer.Ordinal).SelectMany(TooLong));
    }

    private static IEnumerable<string> TooLong(string file) => File.ReadLines(file)
        .Select((line, index) => (Text: line, Number: index + 1))
        .Where(line => line.Text.Length > Longest)
        .Select(line => $"{Path.GetRelativePath(Repository.Root, file)}:{line.Number} has {line.Text.Length} characters, more than {Longest}");
}
