using QuarterlyCycle.Domain.Plans.Sheets;

namespace QuarterlyCycle.Domain.Plans;

/// <summary>A partnership's plan: one list per sheet, and who is asked for what.</summary>
public sealed record Plan
{
    // Made on first use; it knows its plan, so that a copy with other rows makes its own.
    private PlanIndex? _index;

    /// <summary>The partnership's settings.</summary>
    public required PartnershipSettings Partnership { get; init; }

    /// <summary>Partner organisations.</summary>
    public IReadOnlyList<Organisation> Organisations { get; init; } = [];

    /// <summary>People.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>Posts.</summary>
    public IReadOnlyList<Post> Posts { get; init; } = [];

    /// <summary>Outcome groups, boards and other bodies.</summary>
    public IReadOnlyList<Body> Bodies { get; init; } = [];

    /// <summary>Priorities, outcomes, aspirations and principles.</summary>
    public IReadOnlyList<Priority> Priorities { get; init; } = [];

    /// <summary>Key actions.</summary>
    public IReadOnlyList<KeyAction> Actions { get; init; } = [];

    /// <summary>What actions promise.</summary>
    public IReadOnlyList<Deliverable> Deliverables { get; init; } = [];

    /// <summary>Measures.</summary>
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    /// <summary>Targets.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>Figures that stood before the service did.</summary>
    public IReadOnlyList<PlanFigure> Figures { get; init; } = [];

    /// <summary>Values of neighbours, England and the region.</summary>
    public IReadOnlyList<Comparator> Comparators { get; init; } = [];

    /// <summary>Changes of definition.</summary>
    public IReadOnlyList<DefinitionChange> DefinitionChanges { get; init; } = [];

    /// <summary>Dependencies.</summary>
    public IReadOnlyList<Dependency> Dependencies { get; init; } = [];

    /// <summary>Risks.</summary>
    public IReadOnlyList<Risk> Risks { get; init; } = [];

    /// <summary>Equality statements.</summary>
    public IReadOnlyList<EqualityStatement> Equality { get; init; } = [];

    /// <summary>Headings of implications.</summary>
    public IReadOnlyList<Implication> Implications { get; init; } = [];

    /// <summary>A board's own business plan.</summary>
    public IReadOnlyList<BusinessPlanLine> BusinessPlan { get; init; } = [];

    /// <summary>Meetings.</summary>
    public IReadOnlyList<Meeting> Meetings { get; init; } = [];

    /// <summary>Decisions to follow up.</summary>
    public IReadOnlyList<PlanDecision> Decisions { get; init; } = [];

    /// <summary>Clinics under way.</summary>
    public IReadOnlyList<PlanClinic> Clinics { get; init; } = [];

    /// <summary>Stages of the partnership's own templates.</summary>
    public IReadOnlyList<StageRow> Stages { get; init; } = [];

    /// <summary>Days on which the calendar differs from its rules.</summary>
    public IReadOnlyList<CalendarOverride> Calendar { get; init; } = [];

    /// <summary>Confirmed spellings.</summary>
    public IReadOnlyList<Alias> Aliases { get; init; } = [];

    /// <summary>Standing report text.</summary>
    public IReadOnlyList<ReportSection> Sections { get; init; } = [];

    /// <summary>The sheets in canonical form, from which the lists above were read; empty for a plan not read from sheets.</summary>
    public IReadOnlyList<PlanSheet> Sheets { get; internal init; } = [];

    /// <summary>The plan as it was when the sheets were read, so that a changed row can be told from an unchanged one.</summary>
    internal Plan? AsRead { get; init; }

    /// <summary>Everybody with the role of project manager, in the plan's order; the first is asked when there is nobody else.</summary>
    public IReadOnlyList<Person> ProjectManagers => Index.ProjectManagers;

    private PlanIndex Index => _index is { } known && ReferenceEquals(known.Plan, this) ? known : _index = new PlanIndex(this);

    /// <summary>The organisation with this code.</summary>
    public Organisation? Organisation(string code) => Index.Organisations.GetValueOrDefault(code);

    /// <summary>The person with this e-mail address.</summary>
    public Person? Person(string email) => Index.People.GetValueOrDefault(email);

    /// <summary>The post with this code.</summary>
    public Post? Post(string code) => Index.Posts.GetValueOrDefault(code);

    /// <summary>The body with this code.</summary>
    public Body? Body(string code) => Index.Bodies.GetValueOrDefault(code);

    /// <summary>The priority with this code.</summary>
    public Priority? Priority(string code) => Index.Priorities.GetValueOrDefault(code);

    /// <summary>The key action with this code.</summary>
    public KeyAction? Action(string code) => Index.Actions.GetValueOrDefault(code);

    /// <summary>The deliverable with this code.</summary>
    public Deliverable? Deliverable(string code) => Index.Deliverables.GetValueOrDefault(code);

    /// <summary>The line of the board's business plan with this code.</summary>
    public BusinessPlanLine? BusinessPlanLine(string code) => Index.BusinessPlan.GetValueOrDefault(code);

    /// <summary>The deliverable, or the line of the business plan, with this code.</summary>
    public Promise? Promise(string code) =>
        Deliverable(code) is { } deliverable ? Plans.Promise.Of(deliverable) : BusinessPlanLine(code) is { } line ? Plans.Promise.Of(line) : null;

    /// <summary>What a measure, deliverable or line of the business plan is called; null when the code is none of them.</summary>
    public string? NameOf(string code) => Indicator(code)?.Name ?? Promise(code)?.Text;

    /// <summary>The measure with this code.</summary>
    public Indicator? Indicator(string code) => Index.Indicators.GetValueOrDefault(code);

    /// <summary>The measures that are parts of this one, in the plan's order.</summary>
    public IReadOnlyList<Indicator> PartsOf(string indicatorCode) => [.. Index.Parts[indicatorCode]];

    /// <summary>A measure with everything that it is a part of and all parts of that, the topmost first.</summary>
    public IReadOnlyList<Indicator> FamilyOf(Indicator indicator)
    {
        Indicator root = indicator;
        while (root.Parent is { } parent && Indicator(parent) is { } above)
        {
            root = above;
        }

        List<Indicator> family = [root];
        for (int place = 0; place < family.Count; place++)
        {
            family.AddRange(PartsOf(family[place].Code));
        }

        return family;
    }

    /// <summary>The first of a measure's family that counts people, so that small numbers are hidden in all of it; null when none does.</summary>
    public Indicator? CountsPeopleIn(Indicator indicator) =>
        FamilyOf(indicator).FirstOrDefault(member => member is { HasFigure: true, CountsPeople: true });

    /// <summary>The targets of a measure, in order of the periods' ends.</summary>
    public IReadOnlyList<Target> TargetsOf(string indicatorCode) => [.. Index.Targets[indicatorCode]];

    /// <summary>The earlier figures of a measure, in order of the periods' ends.</summary>
    public IReadOnlyList<PlanFigure> FiguresOf(string indicatorCode) => [.. Index.Figures[indicatorCode]];

    /// <summary>The comparators of a measure, in order of the periods' ends.</summary>
    public IReadOnlyList<Comparator> ComparatorsOf(string indicatorCode) => [.. Index.Comparators[indicatorCode]];

    /// <summary>The changes of a measure's definition, in order of time.</summary>
    public IReadOnlyList<DefinitionChange> DefinitionChangesOf(string indicatorCode) => [.. Index.DefinitionChanges[indicatorCode]];

    /// <summary>The deliverables of a key action, in the plan's order.</summary>
    public IReadOnlyList<Deliverable> DeliverablesOf(string actionCode) => [.. Index.DeliverablesByAction[actionCode]];

    /// <summary>Who an owner column means: the person, the post's holder or the body's secretary; null when there is nobody.</summary>
    public Person? NamedHolder(Owner? owner) => owner switch
    {
        { Kind: OwnerKind.Person, Code: string email } => Person(email),
        { Kind: OwnerKind.Post, Code: string code } => Post(code)?.Holder is { } holder ? Person(holder) : null,
        { Kind: OwnerKind.Body, Code: string code } => Body(code)?.Secretary is { } secretary ? Person(secretary) : null,
        _ => null,
    };

    /// <summary>The person who is asked: whom the owner column means, or the project manager when there is nobody.</summary>
    public Person HolderOf(Owner? owner) => NamedHolder(owner) ?? FirstProjectManager;

    /// <summary>The project manager who is asked when there is nobody else.</summary>
    public Person FirstProjectManager =>
        ProjectManagers.Count > 0 ? ProjectManagers[0] : throw new InvalidOperationException($"The plan of {Partnership.Name} has nobody with the role project-manager.");
}
