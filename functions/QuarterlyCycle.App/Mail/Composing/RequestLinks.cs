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
    public async Task<string> Url(string cycle, string officer, CancellationToken cancellation = default)
    {
        DataRequest request = await records.DataRequests.Of(cycle, officer, cancellation);
        string token = await links.Issue(await BriefOf(cycle, officer, request.LinkRound, cancellation), cancellation);
        return service.At($"/r/{token}").ToString();
    }

    /// <summary>When the link stops: when corrections stop for the last of the officer's figures.</summary>
    public async Task<DateTime> EndsUtc(string cycle, string officer, CancellationToken cancellation = default)
    {
        Timetable timetable = await records.Timetables.InForce(cycle, cancellation);
        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfOfficer(cycle, officer, cancellation);
        return figures.Select(figure => figure.CorrectionsStopUtc(timetable)).DefaultIfEmpty(timetable.CorrectionsStopUtc).Max();
    }

    /// <summary>Ends every link of the officer's data request that is older than this round.</summary>
    public async Task EndOlder(string cycle, string officer, int round, CancellationToken cancellation = default)
    {
        for (int older = 1; older < round; older++)
        {
            await links.Replace(await BriefOf(cycle, officer, older, cancellation), "There is a newer link.", cancellation);
        }
    }

    private async Task<LinkBrief> BriefOf(string cycle, string officer, int round, CancellationToken cancellation) => new()
    {
        Kind = LinkKind.Request,
        Officer = officer,
        Round = round.ToString(CultureInfo.InvariantCulture),
        Cycle = cycle,
        ExpiresUtc = await EndsUtc(cycle, officer, cancellation),
    };
}
