namespace CxKpi.BrowserTests;

/// <summary>Pages that a fragment is placed in, reduced to the rules that reach into it: notebooks with their themes, and a careless page.</summary>
internal static class Hosts
{
    // Jupyter colours every second row and the row under the pointer, and centres its tables.
    private const string Jupyter = """
        body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/1.4 sans-serif; }
        .rendered { padding: 0 16px; color: var(--ink); }
        .rendered table { border-collapse: collapse; border: none; font-size: 12px; table-layout: fixed; margin: 0 auto 1em; }
        .rendered td, .rendered th, .rendered tr { vertical-align: middle; padding: 0.5em; line-height: normal; white-space: normal; max-width: none;
          border: none; text-align: right; }
        .rendered tbody tr:nth-child(odd) { background: var(--odd); }
        .rendered tbody tr:nth-child(even) { background: var(--even); }
        .rendered tbody tr:hover { background: var(--hover); }
        """;

    internal static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Jupyter light"] = ":root { --paper: #ffffff; --ink: #000000de; --odd: #ffffff; --even: #f5f5f5; --hover: #e1f5fe; }" + Jupyter,
        ["Jupyter dark"] = ":root { --paper: #111111; --ink: #ffffff; --odd: #111111; --even: #212121; --hover: #01579b; }" + Jupyter,
        ["Visual Studio Code dark"] = """
            body { margin: 0; background: #1e1e1e; color: #d4d4d4; font: 13px/1.4 sans-serif; }
            .rendered { padding: 0 8px; }
            .rendered table, .rendered thead, .rendered tbody, .rendered tr, .rendered th, .rendered td { border: none; border-spacing: 0; color: #d4d4d4; }
            .rendered th, .rendered td { padding: 4px 6px; text-align: right; white-space: nowrap; }
            .rendered tr:nth-child(even) { background: rgba(130, 130, 130, 0.25); }
            .rendered p, .rendered li, .rendered summary { color: #d4d4d4; }
            """,
        ["dark page with pale stripes"] = """
            body { margin: 0; background: #202020; color: #ffffff; }
            tr:nth-child(even) { background: #eee; }
            td { text-align: right; white-space: pre; }
            p, strong, caption, summary { color: #ffffff; }
            .rendered table tr:nth-child(odd) td { color: #ffffff; }
            """,
        ["pale page with dark stripes"] = """
            body { margin: 0; background: #fafafa; color: #222222; }
            tr:nth-child(even) { background: #333; }
            td { text-align: right; white-space: nowrap; }
            """,
    };

    internal static string Page(string host, string fragment) => $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"/><title>host</title><style>{All[host]}</style></head>
        <body><div class="rendered"><div id="fragment">{fragment}</div></div></body></html>
        """;
}
