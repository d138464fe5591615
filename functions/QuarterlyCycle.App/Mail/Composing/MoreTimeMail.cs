using System.Globalization;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Documents.Emails;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>The e-mails about more time.</summary>
public sealed class MoreTimeMail(QuarterRecords records, RequestLinks links) : MailPart
{
    public override IReadOnlyList<string> Purposes => ["E14", "E15", "E16", "E44"];

    public override async Task<Email?> Write(OutboxRow row, MailScene scene, CancellationToken cancellation)
    {
        Extension extension = await records.Extensions.Get(scene.Code, row.About(MailSubjects.Extension), cancellation)
            ?? throw new InvalidOperationException($"The e-mail {row.MailKey} is about an extension that is gone.");
        List<RequestedFigure> owed = [.. (await records.Figures.OfCodes(scene.Code, extension.Measures, cancellation)).Where(figure => figure.IsOutstanding)];
        if (owed.Count == 0)
        {
            return null;
        }

        DateTime dueUtc = owed.Min(figure => figure.DueUtc(scene.Timetable));
        IReadOnlyList<NamedMeasure> named = [.. owed.Select(figure => MailMeasures.Named(scene, figure))];
        string recipient = scene.Recipient.Name;
        return (row.Purpose, extension.State) switch
        {
            ("E14", _) => new ExtensionAskedEmail
            {
                Recipient = recipient,
                Quarter = scene.Quarter,
                Measures = named,
                DueUtc = dueUtc,
                WantedUtc = extension.AskedUntilUtc,
                DecisionByUtc = DecisionBy(scene, dueUtc),
            },
            ("E15", ExtensionState.Given or ExtensionState.GivenAutomatically) => await Given(scene, extension, named, cancellation),
            ("E16", ExtensionState.Refused) => new ExtensionRefusedEmail
            {
                Recipient = recipient,
                Quarter = scene.Quarter,
                Measures = named,
                DueUtc = dueUtc,
                Reason = extension.Reason ?? "",
                Url = await links.Url(scene.Code, extension.Officer, cancellation),
            },
            ("E44", ExtensionState.Asked) => await ToDecide(scene, extension, named, dueUtc, cancellation),
            _ => null,
        };
    }

    private async Task<ExtensionGivenEmail> Given(MailScene scene, Extension extension, IReadOnlyList<NamedMeasure> named, CancellationToken cancellation)
    {
        DateTime untilUtc = extension.UntilUtc ?? extension.AskedUntilUtc;
        return new ExtensionGivenEmail
        {
            Recipient = scene.Recipient.Name,
            Quarter = scene.Quarter,
            Measures = named,
            DueUtc = untilUtc,
            Url = await links.Url(scene.Code, extension.Officer, cancellation),
            Deadline = Deadlines.Of(
                scene,
                extension.Officer,
                untilUtc,
                string.Create(CultureInfo.InvariantCulture, $"Quarter {scene.Quarter.Number}: {string.Join(", ", extension.Measures)} due"),
                sequence: 0,
                about: extension.Id),
        };
    }

    private async Task<ExtensionToDecideEmail> ToDecide(MailScene scene, Extension extension, IReadOnlyList<NamedMeasure> named, DateTime dueUtc, CancellationToken cancellation)
    {
        DateOnly wanted = LondonTime.DateOf(extension.AskedUntilUtc);
        int days = new WorkingDays(scene.Plan.Calendar).Between(wanted, LondonTime.DateOf(scene.Timetable.CorrectionsStopUtc).AddDays(1));
        return new ExtensionToDecideEmail
        {
            Recipient = scene.Recipient.Name,
            Quarter = scene.Quarter,
            Measures = named,
            Officer = (await records.People.Of(extension.Officer, cancellation)).Name,
            DueUtc = dueUtc,
            WantedUtc = extension.AskedUntilUtc,
            DecisionByUtc = DecisionBy(scene, dueUtc),
            Reason = extension.Why,
            TimeLeftForReview = days switch
            {
                0 => "no working day",
                1 => "1 working day",
                _ => string.Create(CultureInfo.InvariantCulture, $"{days} working days"),
            },
            Url = scene.Page($"/cycle/extensions/{extension.Id}"),
        };
    }

    // The decision is of use while the figure is not yet late, and else while answers are still taken.
    private static DateTime DecisionBy(MailScene scene, DateTime dueUtc) => dueUtc > scene.NowUtc ? dueUtc : scene.Timetable.AnswersStopUtc;
}
