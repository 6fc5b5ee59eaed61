using System.Globalization;

namespace CxKpi.Tests.Architecture;

/// <summary>The code lies where docs/architecture.md says, and arrows between rooms point down.</summary>
public class ArchitectureTests
{
    private static readonly SourceMap Library = SourceMap.Library;

    [Fact]
    public void Sources_AreReadInFull()
    {
        Assert.Equal([], Library.Unread);
        Assert.Contains(Library.Arrows, arrow => arrow is { FromFile: "Surveys/Nps.cs", ToType: "NetTally" });
        Assert.Contains(Library.Arrows, arrow => SourceMap.RoomOf(arrow.FromFile) == "Trends" && arrow.ToType == "KpiSeries");
    }

    [Fact]
    public void Files_LieInTheRoomsOfTheTable() => Assert.Equal(
        Rooms.MayUse.Keys.Order(StringComparer.Ordinal),
        Library.Files.Select(file => file.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) ? SourceMap.RoomOf(file) : file)
            .Distinct()
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Arrows_PointDown() => Assert.Equal(
        [],
        Library.Arrows
            .Where(arrow => SourceMap.RoomOf(arrow.FromFile) is var from
                && SourceMap.RoomOf(arrow.ToFile) is var to
                && from != to
                && !Rooms.MayUse[from].Contains(to, StringComparer.Ordinal))
            .Select(arrow => $"{arrow.FromFile} → {arrow.ToType} ({arrow.ToFile})")
            .Distinct());

    [Fact]
    public void Table_HasNoCircle()
    {
        HashSet<string> below = new(StringComparer.Ordinal);
        foreach ((string room, string[] used) in Rooms.MayUse.Reverse())
        {
            Assert.All(used, other => Assert.True(below.Contains(other), $"{room} may use {other}, which does not stand below it"));
            below.Add(room);
        }
    }

    [Fact]
    public void Table_OfTheDocumentation_IsTheSame()
    {
        string[] rooms = [.. Rooms.MayUse.Keys];
        IEnumerable<(string Room, string Uses)> expected = rooms.Select((room, i) => (room, Rooms.MayUse[room] switch
        {
            [] => "nothing",
            { Length: > 7 } used when used.Order(StringComparer.Ordinal)
                .SequenceEqual(rooms[(i + 1)..].Order(StringComparer.Ordinal), StringComparer.Ordinal) => "everything below",
            string[] used => string.Join(", ", rooms.Where(used.Contains).Select(other => $"`{other}`")),
        }));

        Assert.Equal(
            expected,
            File.ReadLines(Path.Combine(Repository.Root, "docs", "architecture.md"))
                .SkipWhile(line => !line.StartsWith("| room |", StringComparison.Ordinal))
                .Skip(2)
                .TakeWhile(line => line.StartsWith('|'))
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Select(cells => (cells[1].Trim('`'), cells[3])));
    }

    [Fact]
    public void PartialTypes_HaveTheirFilesInOneFolder() => Assert.Equal(
        [],
        Library.Declarations
            .GroupBy(place => place.Type, place => Path.GetDirectoryName(place.File), StringComparer.Ordinal)
            .Where(places => places.Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(places => $"{places.Key}: {string.Join(", ", places.Distinct(StringComparer.Ordinal))}"));

    [Fact]
    public void Folders_HoldFewFiles() => Assert.Equal(
        [],
        Library.Files
            .GroupBy(file => Path.GetDirectoryName(file)!, StringComparer.Ordinal)
            .Where(folder => folder.Count() > Rooms.MostFiles && !Rooms.Families.Contains(folder.Key, StringComparer.Ordinal))
            .Select(folder => string.Create(CultureInfo.InvariantCulture, $"{folder.Key}: {folder.Count()} files")));

    [Fact]
    public void Cycles_StaySmall()
    {
        // A record and its JSON converter lead to each other, and so do a series and what is cut out of it; more than that is a knot.
        const int Most = 11;
        Assert.Equal([], Library.Cycles().Where(cycle => cycle.Count > Most).Select(cycle => $"{cycle.Count} types: {string.Join(", ", cycle)}"));
    }
}
