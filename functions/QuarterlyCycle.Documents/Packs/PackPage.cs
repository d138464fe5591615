using System.Globalization;
using QuarterlyCycle.Documents.Charts;
using QuarterlyCycle.Documents.Components;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.Documents.Packs;

/// <summary>The body of a pack as it is written: it numbers sections and paragraphs and keeps the table of contents.</summary>
internal sealed class PackPage(PackNumbering numbering)
{
    private readonly List<ContentsLine> contents = [];
    private int section;
    private int paragraph;
    private int table;
    private int heading;
    private int chart;

    public HtmlWriter Html { get; } = new();

    public IReadOnlyList<ContentsLine> Contents => contents;

    /// <summary>A numbered section with a heading of level 2.</summary>
    public void Section(string title)
    {
        section++;
        if (numbering == PackNumbering.Sectioned)
        {
            paragraph = 0;
        }

        string id = $"s{Number(section)}";
        string number = numbering == PackNumbering.Sectioned ? Number(section) : "";
        contents.Add(new ContentsLine(id, number, title));
        Html.Add($"<h2 id=\"{id}\">");
        if (number.Length > 0)
        {
            Html.Add($"<span class=\"number\">{number}</span> ");
        }

        Html.Add($"{title}</h2>\n");
    }

    /// <summary>An appendix or closing section, by letter or by name, with a heading of level 2.</summary>
    public void Unnumbered(string id, string title)
    {
        contents.Add(new ContentsLine(id, "", title));
        Html.Add($"<h2 id=\"{id}\">{title}</h2>\n");
    }

    /// <summary>A heading of level 3 to 6.</summary>
    public void Heading(int level, string title, string? look = null)
    {
        heading++;
        Html.Add($"<h{level} id=\"h{heading}\"");
        if (look is not null)
        {
            Html.Add($" class=\"{look}\"");
        }

        Html.Add($">{title}</h{level}>\n");
    }

    /// <summary>A numbered paragraph; the lead stands before it in bold.</summary>
    public void Paragraph(string text, string? lead = null)
    {
        paragraph++;
        string number = numbering == PackNumbering.Sectioned ? $"{Number(section)}.{Number(paragraph)}" : Number(paragraph);
        Html.Add($"<p class=\"numbered\" id=\"p{number.Replace('.', '-')}\"><span class=\"number\">{number}</span> ");
        if (lead is not null)
        {
            Html.Add($"<strong>{lead}</strong> ");
        }

        Html.Lines(text).Add($"</p>\n");
    }

    /// <summary>A paragraph without a number; the lead stands before it in bold.</summary>
    public void Plain(string text, string? lead = null)
    {
        Html.Add($"<p class=\"plain\">");
        if (lead is not null)
        {
            Html.Add($"<strong>{lead}</strong> ");
        }

        Html.Lines(text).Add($"</p>\n");
    }

    /// <summary>A numbered paragraph of standing text with its bullets.</summary>
    public void Standing(PackParagraph standing)
    {
        Paragraph(standing.Text);
        if (standing.Bullets.Count > 0)
        {
            Bullets(standing.Bullets);
        }
    }

    public void Bullets(IEnumerable<string> entries)
    {
        Html.Add($"<ul>\n");
        foreach (string entry in entries)
        {
            Html.Add($"<li>").Lines(entry).Add($"</li>\n");
        }

        Html.Add($"</ul>\n");
    }

    /// <summary>A list of what is known of something; what is blank has no line.</summary>
    public void Facts(IEnumerable<(string Name, string? Words)> facts)
    {
        (string Name, string? Words)[] known = [.. facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Words))];
        if (known.Length == 0)
        {
            return;
        }

        Html.Add($"<dl class=\"facts\">\n");
        foreach ((string name, string? words) in known)
        {
            Html.Add($"<div><dt>{name}</dt><dd>").Lines(words!).Add($"</dd></div>\n");
        }

        Html.Add($"</dl>\n");
    }

    /// <summary>A table whose first column heads its rows. The box around it scrolls on small screens and takes the focus for that.</summary>
    public void Table(string caption, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        table++;
        string id = $"t{Number(table)}";
        Html.Add($"<div class=\"scroll\" role=\"region\" aria-labelledby=\"{id}\" tabindex=\"0\">\n<table");
        if (columns.Count <= 3 && columns.All(column => column.Kind != ColumnKind.Wide))
        {
            Html.Add($" class=\"narrow\"");
        }

        Html.Add($">\n<caption id=\"{id}\">Table {table}: {caption}</caption>\n<thead>\n<tr>");
        foreach (Column column in columns)
        {
            Html.Add($"<th scope=\"col\"");
            ClassOf(column);
            Html.Add($">{column.Title}</th>");
        }

        Html.Add($"</tr>\n</thead>\n<tbody>\n");
        foreach (IReadOnlyList<Cell> row in rows)
        {
            Row(columns, row);
        }

        Html.Add($"</tbody>\n</table>\n</div>\n");
    }

    /// <summary>A chart of a measure's figures; the table with the same figures follows it.</summary>
    public void Chart(string finding, string caption, IReadOnlyList<PackPoint> points, PackVariation? variation)
    {
        chart++;
        TrendChart.Write(Html, $"c{Number(chart)}", finding, caption, points, variation);
    }

    public void Status(PackStatus status)
    {
        Html.Add($"<span class=\"status {status.Colour.ToString().ToLowerInvariant()}\">");
        if (SymbolOf(status.Symbol) is { } symbol)
        {
            Html.Add($"<span class=\"symbol\" aria-hidden=\"true\">{symbol}</span> ");
        }

        Html.Add($"{status.Words}</span>");
    }

    private void Row(IReadOnlyList<Column> columns, IReadOnlyList<Cell> row)
    {
        Html.Add($"<tr>");
        for (int index = 0; index < columns.Count; index++)
        {
            string element = index == 0 ? "th" : "td";
            Html.Add($"<{element}");
            if (index == 0)
            {
                Html.Add($" scope=\"row\"");
            }

            ClassOf(columns[index]);
            Html.Add($">");
            CellContent(row[index]);
            Html.Add($"</{element}>");
        }

        Html.Add($"</tr>\n");
    }

    private void CellContent(Cell cell)
    {
        if (cell.Status is { } status)
        {
            Status(status);
            return;
        }

        if (cell.Direction is { } direction)
        {
            if (ArrowOf(direction.Arrow) is { } arrow)
            {
                Html.Add($"<span class=\"arrow\" aria-hidden=\"true\">{arrow}</span> ");
            }

            Html.Add($"{direction.Words}");
            if (direction.Reason is { } reason)
            {
                Html.Add($": {reason}");
            }

            return;
        }

        Html.Lines(cell.Text);
        foreach (string mark in cell.Marks)
        {
            Html.Add($" <span class=\"mark\">[{mark}]</span>");
        }
    }

    private void ClassOf(Column column)
    {
        string? name = column.Kind switch
        {
            ColumnKind.Number => "figure",
            ColumnKind.Wide => "wide",
            ColumnKind.Code => "code",
            ColumnKind.Date => "date",
            _ => null,
        };
        if (name is not null)
        {
            Html.Add($" class=\"{name}\"");
        }
    }

    public static string? SymbolOf(PackSymbol symbol) => symbol switch
    {
        PackSymbol.Circle => "●",
        PackSymbol.Diamond => "◆",
        PackSymbol.Triangle => "▲",
        PackSymbol.Star => "★",
        _ => null,
    };

    public static string? ArrowOf(PackArrow arrow) => arrow switch
    {
        PackArrow.Better => "↑",
        PackArrow.Worse => "↓",
        PackArrow.Same => "→",
        _ => null,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One line of the table of contents.</summary>
internal sealed record ContentsLine(string Id, string Number, string Title);

internal enum ColumnKind
{
    Text,
    Number,
    Code,
    Wide,
    Date,
}

internal sealed record Column(string Title, ColumnKind Kind = ColumnKind.Text);

internal sealed record Cell
{
    public string Text { get; private init; } = "";

    public IReadOnlyList<string> Marks { get; private init; } = [];

    public PackStatus? Status { get; private init; }

    public PackDirection? Direction { get; private init; }

    public static Cell Of(string? text, string ifNone = "Not applicable") => new() { Text = string.IsNullOrWhiteSpace(text) ? ifNone : text };

    public static Cell Of(string text, IReadOnlyList<string> marks) => new() { Text = text, Marks = marks };

    public static Cell Of(PackStatus status) => new() { Status = status };

    public static Cell Of(PackDirection? direction) => direction is null ? Of("") : new Cell { Direction = direction };
}
