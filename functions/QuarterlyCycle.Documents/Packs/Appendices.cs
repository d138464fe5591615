using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.Documents.Packs;

/// <summary>The lettered appendices: all measures, comparators, revisions and changes.</summary>
internal static class Appendices
{
    private const int LongestTarget = 40;

    private static readonly IReadOnlyList<Column> PerformanceColumns =
    [
        new("Code", ColumnKind.Code),
        new("Measure", ColumnKind.Wide),
        new("Good is"),
        new("Target", ColumnKind.Number),
        new("Figure", ColumnKind.Number),
        new("Status"),
        new("Since last quarter"),
        new("Since same quarter last year"),
        new("Year to date", ColumnKind.Number),
        new("Notes", ColumnKind.Wide),
    ];

    public static void Write(PackPage page, Pack pack)
    {
        AllMeasures(page, pack);
        Comparators(page, pack);
        Changes(page, pack);
        PrioritiesAndActions(page, pack);
    }

    private static void AllMeasures(PackPage page, Pack pack)
    {
        page.Html.Add($"<div class=\"landscape\">\n");
        page.Unnumbered("appendix-a", "Appendix A: all measures");
        foreach (PackPart part in pack.Parts)
        {
            if (pack.Kind == PackKind.Board)
            {
                page.Heading(3, part.BodyName);
            }

            if (part.Measures.Count == 0)
            {
                page.Plain("This group has no measures this quarter.");
                continue;
            }

            page.Table($"Performance, {part.BodyName}, quarter {pack.Quarter.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)} ({BritishWords.Months(pack.Quarter)})", PerformanceColumns, part.Measures.Select(Performance));
            Commentary(page, part);
            AboutEachMeasure(page, part);
        }

        page.Html.Add($"</div>\n");
    }

    private static IReadOnlyList<Cell> Performance(PackMeasure measure) =>
    [
        Cell.Of(measure.Code),
        Cell.Of(measure.Name),
        Cell.Of(measure.GoodIs),
        Cell.Of(IsInWords(measure) ? "In words: see notes" : measure.Target),
        Cell.Of(measure.Figure, measure.Marks),
        Cell.Of(measure.Status),
        Cell.Of(measure.SinceLastQuarter),
        Cell.Of(measure.SinceLastYear),
        Cell.Of(measure.YearToDate),
        Cell.Of(string.Join(" ", Notes(measure)), "None"),
    ];

    // A sentence has no room in a column of numbers.
    private static bool IsInWords(PackMeasure measure) => measure.Target.Length > LongestTarget;

    private static IEnumerable<string> Notes(PackMeasure measure)
    {
        if (IsInWords(measure))
        {
            yield return $"Target in the plan: \u201c{measure.Target}\u201d.";
        }

        if (measure.IsProvisional)
        {
            yield return "Provisional.";
        }

        if (measure.QuestionIsOpen)
        {
            yield return "Question open.";
        }

        foreach (string note in measure.Notes)
        {
            yield return note;
        }

        if (measure.SharedWith.Count > 0)
        {
            yield return $"Also in the report of {string.Join(" and ", measure.SharedWith)}.";
        }
    }

    private static void Commentary(PackPage page, PackPart part)
    {
        List<PackMeasure> said = part.Measures.Where(measure => measure.Commentary is { Length: > 0 } || measure.Explanation is { Length: > 0 }).ToList();
        if (said.Count == 0)
        {
            return;
        }

        page.Table(
            $"Commentary, {part.BodyName}",
            [new Column("Code", ColumnKind.Code), new Column("Measure"), new Column("Commentary", ColumnKind.Wide), new Column("Explanation of an unusual figure", ColumnKind.Wide)],
            said.Select(measure => (IReadOnlyList<Cell>)[Cell.Of(measure.Code), Cell.Of(measure.Name), Cell.Of(measure.Commentary, "None"), Cell.Of(measure.Explanation, "None")]));
    }

    // A plan need not say all of this; what it says of no measure has no column, and a measure of which it says nothing no row.
    private static void AboutEachMeasure(PackPage page, PackPart part)
    {
        (Column Column, Func<PackMeasure, string?> Words)[] columns =
        [
            .. new (Column Column, Func<PackMeasure, string?> Words)[]
            {
                (new Column("How it is counted", ColumnKind.Wide), measure => measure.Definition),
                (new Column("Reference"), measure => measure.Reference),
                (new Column("Scope"), measure => measure.Scope),
                (new Column("Baseline"), measure => measure.Baseline),
                (new Column("Target set by"), measure => measure.TargetSetBy),
            }.Where(column => part.Measures.Any(measure => column.Words(measure) is not null)),
        ];
        PackMeasure[] known = [.. part.Measures.Where(measure => columns.Any(column => column.Words(measure) is not null))];
        if (known.Length == 0)
        {
            return;
        }

        page.Table(
            $"About each measure, {part.BodyName}",
            [new Column("Code", ColumnKind.Code), new Column("Measure", ColumnKind.Wide), .. columns.Select(column => column.Column)],
            known.Select(measure => (IReadOnlyList<Cell>)
            [
                Cell.Of(measure.Code), Cell.Of(measure.Name), .. columns.Select(column => Cell.Of(column.Words(measure), "Not given")),
            ]));
    }

    // A group reads its priorities and actions in the body; a report of several would be too long with them there.
    private static void PrioritiesAndActions(PackPage page, Pack pack)
    {
        PackPart[] parts = pack.HoldsOthersParts ? [.. pack.Parts.Where(part => part.KeyActions.Count > 0)] : [];
        if (pack.Priorities.Count == 0 && parts.Length == 0)
        {
            return;
        }

        page.Html.Add($"<div class=\"landscape\">\n");
        page.Unnumbered("plan", "Priorities and actions of the plan");
        if (pack.Priorities.Count > 0)
        {
            Priorities(page, pack.Priorities);
        }

        foreach (PackPart part in parts)
        {
            page.Heading(3, part.BodyName);
            new ActionSections(page, part).AsList();
        }

        page.Html.Add($"</div>\n");
    }

    private static void Priorities(PackPage page, IReadOnlyList<PackPriority> priorities)
    {
        List<Column> columns = [new("Code", ColumnKind.Code), new("Kind"), new("Priority", ColumnKind.Wide)];
        (Column Column, Func<PackPriority, string?> Words, string IfNone)[] further =
        [
            .. new (Column Column, Func<PackPriority, string?> Words, string IfNone)[]
            {
                (new Column("Part of", ColumnKind.Code), priority => priority.Parent, "None"),
                (new Column("Area of focus"), priority => priority.IsAreaOfFocus ? "Yes" : null, "No"),
                (new Column("Young people's choice"), priority => priority.IsYoungPeoples ? "Yes" : null, "No"),
            }.Where(column => priorities.Any(priority => column.Words(priority) is not null)),
        ];
        page.Table(
            "Priorities of the plan",
            [.. columns, .. further.Select(column => column.Column)],
            priorities.Select(priority => (IReadOnlyList<Cell>)
            [
                Cell.Of(priority.Code), Cell.Of(priority.Kind), Cell.Of(priority.Text),
                .. further.Select(column => Cell.Of(column.Words(priority), column.IfNone)),
            ]));
    }

    private static void Comparators(PackPage page, Pack pack)
    {
        page.Html.Add($"<div class=\"landscape\">\n");
        page.Unnumbered("appendix-b", "Appendix B: comparators");
        if (pack.Parts.All(part => part.Comparators.Count == 0))
        {
            page.Plain("The plan compares none of these measures with others.");
            page.Html.Add($"</div>\n");
            return;
        }

        page.Plain("Others' figures are a place to start a conversation, not a target. They stand apart from status against target.");
        foreach (PackPart part in pack.Parts.Where(part => part.Comparators.Count > 0))
        {
            if (pack.Kind == PackKind.Board)
            {
                page.Heading(3, part.BodyName);
            }

            page.Table(
                $"Comparators, {part.BodyName}",
                [
                    new Column("Code", ColumnKind.Code), new Column("Measure", ColumnKind.Wide), new Column("Figure", ColumnKind.Number), new Column("Compared with"),
                    new Column("Their figure", ColumnKind.Number), new Column("Their period"), new Column("Members", ColumnKind.Number), new Column("Basis"), new Column("Rating"), new Column("Notes and source", ColumnKind.Wide),
                ],
                part.Comparators.Select(Comparator));
        }

        page.Html.Add($"</div>\n");
    }

    private static IReadOnlyList<Cell> Comparator(PackComparator comparator) =>
    [
        Cell.Of(comparator.Code),
        Cell.Of(comparator.Name),
        Cell.Of(comparator.Figure),
        Cell.Of(comparator.ComparedWith),
        Cell.Of(comparator.ComparatorFigure),
        Cell.Of(comparator.ComparatorPeriod),
        Cell.Of(comparator.Members?.ToString(System.Globalization.CultureInfo.InvariantCulture), "Not given"),
        Cell.Of(comparator.Basis, "Not given"),
        Cell.Of(new PackStatus(comparator.Rating, comparator.Symbol, PackColour.None)),
        Cell.Of(string.Join(" ", new[] { comparator.Rule, comparator.Notes, comparator.Source is { Length: > 0 } source ? $"Source: {source}" : null }.Where(text => !string.IsNullOrEmpty(text))), "None"),
    ];

    private static void Changes(PackPage page, Pack pack)
    {
        page.Html.Add($"<div class=\"landscape\">\n");
        page.Unnumbered("appendix-c", "Appendix C: revisions and changes");
        if (pack.Changes.Count == 0)
        {
            page.Plain(pack.Version == 1 ? "This is the first version; no figure was revised." : "No figure was changed since the version before.");
            page.Html.Add($"</div>\n");
            return;
        }

        PackChange[] earlier = [.. pack.Changes.Where(change => change.Quarter is not null)];
        if (earlier.Length > 0)
        {
            page.Table(
                "Figures of earlier quarters revised since their report",
                [
                    new Column("Code", ColumnKind.Code), new Column("Measure", ColumnKind.Wide), new Column("Quarter"), new Column("Was", ColumnKind.Number), new Column("Is now", ColumnKind.Number),
                    new Column("Kind of change"), new Column("Why", ColumnKind.Wide), new Column("On", ColumnKind.Date), new Column("Effect", ColumnKind.Wide),
                ],
                earlier.Select(change => (IReadOnlyList<Cell>)
                [
                    Cell.Of(change.Code), Cell.Of(change.Name), Cell.Of(change.Quarter, ""), Cell.Of(change.Old), Cell.Of(change.New), Cell.Of(change.Class), Cell.Of(change.Why, "Not given"),
                    Cell.Of(BritishWords.Date(change.ChangedOn)), Cell.Of(change.Effect, "None"),
                ]));
        }

        PackChange[] own = [.. pack.Changes.Where(change => change.Quarter is null)];
        if (own.Length > 0)
        {
            page.Table(
                "Figures changed since the version before",
                [
                    new Column("Code", ColumnKind.Code), new Column("Measure", ColumnKind.Wide), new Column("Was", ColumnKind.Number), new Column("Is now", ColumnKind.Number),
                    new Column("Kind of change"), new Column("Why", ColumnKind.Wide), new Column("On", ColumnKind.Date), new Column("Effect"), new Column("Since sign-off"),
                ],
                own.Select(change => (IReadOnlyList<Cell>)
                [
                    Cell.Of(change.Code), Cell.Of(change.Name), Cell.Of(change.Old), Cell.Of(change.New), Cell.Of(change.Class), Cell.Of(change.Why, "Not given"),
                    Cell.Of(BritishWords.Date(change.ChangedOn)), Cell.Of(change.Effect, "None"), Cell.Of(change.SinceSignOff ? "Yes" : "No"),
                ]));
        }

        page.Html.Add($"</div>\n");
    }
}
