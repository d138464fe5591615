using System.Globalization;
using System.Text;
using QuarterlyCycle.Documents.Components;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.Documents.Packs;

/// <summary>The names behind the signatures, as a file of its own for the board's secretary; a public pack prints posts only.</summary>
public static class SignOffSheetHtml
{
    public static byte[] Render(Pack pack)
    {
        PackPage page = new(pack.Numbering);
        page.Table(
            "Who signed each report",
            [new Column("Report"), new Column("Version", ColumnKind.Number), new Column("Signed off"), new Column("By", ColumnKind.Wide), new Column("When", ColumnKind.Wide)],
            pack.SignOffs.Select(signOff => (IReadOnlyList<Cell>)
            [
                Cell.Of(signOff.BodyName),
                Cell.Of(signOff.Version.ToString(CultureInfo.InvariantCulture)),
                Cell.Of(signOff.IsSigned ? "Signed off" : "Not signed off"),
                Cell.Of(SignOffWords.By(signOff, PackEdition.Exempt), "Nobody"),
                Cell.Of(signOff.SignedAtUtc is { } at ? BritishWords.Instant(at) : null, "Not signed off"),
            ]));

        string title = $"Sign-off of {pack.Title}, version {pack.Version.ToString(CultureInfo.InvariantCulture)}";
        HtmlWriter html = new();
        html.Add($"<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title} – {pack.Partnership}</title>\n");
        html.Add($"<style>\n").Raw(PackStyle.Sheet).Raw(PackStyle.Margins("For the secretary – not for publication", title)).Add($"</style>\n</head>\n<body>\n");
        html.Add($"<p class=\"watermark\">For the secretary – not for publication</p>\n<header>\n<p class=\"from\">{pack.Partnership}</p>\n</header>\n<main>\n<h1>{title}</h1>\n");
        html.Raw(page.Html.ToString()).Add($"</main>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }
}
