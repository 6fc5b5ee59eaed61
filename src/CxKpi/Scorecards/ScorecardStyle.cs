namespace CxKpi;

/// <summary>The style sheet of reports. Colours reach a contrast of 4.5:1 on their background in both themes, and only repeat what words say.</summary>
internal static class ScorecardStyle
{
    /// <summary>The part of the style sheet that only a page of its own may set.</summary>
    internal const string Page = """

        html { color-scheme: light dark; -webkit-text-size-adjust: 100%; }
        body { margin: 0; }
        body.cx-report { padding: 1.25rem clamp(0.75rem, 3vw, 2.5rem) 2.5rem; max-width: 100rem; margin: 0 auto; box-sizing: border-box; }
        .cx-skip { position: absolute; left: -100rem; }
        .cx-skip:focus { position: static; display: inline-block; margin-bottom: 0.5rem; }
        @page { size: A4 landscape; margin: 12mm; }

        """;

    internal const string Report = """

        .cx-report { --ground: #ffffff; --ink: #1b1f24; --quiet: #57606a; --rule: #d0d7de; --stripe: #f6f8fa;
          --good: #116329; --bad: #a40e26; --caution: #7d4e00; --link: #0550ae;
          background: var(--ground); color: var(--ink); font: 1rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
          overflow-wrap: anywhere; }
        @media (prefers-color-scheme: dark) {
          .cx-report { --ground: #0d1117; --ink: #e6edf3; --quiet: #9aa4af; --rule: #30363d; --stripe: #161b22;
            --good: #56d364; --bad: #ff8f87; --caution: #e3b341; --link: #79b8ff; } 
          html:has(body.cx-report) { background: #0d1117; } }
        .cx-report h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 0.25rem; }
        .cx-report h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
        .cx-report a { color: var(--link); }
        .cx-report .cx-title, .cx-report .cx-subtitle { margin: 0 0 0.5rem; }
        .cx-report .cx-subtitle { color: var(--quiet); }
        .cx-report .cx-summary { list-style: none; display: flex; flex-wrap: wrap; gap: 0.4rem; margin: 0.75rem 0 0; padding: 0; }
        .cx-report .cx-summary li { border: 1px solid currentColor; border-radius: 1rem; padding: 0.1rem 0.7rem; font-size: 0.9rem; }
        .cx-report table.cx-table { border-collapse: collapse; width: 100%; font-size: 0.92rem; font-variant-numeric: tabular-nums;
          background: transparent; color: inherit; }
        .cx-report .cx-table caption { text-align: left; color: var(--quiet); padding: 0.25rem 0; }
        .cx-report section .cx-table caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .cx-report .cx-table th, .cx-report .cx-table td { padding: 0.45rem 0.6rem; border-bottom: 1px solid var(--rule); vertical-align: top;
          background: transparent; color: inherit; }
        .cx-report .cx-table thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; font-weight: 600; }
        .cx-report .cx-table thead th { overflow-wrap: normal; }
        .cx-report .cx-table tbody th { font-weight: 600; min-width: 9em; }
        .cx-report .cx-table td { min-width: 6.5em; }
        .cx-report .cx-table .cx-number { white-space: nowrap; min-width: 0; }
        .cx-report .cx-table .cx-group th { background: var(--stripe); color: var(--quiet); padding-top: 0.7rem; }
        .cx-report .cx-cell .cx-detail { display: inline-block; font-weight: 600; }
        .cx-report .cx-extra { display: block; color: var(--quiet); font-size: 0.92em; font-weight: 400; }
        .cx-report .cx-detail { color: var(--quiet); }
        .cx-report .cx-good { color: var(--good); }
        .cx-report .cx-bad { color: var(--bad); }
        .cx-report .cx-caution { color: var(--caution); }
        .cx-report .cx-pairs { margin: 0.5rem 0; padding-left: 1.2rem; }
        .cx-report .cx-list { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr)); gap: 0.9rem 2rem; margin: 0; }
        .cx-report .cx-list dt { font-weight: 600; }
        .cx-report .cx-list dd { margin: 0; color: var(--quiet); font-size: 0.92rem; }
        .cx-report .cx-list .cx-formula { color: var(--ink); }
        .cx-report .cx-charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr)); gap: 1.5rem; }
        .cx-report figure { margin: 0; min-width: 0; }
        .cx-report img { display: block; width: 100%; max-width: 36rem; height: auto; }
        @media screen and (max-width: 72rem) {
          .cx-report .cx-table, .cx-report .cx-table tr { display: block; }
          .cx-report .cx-table tbody { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: 0.75rem; }
          .cx-report .cx-table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .cx-report .cx-table tbody tr { border: 1px solid var(--rule); border-radius: 0.5rem; padding: 0.4rem 0.75rem; }
          .cx-report .cx-table tbody tr.cx-group { grid-column: 1 / -1; border: 0; padding: 0; margin-top: 1rem; }
          .cx-report .cx-table tbody th, .cx-report .cx-table tbody td { display: block; border: 0; padding: 0.2rem 0; text-align: left !important; }
          .cx-report .cx-table tbody th { font-size: 1.05rem; }
          .cx-report .cx-table .cx-group th { background: transparent; padding: 0; }
          .cx-report .cx-table tbody td { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0.5rem; }
          .cx-report .cx-table tbody td::before { content: attr(data-label); color: var(--quiet); }
          .cx-report .cx-table tbody td.cx-none { display: none; }
          .cx-report .cx-table tbody th, .cx-report .cx-table tbody td { min-width: 0; }
          .cx-report .cx-table .cx-number { white-space: normal; }
        }
        @media print {
          .cx-report { --ground: #ffffff; --ink: #000000; --quiet: #444444; --rule: #bbbbbb; --stripe: #f2f2f2;
            --good: #116329; --bad: #a40e26; --caution: #7d4e00; --link: #000000; font-size: 9pt; }
          html:has(body.cx-report) { font-size: 9pt; }
          body.cx-report { padding: 0; max-width: none; }
          .cx-report .cx-charts { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1rem; }
          .cx-report .cx-list { grid-template-columns: repeat(3, minmax(0, 1fr)); }
          html:has(body.cx-report) { background: #ffffff; }
          .cx-skip { display: none; }
          .cx-report table.cx-table { font-size: 7.5pt; }
          .cx-report .cx-table th, .cx-report .cx-table td { padding: 0.3em 0.45em; }
          .cx-report .cx-table thead { display: table-header-group; }
          .cx-report tr, .cx-report figure, .cx-report .cx-list > div { break-inside: avoid; }
          .cx-report h2, .cx-report .cx-group { break-after: avoid; }
        }

        """;
}
