using System.Globalization;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Local.Commands;

namespace QuarterlyCycle.Local.Rehearsals;

/// <summary>
/// Plays the people of a scenario, quarter after quarter: each step becomes the act that its person would send from a page, at its instant.
/// A quarter that nobody has planned yet has no instants; its steps wait until it has.
/// </summary>
internal sealed class ScenarioPlayer
{
    private readonly List<(Quarter Quarter, ScenarioStep Step)> _steps;
    private readonly QuarterRecords _records;
    private readonly ActDesk _acts;
    private readonly PlanLibrary _plans;
    private readonly Dictionary<Quarter, DateOnly> _firstDays = [];
    private readonly List<PlayedStep> _played = [];
    private Plan _plan;
    private OfficerNumbers _numbers;
    private string _cycle = "";
    private int _next;

    private ScenarioPlayer(IReadOnlyList<Scenario> scenarios, Quarter first, Plan plan, OfficerNumbers numbers, QuarterRecords records, PlanLibrary plans, ActDesk acts)
    {
        List<(Quarter, ScenarioStep)> steps = [];
        Quarter quarter = first;
        foreach (Scenario scenario in scenarios)
        {
            steps.AddRange(scenario.Steps.OrderBy(step => step.Day).ThenBy(step => step.At).Select(step => (quarter, step)));
            quarter = quarter.Next;
        }

        (_steps, _plan, _numbers, _records, _plans, _acts) = (steps, plan, numbers, records, plans, acts);
    }

    /// <summary>What was played, in order.</summary>
    public IReadOnlyList<PlayedStep> Played => _played;

    /// <summary>How many steps are behind us, played or passed over.</summary>
    public int Passed => _next;

    /// <summary>When the next step is due, or null after the last.</summary>
    public DateTime? NextUtc => _next < _steps.Count && _firstDays.ContainsKey(_steps[_next].Quarter) ? InstantOf(_steps[_next]) : null;

    /// <summary>Makes the player of quarters in a row, the first of which is planned; a person that its plan does not know is refused at once.</summary>
    public static async Task<ScenarioPlayer> Create(IReadOnlyList<Scenario> scenarios, Quarter first, QuarterRecords records, PlanLibrary plans, ActDesk acts)
    {
        Plan plan = await plans.ForCycle(first.Code);
        if (scenarios.SelectMany(scenario => scenario.Steps).FirstOrDefault(step => plan.Person(step.Who) is null) is { } stranger)
        {
            throw new RefusedArgument($"The scenario lets {stranger.Who} act on day {stranger.Day}, but the plan knows no such person.");
        }

        ScenarioPlayer player = new(scenarios, first, plan, await plans.Numbers(), records, plans, acts);
        await player.LookUp();
        return player;
    }

    /// <summary>Learns the first day of each quarter that has been planned meanwhile; false when none has.</summary>
    public async Task<bool> LookUp()
    {
        int known = _firstDays.Count;
        foreach (Quarter quarter in _steps.Select(step => step.Quarter).Distinct().Where(quarter => !_firstDays.ContainsKey(quarter)).ToList())
        {
            if (await _records.Cycles.Get(quarter.Code) is null)
            {
                break;
            }

            _firstDays[quarter] = (await _records.Timetables.InForce(quarter.Code)).WeeksStartOn[0];
        }

        return _firstDays.Count > known;
    }

    /// <summary>Plays every step that is due at this instant.</summary>
    public async Task PlayDue(DurableTaskClient client, DateTime nowUtc)
    {
        while (NextUtc is { } dueUtc && dueUtc <= nowUtc)
        {
            (Quarter quarter, ScenarioStep step) = _steps[_next];
            string id = string.Create(CultureInfo.InvariantCulture, $"scenario-{_next + 1:0000}");
            _next++;
            (_cycle, _plan, _numbers) = (quarter.Code, await _plans.ForCycle(quarter.Code), await _plans.Numbers());
            if (await ActOf(step, id, nowUtc) is not { } act)
            {
                _played.Add(new PlayedStep(nowUtc, step, "Nothing to do", !step.Refused));
                continue;
            }

            ActResult result = await _acts.Perform(client, act);
            _played.Add(result switch
            {
                ActResult.Accepted accepted => new PlayedStep(nowUtc, step, accepted.Reference, !step.Refused),
                ActResult.Refused refused => new PlayedStep(nowUtc, step, "Refused: " + string.Join(" ", refused.Errors.Select(error => error.Message).Distinct()), step.Refused),
                ActResult.ToExplain toExplain => new PlayedStep(nowUtc, step, "Asked to explain: " + string.Join(" ", toExplain.Figures.Select(figure => $"{figure.Code}: {string.Join(" ", figure.Queries.Select(query => query.Message))}")), step.Refused),
                _ => throw new InvalidOperationException($"The act {id} has an outcome that nobody knows: {result}."),
            });
        }
    }

    /// <summary>Goes on after this many steps.</summary>
    public void StartAfter(int steps) => _next = Math.Min(steps, _steps.Count);

    /// <summary>Passes over the steps up to this instant without playing them.</summary>
    public void SkipTo(DateTime nowUtc)
    {
        while (NextUtc is { } dueUtc && dueUtc <= nowUtc)
        {
            _next++;
        }
    }

    private async Task<Act?> ActOf(ScenarioStep step, string id, DateTime nowUtc)
    {
        string by = _numbers.Of(step.Who);
        return step.Does switch
        {
            ScenarioAct.Send => new SendFigures { Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Route = SubmissionRoute.Page, Forms = [.. step.Figures.Select(FormOf)] },
            ScenarioAct.Correct => new CorrectFigure
            {
                Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Route = SubmissionRoute.Page,
                Form = FormOf(new ScenarioFigure { Code = Need(step.Code, step), Value = step.Value, Milestone = step.Milestone, Comment = step.Comment, Explanation = step.Words }),
                Reason = Choice<CorrectionReason>(step.Reason, step),
            },
            ScenarioAct.AskForMoreTime => new AskForMoreTime { Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Measures = step.Measures, UntilDate = DayOf(step.UntilDay), Why = Need(step.Why, step) },
            ScenarioAct.DecideExtension => await DecisionOnExtension(step, id, by, nowUtc),
            ScenarioAct.Ask or ScenarioAct.SendBack => new RaiseChallenge
            {
                Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Measure = Need(step.Code, step), Reason = Choice<ChallengeReason>(step.Reason, step),
                Words = Need(step.Words, step), AnswerByDate = DayOf(step.AnswerByDay), SendBack = step.Does == ScenarioAct.SendBack,
            },
            ScenarioAct.Answer => await AnswerOf(step, id, by, nowUtc),
            ScenarioAct.Agree => await AgreementOf(step, id, by, nowUtc),
            ScenarioAct.Remind => new SendReminderNow { Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Officers = [.. step.Officers.Select(_numbers.Of)] },
            ScenarioAct.Summarise => new WriteSummary { Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Body = BodyOf(step), Text = Need(step.Text, step) },
            ScenarioAct.Build => new BuildNewVersion { Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Body = BodyOf(step) },
            ScenarioAct.Issue => await NewestVersion(step) is { } draft
                ? new IssuePack { Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Body = draft.Body, Version = draft.Version } : null,
            ScenarioAct.Withdraw => await NewestVersion(step) is { } issued
                ? new WithdrawPack { Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Body = issued.Body, Version = issued.Version, Reason = Need(step.Reason, step) } : null,
            ScenarioAct.Update => new RecordGroupUpdate
            {
                Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Body = BodyOf(step), Equality = Need(step.Equality, step), AreasOfConcern = Need(step.Concerns, step),
                Measures = [.. step.Updates.Select(update => new MeasureUpdate(update.Code, true, update.Action, update.Owner, update.DueDay is null ? null : DayOf(update.DueDay), update.Board))],
            },
            ScenarioAct.Sign => await _records.Packs.Issued(_cycle, BodyOf(step)) is { } read
                ? new SignPack { Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Body = read.Body, Version = read.Version, Seal = read.Seal } : null,
            ScenarioAct.SendPackBack => await _records.Packs.Issued(_cycle, BodyOf(step)) is { } read
                ? new SendPackBack { Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Body = read.Body, Version = read.Version, Paragraph = step.Paragraph, Comment = Need(step.Comment, step) } : null,
            ScenarioAct.Decide => await BoardDecisions(step, id, by, nowUtc),
            ScenarioAct.UpdateDecision => new UpdateDecision
            {
                Id = id, AtUtc = nowUtc, By = by, Cycle = Quarter.Parse(_cycle).Previous.Code, Number = step.Decision ?? 1, State = Choice<DecisionState>(step.State, step),
            },
            ScenarioAct.Revise => new ReviseFigure
            {
                Id = id, AtUtc = nowUtc, By = by, Cycle = step.Quarter ?? Quarter.Parse(_cycle).Previous.Code,
                Form = FormOf(new ScenarioFigure { Code = Need(step.Code, step), Value = step.Value, Comment = step.Comment }) with { Cycle = step.Quarter ?? Quarter.Parse(_cycle).Previous.Code },
                Reason = Choice<CorrectionReason>(step.Reason, step), Why = Need(step.Why, step),
            },
            ScenarioAct.CorrectPlan => new CorrectPlan
            {
                Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Reason = Need(step.Why, step),
                Version = (await _plans.Save(ScenarioPlan.Corrected(_plan, step), by)).Number,
            },
            ScenarioAct.ProposeClinic => new ProposeClinic { Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Measure = Need(step.Code, step), Why = Need(step.Why, step) },
            ScenarioAct.CallClinic => await ClinicOn(step, ClinicState.Suggested) is { } suggested
                ? new CallClinic { Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Clinic = suggested, HoldByDate = DayOf(step.UntilDay) } : null,
            ScenarioAct.DeclineClinic => await ClinicOn(step, ClinicState.Suggested) is { } suggested
                ? new DeclineClinic { Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Clinic = suggested, Reason = Need(step.Why, step) } : null,
            ScenarioAct.RecordClinic => await ClinicOn(step, ClinicState.Called) is { } called
                ? new RecordClinic
                {
                    Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Clinic = called, HeldOn = DayOf(step.HeldDay ?? step.Day), Findings = Need(step.Findings, step),
                    Actions = [.. step.Actions.Select(action => new ClinicAction(action.Text, action.Owner, DayOf(action.DueDay)))],
                }
                : null,
            ScenarioAct.CloseClinic => await ClinicOn(step, ClinicState.Reported) is { } reported
                ? new CloseClinic { Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Clinic = reported } : null,
            _ => throw new InvalidOperationException($"Nobody knows how to play {step.Does}."),
        };
    }

    private async Task<Act?> DecisionOnExtension(ScenarioStep step, string id, string by, DateTime nowUtc)
    {
        string officer = _numbers.Of(Need(step.Officer, step));
        Extension? asked = (await _records.Extensions.All(_cycle)).LastOrDefault(extension => extension.Officer == officer && extension.State == ExtensionState.Asked);
        return asked is null
            ? null
            : new DecideExtension { Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Extension = asked.Id, Give = step.Give, Reason = step.Why };
    }

    private async Task<Act?> AnswerOf(ScenarioStep step, string id, string by, DateTime nowUtc)
    {
        string code = Need(step.Code, step);
        RequestedFigure figure = await _records.Figures.Of(_cycle, code);
        return figure.OpenChallenge is { } challenge
            ? new AnswerChallenge { Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Measure = code, Challenge = challenge, Answer = Need(step.Answer, step) }
            : null;
    }

    private async Task<Act?> AgreementOf(ScenarioStep step, string id, string by, DateTime nowUtc)
    {
        IReadOnlyList<string> codes = step.Codes;
        if (codes.Count == 0)
        {
            codes =
            [
                .. (await _records.Figures.OfReviewer(_cycle, by))
                    .Where(figure => figure is { Status: FigureStatus.Sent or FigureStatus.NoFigureGiven, OpenChallenge: null, Locked: false } && figure.SentBy != by)
                    .Select(figure => figure.Code),
            ];
        }

        return codes.Count == 0 ? null : new AgreeFigures { Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Measures = codes };
    }

    private async Task<Act> BoardDecisions(ScenarioStep step, string id, string by, DateTime nowUtc)
    {
        string body = BodyOf(step);
        DateOnly meeting = (await _records.Timetables.InForce(_cycle)).Board.MeetingOn;
        return new RecordDecisions
        {
            Id = id, AtUtc = nowUtc, By = by, Cycle = _cycle, Body = body, MeetingOn = meeting,
            Decisions =
            [
                .. step.Decisions.Select(decision => new DecisionForm(
                    Choice<DecisionOutcome>(decision.Outcome, step), null, decision.Text, decision.About, decision.Owner, decision.DueDay is null ? null : DayOf(decision.DueDay))),
            ],
        };
    }

    // The newest clinic on the step's measure that has got this far; it may have been suggested in an earlier quarter.
    private async Task<string?> ClinicOn(ScenarioStep step, ClinicState state)
    {
        string code = Need(step.Code, step);
        return (await _records.Clinics.All()).Where(clinic => clinic.Measure == code && clinic.State == state).MaxBy(clinic => clinic.Cycle, StringComparer.Ordinal)?.Code;
    }

    private async Task<PackVersion?> NewestVersion(ScenarioStep step) => (await _records.Packs.All(_cycle, BodyOf(step))).MaxBy(version => version.Version);

    private SubmissionForm FormOf(ScenarioFigure figure) => new()
    {
        Code = figure.Code,
        Cycle = _cycle,
        Value = figure.Value,
        Numerator = figure.Numerator,
        Denominator = figure.Denominator,
        Provisional = figure.Milestone is null && figure.Reason is null ? figure.Provisional : null,
        MilestoneState = figure.Milestone is null ? null : Enum.Parse<DeliverableState>(figure.Milestone, ignoreCase: true),
        Reason = figure.Reason is null ? null : Enum.Parse<ReasonCode>(figure.Reason.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
        ReasonWords = figure.Words,
        Comment = figure.Comment,
        Explanation = figure.Explanation,
    };

    private DateTime InstantOf((Quarter Quarter, ScenarioStep Step) planned) => LondonTime.ToUtc(DayOf(planned.Quarter, planned.Step.Day), planned.Step.At);

    private DateOnly DayOf(int? day) =>
        day is null ? throw new RefusedArgument("A step of the scenario lacks the day until which it asks.") : DayOf(Quarter.Parse(_cycle), day.Value);

    private DateOnly DayOf(Quarter quarter, int day) => new WorkingDays(_plan.Calendar).Add(_firstDays[quarter], day - 1);

    private string BodyOf(ScenarioStep step)
    {
        string code = Need(step.Body, step);
        return _plan.Body(code) is null ? throw new RefusedArgument($"The scenario names the body \"{code}\" on day {step.Day}, but the plan knows no such body.") : code;
    }

    private static string Need(string? value, ScenarioStep step) =>
        value ?? throw new RefusedArgument($"The step of {step.Who} on day {step.Day} at {step.At:HH\\:mm} ({step.Does}) lacks something that it needs.");

    private static TChoice Choice<TChoice>(string? word, ScenarioStep step)
        where TChoice : struct, Enum =>
        Enum.TryParse(Need(word, step), ignoreCase: true, out TChoice choice)
            ? choice
            : throw new RefusedArgument($"\"{word}\" on day {step.Day} of the scenario must be one of {string.Join(", ", Enum.GetNames<TChoice>())}.");
}

/// <summary>A step as it went: what the service answered, and whether that was what the scenario expects.</summary>
public sealed record PlayedStep(DateTime AtUtc, ScenarioStep Step, string Answer, bool AsExpected);
