using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Documents.Emails;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>What officers and reviewers say to each other about one figure.</summary>
public sealed class QuestionMail(QuarterRecords records, MailMeasures measures, RequestLinks links) : MailPart
{
    public override IReadOnlyList<string> Purposes => ["E20", "E21", "E22", "E32", "E34"];

    public override async Task<Email?> Write(OutboxRow row, MailScene scene, CancellationToken cancellation)
    {
        string code = row.About(MailSubjects.Measure);
        RequestedFigure figure = await records.Figures.Of(scene.Code, code, cancellation);
        if (row.Purpose == "E34")
        {
            return figure.LostItsAgreement ? await ChangedAfterAgreement(scene, figure, cancellation) : null;
        }

        Challenge challenge = await records.Challenges.Get(scene.Code, code, row.NumberOf(MailSubjects.Challenge), cancellation)
            ?? throw new InvalidOperationException($"The e-mail {row.MailKey} is about a question that is gone.");
        return (row.Purpose, challenge.State) switch
        {
            ("E20", ChallengeState.Open) => await Question(scene, challenge, cancellation),
            ("E22", ChallengeState.Open) => await SentBack(scene, challenge, cancellation),
            ("E21", _) => figure.Status == FigureStatus.Agreed ? await Agreed(scene, figure, cancellation) : null,
            ("E32", ChallengeState.Answered or ChallengeState.Corrected) => await Answer(scene, figure, challenge, cancellation),
            _ => null,
        };
    }

    private async Task<QuestionEmail> Question(MailScene scene, Challenge challenge, CancellationToken cancellation) => new()
    {
        Recipient = scene.Recipient.Name,
        Quarter = scene.Quarter,
        Code = challenge.Code,
        Name = MailMeasures.NameOf(scene.Plan, challenge.Code),
        AskedBy = await NameOf(challenge.RaisedBy, cancellation),
        Question = challenge.Words,
        AnswerByUtc = Standing.FivePm(challenge.AnswerByDate),
        Url = await links.Url(scene.Code, challenge.Officer, cancellation),
    };

    private async Task<SentBackEmail> SentBack(MailScene scene, Challenge challenge, CancellationToken cancellation) => new()
    {
        Recipient = scene.Recipient.Name,
        Quarter = scene.Quarter,
        Code = challenge.Code,
        Name = MailMeasures.NameOf(scene.Plan, challenge.Code),
        SentBackBy = await NameOf(challenge.RaisedBy, cancellation),
        Reason = challenge.Words,
        AnswerByUtc = Standing.FivePm(challenge.AnswerByDate),
        Url = await links.Url(scene.Code, challenge.Officer, cancellation),
    };

    private async Task<AgreedAfterQuestionEmail> Agreed(MailScene scene, RequestedFigure figure, CancellationToken cancellation) => new()
    {
        Recipient = scene.Recipient.Name,
        Quarter = scene.Quarter,
        Code = figure.Code,
        Name = MailMeasures.NameOf(scene.Plan, figure.Code),
        AgreedBy = await NameOf(figure.AgreedBy ?? figure.Reviewer, cancellation),
    };

    private async Task<AnswerToQuestionEmail> Answer(MailScene scene, RequestedFigure figure, Challenge challenge, CancellationToken cancellation)
    {
        bool isCorrected = challenge.State == ChallengeState.Corrected;
        Submission? inForce = figure.Submission is { } number ? await records.Submissions.Get(scene.Code, figure.Code, number, cancellation) : null;
        return new AnswerToQuestionEmail
        {
            Recipient = scene.Recipient.Name,
            Quarter = scene.Quarter,
            Code = challenge.Code,
            Name = MailMeasures.NameOf(scene.Plan, challenge.Code),
            Officer = await NameOf(challenge.AnsweredBy ?? challenge.Officer, cancellation),
            FigureChanged = isCorrected,
            Answer = isCorrected ? $"It was changed because of {AnswerReceiptMail.WhyWords(inForce?.CorrectionReason)}." : challenge.Answer ?? "",
            ReviewByUtc = figure.CorrectionsStopUtc(scene.Timetable),
            Url = scene.Page($"/review/measures/{challenge.Code}"),
        };
    }

    private async Task<ChangedAfterAgreementEmail> ChangedAfterAgreement(MailScene scene, RequestedFigure figure, CancellationToken cancellation)
    {
        Submission now = await records.Submissions.Of(scene.Code, figure.Code, figure.Submission ?? 1, cancellation);
        Submission? agreed = figure.AgreedSubmission is { } number ? await records.Submissions.Get(scene.Code, figure.Code, number, cancellation) : null;
        return new ChangedAfterAgreementEmail
        {
            Recipient = scene.Recipient.Name,
            Quarter = scene.Quarter,
            Code = figure.Code,
            Name = MailMeasures.NameOf(scene.Plan, figure.Code),
            Officer = await NameOf(now.By, cancellation),
            Why = AnswerReceiptMail.WhyWords(now.CorrectionReason),
            OldValue = agreed is null ? null : await measures.Value(scene, agreed, cancellation),
            NewValue = await measures.Value(scene, now, cancellation),
            ReviewByUtc = figure.CorrectionsStopUtc(scene.Timetable),
            Url = scene.Page($"/review/measures/{figure.Code}"),
        };
    }

    private async Task<string> NameOf(string officer, CancellationToken cancellation) => (await records.People.Of(officer, cancellation)).Name;
}
