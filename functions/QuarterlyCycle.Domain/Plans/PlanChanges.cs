using QuarterlyCycle.Domain.Plans.Sheets;

namespace QuarterlyCycle.Domain.Plans;

/// <summary>What an import does to one row.</summary>
public enum PlanChangeKind
{
    /// <summary>The row is new.</summary>
    Added,

    /// <summary>The row has other cells than before.</summary>
    Changed,

    /// <summary>The measure is no longer asked; its figures stay.</summary>
    Retired,

    /// <summary>The row is gone.</summary>
    Removed,
}

/// <summary>One cell before and after.</summary>
public sealed record CellChange(string Column, string Before, string After);

/// <summary>What an import does to one row, named by its code or whatever else is its own.</summary>
public sealed record PlanChange(PlanChangeKind Kind, string Sheet, string Row, IReadOnlyList<CellChange> Cells);

/// <summary>What a second import adds, changes and retires, shown before it acts.</summary>
public static class PlanChanges
{
    /// <summary>The new plan with the measures that it leaves out although they have figures: they are retired, never deleted.</summary>
    public static Plan Retain(Plan? old, Plan next, Func<string, bool> hasFigures)
    {
        List<Indicator> leftOut =
        [
            .. (old?.Indicators ?? []).Where(indicator => next.Indicator(indicator.Code) is null && (hasFigures(indicator.Code) || old!.FiguresOf(indicator.Code).Count > 0)),
        ];
        if (leftOut.Count == 0)
        {
            return next;
        }

        return next with
        {
            Indicators = [.. next.Indicators, .. leftOut.Select(indicator => Retired(indicator, next))],
            Figures = [.. next.Figures, .. leftOut.SelectMany(indicator => old!.FiguresOf(indicator.Code))],
        };
    }

    /// <summary>Every row that is added, changed, retired or removed, in the order of the sheets; everything is added when there was no plan.</summary>
    public static IReadOnlyList<PlanChange> Between(Plan? old, Plan next)
    {
        IReadOnlyList<PlanSheet> before = old is null ? [] : PlanWriter.Write(old);
        IReadOnlyList<PlanSheet> after = PlanWriter.Write(next);
        List<PlanChange> changes = [];
        foreach (SheetForm form in SheetForms.All)
        {
            Dictionary<string, Dictionary<string, string>> was = Rows(form, before);
            Dictionary<string, Dictionary<string, string>> now = Rows(form, after);
            foreach ((string row, Dictionary<string, string> cells) in now)
            {
                if (Compare(form, row, was.GetValueOrDefault(row), cells) is { } change)
                {
                    changes.Add(change);
                }
            }

            changes.AddRange(was.Keys.Where(row => !now.ContainsKey(row)).Select(row => new PlanChange(PlanChangeKind.Removed, form.Name, row, [])));
        }

        return changes;
    }

    private static PlanChange? Compare(SheetForm form, string row, Dictionary<string, string>? was, Dictionary<string, string> now)
    {
        if (was is null)
        {
            return new PlanChange(PlanChangeKind.Added, form.Name, row, []);
        }

        List<CellChange> cells =
        [
            .. form.Columns
                .Select(column => new CellChange(column.Name, was.GetValueOrDefault(column.Name, ""), now.GetValueOrDefault(column.Name, "")))
                .Where(cell => cell.Before != cell.After),
        ];
        string retired = ChoiceWords.Of(IndicatorState.Retired);
        bool isRetired = form.Name == "indicators" && cells.Exists(cell => cell.Column == "state" && cell.After == retired);
        return cells.Count == 0 ? null : new PlanChange(isRetired ? PlanChangeKind.Retired : PlanChangeKind.Changed, form.Name, row, cells);
    }

    // A row without an identity of its own is told by all its words: changing it shows as one removed and one added.
    private static Dictionary<string, Dictionary<string, string>> Rows(SheetForm form, IReadOnlyList<PlanSheet> sheets)
    {
        Dictionary<string, Dictionary<string, string>> rows = [];
        PlanSheet? sheet = sheets.FirstOrDefault(one => one.Name == form.Name);
        IReadOnlyList<string> identity = form.Key is { } key ? [key.Name] : form.UniqueTogether;
        foreach (PlanRow row in sheet?.Rows ?? [])
        {
            Dictionary<string, string> cells = sheet!.Headers.Select((header, column) => (header, cell: row.Cell(column))).ToDictionary(pair => pair.header, pair => pair.cell);
            IEnumerable<string> parts = identity.Count > 0 ? identity.Select(column => cells.GetValueOrDefault(column, "")) : form.Columns.Select(column => cells.GetValueOrDefault(column.Name, ""));
            rows.TryAdd(string.Join(' ', parts.Where(part => part.Length > 0)), cells);
        }

        return rows;
    }

    // What the measure named may be gone from the new plan; a name that leads nowhere would be an error there.
    private static Indicator Retired(Indicator indicator, Plan next)
    {
        List<string> bodies = [.. indicator.Bodies.Where(code => next.Body(code) is not null)];
        return indicator with
        {
            State = IndicatorState.Retired,
            Bodies = bodies.Count > 0 ? bodies : [.. next.Bodies.Take(1).Select(body => body.Code)],
            Compiling = Known(indicator.Compiling, next),
            Lead = Known(indicator.Lead, next),
            Accountable = indicator.Accountable is { } email && next.Person(email) is not null ? email : null,
            Parent = null,
            Action = indicator.Action is { } action && next.Action(action) is not null ? action : null,
            Helpers = [.. indicator.Helpers.Where(helper => next.Person(helper) is not null)],
        };
    }

    private static Owner Known(Owner? owner, Plan next)
    {
        bool isKnown = owner switch
        {
            { Kind: OwnerKind.Person } => next.Person(owner.Code) is not null,
            { Kind: OwnerKind.Post } => next.Post(owner.Code) is not null,
            { Kind: OwnerKind.Body } => next.Body(owner.Code) is not null,
            _ => false,
        };
        return isKnown ? owner! : new Owner(OwnerKind.Person, next.FirstProjectManager.Email);
    }
}
