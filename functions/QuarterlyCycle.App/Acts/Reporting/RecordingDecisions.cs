using System.Globalization;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>The secretary records what the board decided; what is open returns in the next quarter.</summary>
public sealed class RecordingDecisions(QuarterRecords records, PlanLibrary plans, BodyPeople people, PackAudit audit, Standing standing) : Deed<RecordDecisions>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(RecordDecisions act, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (await people.Find(act.Cycle, act.Body, cancellation) is not { } body)
        {
            return ActResult.Because($"The plan has no board {act.Body}.");
        }

        if (act.By != body.Secretary && act.By != body.Chair && !await standing.IsProjectManager(act.By, cancellation))
        {
            return ActResult.Because($"Only the secretary of {body.Body.Name} records its decisions.");
        }

        Plan plan = await plans.ForCycle(act.Cycle, cancellation);
        List<FieldError> errors = [.. act.Decisions.SelectMany((form, index) => OfForm(plan, form, index))];
        if (act.Decisions.Count == 0)
        {
            errors.Add(new FieldError("decisions", "Enter at least one decision"));
        }

        if (act.MeetingOn > standing.Today)
        {
            errors.Add(new FieldError("meetingOn", "The date of the meeting must be today or in the past"));
        }

        return errors.Count > 0 ? new ActResult.Refused(errors) : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(RecordDecisions act, CancellationToken cancellation)
    {
        int stored = (await records.Decisions.All(act.Cycle, cancellation)).Count(decision => decision.ActId == act.Id);
        foreach (DecisionForm form in act.Decisions.Skip(stored))
        {
            await Store(act, form, cancellation);
        }

        await audit.Write(act, "DecisionsRecorded", act.Body, $"{act.Decisions.Count.ToString(CultureInfo.InvariantCulture)} decisions of {BritishWords.Date(act.MeetingOn)}", cancellation);
        return new Effect(ActReference.Of(act.Id))
        {
            Bells = [new Bell(InstanceIds.BoardPack(act.Cycle), new DecisionsRecorded(act.Id, act.AtUtc, act.By, act.MeetingOn))],
        };
    }

    // Another secretary may take the same number at the same moment; the next one is free.
    private async Task Store(RecordDecisions act, DecisionForm form, CancellationToken cancellation)
    {
        while (true)
        {
            int number = (await records.Decisions.All(act.Cycle, cancellation)).Select(known => known.Number).DefaultIfEmpty(0).Max() + 1;
            Decision decision = new()
            {
                Cycle = act.Cycle,
                Number = number,
                ActId = act.Id,
                Body = act.Body,
                MeetingOn = act.MeetingOn,
                Outcome = form.Outcome,
                Recommendation = form.Recommendation,
                Text = form.Text.Trim(),
                About = string.IsNullOrWhiteSpace(form.About) ? null : form.About.Trim(),
                Owner = string.IsNullOrWhiteSpace(form.Owner) ? null : form.Owner.Trim(),
                DueDate = form.DueDate,
                State = StateOf(form),
            };
            if ((await records.Decisions.Insert(decision, cancellation)).ActId == act.Id)
            {
                return;
            }
        }
    }

    // What is only noted or rejected leaves nothing to do; everything else returns until it is done or dropped.
    private static DecisionState StateOf(DecisionForm form) =>
        form.Outcome is DecisionOutcome.Noted or DecisionOutcome.Rejected && form.Owner is not { Length: > 0 } ? DecisionState.Done : DecisionState.Open;

    private static IEnumerable<FieldError> OfForm(Plan plan, DecisionForm form, int index)
    {
        string field = $"decisions[{index.ToString(CultureInfo.InvariantCulture)}]";
        if (string.IsNullOrWhiteSpace(form.Text))
        {
            yield return new FieldError($"{field}.text", "Enter the words of the decision");
        }

        if (form.DueDate is not null && string.IsNullOrWhiteSpace(form.Owner))
        {
            yield return new FieldError($"{field}.owner", "Enter who acts on the decision");
        }

        if (form.About is { Length: > 0 } about && plan.NameOf(about.Trim()) is null && plan.Action(about.Trim()) is null)
        {
            yield return new FieldError($"{field}.about", $"{about} is not a measure, milestone or action of the plan");
        }
    }
}
