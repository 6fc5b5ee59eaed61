using System.Text;

namespace CxKpi.Tests;

/// <summary>A plain reader of RFC 4180, to check what was written.</summary>
internal static class CsvReader
{
    public static List<List<string>> Read(string text)
    {
        List<List<string>> rows = [];
        List<string> row = [];
        StringBuilder cell = new();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append('"');
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    row.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when !quoted:
                    Assert.Equal('\n', text[++i]);
                    row.Add(cell.ToString());
                    cell.Clear();
                    rows.Add(row);
                    row = [];
                    break;
                default:
                    Assert.True(quoted || text[i] != '\n', "a bare line feed");
                    cell.Append(text[i]);
                    break;
            }
        }

        Assert.False(quoted);
        Assert.Empty(row);
        return rows;
    }
}
