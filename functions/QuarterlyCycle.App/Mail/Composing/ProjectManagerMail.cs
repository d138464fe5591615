using System.Globalization;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Documents.Emails;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>What the project managers get while figures are collected: before answers stop, every morning, every Monday, and when an e-mail did not arrive.</summary>
public sealed class ProjectManagerMail(IRecordStore store, QuarterRecords records, Audit audit) : MailPart
{
    private readonly RecordTable<OutboxRow> _mails = new(store, Outbox.OutboxTable);

    public override IReadOnlyList<string> Purposes => ["E39", "E40", "E41", "E46"];

    public override async Task<Email?> Write(OutboxRow row, MailScene scene, CancellationToken cancellation) => row.Purpose switch
    {
        "E46" => await ClosingNotice(scene, cancellation),
        "E40" => await Summary(row, scene, cancellation),
        "E41" => await Undelivered(row, scene, cancellation),
        _ => await AuditHead(scene, cancellation),
    };

    private async Task<ClosingNoticeEmail?> ClosingNotice(MailScene scene, CancellationToken cancellation)
    {
        IReadOnlyList<RequestedFigure> figures = await records.Figures.All(scene.Code, cancellation);
        List<string> missing = [];
        foreach (RequestedFigure figure in figures.Where(figure => figure.IsOutstanding))
        {
            missing.Add($"{figure.Code} {MailMeasures.NameOf(scene.Plan, figure.Code)} (from {(await records.People.Of(figure.Officer, cancellation)).Name})");
        }

        return missing.Count == 0
            ? null
            : new ClosingNoticeEmail
            {
                Recipient = scene.Recipient.Name,
                Quarter = scene.Quarter,
                AnswersStopUtc = scene.Timetable.AnswersStopUtc,
                In = figures.Count(figure => figure.Submission is not null),
                Asked = figures.Count,
                Missing = missing,
                Url = scene.Page("/cycle/close"),
            };
    }

    private async Task<DailySummaryEmail> Summary(OutboxRow row, MailScene scene, CancellationToken cancellation)
    {
        DateOnly day = DateOnly.ParseExact(row.About(MailSubjects.Day), "yyyyMMdd", CultureInfo.InvariantCulture);
        DateTime sinceUtc = LondonTime.ToUtc(new WorkingDays(scene.Plan.Calendar).Before(day), new TimeOnly(8, 30));
        QuarterNews news = await QuarterNews.Of(records, scene, sinceUtc, cancellation);
        return new DailySummaryEmail
        {
            Recipient = scene.Recipient.Name,
            Quarter = scene.Quarter,
            PeopleDone = news.PeopleDone,
            People = news.People,
            FiguresOwed = news.FiguresOwed,
            NeedsYou = news.NeedsYou,
            Since = news.Since,
            Url = scene.Page("/cycle"),
        };
    }

    private async Task<UndeliveredEmail?> Undelivered(OutboxRow row, MailScene scene, CancellationToken cancellation)
    {
        string[] mail = row.About(MailSubjects.Act).Split('/');
        if (await _mails.Get(mail[0], mail[1], cancellation) is not { Record: { State: MailState.Bounced or MailState.Dropped } lost })
        {
            return null;
        }

        Officer officer = await records.People.Of(lost.Recipient, cancellation);
        return new UndeliveredEmail
        {
            Recipient = scene.Recipient.Name,
            Quarter = scene.Quarter,
            Officer = officer.Name,
            FailedAddress = officer.Email,
            What = lost.Purpose switch
            {
                "E1" => "the data request",
                "E0" => "the notice",
                "E2" or "E3" or "E4" or "E5" => "the reminder",
                "E52" or "E53" or "E55" => "the request to sign off",
                _ => "our e-mail",
            },
            Reason = lost.Why ?? "The address does not exist.",
            SentAtUtc = lost.SentUtc ?? lost.PostedUtc,
            Url = scene.Page("/cycle/delivery"),
        };
    }

    private async Task<AuditHeadEmail> AuditHead(MailScene scene, CancellationToken cancellation)
    {
        AuditHead head = await audit.Head(scene.Code, cancellation);
        return new AuditHeadEmail
        {
            Recipient = scene.Recipient.Name,
            Entry = head.Number,
            Hash = head.Hash,
            AtUtc = scene.NowUtc,
            Url = scene.Page("/log"),
        };
    }
}
