using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.Documents.Packs;

/// <summary>
/// The plan's actions with their milestones. A group reads them in the body, each under its priority and heading; a board's report of several
/// groups has the milestones in one table for each, and who does what with whom in a list behind the appendices.
/// </summary>
internal sealed class ActionSections(PackPage page, PackPart part)
{
    /// <summary>Every action under a heading of its own, with its facts and milestones; the topmost headings have the level given.</summary>
    public void InFull(int level)
    {
        foreach (IGrouping<string, PackKeyAction> served in part.KeyActions.GroupBy(action => string.Join(';', action.Serves)))
        {
            PackPriority[] priorities = [.. part.Priorities.Where(priority => served.First().Serves.Contains(priority.Code))];
            Priorities(priorities, level);
            int below = priorities.Length > 0 ? level + 1 : level;
            foreach (IGrouping<string, PackKeyAction> group in served.GroupBy(action => action.GroupHeading ?? ""))
            {
                if (group.Key.Length > 0)
                {
                    page.Heading(below, group.Key);
                }

                foreach (PackKeyAction action in group)
                {
                    Action(action, group.Key.Length > 0 ? below + 1 : below);
                }
            }
        }

        HashSet<string> printed = [.. part.KeyActions.SelectMany(action => action.Milestones)];
        InOneTable([.. part.Milestones.Where(milestone => !printed.Contains(milestone.Code))]);
    }

    /// <summary>Milestones in one table, whatever they belong to.</summary>
    public void InOneTable(IReadOnlyList<PackMilestone> milestones)
    {
        Dictionary<string, string?> strategic = new(StringComparer.Ordinal);
        foreach (PackKeyAction action in part.KeyActions)
        {
            foreach (string code in action.Milestones)
            {
                strategic.TryAdd(code, action.StrategicLead);
            }
        }

        if (milestones.Count > 0)
        {
            bool hasStrategicLead = milestones.Any(milestone => Differs(milestone.StrategicLead, strategic.GetValueOrDefault(milestone.Code)));
            Milestones($"Milestones, {part.BodyName}", milestones, hasLead: true, hasStrategicLead);
        }
    }

    /// <summary>The actions as a list, without their milestones.</summary>
    public void AsList()
    {
        (Column Column, Func<PackKeyAction, string?> Words)[] columns =
        [
            .. new (Column Column, Func<PackKeyAction, string?> Words)[]
            {
                (new Column("Serves"), action => string.Join(", ", action.Serves)),
                (new Column("Heading in the plan"), action => action.GroupHeading),
                (new Column("Strategic lead"), action => action.StrategicLead),
                (new Column("Lead"), action => action.Lead),
                (new Column("Other groups"), action => Joined(action.OtherGroups)),
                (new Column("Partners"), action => Joined(action.Partners)),
                (new Column("Linked plans"), action => Joined(action.LinkedPlans)),
                (new Column("Resources"), action => action.Resources),
                (new Column("Commentary", ColumnKind.Wide), action => action.Commentary),
            }.Where(column => part.KeyActions.Any(action => !string.IsNullOrWhiteSpace(column.Words(action)))),
        ];
        page.Table(
            $"Actions of the plan, {part.BodyName}",
            [new Column("Code", ColumnKind.Code), new Column("Action", ColumnKind.Wide), .. columns.Select(column => column.Column)],
            part.KeyActions.Select(action => (IReadOnlyList<Cell>)
            [
                Cell.Of(action.Code), Cell.Of(action.Text), .. columns.Select(column => Cell.Of(column.Words(action), "Not given")),
            ]));
    }

    private void Priorities(PackPriority[] priorities, int level)
    {
        if (priorities.Length == 0)
        {
            return;
        }

        page.Heading(level, string.Join("; ", priorities.Select(priority => priority.Title)));
        foreach (PackPriority priority in priorities)
        {
            page.Facts(
            [
                ("Part of", priority.PartOf),
                ("Cross-cutting theme", Joined(priority.CrossedBy)),
                ("Area of focus", priority.IsAreaOfFocus ? "Yes" : null),
                ("Young people's choice", priority.IsYoungPeoples ? "Yes" : null),
            ]);
        }
    }

    private void Action(PackKeyAction action, int level)
    {
        string[] lines = action.Text.ReplaceLineEndings("\n").Split('\n', 2);
        page.Heading(level, $"{action.Code} {lines[0]}", "action");
        if (lines.Length > 1)
        {
            page.Plain(lines[1].Trim());
        }

        page.Facts(
        [
            ("Strategic lead", action.StrategicLead),
            ("Lead", action.Lead),
            ("Other groups", Joined(action.OtherGroups)),
            ("Partners", Joined(action.Partners)),
            ("Linked plans", Joined(action.LinkedPlans)),
            ("Resources", action.Resources),
            ("Commentary", action.Commentary),
            ("Measures", action.Measures.Count == 0 ? null : $"{string.Join(", ", action.Measures)} (in appendix A)"),
        ]);
        PackMilestone[] milestones = [.. part.Milestones.Where(milestone => action.Milestones.Contains(milestone.Code)), .. action.NotAsked];
        if (milestones.Length > 0)
        {
            Milestones(
                $"Milestones of {action.Code}",
                milestones,
                milestones.Any(milestone => milestone.Lead != action.Lead),
                milestones.Any(milestone => Differs(milestone.StrategicLead, action.StrategicLead)));
        }
    }

    // What the action says already, or nothing says, has no column.
    private void Milestones(string caption, IReadOnlyList<PackMilestone> milestones, bool hasLead, bool hasStrategicLead)
    {
        (bool Stands, Column Column, Func<PackMilestone, Cell> Cell)[] columns =
        [
            (true, new("Code", ColumnKind.Code), milestone => Cell.Of(milestone.Code)),
            (true, new("Milestone", ColumnKind.Wide), milestone => Cell.Of(milestone.Text)),
            (milestones.Any(one => one.Target is not null), new("Target", ColumnKind.Wide), milestone => Cell.Of(milestone.Target, "None given")),
            (hasLead, new("Lead"), milestone => Cell.Of(milestone.Lead, "No lead named")),
            (hasStrategicLead, new("Strategic lead"), milestone => Cell.Of(milestone.StrategicLead, "Nobody named")),
            (milestones.Any(one => one.Due is not null), new("Due", ColumnKind.Date), milestone => Cell.Of(milestone.Due, "No date given")),
            (true, new("Where it is"), milestone => Cell.Of(milestone.State)),
            (milestones.Any(one => one.Comment is not null), new("Comment", ColumnKind.Wide), milestone => Cell.Of(milestone.Comment, "No comment")),
        ];
        columns = [.. columns.Where(column => column.Stands)];
        page.Table(
            caption,
            [.. columns.Select(column => column.Column)],
            milestones.Select(milestone => (IReadOnlyList<Cell>)[.. columns.Select(column => column.Cell(milestone))]));
    }

    private static bool Differs(string? own, string? ofAction) => own is not null && own != ofAction;

    // Names may hold commas.
    private static string Joined(IEnumerable<string> names) => string.Join("; ", names);
}
