using System.Globalization;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Packs;

/// <summary>The e-mails to the board's secretary, and what the board said to the officers.</summary>
public sealed class BoardMail(QuarterRecords records, BodyPeople people, BoardStanding standing, PackMail packMail, Mailings mailings)
{
    private static readonly TimeSpan NewsIsOfUseFor = TimeSpan.FromDays(28);

    /// <summary>Hands a version to the secretary: as the pack (E60), in the place of another (E61), or to be left unpublished (E62).</summary>
    public async Task ToSecretary(PackAddress pack, int version, string purpose, CancellationToken cancellation)
    {
        Timetable timetable = await records.Timetables.InForce(pack.Cycle, cancellation);
        await Post(pack, purpose, $"v{Number(version)}", version, timetable.ClosesUtc, cancellation);
        if (purpose != "E62")
        {
            await packMail.IssueReceipt(pack, version, cancellation);
        }
    }

    /// <summary>Warns the secretary of sign-offs outstanding (E63), if there are any.</summary>
    public async Task WarnSecretary(PackAddress pack, CancellationToken cancellation)
    {
        if ((await standing.NotSigned(pack.Cycle, cancellation)).Count > 0)
        {
            Timetable timetable = await records.Timetables.InForce(pack.Cycle, cancellation);
            await Post(pack, "E63", "1", null, timetable.Board.PublicationUtc, cancellation);
        }
    }

    /// <summary>Asks the secretary for the decisions (E64), unless they are recorded.</summary>
    public async Task AskForDecisions(PackAddress pack, int ordinal, CancellationToken cancellation)
    {
        if (!await standing.HasDecisions(pack.Cycle, pack.Body, cancellation))
        {
            Timetable timetable = await records.Timetables.InForce(pack.Cycle, cancellation);
            await Post(pack, "E64", Number(ordinal), (await records.Packs.Issued(pack.Cycle, pack.Body, cancellation))?.Version, timetable.Board.LastUtc, cancellation);
        }
    }

    /// <summary>Tells each officer what the board said about their measures (E27).</summary>
    public async Task Decisions(PackAddress pack, string actId, CancellationToken cancellation)
    {
        IReadOnlyList<Decision> decisions = [.. (await records.Decisions.All(pack.Cycle, cancellation)).Where(decision => decision.ActId == actId && decision.About is not null)];
        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfCodes(pack.Cycle, decisions.Select(decision => decision.About!).Distinct(StringComparer.Ordinal), cancellation);
        Timetable timetable = await records.Timetables.InForce(pack.Cycle, cancellation);
        foreach (IGrouping<string, RequestedFigure> ofOfficer in figures.GroupBy(figure => figure.Officer))
        {
            await mailings.Post(
                new Mailing
                {
                    Cycle = pack.Cycle,
                    Instance = InstanceIds.BoardPack(pack.Cycle),
                    Purpose = "E27",
                    Ordinal = $"{ofOfficer.Key}.{ActReference.Of(actId)}",
                    Officer = ofOfficer.Key,
                    NotAfterUtc = timetable.Board.LastUtc + NewsIsOfUseFor,
                    Subject = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        [MailSubjects.Body] = pack.Body,
                        [MailSubjects.Act] = actId,
                        [MailSubjects.Officer] = ofOfficer.Key,
                        [MailSubjects.Measures] = string.Join(',', ofOfficer.Select(figure => figure.Code)),
                    },
                },
                cancellation);
        }
    }

    private async Task Post(PackAddress pack, string purpose, string ordinal, int? version, DateTime notAfterUtc, CancellationToken cancellation)
    {
        BodyOfficers board = await people.Of(pack.Cycle, pack.Body, cancellation);
        string? secretary = board.Secretary ?? (await records.People.ProjectManagers(cancellation)).Select(manager => manager.Number).FirstOrDefault();
        if (secretary is null)
        {
            return;
        }

        Dictionary<string, string> subject = new(StringComparer.Ordinal) { [MailSubjects.Body] = pack.Body, [MailSubjects.Officer] = secretary };
        if (version is { } number)
        {
            subject[MailSubjects.Version] = Number(number);
        }

        await mailings.Post(
            new Mailing
            {
                Cycle = pack.Cycle,
                Instance = InstanceIds.BoardPack(pack.Cycle),
                Purpose = purpose,
                Ordinal = ordinal,
                Officer = secretary,
                NotAfterUtc = notAfterUtc,
                Subject = subject,
            },
            cancellation);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
