namespace QuarterlyCycle.Domain.Plans;

/// <summary>A plan's rows by code. Of two rows with one code the first counts; a plan read from sheets has no such two.</summary>
internal sealed class PlanIndex(Plan plan)
{
    public Plan Plan { get; } = plan;

    public Dictionary<string, Organisation> Organisations { get; } = ByCode(plan.Organisations, row => row.Code, StringComparer.Ordinal);

    public Dictionary<string, Person> People { get; } = ByCode(plan.People, row => row.Email, StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, Post> Posts { get; } = ByCode(plan.Posts, row => row.Code, StringComparer.Ordinal);

    public Dictionary<string, Body> Bodies { get; } = ByCode(plan.Bodies, row => row.Code, StringComparer.Ordinal);

    public Dictionary<string, Priority> Priorities { get; } = ByCode(plan.Priorities, row => row.Code, StringComparer.Ordinal);

    public Dictionary<string, KeyAction> Actions { get; } = ByCode(plan.Actions, row => row.Code, StringComparer.Ordinal);

    public Dictionary<string, Deliverable> Deliverables { get; } = ByCode(plan.Deliverables, row => row.Code, StringComparer.Ordinal);

    public Dictionary<string, BusinessPlanLine> BusinessPlan { get; } = ByCode(plan.BusinessPlan, row => row.Code, StringComparer.Ordinal);

    public Dictionary<string, Indicator> Indicators { get; } = ByCode(plan.Indicators, row => row.Code, StringComparer.Ordinal);

    public ILookup<string, Indicator> Parts { get; } = plan.Indicators.Where(row => row.Parent is not null).ToLookup(row => row.Parent!);

    public ILookup<string, Target> Targets { get; } = plan.Targets.OrderBy(row => row.Period.LastDay).ToLookup(row => row.Indicator);

    public ILookup<string, PlanFigure> Figures { get; } = plan.Figures.OrderBy(row => row.Period.LastDay).ToLookup(row => row.Indicator);

    public ILookup<string, Comparator> Comparators { get; } = plan.Comparators.OrderBy(row => row.Period.LastDay).ToLookup(row => row.Indicator);

    public ILookup<string, DefinitionChange> DefinitionChanges { get; } = plan.DefinitionChanges.OrderBy(row => row.FromPeriod.FirstDay).ToLookup(row => row.Indicator);

    public ILookup<string, Deliverable> DeliverablesByAction { get; } = plan.Deliverables.Where(row => row.Action is not null).ToLookup(row => row.Action!);

    public IReadOnlyList<Person> ProjectManagers { get; } = [.. plan.People.Where(person => person.Roles.Contains(Role.ProjectManager))];

    private static Dictionary<string, T> ByCode<T>(IReadOnlyList<T> rows, Func<T, string> code, StringComparer comparer)
    {
        Dictionary<string, T> byCode = new(rows.Count, comparer);
        foreach (T row in rows)
        {
            byCode.TryAdd(code(row), row);
        }

        return byCode;
    }
}
