namespace QuarterlyCycle.Domain.Plans;

/// <summary>How a stage's dates follow the calendar.</summary>
public enum WeekRule
{
    /// <summary>Stages are counted in working days, so a holiday moves every later date.</summary>
    WorkingDays,

    /// <summary>Dates keep their weekday; one on a holiday moves to the next working day.</summary>
    Calendar,
}

/// <summary>From where the days of a cycle are counted.</summary>
public enum TimetableFrom
{
    /// <summary>From the first Monday after the quarter.</summary>
    QuarterEnd,

    /// <summary>Back from the meeting of the body that receives the report.</summary>
    BoardMeeting,
}

/// <summary>How a result is judged against its target.</summary>
public enum StatusScheme
{
    /// <summary>Target met, just off target, off target.</summary>
    Rag,

    /// <summary>Better than target, on target, worse than target.</summary>
    StarCircleTriangle,
}

/// <summary>What makes the service suggest a performance clinic.</summary>
public enum ClinicTrigger
{
    /// <summary>Direction of travel got worse, either term.</summary>
    Worse,

    /// <summary>Off target two quarters running.</summary>
    OffTargetTwice,

    /// <summary>No figure two quarters running.</summary>
    NoFigureTwice,

    /// <summary>Worse than neighbours and worsening.</summary>
    WorseThanNeighbours,

    /// <summary>A signal of concern in the chart.</summary>
    SignalOfConcern,
}

/// <summary>Where a report puts its implications.</summary>
public enum ImplicationsPlace
{
    /// <summary>After the recommendations.</summary>
    AfterRecommendations,

    /// <summary>At the end.</summary>
    AtEnd,
}

/// <summary>How a report numbers its paragraphs.</summary>
public enum ParagraphNumbering
{
    /// <summary>1.1, 1.2, 2.1.</summary>
    BySection,

    /// <summary>1, 2, 3 straight through.</summary>
    Through,
}

/// <summary>A form in which packs are issued.</summary>
public enum PackFormat
{
    /// <summary>A web page.</summary>
    Html,

    /// <summary>A Word document.</summary>
    Docx,

    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>A workbook.</summary>
    Xlsx,

    /// <summary>Comma-separated values.</summary>
    Csv,
}

/// <summary>Everything a partnership can set, with the defaults of the field.</summary>
public sealed record PartnershipSettings
{
    /// <summary>The partnership's name.</summary>
    public required string Name { get; init; }

    /// <summary>The timetable template.</summary>
    public string Template { get; init; } = "derby";

    /// <summary>How dates follow the calendar.</summary>
    public WeekRule WeekRule { get; init; }

    /// <summary>From where the days are counted; null goes by the template.</summary>
    public TimetableFrom? TimetableFrom { get; init; }

    /// <summary>Clear working days before a public meeting; five in England, three in Wales.</summary>
    public int ClearDays { get; init; } = 5;

    /// <summary>How a result is judged.</summary>
    public StatusScheme StatusScheme { get; init; }

    /// <summary>How the tolerance is counted.</summary>
    public ToleranceKind ToleranceKind { get; init; } = ToleranceKind.Relative;

    /// <summary>The tolerance; 5, or 0 in the star scheme, unless set.</summary>
    public decimal Tolerance { get; init; } = 5;

    /// <summary>How much better than target counts as better, in per cent of it.</summary>
    public decimal BetterPct { get; init; } = 10;

    /// <summary>The least advantage that counts as better; null goes by unit.</summary>
    public decimal? BetterFloor { get; init; }

    /// <summary>Whether a red that improved on the same quarter last year is amber.</summary>
    public bool ImprovementSoftens { get; init; }

    /// <summary>The lowest count that is hidden.</summary>
    public int SuppressLow { get; init; } = 1;

    /// <summary>The highest count that is hidden.</summary>
    public int SuppressHigh { get; init; } = 5;

    /// <summary>Whether outlying moving ranges are screened once.</summary>
    public bool OutlierScreen { get; init; } = true;

    /// <summary>Whether limits are drawn from eight points, labelled "trial".</summary>
    public bool TrialLimits { get; init; }

    /// <summary>Whether comparators are judged by confidence intervals.</summary>
    public bool Intervals { get; init; }

    /// <summary>What makes the service suggest a clinic.</summary>
    public IReadOnlyList<ClinicTrigger> ClinicTriggers { get; init; } = [ClinicTrigger.Worse, ClinicTrigger.OffTargetTwice, ClinicTrigger.NoFigureTwice];

    /// <summary>How paragraphs are numbered.</summary>
    public ParagraphNumbering Numbering { get; init; }

    /// <summary>Where implications stand.</summary>
    public ImplicationsPlace ImplicationsPosition { get; init; }

    /// <summary>The forms in which packs are issued.</summary>
    public IReadOnlyList<PackFormat> PackFormats { get; init; } = [PackFormat.Html, PackFormat.Docx, PackFormat.Pdf, PackFormat.Xlsx, PackFormat.Csv];

    /// <summary>Whether packs are attached to e-mails.</summary>
    public bool AttachPacks { get; init; }

    /// <summary>The council that runs the service.</summary>
    public string? Council { get; init; }

    /// <summary>The service's name in e-mails and pages.</summary>
    public string? ServiceName { get; init; }

    /// <summary>The postal address that e-mails carry; where pages are reached is a setting of each installation.</summary>
    public string? ServiceAddress { get; init; }

    /// <summary>Whom people ask.</summary>
    public string? ContactName { get; init; }

    /// <summary>Where people ask.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>Where people ring.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>The council's colour, such as <c>#005ea5</c>.</summary>
    public string? BrandColour { get; init; }

    /// <summary>The council's logo.</summary>
    public string? Logo { get; init; }

    /// <summary>How to ask for other languages and formats, as every pack prints it.</summary>
    public string? OtherFormats { get; init; }

    /// <summary>The keys and values as the plan gives them, in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> AsWritten { get; init; } = [];
}
