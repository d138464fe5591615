using QuarterlyCycle.App.Records;
using QuarterlyCycle.Documents.Emails;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>Receipts, built from what is stored: for figures, for corrections, for a new link, and word to an officer for whom somebody answered.</summary>
public sealed class AnswerReceiptMail(QuarterRecords records, MailMeasures measures, RequestLinks links) : MailPart
{
    public override IReadOnlyList<string> Purposes => ["E7", "E19", "E23", "E24", "E25", "E45"];

    public override async Task<Email?> Write(OutboxRow row, MailScene scene, CancellationToken cancellation)
    {
        string officer = row.About(MailSubjects.Officer);
        if (row.Purpose == "E25")
        {
            return new NewLinkEmail
            {
                Recipient = scene.Recipient.Name,
                Quarter = scene.Quarter,
                DueUtc = scene.Timetable.DueUtc,
                Url = await links.Url(scene.Code, officer, cancellation),
            };
        }

        List<Submission> stored = await StoredBy(row, scene.Code, cancellation);
        return (stored.Count, row.Purpose) switch
        {
            (0, _) => null,
            (_, "E7") => await Receipt(scene, officer, stored, cancellation),
            (_, "E19") => await AnsweredForYou(scene, officer, stored, cancellation),
            (_, "E23") => await Correction(scene, stored[0], cancellation),
            (_, "E24") => AfterIssue(scene, stored[0], await Url(scene, officer, cancellation)),
            _ => await ToDecide(scene, stored[0], cancellation),
        };
    }

    private async Task<ReceiptEmail> Receipt(MailScene scene, string officer, List<Submission> stored, CancellationToken cancellation)
    {
        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfOfficer(scene.Code, officer, cancellation);
        List<RequestedFigure> outstanding = [.. figures.Where(figure => figure.IsOutstanding)];
        DateTime dueUtc = outstanding.Select(figure => figure.DueUtc(scene.Timetable)).DefaultIfEmpty(scene.Timetable.DueUtc).Min();
        HashSet<string> sent = [.. stored.Select(submission => submission.Code)];
        List<string> reviewers = [];
        foreach (string reviewer in figures.Where(figure => sent.Contains(figure.Code)).Select(figure => figure.Reviewer).Distinct())
        {
            reviewers.Add((await records.People.Of(reviewer, cancellation)).Name);
        }

        List<StoredAnswer> answers = [];
        foreach (Submission submission in stored)
        {
            answers.Add(await measures.Stored(scene, submission, replaced: null, cancellation));
        }

        return new ReceiptEmail
        {
            Recipient = scene.Recipient.Name,
            Quarter = scene.Quarter,
            Reference = stored[0].Reference,
            SentAtUtc = stored[0].AtUtc,
            Answers = answers,
            Outstanding = [.. outstanding.Select(figure => MailMeasures.Named(scene, figure, dueUtc))],
            DueUtc = dueUtc,
            CorrectionsStopUtc = scene.Timetable.CorrectionsStopUtc,
            Reviewers = reviewers,
            ReviewByUtc = scene.Timetable.CorrectionsStopUtc,
            Url = await IsTheirs(scene, officer, cancellation)
                ? await links.Url(scene.Code, officer, RequestLinks.EndsUtc(scene.Timetable, figures), cancellation)
                : scene.Page("/cycle"),
        };
    }

    private async Task<AnsweredForYouEmail> AnsweredForYou(MailScene scene, string officer, List<Submission> stored, CancellationToken cancellation) => new()
    {
        Recipient = scene.Recipient.Name,
        Quarter = scene.Quarter,
        Colleague = (await records.People.Of(stored[0].By, cancellation)).Name,
        Measures = [.. stored.Select(submission => new NamedMeasure(submission.Code, MailMeasures.NameOf(scene.Plan, submission.Code)))],
        SentAtUtc = stored[0].AtUtc,
        Url = await Url(scene, officer, cancellation),
    };

    private async Task<CorrectionRecordedEmail> Correction(MailScene scene, Submission correction, CancellationToken cancellation)
    {
        Submission? replaced = correction.Corrects is { } number ? await records.Submissions.Get(scene.Code, correction.Code, number, cancellation) : null;
        RequestedFigure figure = await records.Figures.Of(scene.Code, correction.Code, cancellation);
        bool isIssued = (await IssuedIn(scene, figure, cancellation)).Count > 0;
        return new CorrectionRecordedEmail
        {
            Recipient = scene.Recipient.Name,
            Quarter = scene.Quarter,
            Code = correction.Code,
            Name = MailMeasures.NameOf(scene.Plan, correction.Code),
            ChangedAtUtc = correction.AtUtc,
            Answer = await measures.Stored(scene, correction, replaced, cancellation),
            Why = WhyWords(correction.CorrectionReason),
            Effect = isIssued ? "The issued report stays as it is."
                : figure.LostItsAgreement ? "The figure was agreed, so it has to be agreed again."
                : "Nothing else changes.",
            CorrectionsStopUtc = figure.CorrectionsStopUtc(scene.Timetable),
        };
    }

    private static CorrectionAfterIssueEmail AfterIssue(MailScene scene, Submission correction, string url) => new()
    {
        Recipient = scene.Recipient.Name,
        Quarter = scene.Quarter,
        Code = correction.Code,
        Name = MailMeasures.NameOf(scene.Plan, correction.Code),
        Url = url,
    };

    private async Task<LateCorrectionEmail> ToDecide(MailScene scene, Submission correction, CancellationToken cancellation)
    {
        RequestedFigure figure = await records.Figures.Of(scene.Code, correction.Code, cancellation);
        return new LateCorrectionEmail
        {
            Recipient = scene.Recipient.Name,
            Quarter = scene.Quarter,
            Code = correction.Code,
            Name = MailMeasures.NameOf(scene.Plan, correction.Code),
            Officer = (await records.People.Of(correction.By, cancellation)).Name,
            Why = WhyWords(correction.CorrectionReason),
            IssuedIn = await IssuedIn(scene, figure, cancellation),
            Url = scene.Page($"/cycle/measures/{correction.Code}"),
        };
    }

    /// <summary>The reason of a correction in words.</summary>
    internal static string WhyWords(CorrectionReason? reason) => reason switch
    {
        CorrectionReason.TypingMistake => "a typing mistake",
        CorrectionReason.LateData => "late data",
        CorrectionReason.WrongPeriod => "the wrong period",
        CorrectionReason.Definition => "another definition",
        _ => "no reason was given",
    };

    private async Task<IReadOnlyList<string>> IssuedIn(MailScene scene, RequestedFigure figure, CancellationToken cancellation)
    {
        List<string> issued = [];
        foreach (string body in figure.Bodies)
        {
            if (await records.Packs.Issued(scene.Code, body, cancellation) is { } version)
            {
                issued.Add(Report(scene, body, version));
            }
        }

        return issued;
    }

    private static string Report(MailScene scene, string body, PackVersion version) =>
        FormattableString.Invariant($"{scene.Plan.Body(body)?.Name ?? body} report, version {version.Version}");

    // Nobody gets somebody else's personal link: who is not the officer or the stand-in signs in.
    private async Task<string> Url(MailScene scene, string officer, CancellationToken cancellation) =>
        await IsTheirs(scene, officer, cancellation) ? await links.Url(scene.Code, officer, cancellation) : scene.Page("/cycle");

    private async Task<bool> IsTheirs(MailScene scene, string officer, CancellationToken cancellation) =>
        scene.Recipient.Number == officer
        || (await records.People.WhoAnswers(officer, scene.Today, cancellation)).Number == scene.Recipient.Number;

    private async Task<List<Submission>> StoredBy(OutboxRow row, string cycle, CancellationToken cancellation)
    {
        string act = row.About(MailSubjects.Act);
        List<Submission> stored = [];
        foreach (string code in row.MeasuresOf())
        {
            stored.AddRange((await records.Submissions.All(cycle, code, cancellation)).Where(submission => submission.ActId == act));
        }

        return stored;
    }
}
