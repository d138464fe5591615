using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.Orchestrations.Tests.Rehearsing;

/// <summary>What people do: store first, then signal.</summary>
internal sealed class Acts(Rehearsal rehearsal)
{
    private KeptRecords Records => rehearsal.Records;

    private DateTime NowUtc => rehearsal.NowUtc;

    private string Id => rehearsal.NextSignalId();

    public async Task Answer(string officer, params string[] codes)
    {
        foreach (AskedMeasure measure in codes.Select(Records.Measure))
        {
            measure.AnsweredUtc = NowUtc;
            measure.AgreementUndone = measure.Agreed;
            measure.Agreed = false;
        }

        SubmissionReceived signal = new(Id, NowUtc, officer, codes);
        await rehearsal.Raise(InstanceIds.DataRequest(Quarter2.Cycle, officer), signal);
        await rehearsal.Raise(InstanceIds.Review(Quarter2.Cycle, Records.Measure(codes[0]).Lead, 1), signal);
    }

    /// <summary>More time until 5pm on a day; only the project manager moves the day on which answers stop.</summary>
    public async Task Extend(string officer, DateTime dueUtc, DateTime? answersStopUtc, ChasingDate[]? chasing, params string[] codes)
    {
        foreach (AskedMeasure measure in codes.Select(Records.Measure))
        {
            measure.DueUtc = dueUtc;
            measure.AnswersStopUtc = answersStopUtc ?? measure.AnswersStopUtc;
        }

        await rehearsal.Raise(
            InstanceIds.DataRequest(Quarter2.Cycle, officer),
            new ExtensionGranted(Id, NowUtc, "o0001", codes, dueUtc, answersStopUtc ?? Quarter2.Timetable.AnswersStopUtc, chasing));
    }

    public Task Question(string code, int number)
    {
        AskedMeasure measure = Records.Measure(code);
        measure.QuestionOpen = true;
        measure.WasQuestioned = true;
        return rehearsal.Raise(ReviewOf(measure), new ChallengeRaised(Id, NowUtc, measure.Lead, code, number));
    }

    public Task AnswerQuestion(string code, int number)
    {
        AskedMeasure measure = Records.Measure(code);
        measure.QuestionOpen = false;
        return rehearsal.Raise(ReviewOf(measure), new ChallengeAnswered(Id, NowUtc, measure.Officer, code, number));
    }

    public Task Agree(params string[] codes)
    {
        foreach (AskedMeasure measure in codes.Select(Records.Measure))
        {
            measure.Agreed = true;
            measure.QuestionOpen = false;
        }

        return rehearsal.Raise(ReviewOf(Records.Measure(codes[0])), new FigureAgreed(Id, NowUtc, Records.Measure(codes[0]).Lead, codes));
    }

    /// <summary>The project manager makes a final version of a draft by hand.</summary>
    public int Make(string body)
    {
        List<KeptPack> packs = Records.PacksOf(body);
        packs.Add(new KeptPack { Version = packs.Count + 1, Seal = $"seal of {body} {packs.Count + 1}" });
        return packs.Count;
    }

    /// <summary>The project manager issues the newest version.</summary>
    public Task Issue(string body)
    {
        KeptPack newest = Records.PacksOf(body)[^1];
        newest.Issued = true;
        return rehearsal.Raise(PackOf(body), new PackIssued(Id, NowUtc, "o0001", newest.Version, newest.Seal));
    }

    public Task Replace(string body)
    {
        KeptPack newest = Records.PacksOf(body)[^1];
        newest.Issued = true;
        return rehearsal.Raise(PackOf(body), new PackReplaced(Id, NowUtc, "o0001", newest.Version, newest.Seal));
    }

    public Task WithdrawPack(string body) =>
        rehearsal.Raise(PackOf(body), new PackWithdrawn(Id, NowUtc, "o0001", Records.PacksOf(body)[^1].Version));

    public Task RecordUpdate(string body) => rehearsal.Raise(PackOf(body), new GroupUpdateRecorded(Id, NowUtc, "o0500", body));

    /// <summary>The chair signs a version, by default the newest issued.</summary>
    public Task Sign(string body, int? version = null)
    {
        KeptPack signed = version is { } wanted ? Records.PacksOf(body)[wanted - 1] : Records.PacksOf(body).Last(pack => pack.Issued);
        signed.Signed = true;
        return rehearsal.Raise(PackOf(body), new PackSignedOff(Id, NowUtc, "o0501", signed.Version, signed.Seal));
    }

    public Task SendBack(string body, int version) =>
        rehearsal.Raise(PackOf(body), new PackSentBack(Id, NowUtc, "o0501", version, "Paragraph 3.2 is out of date"));

    public Task ReviseFigure(string body, string code) => rehearsal.Raise(PackOf(body), new FigureRevised(Id, NowUtc, "o0001", code));

    public Task Decide()
    {
        Records.DecisionsRecorded = true;
        return rehearsal.Raise(PackOf(Quarter2.Board), new DecisionsRecorded(Id, NowUtc, "o0600", Quarter2.Timetable.Board.MeetingOn));
    }

    /// <summary>A new version of the timetable is stored, and the cycle is told.</summary>
    public async Task Revise(Func<Timetable, Timetable> change)
    {
        StoreTimetable(change);
        await rehearsal.Raise(Quarter2.Cycle, new TimetableRevised(Id, NowUtc, "o0001", Records.Newest.Version));
    }

    public void StoreTimetable(Func<Timetable, Timetable> change)
    {
        Timetable revised = change(Records.Newest) with { Version = Records.Newest.Version + 1, Reason = "Moved" };
        foreach (AskedMeasure measure in Records.Measures.Where(measure => measure.DueUtc == Records.Newest.DueUtc))
        {
            measure.DueUtc = revised.DueUtc;
            measure.AnswersStopUtc = revised.AnswersStopUtc;
        }

        Records.Timetables.Add(revised.Version, revised);
    }

    public Task Cancel() => rehearsal.Raise(Quarter2.Cycle, new CycleCancelled(Id, NowUtc, "o0001", "The partnership has changed its plan"));

    private static string ReviewOf(AskedMeasure measure) => InstanceIds.Review(Quarter2.Cycle, measure.Lead, 1);

    private static string PackOf(string body) =>
        body == Quarter2.Board ? InstanceIds.BoardPack(Quarter2.Cycle) : InstanceIds.OutcomeGroup(Quarter2.Cycle, body);
}
