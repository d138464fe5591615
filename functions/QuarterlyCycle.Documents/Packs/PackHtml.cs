using System.Globalization;
using System.Text;
using QuarterlyCycle.Documents.Components;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.Documents.Packs;

/// <summary>A pack as one HTML file that needs nothing else: styles inside, no script. The same pack gives the same bytes.</summary>
public static class PackHtml
{
    public static byte[] Render(Pack pack) => Encoding.UTF8.GetBytes(Write(pack));

    public static string Write(Pack pack)
    {
        PackPage page = new(pack.Numbering);
        Body(page, pack);

        HtmlWriter html = new();
        html.Add($"<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Add($"<title>{DocumentTitle(pack)}</title>\n<meta name=\"author\" content=\"{pack.Partnership}\">\n<meta name=\"description\" content=\"{pack.Front.Subject}\">\n");
        html.Add($"<style>\n").Raw(PackStyle.Sheet).Raw(PackStyle.Margins(MarkWords(pack), $"{pack.Title}, version {pack.Version.ToString(CultureInfo.InvariantCulture)}")).Add($"</style>\n</head>\n<body>\n");
        html.Add($"<a class=\"skip\" href=\"#main\">Skip to the report</a>\n");
        Mark(html, pack);
        html.Add($"<header>\n<p class=\"from\">{pack.Partnership}</p>\n</header>\n<main id=\"main\" tabindex=\"-1\">\n");
        html.Add($"<h1>{pack.Title}</h1>\n");
        if (pack.StateNote is { Length: > 0 } note)
        {
            html.Add($"<p class=\"note\">").Lines(note).Add($"</p>\n");
        }

        html.Add($"<dl class=\"front\">\n");
        foreach ((string name, string words) in OpeningSections.FrontLines(pack))
        {
            html.Add($"<div><dt>{name}</dt><dd>").Lines(words).Add($"</dd></div>\n");
        }

        html.Add($"</dl>\n<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n");
        foreach (ContentsLine line in page.Contents)
        {
            html.Add($"<li><a href=\"#{line.Id}\">");
            if (line.Number.Length > 0)
            {
                html.Add($"<span class=\"number\">{line.Number}</span> ");
            }

            html.Add($"<span class=\"title\">{line.Title}</span></a></li>\n");
        }

        html.Add($"</ol>\n</nav>\n");
        html.Raw(page.Html.ToString());
        html.Add($"</main>\n<footer>\n<p>{pack.Title}, version {pack.Version}. Figures as they stood at {BritishWords.Instant(pack.FiguresAtUtc)}.</p>\n<p>{pack.ServiceName}, {pack.Partnership}.</p>\n</footer>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void Body(PackPage page, Pack pack)
    {
        OpeningSections.Write(page, pack);
        foreach (PackSection section in pack.Sections)
        {
            page.Section(section.Heading);
            foreach (PackParagraph paragraph in section.Paragraphs)
            {
                page.Standing(paragraph);
            }
        }

        if (pack.Kind == PackKind.Board)
        {
            BoardSections.Write(page, pack);
        }

        foreach (PackPart part in pack.Parts)
        {
            new PartSections(page, pack, part).Write();
        }

        ClosingSections.Body(page, pack);
        Appendices.Write(page, pack);
        ClosingSections.HowToRead(page, pack);
        ClosingSections.BackgroundAndLanguages(page, pack);
    }

    private static string DocumentTitle(Pack pack)
    {
        string state = pack.State switch
        {
            PackState.Draft => "Draft: ",
            PackState.Replaced => "Replaced: ",
            PackState.Withdrawn => "Withdrawn: ",
            _ => "",
        };
        string edition = pack.Edition == PackEdition.Exempt ? ", exempt" : "";
        return $"{state}{pack.Title}{edition}, version {pack.Version.ToString(CultureInfo.InvariantCulture)} – {pack.Partnership}";
    }

    private static void Mark(HtmlWriter html, Pack pack)
    {
        string words = MarkWords(pack);
        if (words.Length > 0)
        {
            html.Add($"<p class=\"watermark\">{words}</p>\n");
        }
    }

    private static string MarkWords(Pack pack)
    {
        string state = pack.State switch
        {
            PackState.Draft => "DRAFT – not for publication",
            PackState.Replaced => "REPLACED – use the later version",
            PackState.Withdrawn => "WITHDRAWN – do not use",
            _ => "",
        };
        string exempt = pack.Edition == PackEdition.Exempt ? "EXEMPT – for members only" : "";
        return string.Join(". ", new[] { state, exempt }.Where(part => part.Length > 0));
    }
}
