using QuarterlyCycle.Documents.Emails;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.Documents.Tests.Emails;

/// <summary>One of each kind of e-mail, for quarter 2 of 2025-26, with awkward names and texts.</summary>
internal static class EmailSamples
{
    public const string Url = "https://performance.example.org/r/Zk3p0Qw8yT-uH5nB_x7Rr1cVd9mL2sFgJ4aKe6oPiN0?from=a&to=b";

    public static readonly Quarter Quarter = new(2025, 2);

    public static readonly Letterhead Letterhead = new()
    {
        ServiceName = "Quarterly performance",
        Council = "Example City Council",
        Partnership = "Example Children and Young People's Partnership",
        ProjectManager = "Jo Manager",
        Telephone = "01234 567890",
        Address = "1 High Street, Example EX1 1EX",
        PrivacyUrl = "https://performance.example.org/privacy",
    };

    public static readonly DateTime RequestUtc = At(10, 6, 9);
    public static readonly DateTime DueUtc = At(10, 17, 17);
    public static readonly DateTime AnswersStopUtc = At(10, 22, 17);
    public static readonly DateTime CorrectionsStopUtc = At(10, 24, 17);
    public static readonly DateTime SignOffUtc = At(11, 14, 17);

    public static readonly IReadOnlyList<AskedMeasure> Asked =
    [
        new() { Code = "SS1", Name = "Initial assessments on time", Unit = "%", LastFigure = "66.1", Target = "70%", GoodIs = "high", Definition = "Assessments done within 7 working days, of all that were started." },
        new() { Code = "SS3", Name = "Re-referrals to social care", Unit = "%", LastFigure = "24.8" },
        new() { Code = "SS4", Name = "Bullying incidents", Unit = "number", LastFigure = "112", SharedWith = ["Be Healthy", "Enjoy & Achieve"] },
        new() { Code = "SS4b", Name = "Missing children plan", IsMilestone = true },
    ];

    private static readonly IReadOnlyList<NamedMeasure> Named = [new("SS1", "Initial assessments on time"), new("SS3", "Re-referrals <within a year> & later", AnswersStopUtc)];

    private static readonly StoredAnswer Answer = new() { Code = "SS1", Name = "Initial assessments on time", Value = "68.2%", Status = "provisional", Comment = "Two posts <vacant> & filled in May.\nBack to strength now.", OldValue = "66.2%" };

    public static IReadOnlyList<Email> All => [.. Single, new GroupedEmail { Recipient = "Ann", Notices = [Single[2], Single[17], Single[39]] }];

    private static IReadOnlyList<Email> Single =>
    [
        new NoticeEmail { Recipient = "Ann O'Neill", Quarter = Quarter, RequestUtc = RequestUtc, DueUtc = DueUtc, Measures = Asked, Url = Url },
        new DataRequestEmail
        {
            Recipient = "Ann O'Neill", Quarter = Quarter, DueUtc = DueUtc, CorrectionsStopUtc = CorrectionsStopUtc, ReviewByUtc = CorrectionsStopUtc, Reviewers = ["Lee Lead"],
            Measures = Asked, Url = Url, OpenDecisions = ["The board asked for a report on SS3 by 25 November."], Deadline = Deadline(),
        },
        new ReminderEmail { Recipient = "Ann", Quarter = Quarter, DueUtc = DueUtc, AnswersStopUtc = AnswersStopUtc, Outstanding = Named, Asked = 4, Url = Url },
        new DueTodayEmail { Recipient = "Ann", Quarter = Quarter, DueUtc = DueUtc, AnswersStopUtc = AnswersStopUtc, Outstanding = Named, Asked = 2, Url = Url },
        new OverdueEmail { Recipient = "Ann", Quarter = Quarter, DueUtc = DueUtc, AnswersStopUtc = AnswersStopUtc, Outstanding = Named, Asked = 4, Url = Url },
        new LastCallEmail { Recipient = "Ann", Quarter = Quarter, DueUtc = DueUtc, AnswersStopUtc = AnswersStopUtc, Outstanding = Named, Asked = 4, Url = Url, LeadOfficersTold = ["Lee Lead"] },
        new ClosedWithoutFiguresEmail { Recipient = "Ann", Quarter = Quarter, DueUtc = DueUtc, AnswersStopUtc = AnswersStopUtc, Outstanding = Named, Asked = 4, Url = Url },
        new ReceiptEmail
        {
            Recipient = "Ann", Quarter = Quarter, Reference = "Q2-4F7K-92", SentAtUtc = At(10, 14, 15, 20), Answers = [Answer with { OldValue = null }, Answer with { Code = "SS9", Value = null, OldValue = null, Comment = null, Status = "final" }],
            Outstanding = Named, DueUtc = DueUtc, CorrectionsStopUtc = CorrectionsStopUtc, Reviewers = ["Lee Lead", "Max Lead"], ReviewByUtc = CorrectionsStopUtc, Url = Url,
        },
        new ExtensionAskedEmail { Recipient = "Ann", Quarter = Quarter, Measures = Named, DueUtc = DueUtc, WantedUtc = AnswersStopUtc, DecisionByUtc = DueUtc },
        new ExtensionGivenEmail { Recipient = "Ann", Quarter = Quarter, Measures = Named, DueUtc = AnswersStopUtc, Url = Url, Deadline = Deadline() with { Sequence = 1 } },
        new ExtensionRefusedEmail { Recipient = "Ann", Quarter = Quarter, Measures = Named, DueUtc = DueUtc, Reason = "the review starts on Monday", Url = Url },
        new ExtensionToDecideEmail { Recipient = "Jo", Quarter = Quarter, Measures = Named, Officer = "Ann Featherstonehaugh-Cholmondeley", DueUtc = DueUtc, WantedUtc = AnswersStopUtc, DecisionByUtc = DueUtc, Reason = "Waiting for the school census", TimeLeftForReview = "2 working days", Url = Url },
        new DelegatedToYouEmail { Recipient = "Dee", Quarter = Quarter, PassedOnBy = "Ann Featherstonehaugh-Cholmondeley-Marjoribanks the Younger", Measures = Named, DueUtc = DueUtc, Url = Url, Message = "Thanks, Dee" },
        new PassedOnEmail { Recipient = "Ann", Quarter = Quarter, Colleague = "Dee", Measures = Named, Url = Url },
        new AnsweredForYouEmail { Recipient = "Ann", Quarter = Quarter, Colleague = "Dee", Measures = [Named[0]], SentAtUtc = At(10, 15, 8, 30), Url = Url },
        new TakenOffEmail { Recipient = "Ann", Measures = Named, MovedTo = "Dee" },
        new QuestionEmail { Recipient = "Ann", Quarter = Quarter, Code = "SS1", Name = "Initial assessments on time", AskedBy = "Lee Lead", Question = "Does this cover July to September?", AnswerByUtc = At(10, 22, 12), Url = Url },
        new AgreedAfterQuestionEmail { Recipient = "Ann", Quarter = Quarter, Code = "SS1", Name = "Initial assessments on time", AgreedBy = "Lee Lead" },
        new SentBackEmail { Recipient = "Ann", Quarter = Quarter, Code = "SS1", Name = "Initial assessments on time", SentBackBy = "Lee Lead", Reason = "it covers April to June", AnswerByUtc = At(10, 23, 17), Url = Url },
        new AnswerToQuestionEmail { Recipient = "Lee", Quarter = Quarter, Code = "SS1", Name = "Initial assessments on time", Officer = "Ann", FigureChanged = false, Answer = "It does.", ReviewByUtc = CorrectionsStopUtc, Url = Url },
        new CorrectionRecordedEmail { Recipient = "Ann", Quarter = Quarter, Code = "SS1", Name = "Initial assessments on time", ChangedAtUtc = At(10, 20, 11), Answer = Answer, Why = "late data", Effect = "Lee Lead looks at it again", CorrectionsStopUtc = CorrectionsStopUtc },
        new CorrectionAfterIssueEmail { Recipient = "Ann", Quarter = Quarter, Code = "SS1", Name = "Initial assessments on time", Url = Url },
        new ChangedAfterAgreementEmail { Recipient = "Lee", Quarter = Quarter, Code = "SS1", Name = "Initial assessments on time", Officer = "Ann", Why = "late data", OldValue = "66.2%", NewValue = "68.2%", ReviewByUtc = CorrectionsStopUtc, Url = Url },
        new LateCorrectionEmail { Recipient = "Jo", Quarter = Quarter, Code = "SS1", Name = "Initial assessments on time", Officer = "Ann", Why = "error", IssuedIn = ["Stay Safe, version 1"], Url = Url },
        new FigureRevisedEmail { Recipient = "Sam", Quarter = Quarter, Code = "SS1", Name = "Initial assessments on time", RevisedBy = "Jo Manager", Why = "late data", OldValue = "66.2%", NewValue = "68.2%", StandsIn = ["Stay Safe & Sound, quarter 2 of 2025-26, version 1"], As = RevisionHearer.Secretary, BodyName = "the Commissioning Board", Url = Url },
        new FigureRevisedEmail { Recipient = "Chris", Quarter = Quarter, Code = "SS9", Name = "Serious incidents", RevisedBy = "Jo Manager", Why = "two more <were> found", StandsIn = ["Stay Safe, quarter 2 of 2025-26, version 1"], As = RevisionHearer.Chair, BodyName = LongGroup, Url = Url },
        new FigureRevisedEmail { Recipient = "Lee", Quarter = Quarter, Code = "SS1", Name = "Initial assessments on time", RevisedBy = "Jo Manager", Why = "late data", OldValue = "66.2%", NewValue = "68.2%", StandsIn = [], As = RevisionHearer.LeadOfficer },
        new NewLinkEmail { Recipient = "Ann", Quarter = Quarter, DueUtc = DueUtc, Url = Url },
        new BoardDecisionsEmail { Recipient = "Ann", Quarter = Quarter, BoardName = "the Commissioning Board", MeetingDate = new DateOnly(2025, 11, 25), Decisions = [new ToldDecision { About = "SS1 Initial assessments on time", Outcome = "Agreed", Text = "A report to the next meeting.", Owner = "Lee Lead", DueDate = new DateOnly(2026, 2, 24) }], Url = Url },
        new ClinicInvitationEmail { Recipient = "Ann", Code = "SS1", MeasureName = "Initial assessments on time", Trigger = "Got worse since last quarter.", HoldByDate = new DateOnly(2025, 11, 28), Url = Url },
        new ClinicInvitationEmail { Recipient = "Ann", Code = "SS1", MeasureName = "Initial assessments on time", Trigger = "Got worse since last quarter.", HoldByDate = new DateOnly(2025, 11, 28), IsReminder = true, Url = Url },
        new ClinicActionEmail { Recipient = "Ann", Code = "SS1", MeasureName = "Initial assessments on time", Action = "Recruit two social workers. By 12 December 2025.", DueDate = new DateOnly(2025, 12, 12), Url = Url },
        new CycleCancelledEmail { Recipient = "Ann", Quarter = Quarter, CancelledBy = "Pat Manager", Reason = "The plan is being rewritten." },
        new ReviewRequestEmail { Recipient = "Lee", Quarter = Quarter, In = 12, Asked = 17, LookAtFirst = ["SS1 Initial assessments on time: off target"], StillToCome = ["SS3 Re-referrals, from Ann"], ReviewByUtc = CorrectionsStopUtc, Url = Url },
        new ReviewReminderEmail { Recipient = "Lee", Quarter = Quarter, Agreed = 12, Asked = 17, ToReview = Named, ReviewByUtc = CorrectionsStopUtc, Url = Url },
        new LateFiguresEmail { Recipient = "Lee", Quarter = Quarter, Arrived = Named, ReviewByUtc = CorrectionsStopUtc, Url = Url, StopUrl = "https://performance.example.org/stop/abc" },
        new EscalationEmail
        {
            Recipient = "Lee", Quarter = Quarter, Officer = "Ann O'Neill", OfficerContact = "01234 111222", DueUtc = DueUtc, AnswersStopUtc = AnswersStopUtc, Outstanding = Named,
            Chasing = [new ChasingLine(RequestUtc, "data request sent; delivered"), new ChasingLine(At(10, 14, 9), "reminder sent; delivered"), new ChasingLine(At(10, 20, 9), "overdue reminder sent; mailbox not accepting mail")], Url = Url,
        },
        new AuditHeadEmail { Recipient = "Jo", Entry = 12345, Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", AtUtc = RequestUtc, Url = Url },
        new DailySummaryEmail { Recipient = "Jo", Quarter = Quarter, PeopleDone = 18, People = 41, FiguresOwed = 63, NeedsYou = ["1 email did not arrive.", "1 extension to decide."], Since = ["Ann sent 3 figures."], Url = Url, StopUrl = "https://performance.example.org/stop/abc" },
        new UndeliveredEmail { Recipient = "Jo", Quarter = Quarter, Officer = "Ann Featherstonehaugh-Cholmondeley-Marjoribanks", FailedAddress = "ann@example.org", What = "the data request", Reason = "The address does not exist", SentAtUtc = RequestUtc, Url = Url },
        new ClosingNoticeEmail { Recipient = "Jo", Quarter = Quarter, AnswersStopUtc = AnswersStopUtc, In = 100, Asked = 106, Missing = ["SS3 Re-referrals, from Ann"], Url = Url },
        new SendingFaultEmail { Recipient = "Jo", Emails = 7, Reason = "The mail server does not answer", TryingUntilUtc = At(10, 7, 9), Which = ["Ann: data request"], Url = Url },
        new ExtensionGivenEmail { Recipient = "Ann", Quarter = Quarter, Measures = [.. Enumerable.Range(1, 9).Select(number => new NamedMeasure($"MAPC{number}", "A measure"))], DueUtc = AnswersStopUtc, Url = Url },
        new DraftReadyEmail { Recipient = "Jo", Quarter = Quarter, BodyName = LongGroup, Version = 1, MustFix = ["Summary: TBC"], ShouldCheck = ["SS1: provisional"], IssueByUtc = At(10, 31, 17), Url = Url },
        new PackIssuedEmail { Recipient = "Jo", Quarter = Quarter, BodyName = LongGroup, Version = 12, IssuedAtUtc = At(10, 31, 16), SentTo = ["Chris Chair", "Sam Secretary"], Url = Url },
        new PapersEmail { Recipient = "Chris", Quarter = Quarter, BodyName = LongGroup, Version = 1, MeetingUtc = At(11, 4, 14), Place = "Room 2, Council House", OffTarget = 3, Measures = 17, NotSupplied = 1, Exceptions = ["SS1 Initial assessments on time: Off target"], Url = Url },
        new GroupUpdateEmail { Recipient = "Chris", Quarter = Quarter, BodyName = LongGroup, Version = 1, MeetingUtc = At(11, 4, 14), DueUtc = At(11, 11, 17), OffTarget = ["SS1 Initial assessments on time: Off target"], Url = Url },
        new SignOffRequestEmail { Recipient = "Chris", Quarter = Quarter, BodyName = LongGroup, Version = 2, DueUtc = SignOffUtc, ChangesSincePapers = ["SS1 changed from provisional to final."], Provisional = 1, QuestionsOpen = 0, NotSupplied = 2, AskedFor = "Pat Chair", Url = Url },
        new SignOffReminderEmail { Recipient = "Chris", Quarter = Quarter, BodyName = LongGroup, Version = 2, DueUtc = SignOffUtc, Url = Url },
        new SignOffReceiptEmail { Recipient = "Chris", Quarter = Quarter, BodyName = LongGroup, Version = 2, SignedAtUtc = At(11, 12, 10), Reference = "S-77", SignedFor = "Pat Chair", Files = ["2025-26 Q2 Stay Safe report v2.html: SHA-256 abc"], Url = Url },
        new ChangedAfterSignOffEmail { Recipient = "Chris", Quarter = Quarter, BodyName = LongGroup, Version = 3, Changes = ["SS1 changed from provisional to final"], DueUtc = SignOffUtc, Url = Url },
        new SentBackByChairEmail { Recipient = "Jo", Quarter = Quarter, BodyName = LongGroup, Version = 2, Chair = "Christopher Featherstonehaugh", ParagraphNumber = "3.2", Comment = "The action has no date.", DueUtc = SignOffUtc, Url = Url },
        new PackReadyEmail { Recipient = "Sam", Quarter = Quarter, BodyName = "the Commissioning Board", Version = 1, MeetingUtc = At(11, 25, 10), PublishByUtc = At(11, 17, 17), PublicFiles = 4, ExemptFiles = 1, NotSigned = ["Be Healthy"], Url = Url },
        new ReplacementPackEmail { Recipient = "Sam", Quarter = Quarter, BodyName = "the Commissioning Board", Version = 2, ReplacedVersion = 1, Changes = ["One figure in appendix A changed"], Reason = "late data", Url = Url },
        new PackWithdrawnEmail { Recipient = "Sam", Quarter = Quarter, BodyName = "the Commissioning Board", Version = 1, Reason = "A small number can be seen", NewVersionByUtc = At(11, 19, 17), Url = Url },
        new PackAtRiskEmail { Recipient = "Sam", Quarter = Quarter, BoardName = "the Commissioning Board", PublishByUtc = At(11, 17, 17), Outstanding = ["Be Healthy: Pat Chair"], Url = Url },
        new DecisionsRequestEmail { Recipient = "Sam", Quarter = Quarter, BoardName = "the Commissioning Board", MeetingUtc = At(11, 25, 10), DueUtc = At(12, 2, 17), Recommendations = ["That the board asks for a clinic on SS1."], IsReminder = true, Url = Url },
        new SignInEmail { Recipient = "Lee", UntilUtc = At(10, 6, 9, 30), Url = Url },
        new CodeEmail { Recipient = "Lee", Code = "402913", Minutes = 15 },
    ];

    private const string LongGroup = "Achieve Economic Well-being and Making a Positive Contribution";

    public static CalendarDeadline Deadline() => new()
    {
        Uid = "2025-26-Q2.request.o0417@performance.example.org",
        Sequence = 0,
        Title = "Quarter 2 figures due; send them to the project manager, by 5pm",
        Description = "Send your figures for July to September 2025.",
        DueUtc = DueUtc,
        AlarmUtc = At(10, 16, 9),
        WrittenAtUtc = RequestUtc,
    };

    public static DateTime At(int month, int day, int hour, int minute = 0) => LondonTime.ToUtc(new DateOnly(2025, month, day), new TimeOnly(hour, minute));
}
