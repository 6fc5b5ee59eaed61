namespace CxKpi.Tests.Conventions;

/// <summary>The folders of the tests mirror the rooms of the library, so that a type and its tests are found at the same path.</summary>
public class TestFolderConventionsTests
{
    // What belongs to no single room.
    private static readonly string[] OfAllRooms = ["Architecture", "Conformance", "Conventions", "Documentation", "Support"];

    private static readonly string Library = Path.Combine(Repository.Root, "src", "CxKpi"), Tests = Path.Combine(Repository.Root, "tests", "CxKpi.Tests");

    // A type may be spread over files: all of them lie in one room.
    private static readonly ILookup<string, string> RoomOf = Sources(Library)
        .ToLookup(file => Path.GetFileName(file).Split('.')[0], file => Folder(Library, file), StringComparer.Ordinal);

    [Fact]
    public void Folders_OfTests_AreNamedForRooms()
    {
        HashSet<string> rooms = [.. RoomOf.SelectMany(room => room)];

        Assert.NotEmpty(rooms);
        Assert.All(Sources(Tests), file =>
        {
            string folder = Folder(Tests, file);
            Assert.True(
                rooms.Contains(folder) || OfAllRooms.Contains(folder.Split('/')[0]),
                $"{Path.GetRelativePath(Repository.Root, file)}: the library has no room named '{folder}'");
        });
    }

    [Fact]
    public void Tests_OfAType_LieInTheFolderOfItsRoom()
    {
        int found = 0;
        foreach (string file in Sources(Tests).Where(file => !OfAllRooms.Contains(Folder(Tests, file).Split('/')[0])))
        {
            string name = Path.GetFileNameWithoutExtension(file);
            string type = name.EndsWith("Tests", StringComparison.Ordinal) ? name[..^5] : name.EndsWith("Laws", StringComparison.Ordinal) ? name[..^4] : name;
            if (RoomOf[type].FirstOrDefault() is { } room)
            {
                found++;
                Assert.True(Folder(Tests, file) == room, $"{Path.GetRelativePath(Repository.Root, file)} belongs to {room}, where {type} is");
            }
        }

        Assert.NotEqual(0, found);
    }

    private static IEnumerable<string> Sources(string root) => Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories);

    private static string Folder(string root, string file) => Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/');
}
