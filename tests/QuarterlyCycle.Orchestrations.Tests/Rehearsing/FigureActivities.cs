using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.Orchestrations.Tests.Rehearsing;

/// <summary>The activities of the cycle, its data requests and its reviews: each looks at the records and writes down what it sent or recorded.</summary>
internal sealed class FigureActivities(KeptRecords records, Trace trace, TimeProvider clock)
{
    private static readonly string[] ChasingMails = ["E0", "E1", "E2", "E3", "E4", "E5"];

    private DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    public Done Open(OpenCycle call)
    {
        trace.Write("cycle", "opened");
        return new Done();
    }

    public Timetable Read(ReadTimetable call) =>
        call.Version == ReadTimetable.Newest ? records.Newest : records.Timetables[call.Version];

    public ReviewList List(ListReviews call) =>
        new([.. records.Measures.Select(measure => measure.Lead).Distinct().Order(StringComparer.Ordinal).Select(lead => new ReviewPart(lead, 1))]);

    public DataRequestList List(ListDataRequests call) =>
        new([.. records.Measures.Where(measure => measure.Chunk == call.Chunk).Select(measure => measure.Officer).Distinct().Order(StringComparer.Ordinal)]);

    public Done Send(SendClosingNotice call)
    {
        trace.Write("cycle", $"E46, {records.Measures.Count(measure => measure.IsOutstanding)} missing");
        return new Done();
    }

    public int Suggest(SuggestClinics call)
    {
        trace.Write("cycle", "clinics suggested");
        return 0;
    }

    public CycleClosing Close(CloseCycle call)
    {
        int unsigned = records.Newest.Groups.Count(group => records.PacksOf(group.Body).LastOrDefault(pack => pack.Issued) is not { Signed: true });
        int gaps = records.Measures.Count(measure => measure.NotSupplied) + unsigned + (records.DecisionsRecorded ? 0 : 1);
        trace.Write("cycle", $"closed, {gaps} gaps");
        return new CycleClosing(gaps);
    }

    public Done Withdraw(WithdrawCycle call)
    {
        trace.Write("cycle", "withdrawn");
        return new Done();
    }

    public Done Record(RecordNeedsAttention call)
    {
        trace.Write("attention", $"{call.Step} of {call.Instance}: {call.Reason}");
        return new Done();
    }

    public Done Send(SendChasingMail call)
    {
        string officer = call.DataRequest.Officer;
        AskedMeasure[] outstanding = [.. records.AskedOf(officer).Where(measure => measure.IsOutstanding)];
        AskedMeasure[] meant = call.Step switch
        {
            ChasingStep.Notice or ChasingStep.Request => outstanding,
            ChasingStep.DueToday => [.. outstanding.Where(measure => LondonTime.DateOf(measure.DueUtc) == LondonTime.DateOf(NowUtc))],
            ChasingStep.Reminder => [.. outstanding.Where(measure => measure.DueUtc > NowUtc)],
            _ => [.. outstanding.Where(measure => measure.DueUtc <= NowUtc)],
        };
        if (meant.Length > 0)
        {
            string also = call.Step == ChasingStep.LastCall ? $", E35 to {meant[0].Lead}" : "";
            trace.Write(officer, $"{ChasingMails[(int)call.Step]}, {meant.Length} figures{also}");
        }

        return new Done();
    }

    public int Count(CountOutstanding call) => records.AskedOf(call.DataRequest.Officer).Count(measure => measure.IsOutstanding);

    public Closing Close(CloseDataRequest call)
    {
        string officer = call.DataRequest.Officer;
        AskedMeasure[] missing = [.. records.AskedOf(officer).Where(measure => measure.IsOutstanding && measure.AnswersStopUtc <= NowUtc)];
        foreach (AskedMeasure measure in missing)
        {
            measure.NotSupplied = true;
        }

        if (missing.Length > 0)
        {
            trace.Write(officer, $"E6, {missing.Length} figures not supplied");
        }

        AskedMeasure[] still = [.. records.AskedOf(officer).Where(measure => measure.IsOutstanding)];
        if (still.Length > 0)
        {
            return new Closing(null, still.Min(measure => measure.AnswersStopUtc));
        }

        DataRequestResult result = records.AskedOf(officer).All(measure => measure.AnsweredUtc is not null) ? DataRequestResult.Returned
            : records.AskedOf(officer).Any(measure => measure.AnsweredUtc is not null) ? DataRequestResult.ReturnedInPart
            : DataRequestResult.NotReturned;
        trace.Write(officer, $"closed, {result}");
        return new Closing(result, null);
    }

    public Done Withdraw(WithdrawDataRequest call)
    {
        trace.Write(call.DataRequest.Officer, "request withdrawn");
        return new Done();
    }

    public Done Send(SendReviewRequest call)
    {
        AskedMeasure[] mine = [.. OfLead(call.Review)];
        trace.Write(call.Review.Officer, $"E30, {mine.Count(measure => measure.AnsweredUtc is not null)} of {mine.Length} figures in");
        return new Done();
    }

    public Done Send(SendReviewReminder call)
    {
        AskedMeasure[] mine = [.. OfLead(call.Review)];
        if (mine.Any(measure => !measure.Agreed))
        {
            trace.Write(call.Review.Officer, $"E31, {mine.Count(measure => measure.Agreed)} of {mine.Length} agreed");
        }

        return new Done();
    }

    public Done Send(SendLateFigures call)
    {
        AskedMeasure[] late = [.. OfLead(call.Review).Where(measure => measure.AnsweredUtc > measure.DueUtc && !measure.ToldLate)];
        foreach (AskedMeasure measure in late)
        {
            measure.ToldLate = true;
        }

        if (late.Length > 0)
        {
            trace.Write(call.Review.Officer, $"E33, {late.Length} late figures ({BritishWords.ShortDate(call.Day)})");
        }

        return new Done();
    }

    public Done Send(SendChallenge call)
    {
        trace.Write(records.Measure(call.Measure).Officer, $"E20, question {call.Challenge} about {call.Measure}");
        return new Done();
    }

    public Done Send(SendChallengeAnswer call)
    {
        trace.Write(call.Review.Officer, $"E32, answer {call.Challenge} about {call.Measure}");
        return new Done();
    }

    public Done Send(SendAgreed call)
    {
        foreach (AskedMeasure measure in call.Measures.Select(records.Measure).Where(measure => measure.WasQuestioned))
        {
            trace.Write(measure.Officer, $"E21, {measure.Code} is agreed");
        }

        return new Done();
    }

    public Done Send(SendChangeAfterAgreement call)
    {
        foreach (AskedMeasure measure in call.Measures.Select(records.Measure).Where(measure => measure.AgreementUndone))
        {
            measure.AgreementUndone = false;
            trace.Write(call.Review.Officer, $"E34, {measure.Code} changed after agreement");
        }

        return new Done();
    }

    public ReviewResult Close(CloseReview call)
    {
        AskedMeasure[] came = [.. OfLead(call.Review).Where(measure => measure.AnsweredUtc is not null)];
        ReviewResult result = came.Any(measure => measure.QuestionOpen) ? ReviewResult.QuestionsOpen
            : came.All(measure => measure.Agreed) ? ReviewResult.Agreed
            : ReviewResult.NotReviewed;
        trace.Write(call.Review.Officer, $"figures locked, {result}");
        return result;
    }

    public Done Withdraw(WithdrawReview call)
    {
        trace.Write(call.Review.Officer, "review withdrawn");
        return new Done();
    }

    private IEnumerable<AskedMeasure> OfLead(ReviewKey review) => records.Measures.Where(measure => measure.Lead == review.Officer);
}
