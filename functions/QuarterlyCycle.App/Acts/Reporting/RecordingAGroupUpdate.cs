using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>An outcome group records what it decided on each measure off target, and answers its two standing questions.</summary>
public sealed class RecordingAGroupUpdate(QuarterRecords records, BodyPeople people, PackReader reader, PackAudit audit, Standing standing) : Deed<RecordGroupUpdate>
{
    private const string NoEvidence = "No evidence this quarter";

    /// <inheritdoc />
    protected override async Task<ActResult?> Check(RecordGroupUpdate act, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (await people.Find(act.Cycle, act.Body, cancellation) is not { } body)
        {
            return ActResult.Because($"The plan has no group {act.Body}.");
        }

        if (!body.All.Contains(act.By) && !await standing.IsProjectManager(act.By, cancellation))
        {
            return ActResult.Because($"Only members of {body.Body.Name} can record what it decided.");
        }

        List<FieldError> errors = [.. await OfMeasures(act, cancellation)];
        if (string.IsNullOrWhiteSpace(act.Equality))
        {
            errors.Add(new FieldError("equality", "Enter the effect on black and minority ethnic, disabled and disadvantaged children"));
        }
        else if (string.Equals(act.Equality.Trim().TrimEnd('.'), NoEvidence, StringComparison.OrdinalIgnoreCase))
        {
            errors.Add(new FieldError("equality", "Enter why there is no evidence this quarter"));
        }

        if (string.IsNullOrWhiteSpace(act.AreasOfConcern))
        {
            errors.Add(new FieldError("areasOfConcern", "Enter the areas of concern, or None"));
        }

        return errors.Count > 0 ? new ActResult.Refused(errors) : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(RecordGroupUpdate act, CancellationToken cancellation)
    {
        GroupUpdate? known = await records.GroupUpdates.Get(act.Cycle, act.Body, cancellation);
        if (known is null || known.AtUtc <= act.AtUtc)
        {
            GroupUpdate update = new()
            {
                Cycle = act.Cycle,
                Body = act.Body,
                Id = act.Id,
                By = act.By,
                AtUtc = act.AtUtc,
                Measures = act.Measures,
                Equality = act.Equality.Trim(),
                AreasOfConcern = act.AreasOfConcern.Trim(),
            };
            await records.GroupUpdates.Put(update, cancellation);
        }

        await audit.Write(act, "GroupUpdateRecorded", act.Body, string.Join("; ", act.Measures.Select(measure => $"{measure.Code}: {measure.Action}")), cancellation);
        return new Effect(ActReference.Of(act.Id))
        {
            Bells = [new Bell(InstanceIds.OutcomeGroup(act.Cycle, act.Body), new GroupUpdateRecorded(act.Id, act.AtUtc, act.By, act.Body))],
        };
    }

    private async Task<IEnumerable<FieldError>> OfMeasures(RecordGroupUpdate act, CancellationToken cancellation)
    {
        IReadOnlyList<PackException> offTarget = await reader.OffTarget(act.Cycle, act.Body, cancellation);
        HashSet<string> known = [.. (await records.Figures.OfBody(act.Cycle, act.Body, cancellation)).Select(figure => figure.Code)];
        List<FieldError> errors = [];
        foreach (PackException exception in offTarget)
        {
            string code = exception.Measure.Code;
            MeasureUpdate? said = act.Measures.FirstOrDefault(measure => measure.Code == code);
            if (said is null)
            {
                errors.Add(new FieldError(code, "Select whether you discussed this measure"));
            }
            else if (string.IsNullOrWhiteSpace(said.Action))
            {
                errors.Add(new FieldError(code, $"Enter what you are doing about {code}"));
            }
            else if (string.IsNullOrWhiteSpace(said.Owner))
            {
                errors.Add(new FieldError(code, $"Enter who acts on {code}"));
            }
            else if (said.DueDate is null)
            {
                errors.Add(new FieldError(code, $"Enter the date by which it is done for {code}"));
            }
        }

        errors.AddRange(act.Measures.Where(measure => !known.Contains(measure.Code)).Select(measure => new FieldError(measure.Code, $"{measure.Code} is not a measure of this group")));
        return errors;
    }
}
