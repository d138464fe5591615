using System.Globalization;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Packs;

/// <summary>The e-mails of a performance clinic: the invitation, and the question how an action stands.</summary>
public sealed class ClinicMail(QuarterRecords records, PlanLibrary plans, Mailings mailings)
{
    public const string Invitation = "E36";

    public const string Milestone = "E37";

    /// <summary>The name under which the number of a clinic's action stands on its e-mail's row.</summary>
    public const string ActionSubject = "action";

    /// <summary>The name under which a clinic stands on its e-mail's row.</summary>
    public const string ClinicSubject = "clinic";

    private static readonly TimeSpan QuestionsAreOfUseFor = TimeSpan.FromDays(14);

    /// <summary>Invites who supplies the measure, who reviews it and the project managers; the second time reminds them.</summary>
    public async Task Invite(string code, int ordinal, CancellationToken cancellation)
    {
        if (await records.Clinics.Get(code, cancellation) is not { State: ClinicState.Called, HoldByDate: { } holdBy } clinic)
        {
            return;
        }

        RequestedFigure? figure = await records.Figures.Get(clinic.Cycle, clinic.Measure, cancellation);
        IEnumerable<string> managers = (await records.People.ProjectManagers(cancellation)).Select(manager => manager.Number);
        foreach (string person in new[] { figure?.Officer, figure?.Reviewer }.OfType<string>().Concat(managers).Distinct(StringComparer.Ordinal))
        {
            await Post(clinic, Invitation, $"{Number(ordinal)}.{person}", person, holdBy, null, cancellation);
        }
    }

    /// <summary>Asks the owner of an action how it stands, or the project managers when the owner is not in the plan.</summary>
    public async Task AskAboutAction(string code, int number, CancellationToken cancellation)
    {
        if (await records.Clinics.Get(code, cancellation) is not { } clinic || clinic.State == ClinicState.Closed || number > clinic.Actions.Count)
        {
            return;
        }

        ClinicAction action = clinic.Actions[number - 1];
        Plan plan = await plans.ForCycle(clinic.Cycle, cancellation);
        string? address = plan.Person(EmailText.Canonical(action.Owner))?.Email ?? plan.People.FirstOrDefault(person => person.Name == action.Owner)?.Email;
        Officer? owner = address is null ? null : await records.People.ByEmail(address, cancellation);
        foreach (Officer person in owner is null ? await records.People.ProjectManagers(cancellation) : [owner])
        {
            await Post(clinic, Milestone, $"{Number(number)}.{person.Number}", person.Number, action.DueDate, number, cancellation);
        }
    }

    private Task Post(Clinic clinic, string purpose, string ordinal, string officer, DateOnly day, int? action, CancellationToken cancellation)
    {
        Dictionary<string, string> subject = new(StringComparer.Ordinal)
        {
            [ClinicSubject] = clinic.Code,
            [MailSubjects.Measure] = clinic.Measure,
            [MailSubjects.Officer] = officer,
        };
        if (action is { } number)
        {
            subject[ActionSubject] = Number(number);
        }

        return mailings.Post(
            new Mailing
            {
                Cycle = clinic.Cycle,
                Instance = InstanceIds.Clinic(clinic.Code),
                Purpose = purpose,
                Ordinal = ordinal,
                Officer = officer,
                NotAfterUtc = day.ToDateTime(new TimeOnly(17, 0), DateTimeKind.Utc) + (action is null ? TimeSpan.Zero : QuestionsAreOfUseFor),
                Subject = subject,
            },
            cancellation);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
