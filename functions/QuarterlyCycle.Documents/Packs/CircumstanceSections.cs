using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.Documents.Packs;

/// <summary>
/// What the plan says beside the figures of a part: risks, dependencies and equality. <paramref name="subject"/> begins a section at the
/// part's own level.
/// </summary>
internal sealed class CircumstanceSections(PackPage page, PackPart part, Action<string> subject)
{
    public void Write()
    {
        RisksAndDependencies();
        Equality();
    }

    private void RisksAndDependencies()
    {
        if (part.Risks.Count == 0 && part.Dependencies.Count == 0)
        {
            return;
        }

        subject("Risks and dependencies");
        StandsBehind([.. part.Risks.Select(risk => risk.About), .. part.Dependencies.Select(dependency => dependency.About)]);
        if (part.Risks.Count > 0)
        {
            Column[] reviewed = part.Risks.Any(risk => risk.ReviewOn is not null) ? [new Column("Reviewed again", ColumnKind.Date)] : [];
            page.Table(
                $"Risks, {part.BodyName}",
                [
                    new Column("About", ColumnKind.Code), new Column("Risk", ColumnKind.Wide), new Column("Impact"), new Column("Likelihood"),
                    new Column("How it is managed", ColumnKind.Wide), new Column("Owner"), .. reviewed,
                ],
                part.Risks.Select(risk => (IReadOnlyList<Cell>)
                [
                    Cell.Of(risk.About), Cell.Of(risk.Risk), Cell.Of(risk.Impact, "Not given"), Cell.Of(risk.Likelihood, "Not given"),
                    Cell.Of(risk.HowManaged, "Not given"), Cell.Of(risk.Owner, "No owner named"),
                    .. reviewed.Select(_ => Cell.Of(risk.ReviewOn is { } day ? BritishWords.Date(day) : null, "No date given")),
                ]));
        }

        if (part.Dependencies.Count > 0)
        {
            page.Table(
                $"Dependencies, {part.BodyName}",
                [
                    new Column("About", ColumnKind.Code), new Column("Depends on", ColumnKind.Wide), new Column("Kind"), new Column("Responsible"),
                    new Column("Arrangement", ColumnKind.Wide), new Column("Critical"),
                ],
                part.Dependencies.Select(dependency => (IReadOnlyList<Cell>)
                [
                    Cell.Of(dependency.About), Cell.Of(dependency.On), Cell.Of(dependency.Kind, "Not given"),
                    Cell.Of(dependency.Responsible, "Not given"), Cell.Of(dependency.Arrangement, "Not given"), Cell.Of(dependency.IsCritical ? "Yes" : "No"),
                ]));
        }
    }

    // A reader has not the plan's codes by heart.
    private void StandsBehind(IReadOnlyCollection<string> codes)
    {
        List<string> subjects = [.. part.Subjects.Where(named => codes.Contains(named.Code)).Select(named => $"{named.Code}: {named.Text}")];
        if (subjects.Count > 0)
        {
            page.Paragraph(subjects.Count == 1 ? "What the code stands for in the plan:" : "What the codes stand for in the plan:");
            page.Bullets(subjects);
        }
    }

    private void Equality()
    {
        if (part.Equality.Count == 0)
        {
            return;
        }

        subject("Equality considerations");
        IEnumerable<string> explained = part.Risks.Select(risk => risk.About).Concat(part.Dependencies.Select(dependency => dependency.About));
        StandsBehind([.. part.Equality.Select(equality => equality.About).Except(explained)]);
        page.Table(
            $"Equality considerations, {part.BodyName}",
            [
                new Column("About", ColumnKind.Code), new Column("What the plan says", ColumnKind.Wide), new Column("Equality impact assessment"),
                new Column("Assessment due", ColumnKind.Date), new Column("Owner"),
            ],
            part.Equality.Select(equality => (IReadOnlyList<Cell>)
            [
                Cell.Of(equality.About), Cell.Of(equality.Statement), Cell.Of(equality.Assessment, "Not given"),
                Cell.Of(equality.AssessmentDue is { } due ? BritishWords.Date(due) : null, "No date given"),
                Cell.Of(equality.Owner, "No owner named"),
            ]));
    }
}
