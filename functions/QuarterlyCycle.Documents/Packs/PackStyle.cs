using System.Globalization;

namespace QuarterlyCycle.Documents.Packs;

/// <summary>The style sheet inside every HTML pack: dark blue on white, words before colour, and a print form on A4.</summary>
internal static class PackStyle
{
    /// <summary>What stands in the margins of every printed page, so that no loose sheet passes for another version.</summary>
    public static string Margins(string mark, string foot) => $$"""
        @page {
          @top-center { content: {{Quoted(mark)}}; color: #7d1d10; font: bold 9pt Helvetica, Arial, sans-serif; }
          @bottom-left { content: {{Quoted(foot)}}; color: #4a4a4a; font: 8pt Helvetica, Arial, sans-serif; }
          @bottom-right { content: "Page " counter(page) " of " counter(pages); color: #4a4a4a; font: 8pt Helvetica, Arial, sans-serif; }
        }

        """;

    // Anything but plain characters is written as its number, so that no title can end the string or the style sheet.
    private static string Quoted(string text) =>
        $"\"{string.Concat(text.EnumerateRunes().Select(rune => rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is ' ' or ',' or '.') ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\{rune.Value:x6}")))}\"";

    public const string Sheet = """
        :root { --blue: #12436d; --ink: #1d1d1d; --quiet: #4a4a4a; --line: #bfbfbf; --pale: #f3f5f8; }
        * { box-sizing: border-box; }
        html { font-size: 100%; scroll-behavior: auto; }
        body { margin: 0; color: var(--ink); background: #fff; font-family: "Helvetica Neue", Helvetica, Arial, sans-serif; font-size: 1rem; line-height: 1.5; }
        header { background: var(--blue); color: #fff; }
        header p { max-width: 72rem; margin: 0 auto; padding: 1rem 1.5rem; font-weight: bold; }
        main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1.5rem; }
        main:focus { outline: none; }
        footer { margin-top: 3rem; padding-top: 1rem; padding-bottom: 2rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.875rem; }
        footer p { margin: 0 0 0.25rem; }
        .skip { position: absolute; left: -999rem; }
        .skip:focus { position: static; display: block; padding: 0.75rem 1.5rem; background: #fff; }
        a { color: var(--blue); text-underline-offset: 0.15em; }
        a:hover { text-decoration-thickness: 0.15em; }
        a:focus-visible, .scroll:focus-visible { outline: 3px solid #f46a25; outline-offset: 2px; }
        .watermark { max-width: none; margin: 0; padding: 0.5rem 1.5rem; background: #fff; border-bottom: 3px solid #7d1d10; color: #7d1d10; font-weight: bold; text-align: center; letter-spacing: 0.04em; }
        h1 { max-width: 48rem; text-wrap: balance; margin: 2.5rem 0 1.5rem; color: var(--blue); font-size: 2.25rem; line-height: 1.2; }
        h2 { margin: 3rem 0 1rem; padding-top: 0.75rem; border-top: 3px solid var(--blue); color: var(--blue); font-size: 1.5rem; line-height: 1.25; }
        h3 { max-width: 48rem; margin: 2rem 0 0.75rem; font-size: 1.1875rem; line-height: 1.3; }
        h4 { max-width: 48rem; margin: 1.5rem 0 0.5rem; font-size: 1rem; line-height: 1.4; }
        h5, h6 { max-width: 48rem; margin: 1.25rem 0 0.5rem; font-size: 1rem; line-height: 1.4; }
        .action { color: var(--blue); }
        .facts { max-width: 48rem; margin: 0 0 1rem; }
        .facts div { display: flex; flex-wrap: wrap; padding: 0.15rem 0; }
        .facts dt { flex: 0 0 11rem; color: var(--quiet); }
        .facts dd { flex: 1 1 18rem; margin: 0; }
        .front { margin: 0 0 2rem; padding: 1.25rem 1.5rem; background: var(--pale); border-left: 6px solid var(--blue); }
        .front div { display: flex; flex-wrap: wrap; padding: 0.2rem 0; }
        .front dt { flex: 0 0 11rem; font-weight: bold; }
        .front dd { flex: 1 1 18rem; margin: 0; }
        nav h2 { margin: 2rem 0 0.5rem; padding: 0; border: 0; font-size: 1.1875rem; }
        nav ol { margin: 0; padding: 0; list-style: none; columns: 2 20rem; column-gap: 2.5rem; }
        nav li { padding: 0.2rem 0; break-inside: avoid; }
        nav a { display: flex; padding: 0.15rem 0; text-decoration: none; }
        nav .number { flex: 0 0 2rem; font-weight: bold; }
        nav .title { text-decoration: underline; text-underline-offset: 0.15em; }
        nav a:hover .title { text-decoration-thickness: 0.15em; }
        p, ul { max-width: 48rem; }
        p { margin: 0 0 1rem; }
        .numbered { position: relative; padding-left: 3.5rem; }
        .numbered > .number { position: absolute; left: 0; color: var(--quiet); font-variant-numeric: tabular-nums; }
        h2 .number { display: inline-block; min-width: 3rem; }
        .plain, .note { padding-left: 3.5rem; }
        .note { padding: 0.75rem 1rem; border: 2px solid #7d1d10; }
        main > ul { margin: 0 0 1rem 3.5rem; padding-left: 1.25rem; }
        .landscape ul { padding-left: 1.25rem; }
        li { margin-bottom: 0.35rem; }
        main > .tally { display: flex; flex-wrap: wrap; gap: 0.75rem; max-width: none; padding: 0; list-style: none; }
        .tally li { display: flex; align-items: center; gap: 0.6rem; margin: 0; padding: 0.6rem 1rem; background: var(--pale); }
        .count { font-size: 1.5rem; font-weight: bold; line-height: 1; font-variant-numeric: tabular-nums; }
        .status { display: inline-block; padding: 0.05rem 0.5rem; border: 1px solid #8a8a8a; border-radius: 3px; background: #fff; color: var(--ink); font-weight: bold; white-space: nowrap; }
        .green { border-color: #0b4f2c; background: #dcefe3; color: #0b4f2c; }
        .amber { border-color: #6b4e00; background: #fdf0cd; color: #533d00; }
        .red { border-color: #7d1d10; background: #f9dfda; color: #7d1d10; }
        .blue { border-color: #12436d; background: #dde8f2; color: #12436d; }
        .grey { border-color: #5a5a5a; background: #eeeeee; color: #333333; }
        .symbol { font-family: "DejaVu Sans", "Segoe UI Symbol", sans-serif; }
        .arrow { font-weight: bold; }
        .mark { white-space: nowrap; }
        .scroll { margin: 0 0 1.75rem; overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; font-size: 0.875rem; line-height: 1.4; }
        caption { padding: 0.5rem 0; font-size: 1rem; font-weight: bold; text-align: left; }
        th, td { padding: 0.5rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        thead th { border-bottom: 2px solid var(--blue); color: var(--blue); vertical-align: bottom; }
        tbody tr:nth-child(even) { background: var(--pale); }
        tbody th { font-weight: bold; }
        .figure { min-width: 5.25rem; text-align: right; font-variant-numeric: tabular-nums; }
        .code { white-space: nowrap; }
        .wide { min-width: 12rem; }
        .date { min-width: 6.5rem; }
        .narrow { width: auto; min-width: 24rem; }
        .chart { max-width: 44rem; margin: 0 0 1.25rem; padding-left: 3.5rem; }
        .chart svg { display: block; width: 100%; height: auto; }
        .chart .small-screen { display: none; }
        .finding { margin: 0 0 0.25rem; font-weight: bold; }
        figcaption { color: var(--quiet); font-size: 0.875rem; }
        svg text { font-family: inherit; font-size: 13px; fill: var(--ink); }
        svg .tick { fill: var(--quiet); font-size: 12px; }
        svg .grid { stroke: #dcdcdc; stroke-width: 1; }
        svg .line { fill: none; stroke: var(--blue); stroke-width: 3; }
        svg .point { fill: var(--blue); }
        svg .target { fill: none; stroke: #5a5a5a; stroke-width: 2; stroke-dasharray: 7 5; }
        svg .centre { stroke: #5a5a5a; stroke-width: 1; }
        svg .limit { stroke: #5a5a5a; stroke-width: 2; stroke-dasharray: 2 4; }
        svg .break { stroke: var(--ink); stroke-width: 1; }
        svg .signal { fill: #fff; stroke: var(--blue); stroke-width: 2.5; }
        svg .line-label { fill: var(--quiet); font-size: 12px; }
        svg .figure-label { fill: var(--blue); font-weight: bold; }
        @media (max-width: 40rem) {
          .narrow { min-width: 0; width: 100%; }
          .chart { padding-left: 0; }
          h1 { font-size: 1.75rem; }
          .numbered, .plain { padding-left: 2.75rem; }
          main > ul { margin-left: 2.75rem; }
        }
        @media (max-width: 30rem) {
          .chart .wide-screen { display: none; }
          .chart .small-screen { display: block; }
        }
        @media (forced-colors: active) {
          svg text, svg .point { fill: CanvasText; }
          svg .line, svg .target, svg .centre, svg .limit, svg .break, svg .signal { stroke: CanvasText; }
          svg .signal { fill: Canvas; }
          .status, .tally li { border: 1px solid; }
        }
        @page { size: A4; margin: 18mm 16mm; }
        @page wide { size: A4 landscape; margin: 14mm; }
        @media print {
          body { font-size: 10.5pt; }
          header { background: #fff; color: var(--blue); border-bottom: 2px solid var(--blue); }
          header p, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
          .skip { display: none; }
          .watermark { border: 0; }
          footer { display: none; }
          nav ol { columns: 2 15rem; }
          nav li, nav a { padding: 0; }
          h1 { margin-top: 1rem; font-size: 22pt; }
          h2 { margin-top: 1.75rem; }
          a { color: inherit; text-decoration: none; }
          h2, h3, h4, h5, h6, caption { break-after: avoid; }
          tr, li, .front, .facts div, .chart { break-inside: avoid; }
          thead { display: table-header-group; }
          .scroll { overflow: visible; }
          .landscape { page: wide; }
          .landscape table { font-size: 8pt; }
          .wide { min-width: 0; }
          .status, .front, .tally li, tbody tr { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """;
}
