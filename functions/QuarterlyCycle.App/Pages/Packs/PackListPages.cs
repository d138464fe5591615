using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Pages.Packs;

/// <summary>P80 and P90: the reports that a visitor may see, quarter by quarter.</summary>
public sealed class PackListPages(StaffDoor door, PackDoor packs, QuartersInView quarters, QuarterRecords records, BodyPeople people) : PageSet
{
    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/packs", door.Page(Show)),
        PageRoute.Get("/groups/{body}", door.QuarterPage((request, visit, quarter) => Task.FromResult<PageAnswer>(new PageAnswer.Redirect(PackWords.Address(quarter.Code, request.Part("body")))))),
    ];

    private async Task<PageAnswer> Show(PageRequest request, StaffVisit visit)
    {
        List<PackListQuarter> list = [];
        foreach (Cycle cycle in (await records.Cycles.All()).Reverse())
        {
            QuarterInView quarter = await quarters.Of(cycle.Code) ?? throw new InvalidOperationException($"There is no cycle {cycle.Code}.");
            List<PackListRow> rows = [];
            foreach (string code in quarter.Timetable.Groups.Select(group => group.Body).Append(quarter.Timetable.Board.Body))
            {
                if (await people.Find(cycle.Code, code) is { } body && PackDoor.MaySee(visit, body))
                {
                    rows.Add(await RowOf(await packs.Of(quarter, body, visit), visit));
                }
            }

            if (rows.Count > 0)
            {
                list.Add(new PackListQuarter(quarter, rows));
            }
        }

        return PageAnswer.Show<PackListPage>("Report packs", new PackListModel(list));
    }

    private async Task<PackListRow> RowOf(BodyInView body, StaffVisit visit)
    {
        DateTime? publishByUtc = body.IsBoard ? body.Quarter.Timetable.Board.PublicationUtc : null;
        string state = body switch
        {
            { Quarter.Cycle.State: CycleState.Cancelled, Newest: null } => "Not made: the quarter was cancelled",
            { Standing: { } standing } => PackWords.Of(standing),
            { Newest: { } newest } => PackWords.Of(newest),
            { IsBoard: true } when visit.NowUtc >= body.Quarter.Timetable.Board.AtRiskUtc && await IsUnsigned(body.Quarter) => "At risk",
            _ => "Expected",
        };
        return new PackListRow(body.Name, body.Address, body.MeetingOn, body.Standing?.Version ?? body.Newest?.Version, body.Newest?.Version, state, publishByUtc);
    }

    private async Task<bool> IsUnsigned(QuarterInView quarter)
    {
        foreach (string group in quarter.Timetable.Groups.Select(group => group.Body))
        {
            if (await records.Packs.Issued(quarter.Code, group) is not { State: PackState.SignedOff })
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The reports of every quarter.</summary>
public sealed record PackListModel(IReadOnlyList<PackListQuarter> Quarters);

/// <summary>The reports of one quarter.</summary>
public sealed record PackListQuarter(QuarterInView Quarter, IReadOnlyList<PackListRow> Rows);

/// <summary>One body's report.</summary>
public sealed record PackListRow(string Name, string Address, DateOnly? MeetingOn, int? Version, int? Newest, string State, DateTime? PublishByUtc);
