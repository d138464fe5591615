using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Documents.Emails;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>What the board said about an officer's measures (E27).</summary>
public sealed class DecisionMails(QuarterRecords records, PackCases cases, PackLinks links) : MailPart
{
    public override IReadOnlyList<string> Purposes => ["E27"];

    public override async Task<Email?> Write(OutboxRow row, MailScene scene, CancellationToken cancellation)
    {
        PackCase pack = await cases.Of(row, scene, cancellation);
        HashSet<string> measures = [.. row.MeasuresOf()];
        IReadOnlyList<Decision> decisions =
        [
            .. (await records.Decisions.All(pack.Cycle, cancellation))
                .Where(decision => decision.ActId == row.About(MailSubjects.Act) && decision.About is { } about && measures.Contains(about)),
        ];
        return decisions.Count == 0
            ? null
            : new BoardDecisionsEmail
            {
                Recipient = scene.Recipient.Name,
                Quarter = pack.Quarter,
                BoardName = pack.BodyName,
                MeetingDate = decisions[0].MeetingOn,
                Decisions = [.. decisions.Select(decision => Told(scene.Plan, decision))],
                Url = links.WhatWasSaid,
            };
    }

    private static ToldDecision Told(Plan plan, Decision decision) => new()
    {
        About = $"{decision.About} {plan.NameOf(decision.About!)}".TrimEnd(),
        Outcome = decision.Outcome.ToString(),
        Text = decision.Text,
        Owner = decision.Owner is { } owner ? plan.Person(EmailText.Canonical(owner))?.Name ?? owner : null,
        DueDate = decision.DueDate,
    };
}

/// <summary>The e-mails of a performance clinic: the invitation and its reminder (E36), and the question how an action stands (E37).</summary>
public sealed class ClinicMails(QuarterRecords records, PackLinks links) : MailPart
{
    public override IReadOnlyList<string> Purposes => [ClinicMail.Invitation, ClinicMail.Milestone];

    public override async Task<Email?> Write(OutboxRow row, MailScene scene, CancellationToken cancellation)
    {
        if (await records.Clinics.Get(row.About(ClinicMail.ClinicSubject), cancellation) is not { } clinic)
        {
            return null;
        }

        string name = scene.Plan.Indicator(clinic.Measure)?.Name ?? clinic.Measure;
        return row.Purpose == ClinicMail.Invitation ? Invitation(clinic, name, row, scene) : Action(clinic, name, row, scene);
    }

    private ClinicInvitationEmail? Invitation(Clinic clinic, string name, OutboxRow row, MailScene scene) => clinic is not { State: ClinicState.Called, HoldByDate: { } holdBy }
        ? null
        : new ClinicInvitationEmail
        {
            Recipient = scene.Recipient.Name,
            Code = clinic.Measure,
            MeasureName = name,
            Trigger = clinic.Trigger,
            HoldByDate = holdBy,
            IsReminder = !row.Ordinal.StartsWith("1.", StringComparison.Ordinal),
            Url = links.Clinics,
        };

    private ClinicActionEmail? Action(Clinic clinic, string name, OutboxRow row, MailScene scene)
    {
        int number = row.NumberOf(ClinicMail.ActionSubject);
        if (clinic.State == ClinicState.Closed || number > clinic.Actions.Count)
        {
            return null;
        }

        ClinicAction action = clinic.Actions[number - 1];
        return new ClinicActionEmail
        {
            Recipient = scene.Recipient.Name,
            Code = clinic.Measure,
            MeasureName = name,
            Action = $"{action.Text} By {BritishWords.Date(action.DueDate)}.",
            DueDate = action.DueDate,
            Url = links.Clinics,
        };
    }
}
