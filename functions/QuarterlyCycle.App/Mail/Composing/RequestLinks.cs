using System.Globalization;
using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>The personal links to data requests: one for each officer and round, living until corrections stop.</summary>
public sealed class RequestLinks(QuarterRecords records, Links links, ServiceOptions service)
{
    /// <summary>The full address of the officer's link. Asked again it is the same address.</summary>
    public async Task<string> Url(string cycle, string officer, CancellationToken cancellation = default) =>
        await Url(cycle, officer, await EndsUtc(cycle, officer, cancellation), cancellation);

    /// <summary>The full address of the officer's link, for whoever has read when it ends.</summary>
    public async Task<string> Url(string cycle, string officer, DateTime endsUtc, CancellationToken cancellation = default)
    {
        DataRequest request = await records.DataRequests.Of(cycle, officer, cancellation);
        string token = await links.Issue(BriefOf(cycle, officer, request.LinkRound, endsUtc), cancellation);
        return service.At($"/r/{token}").ToString();
    }

    /// <summary>When the link stops: when corrections stop for the last of the officer's figures.</summary>
    public async Task<DateTime> EndsUtc(string cycle, string officer, CancellationToken cancellation = default)
    {
        Timetable timetable = await records.Timetables.InForce(cycle, cancellation);
        return EndsUtc(timetable, await records.Figures.OfOfficer(cycle, officer, cancellation));
    }

    /// <summary>When the link stops, by everything that the officer is asked.</summary>
    public static DateTime EndsUtc(Timetable timetable, IReadOnlyList<RequestedFigure> figures) =>
        figures.Select(figure => figure.CorrectionsStopUtc(timetable)).DefaultIfEmpty(timetable.CorrectionsStopUtc).Max();

    /// <summary>Ends every link of the officer's data request that is older than this round.</summary>
    public async Task EndOlder(string cycle, string officer, int round, CancellationToken cancellation = default)
    {
        DateTime endsUtc = await EndsUtc(cycle, officer, cancellation);
        for (int older = 1; older < round; older++)
        {
            await links.Replace(BriefOf(cycle, officer, older, endsUtc), "There is a newer link.", cancellation);
        }
    }

    private static LinkBrief BriefOf(string cycle, string officer, int round, DateTime endsUtc) => new()
    {
        Kind = LinkKind.Request,
        Officer = officer,
        Round = round.ToString(CultureInfo.InvariantCulture),
        Cycle = cycle,
        ExpiresUtc = endsUtc,
    };
}
