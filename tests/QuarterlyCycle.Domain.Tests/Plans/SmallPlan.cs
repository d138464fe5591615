using QuarterlyCycle.Domain.Plans.Sheets;

namespace QuarterlyCycle.Domain.Tests.Plans;

/// <summary>A small plan without a fault, as sheets in which a test changes one cell.</summary>
internal sealed class SmallPlan
{
    private readonly Dictionary<string, List<string[]>> _sheets = [];

    public SmallPlan()
    {
        Sheet("partnership", "key|value", "name|Northton Children's Trust", "tolerance|5");
        Sheet("organisations", "code|name|email_domains", "council|Northton Council|northton.example");
        Sheet(
            "people",
            "email|name|organisation|job_titles|roles",
            "pat.manager@northton.example|Pat Manager|council|Project manager|project-manager",
            "ann.officer@northton.example|Ann Officer|council|Data officer|compiling",
            "lee.lead@northton.example|Lee Lead|council|Head of Safeguarding|lead;chair",
            "sid.clerk@northton.example|Sid Clerk|council|Clerk|secretary");
        Sheet("posts", "code|title|organisation|holder", "data|Data officer|council|ann.officer@northton.example", "vacant|Vacant post|council|");
        Sheet(
            "bodies",
            "code|name|kind|chair|secretary",
            "stay-safe|Stay Safe|outcome-group|lee.lead@northton.example|sid.clerk@northton.example",
            "be-healthy|Be Healthy|outcome-group|lee.lead@northton.example|sid.clerk@northton.example");
        Sheet("actions", "code|text|bodies", "SS1|Keep children safe|stay-safe", "BH1|Keep children well|be-healthy");
        Sheet(
            "deliverables",
            "code|kind|text|plan_year|action|indicator|leads|ask|state|same_as",
            "SS1d1|milestone|Agree the protocol between hospitals and schools|2008-09|SS1||lee.lead@northton.example|||");
        Sheet(
            "indicators",
            "code|name|bodies|unit|kind|polarity|compiling|lead|parent|multiplier|is_change|tolerance_kind|tolerance|frequency|state|accountable",
            "SS1a|Assessments on time|stay-safe|percent|snapshot|high|post:data|lee.lead@northton.example||||||||",
            "SS1b|Children on a plan|stay-safe|rate|snapshot|low|ann.officer@northton.example|lee.lead@northton.example||1000||||||");
        Sheet("targets", "indicator|period|value|low|high|text|by|set_on", "SS1a|2008-09|70|||70% of assessments||", "SS1b|2008-09|3.00|||||");
        Sheet("figures", "indicator|period|value|text|reason", "SS1a|2007-08|65||");
    }

    /// <summary>Puts a whole sheet in, cells separated by bars.</summary>
    public SmallPlan Sheet(string name, params string[] lines)
    {
        _sheets[name] = [.. lines.Select(line => line.Split('|'))];
        return this;
    }

    public SmallPlan Without(string sheet)
    {
        _sheets.Remove(sheet);
        return this;
    }

    /// <summary>Adds a row; its number as the spreadsheet shows it is one more than that of the last.</summary>
    public SmallPlan Row(string sheet, string line)
    {
        _sheets[sheet].Add(line.Split('|'));
        return this;
    }

    public SmallPlan Cell(string sheet, int row, string column, string value)
    {
        List<string[]> lines = _sheets[sheet];
        int place = Array.IndexOf(lines[0], column);
        if (place < 0)
        {
            lines[0] = [.. lines[0], column];
            place = lines[0].Length - 1;
        }

        lines[row - 1] = [.. lines[row - 1], .. Enumerable.Repeat("", Math.Max(0, place + 1 - lines[row - 1].Length))];
        lines[row - 1][place] = value;
        return this;
    }

    public IReadOnlyList<PlanSheet> Sheets() =>
        [.. _sheets.Select(sheet => new PlanSheet(sheet.Key, sheet.Value[0], [.. sheet.Value.Skip(1).Select((cells, index) => new PlanRow(index + 2, cells))]))];

    public PlanCheck Check() => PlanReader.Read(Sheets());
}
