namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>What the cells of a column hold.</summary>
internal enum ColumnType
{
    Text,
    YesNo,
    Whole,
    Number,
    Date,
    Time,
    Period,
    MailDomain,
    Email,
    Owner,
    Choice,
    Code,
}

/// <summary>What a code or address names.</summary>
internal enum Named
{
    Nothing,
    Organisation,
    Person,
    Post,
    Body,
    Priority,
    Action,
    Deliverable,
    Indicator,
    Decision,
    Clinic,

    /// <summary>Any action, deliverable, measure, priority or body.</summary>
    Anything,
}

/// <summary>A column of a sheet: what its cells hold and what they must name.</summary>
internal sealed record PlanColumn(string Name, ColumnType Type)
{
    public bool Required { get; init; }

    public bool IsList { get; init; }

    /// <summary>The column that gives the row its identity.</summary>
    public bool IsKey { get; init; }

    public Named Names { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    public decimal? Least { get; init; }

    public decimal? Most { get; init; }
}

/// <summary>A sheet: whether the plan must have it, its columns, and which of them together may stand only once.</summary>
internal sealed record SheetForm(string Name, bool Required, IReadOnlyList<PlanColumn> Columns)
{
    public IReadOnlyList<string> UniqueTogether { get; init; } = [];

    public PlanColumn? Key => Columns.FirstOrDefault(column => column.IsKey);

    public PlanColumn Column(string name) => Columns.First(column => column.Name == name);
}
