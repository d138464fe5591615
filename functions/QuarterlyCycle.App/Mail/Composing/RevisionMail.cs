using System.Globalization;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Documents.Emails;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>
/// Word of a figure that was revised after corrections stopped: to the board's secretary (E65), a chair (E57), the lead officer (E38) and
/// the officer (E75).
/// </summary>
public sealed class RevisionMail(QuarterRecords records, PlanLibrary plans, IssuedReports reports, MailMeasures measures, PackLinks links) : MailPart
{
    public override IReadOnlyList<string> Purposes => ["E38", "E57", "E65", "E75"];

    public override async Task<Email?> Write(OutboxRow row, MailScene scene, CancellationToken cancellation)
    {
        string code = row.About(MailSubjects.Measure);
        string act = row.About(MailSubjects.Act);
        IReadOnlyList<Submission> all = await records.Submissions.All(scene.Code, code, cancellation);
        if (all.FirstOrDefault(submission => submission.ActId == act) is not { } revision)
        {
            return null;
        }

        Submission? before = all.FirstOrDefault(submission => submission.Number == revision.Corrects);
        RequestedFigure figure = await records.Figures.Of(scene.Code, code, cancellation);
        string? body = row.Subject.GetValueOrDefault(MailSubjects.Body);
        return new FigureRevisedEmail
        {
            Recipient = scene.Recipient.Name,
            Quarter = scene.Quarter,
            Code = code,
            Name = MailMeasures.NameOf(scene.Plan, code),
            RevisedBy = (await records.People.Of(revision.By, cancellation)).Name,
            Why = revision.Explanation ?? "",
            OldValue = before is null ? "Figure not supplied" : await measures.Value(scene, before, cancellation),
            NewValue = await measures.Value(scene, revision, cancellation),
            StandsIn = await Reports(figure, cancellation),
            As = row.Purpose switch
            {
                "E65" => RevisionHearer.Secretary,
                "E57" => RevisionHearer.Chair,
                "E38" => RevisionHearer.LeadOfficer,
                _ => RevisionHearer.Officer,
            },
            BodyName = body is null ? null : scene.Plan.Body(body)?.Name ?? body,
            Url = body is null ? null : links.Pack(row.About(MailSubjects.ReportCycle), body),
        };
    }

    private async Task<IReadOnlyList<string>> Reports(RequestedFigure figure, CancellationToken cancellation)
    {
        List<string> lines = [];
        foreach (PackVersion version in await reports.With(figure, cancellation))
        {
            Plan plan = await plans.ForCycle(version.Cycle, cancellation);
            string body = plan.Body(version.Body)?.Name ?? version.Body;
            string quarter = OpeningWords.QuarterName(Quarter.Parse(version.Cycle));
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{body}, {quarter}, version {version.Version}"));
        }

        return lines;
    }
}
