namespace CxKpi;

/// <summary>The style sheet of reports. Colours reach a contrast of 4.5:1 on their background in both themes, and only repeat what words say.</summary>
internal static class ScorecardStyle
{
    /// <summary>The part of the style sheet that only a page of its own may set.</summary>
    private const string Page = """

        html { color-scheme: light dark; -webkit-text-size-adjust: 100%; }
        body { margin: 0; }
        body.cx-report { padding: 1.25rem clamp(0.75rem, 3vw, 2.5rem) 2.5rem; max-width: 100rem; margin: 0 auto; box-sizing: border-box; }
        .cx-skip { position: absolute; left: -100rem; }
        .cx-skip:focus { position: static; display: inline-block; margin-bottom: 0.5rem; }
        @page { size: A4 landscape; margin: 12mm; }

        """;

    /// <summary>The style sheet of a page of its own, without the indentation of its source.</summary>
    internal static string WholePage { get; } = Tight(Page + Report + Charts);

    /// <summary>The colours of charts that are drawn into a page.</summary>
    private static string Charts => $$"""

        .cx-report { {{Palette.Variables(ChartTheme.Light)}} }
        {{PageSvg.Style}}
        .cx-report figure svg { display: block; max-width: 100%; height: auto; }
        @media screen and (prefers-color-scheme: dark) { .cx-report { {{Palette.Variables(ChartTheme.Dark)}} } }

        """;

    /// <summary>
    /// The style sheet of a fragment, whose surroundings have one of their own: every rule counts as one with an id, so that neither stripes nor colours of
    /// the host reach the fragment, and what the host sets on plain elements is undone first.
    /// </summary>
    internal static string Fragment { get; } = Tight((Undone + Report).Replace(".cx-report", ":is(.cx-report, #cx-report)", StringComparison.Ordinal));

    private const string Undone = """

        .cx-report { padding: 0.5rem; }
        .cx-report :is(p, strong, ul, li, div, bdi, span, details, summary, figure, figcaption, caption, thead, tbody, tr, th, td) { color: inherit;
          background: transparent; }
        .cx-report table { color: inherit; background: transparent; border: 0; margin: 0; table-layout: auto; font-size: 0.92rem; }
        .cx-report :is(thead, tbody, tr, th, td, caption) { border: 0; padding: 0.2rem 0.6rem; font-size: inherit; line-height: inherit; white-space: normal;
          max-width: none; }
        .cx-report :is(th, td) { overflow-wrap: break-word; }
        .cx-report caption { text-align: left; }

        """;

    private const string Report = """

        .cx-report { --ground: #ffffff; --ink: #1b1f24; --quiet: #57606a; --rule: #d0d7de; --stripe: #f6f8fa;
          --good: #116329; --bad: #a40e26; --caution: #7d4e00; --link: #0550ae; --mark: #0b5cad; --zone: #e3efe6;
          background: var(--ground); color: var(--ink); font: 1rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
          overflow-wrap: anywhere; }
        @media (prefers-color-scheme: dark) {
          .cx-report { --ground: #0d1117; --ink: #e6edf3; --quiet: #9aa4af; --rule: #30363d; --stripe: #161b22;
            --good: #56d364; --bad: #ff8f87; --caution: #e3b341; --link: #79b8ff; --mark: #79b8ff; --zone: #15301d; }
          html:has(body.cx-report) { background: #0d1117; } }
        .cx-report h1 { font-size: clamp(1.3rem, 1rem + 1.2vw, 1.75rem); line-height: 1.25; letter-spacing: -0.01em; max-width: 44em;
          margin: 0.25rem 0 0.4rem; }
        .cx-report h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
        .cx-report a { color: var(--link); }
        .cx-report .cx-title, .cx-report .cx-subtitle { margin: 0 0 0.5rem; }
        .cx-report .cx-subtitle { color: var(--quiet); }
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
        .cx-report .cx-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .cx-report .cx-kicker { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; margin: 0; color: var(--quiet);
          font-size: 0.85rem; }
        .cx-report .cx-lead { max-width: 62em; margin: 0 0 1rem; color: var(--quiet); }
        .cx-report .cx-tiles { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0 1.75rem; border-top: 2px solid var(--ink);
          border-bottom: 1px solid var(--rule); padding: 0.75rem 0 0.9rem; margin-bottom: 0.75rem; }
        .cx-report .cx-tile h2 { margin: 0; font-size: 0.85rem; color: var(--quiet); }
        .cx-report .cx-tile p { margin: 0.2rem 0 0; font-size: 0.85rem; }
        .cx-report .cx-tile .cx-huge { font-size: 2.3rem; line-height: 1.1; font-weight: 650; letter-spacing: -0.02em; }
        .cx-report .cx-tile .cx-extra { display: inline; }
        .cx-report .cx-quiet { color: var(--quiet); }
        .cx-report table.cx-lines { border-collapse: collapse; width: 100%; font-size: 0.92rem; font-variant-numeric: tabular-nums;
          background: transparent; color: inherit; }
        .cx-report .cx-lines th, .cx-report .cx-lines td { padding: 0.3rem 0.7rem 0.3rem 0; border-bottom: 1px solid var(--rule); vertical-align: top;
          text-align: left; background: transparent; color: inherit; }
        .cx-report .cx-lines thead th { position: sticky; top: 0; background: var(--ground); color: var(--quiet); font-size: 0.8rem; vertical-align: bottom;
          overflow-wrap: normal; }
        .cx-report .cx-lines td { overflow-wrap: normal; }
        .cx-report .cx-lines tbody th { font-weight: 600; min-width: 10em; max-width: 18em; }
        .cx-report .cx-lines .cx-value, .cx-report .cx-lines .cx-base { text-align: right; }
        .cx-report .cx-lines .cx-base { color: var(--quiet); font-size: 0.85rem; }
        .cx-report .cx-lines .cx-big { font-size: 1.2rem; font-weight: 650; white-space: nowrap; }
        .cx-report .cx-lines .cx-extra { font-size: 0.82rem; }
        .cx-report .cx-lines .cx-change { width: 28%; }
        .cx-report .cx-lines .cx-history, .cx-report .cx-lines .cx-interval { min-width: 7.5rem; }
        .cx-report .cx-lines thead .cx-base { font-size: 0.8rem; }
        .cx-report .cx-lines .cx-target { min-width: 6.5em; }
        .cx-report .cx-lines .cx-detail { font-weight: 600; }
        .cx-report .cx-lines .cx-group th { padding-top: 0.9rem; font-size: 0.8rem; color: var(--quiet); border-bottom-color: var(--quiet); max-width: none; }
        .cx-report summary { cursor: pointer; }
        .cx-report .cx-lines details { font-size: 0.82rem; font-weight: 400; color: var(--quiet); }
        .cx-report .cx-lines dl { margin: 0.2rem 0; }
        .cx-report .cx-lines dt { display: inline; }
        .cx-report .cx-lines dt::after { content: ": "; }
        .cx-report .cx-lines dd { display: inline; margin: 0; color: var(--ink); }
        .cx-report .cx-part { margin-top: 1rem; }
        .cx-report .cx-part > summary { font-weight: 600; padding: 0.3rem 0; }
        .cx-report svg.cx-spark, .cx-report svg.cx-bullet { display: block; max-width: 100%; overflow: visible; }
        .cx-report .cx-line { fill: none; stroke: var(--quiet); stroke-width: 1.5; stroke-linejoin: round; }
        .cx-report .cx-dot { fill: var(--mark); }
        .cx-report .cx-goal { fill: none; stroke: var(--good); stroke-dasharray: 3 3; }
        .cx-report .cx-axis { fill: none; stroke: var(--rule); }
        .cx-report .cx-bar { fill: none; stroke: var(--mark); stroke-width: 5; stroke-opacity: 0.4; }
        .cx-report .cx-ring { fill: var(--ground); stroke: var(--quiet); stroke-width: 1.5; }
        .cx-report .cx-zone { fill: var(--zone); }
        .cx-report .cx-aim { fill: none; stroke: var(--good); stroke-width: 2; }
        .cx-report .cx-pairs { margin: 0.5rem 0; padding-left: 1.2rem; }
        .cx-report .cx-list { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr)); gap: 0.9rem 2rem; margin: 0; }
        .cx-report .cx-list dt { font-weight: 600; }
        .cx-report .cx-list dd { margin: 0; color: var(--quiet); font-size: 0.92rem; }
        .cx-report .cx-list .cx-formula { color: var(--ink); }
        .cx-report .cx-charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22.5rem, 100%), 1fr)); gap: 1.5rem; }
        .cx-report figure { margin: 0; min-width: 0; }
        .cx-report .cx-data { font-size: 0.85rem; text-align: right; font-variant-numeric: tabular-nums; }
        .cx-report .cx-data tbody th { text-align: left; }
        .cx-report .cx-data th, .cx-report .cx-data td { padding: 0.1rem 0.5rem; }
        .cx-report .cx-data thead th, .cx-report .cx-data td { text-align: right; }
        .cx-report img { display: block; max-width: 100%; height: auto; }
        @media screen and (max-width: 76rem) {
          .cx-report .cx-lines .cx-interval { display: none; }
        }
        @media screen and (max-width: 60rem) {
          .cx-report .cx-lines thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .cx-report .cx-lines, .cx-report .cx-lines tbody { display: block; }
          .cx-report .cx-lines tr { display: grid; grid-template-columns: minmax(40%, 1fr) minmax(min-content, auto); gap: 0.1rem 1rem;
            border-bottom: 1px solid var(--rule); padding: 0.5rem 0; }
          .cx-report .cx-lines th, .cx-report .cx-lines td { display: block; border: 0; padding: 0; max-width: none; min-width: 0; }
          .cx-report .cx-lines tbody th { min-width: 0; }
          .cx-report .cx-lines .cx-group th { grid-column: 1 / -1; }
          .cx-report .cx-lines .cx-value { grid-row: 1; grid-column: 2; }
          .cx-report .cx-lines .cx-big { white-space: normal; font-size: 1.1rem; }
          .cx-report .cx-lines .cx-history { grid-row: 2; grid-column: 1; }
          .cx-report .cx-lines .cx-target { grid-row: 2; grid-column: 2; text-align: right; align-self: center; }
          .cx-report .cx-lines .cx-change { grid-row: 3; grid-column: 1 / -1; width: auto; }
          .cx-report .cx-lines .cx-interval, .cx-report .cx-lines .cx-base, .cx-report .cx-lines .cx-none { display: none; }
        }
        @media screen and (max-width: 45rem) {
          .cx-report .cx-tiles { grid-template-columns: minmax(0, 1fr); gap: 0.75rem; }
        }
        @media (forced-colors: active) {
          .cx-report .cx-line, .cx-report .cx-bar, .cx-report .cx-goal, .cx-report .cx-aim, .cx-report .cx-ring { stroke: CanvasText; }
          .cx-report .cx-dot { fill: Highlight; }
          .cx-report .cx-zone { fill: none; stroke: GrayText; }
        }
        @media screen and (max-width: 72rem) {
          .cx-report .cx-table, .cx-report .cx-table caption, .cx-report .cx-table tr { display: block; }
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
            --good: #116329; --bad: #a40e26; --caution: #7d4e00; --link: #000000; --mark: #0b5cad; --zone: #e3efe6;
            font-size: 9pt; }
          html:has(body.cx-report) { font-size: 9pt; }
          body.cx-report { padding: 0; max-width: none; }
          .cx-report .cx-charts { display: block; columns: 4; column-gap: 0.75rem; }
          .cx-report .cx-list { grid-template-columns: repeat(3, minmax(0, 1fr)); }
          html:has(body.cx-report) { background: #ffffff; }
          .cx-skip { display: none; }
          .cx-report table.cx-table { font-size: 7.5pt; }
          .cx-report table.cx-lines { font-size: 7.5pt; }
          .cx-report .cx-lines th, .cx-report .cx-lines td { padding: 0.15em 0.6em 0.15em 0; }
          .cx-report .cx-lines .cx-group th { padding-top: 0.4em; }
          .cx-report .cx-lines .cx-extra { display: inline; font-size: 6.5pt; }
          .cx-report .cx-lines .cx-big { font-size: 9pt; }
          .cx-report .cx-lines .cx-change { width: 36%; }
          .cx-report .cx-lines tbody th { max-width: none; width: 17%; }
          .cx-report .cx-lines .cx-base { white-space: nowrap; font-size: 6.5pt; }
          .cx-report .cx-tiles { margin-bottom: 0.25rem; padding: 0.3rem 0; }
          .cx-report h1 { font-size: 13pt; max-width: none; }
          .cx-report .cx-lead { margin-bottom: 0.4rem; max-width: none; font-size: 8pt; }
          .cx-report figure details { display: none; }
          .cx-report .cx-part:not([open]) { display: none; }
          .cx-report .cx-lines .cx-value { white-space: nowrap; }
          .cx-report svg.cx-spark, .cx-report svg.cx-bullet { max-height: 1.5em; }
          .cx-report .cx-tile svg.cx-spark { max-height: 2em; }
          .cx-report h2 { margin-top: 0.75rem; }
          .cx-report .cx-lines thead th { position: static; }
          .cx-report .cx-lines thead { display: table-header-group; }
          .cx-report .cx-tile .cx-huge { font-size: 1.3rem; }
          .cx-report .cx-tile p { margin: 0; }
          .cx-report .cx-lines details { display: none; }
          .cx-report .cx-table th, .cx-report .cx-table td { padding: 0.3em 0.45em; }
          .cx-report .cx-table thead { display: table-header-group; }
          .cx-report tr, .cx-report figure, .cx-report .cx-list > div { break-inside: avoid; }
          .cx-report h2, .cx-report .cx-group { break-after: avoid; }
        }

        """;

    private static string Tight(string style) => string.Join('\n', style.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
