using QuarterlyCycle.Documents.Charts;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.Documents.Packs;

/// <summary>
/// What one group reports. In the group's own pack each subject is a section; in the board's pack the group is
/// the section and its subjects are headings one level down.
/// </summary>
internal sealed class PartSections(PackPage page, Pack pack, PackPart part)
{
    private readonly bool inBoardPack = pack.HoldsOthersParts;

    public void Write()
    {
        if (inBoardPack)
        {
            page.Section(part.IsBoardsOwn ? $"{part.BodyName}: its own work" : part.BodyName);
            string version = part.Version is { } number ? $"From version {number.ToString(System.Globalization.CultureInfo.InvariantCulture)} of the group's report. " : "";
            if (version.Length > 0 || part.SignOffWords is not null)
            {
                page.Paragraph($"{version}{part.SignOffWords}".Trim());
            }
        }

        Subject("At a glance");
        AtAGlance.Write(page, pack, part.Counts, part.BodyName, part switch
        {
            { BusinessPlan.Count: 0 } => "Milestones",
            { Milestones.Count: 0 } => "Business plan",
            _ => "Milestones and business plan",
        });
        MissingFigures();
        Exceptions();
        Questions();
        BusinessPlan();
        ActionsAndMilestones();
        new CircumstanceSections(page, part, Subject).Write();
        if (!part.IsBoardsOwn)
        {
            StandingQuestions();
        }

        Clinics();
    }

    private void Subject(string title)
    {
        if (inBoardPack)
        {
            page.Heading(3, title);
        }
        else
        {
            page.Section(title);
        }
    }

    private void Below(string title) => page.Heading(inBoardPack ? 4 : 3, title);

    private void MissingFigures()
    {
        Subject("Figures not supplied");
        if (part.MissingFigures.Count == 0)
        {
            page.Paragraph("Every figure asked for was supplied or has a reason.");
            return;
        }

        page.Paragraph(part.MissingFigures.Count == 1
            ? $"{part.Counts.MissingWords} was not supplied. Below: whose it was, and every request and reminder."
            : $"{part.Counts.MissingWords} were not supplied. Below: whose they were, and every request and reminder.");
        foreach (PackMissingFigure missing in part.MissingFigures)
        {
            Below($"{missing.Code} {missing.Name}");
            page.Paragraph(missing.Owner, lead: "Owner:");
            if (missing.Reason is { Length: > 0 } reason)
            {
                page.Paragraph(reason, lead: "What is known:");
            }

            if (missing.Chasing.Count == 0)
            {
                page.Paragraph("No request is on record.", lead: "Requests and reminders:");
                continue;
            }

            page.Paragraph("oldest first.", lead: "Requests and reminders,");
            page.Bullets(missing.Chasing.Select(line => $"{BritishWords.Instant(line.AtUtc)}: {line.Words}"));
        }
    }

    private void Exceptions()
    {
        Subject("Exceptions");
        if (part.Exceptions.Count == 0)
        {
            page.Paragraph("No measure needs attention.");
            return;
        }

        foreach (PackException exception in part.Exceptions)
        {
            Exception(exception);
        }
    }

    private void Exception(PackException exception)
    {
        PackMeasure measure = exception.Measure;
        Below($"{measure.Code} {measure.Name}");
        page.Html.Add($"<p class=\"plain\">");
        page.Status(measure.Status);
        page.Html.Add($" Figure <strong>{measure.Figure}{string.Concat(measure.Marks.Select(mark => $" [{mark}]"))}</strong>, target <strong>{measure.Target}</strong>.");
        page.Html.Add($" {string.Join(" ", Directions(measure))}</p>\n");
        page.Paragraph(measure.StatusRule is { Length: > 0 } rule ? $"{exception.Why} Rule: {rule}" : exception.Why, lead: "Why it is here:");
        if (measure.Past.Count > 0)
        {
            page.Chart(
                Finding(measure),
                $"{measure.Code} {measure.Name}, {measure.Past[0].Period} to {measure.Past[^1].Period}, with its target. Good is {measure.GoodIs.ToLowerInvariant()}. Source: figures supplied to {pack.Partnership}.",
                measure.Past,
                measure.Variation);
            FiguresSoFar(measure);
            bool hasChart = measure.Past.Count(point => point.Value is not null) >= TrendChart.FewestPoints;
            if (hasChart && measure.Variation is { Words: { Count: > 0 } words })
            {
                page.Paragraph(string.Join(' ', words), lead: "Variation:");
            }
        }

        page.Paragraph(measure.Commentary is { Length: > 0 } commentary ? commentary : "No commentary was given.", lead: "Commentary:");
        if (measure.Explanation is { Length: > 0 } explanation)
        {
            page.Paragraph(explanation, lead: "The officer's explanation of the figure:");
        }

        page.Paragraph(ActionWords(exception), lead: "Action:");
        if (exception.DecisionWanted is { Length: > 0 } wanted)
        {
            page.Paragraph(wanted, lead: "Decision wanted:");
        }
    }

    // The drawing's marks stand in the table too, for those who cannot see it.
    private void FiguresSoFar(PackMeasure measure)
    {
        List<Column> columns = [new("Period"), new("Figure", ColumnKind.Number), new("Target", ColumnKind.Number)];
        bool hasMarks = measure.Past.Any(point => point.Signal is not null || point.Break is not null);
        if (hasMarks)
        {
            columns.Add(new Column("Signal or break", ColumnKind.Wide));
        }

        page.Table(
            $"{measure.Code}, figures so far",
            columns,
            measure.Past.Select(point =>
            {
                List<Cell> cells = [Cell.Of(point.Period), Cell.Of(point.Figure), Cell.Of(point.Target, "No target set")];
                if (hasMarks)
                {
                    cells.Add(Cell.Of(string.Join(". ", new[] { point.Break, point.Signal }.OfType<string>()), "None"));
                }

                return (IReadOnlyList<Cell>)cells;
            }));
    }

    private static IEnumerable<string> Directions(PackMeasure measure)
    {
        if (measure.SinceLastQuarter is { } quarter)
        {
            yield return $"Since last quarter: {DirectionWords(quarter)}.";
        }

        if (measure.SinceLastYear is { } year)
        {
            yield return $"Since same quarter last year: {DirectionWords(year)}.";
        }
    }

    private static string DirectionWords(PackDirection direction) =>
        direction.Reason is { Length: > 0 } reason ? $"{direction.Words.ToLowerInvariant()} ({reason})" : direction.Words.ToLowerInvariant();

    private static string Finding(PackMeasure measure) => measure.SinceLastQuarter is { Arrow: not PackArrow.None } direction
        ? $"{measure.Code}: {measure.Status.Words.ToLowerInvariant()}, {direction.Words.ToLowerInvariant()} since last quarter"
        : $"{measure.Code}: {measure.Status.Words.ToLowerInvariant()}";

    private string ActionWords(PackException exception)
    {
        if (exception.Action is not { Length: > 0 } action)
        {
            return part.IsBoardsOwn ? "The board is asked to agree one." : part.GroupHasAnswered ? "The group recorded no action." : "The group has not yet recorded an action.";
        }

        string owner = exception.ActionOwner is { Length: > 0 } who ? $" {who}" : "";
        string due = exception.ActionDueDate is { } day ? $" by {BritishWords.LongDate(day)}" : "";
        return owner.Length + due.Length == 0 ? action : $"{(action[^1] is '.' or '?' or '!' ? action : action + ".")} Who and when:{owner}{(owner.Length > 0 && due.Length > 0 ? "," : "")}{due}.";
    }

    private void Questions()
    {
        Subject("Questions on figures");
        if (part.Questions.Count == 0)
        {
            page.Paragraph("No question was raised.");
            return;
        }

        foreach (PackQuestion question in part.Questions)
        {
            Below($"{question.Code} {question.Name.TrimEnd('.')}: {(question.IsOpen ? "Question open" : "Answered")}");
            page.Paragraph(question.Question, lead: $"{question.AskedBy} asked on {BritishWords.LongDate(question.AskedOn)}:");
            if (question.Thread.Count > 0)
            {
                page.Bullets(question.Thread);
            }
        }
    }

    private void BusinessPlan()
    {
        if (part.BusinessPlan.Count == 0)
        {
            return;
        }

        Subject("Business plan");
        foreach (PackPlanSection section in part.BusinessPlan)
        {
            Below(section.Heading);
            foreach (string target in section.Targets)
            {
                page.Paragraph(target, lead: "Target:");
            }

            page.Table(
                $"{section.Heading}, {part.BodyName}",
                [new Column("Code", ColumnKind.Code), new Column("Activity", ColumnKind.Wide), new Column("Responsible"), new Column("Due", ColumnKind.Date), new Column("Where it is"), new Column("Comment", ColumnKind.Wide)],
                section.Lines.Select(line => (IReadOnlyList<Cell>)
                [
                    Cell.Of(line.Code), Cell.Of(line.Text), Cell.Of(line.Lead, "Nobody named"), Cell.Of(line.Due, "No date given"), Cell.Of(line.State), Cell.Of(line.Comment, "No comment"),
                ]));
            foreach (string success in section.Success)
            {
                page.Paragraph(success, lead: "How success will be known:");
            }

            if (section.Measures.Count > 0)
            {
                page.Paragraph("in this quarter.", lead: "What the measures say");
                page.Bullets(section.Measures);
            }
        }
    }

    private void ActionsAndMilestones()
    {
        bool hasNone = part is { Actions.Count: 0, Milestones.Count: 0 } && (inBoardPack || part.KeyActions.Count == 0);
        if (hasNone && part.BusinessPlan.Count > 0)
        {
            return;
        }

        Subject("Actions and milestones");
        if (hasNone)
        {
            page.Paragraph("There are no actions or milestones this quarter.");
            return;
        }

        if (part.Actions.Count > 0)
        {
            page.Table(
                $"Actions, {part.BodyName}",
                [new Column("About", ColumnKind.Code), new Column("Action", ColumnKind.Wide), new Column("Who"), new Column("By when", ColumnKind.Date), new Column("State")],
                part.Actions.Select(action => (IReadOnlyList<Cell>)
                [
                    Cell.Of(action.About), Cell.Of(action.Text), Cell.Of(action.Owner, "No owner named"),
                    Cell.Of(action.DueDate is { } due ? BritishWords.Date(due) : null, "No date given"), Cell.Of(action.State),
                ]));
        }

        ActionSections planned = new(page, part);
        if (inBoardPack)
        {
            planned.InOneTable(part.Milestones);
        }
        else
        {
            planned.InFull(level: 3);
        }
    }

    private void StandingQuestions()
    {
        string notYet = part.GroupHasAnswered ? "The group gave no answer." : "The group has not yet answered.";
        Subject("Effect on black and minority ethnic, disabled and disadvantaged children");
        page.Paragraph(part.EqualityAnswer is { Length: > 0 } answer ? answer : notYet);

        Subject("Areas of concern");
        foreach (string concern in part.AreasOfConcern)
        {
            page.Paragraph(concern);
        }

        if (part.AreasOfConcern.Count == 0)
        {
            page.Paragraph(part.GroupHasAnswered ? "The group has no areas of concern to report." : "The group has not yet answered.");
        }
    }

    private void Clinics()
    {
        if (part.Clinics.Count == 0)
        {
            return;
        }

        Subject("Performance clinics");
        page.Table(
            $"Performance clinics, {part.BodyName}",
            [new Column("Code", ColumnKind.Code), new Column("Measure", ColumnKind.Wide), new Column("Trigger"), new Column("State"), new Column("Held", ColumnKind.Date), new Column("Findings", ColumnKind.Wide), new Column("Reports by", ColumnKind.Date)],
            part.Clinics.Select(clinic => (IReadOnlyList<Cell>)
            [
                Cell.Of(clinic.Code), Cell.Of(clinic.Name), Cell.Of(clinic.Trigger), Cell.Of(clinic.State),
                Cell.Of(clinic.HeldOn is { } held ? BritishWords.Date(held) : null, "Not held"),
                Cell.Of(clinic.Findings, IsDeclined(clinic) ? "None" : "None yet"),
                Cell.Of(clinic.ReportByDate is { } reportBy ? BritishWords.Date(reportBy) : null, NoReportDate(clinic)),
            ]));
    }

    private static string NoReportDate(PackClinic clinic) =>
        clinic.State is "Reported" or "Closed" ? "Reported" : IsDeclined(clinic) ? "No report" : "Not fixed";

    private static bool IsDeclined(PackClinic clinic) => clinic.State.StartsWith("Declined", StringComparison.Ordinal);
}
