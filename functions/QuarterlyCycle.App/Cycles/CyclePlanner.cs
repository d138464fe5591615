using System.Globalization;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Cycles;

/// <summary>What planning a quarter would come to: the dates, and whatever stands against it.</summary>
public sealed record CycleDraft(Plan? Plan, int PlanVersion, Timetable? Timetable, IReadOnlyList<string> Faults, IReadOnlyList<string> Warnings);

/// <summary>Turns a quarter and the newest plan into the rows of a cycle. The cycle's own row comes last, so that a cycle that can be seen is whole.</summary>
public sealed class CyclePlanner(QuarterRecords records, PlanLibrary plans, Audit audit, TimeProvider clock)
{
    /// <summary>The most data requests of a chunk, and the most figures of a part of a review: a stage never has more children.</summary>
    public const int MostInOnePart = 75;

    private const string Cause = "planning";

    private DrawnDraft? _draft;

    /// <summary>What planning this quarter now would come to. Stores nothing.</summary>
    public async Task<CycleDraft> Draft(Quarter quarter, CancellationToken cancellation = default)
    {
        // What an earlier attempt cut stays cut, with the plan that it was cut from.
        int? cutFrom = (await records.Assignments.Find(quarter.Code, cancellation))?.PlanVersion;
        int? version = cutFrom ?? (await plans.Newest(cancellation))?.Number;
        if (version is not { } number)
        {
            return new CycleDraft(null, 0, null, ["There is no plan yet. Import it first."], []);
        }

        // A version of the plan never changes, so what it comes to is worked out once; the sweeps ask again and again.
        (Quarter, int) drawn = (quarter, number);
        if (_draft is { } known && known.Drawn == drawn)
        {
            return known.Draft;
        }

        Plan plan = await plans.Of(number, cancellation);
        TimetableDraft draft = TimetablePlanner.Draw(plan, quarter);
        CycleDraft made = new(plan, number, draft.Timetable, [.. draft.Faults, .. Faults(plan, quarter)], draft.Warnings);
        _draft = new DrawnDraft(drawn, made);
        return made;
    }

    /// <summary>Writes the rows of the cycle and gives the faults that stopped it, if any did. A repeat writes what is missing and changes nothing.</summary>
    public async Task<IReadOnlyList<string>> Plan(Quarter quarter, string by, CancellationToken cancellation = default)
    {
        string cycle = quarter.Code;
        if (await records.Cycles.Get(cycle, cancellation) is not null)
        {
            return [];
        }

        CycleDraft draft = await Draft(quarter, cancellation);
        if (draft is not { Plan: { } plan, Timetable: { } timetable, Faults: [] })
        {
            return draft.Faults;
        }

        OfficerNumbers numbers = await plans.Numbers(cancellation);
        CycleAssignments assignments = await records.Assignments.WriteOnce(cycle, draft.PlanVersion, Cut(Assignments.For(plan, quarter), numbers), cancellation);
        await records.Timetables.First(timetable, Cause, cancellation);
        foreach (string officer in assignments.Officers)
        {
            await records.DataRequests.Insert(RequestTo(cycle, officer, assignments), cancellation);
        }

        foreach (AssignedFigure figure in assignments.Figures)
        {
            await records.Figures.Insert(FigureOf(cycle, figure), cancellation);
        }

        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        await records.Cycles.Insert(
            new Cycle
            {
                Code = cycle,
                PlanVersion = draft.PlanVersion,
                TimetableVersion = timetable.Version,
                Chunks = assignments.Figures.Select(figure => figure.Chunk).DefaultIfEmpty(0).Max(),
                StartUtc = nowUtc,
                State = CycleState.Planned,
            },
            cancellation);
        await audit.Write(
            cycle,
            new AuditEntry
            {
                ActId = $"{Cause}.{cycle}",
                AtUtc = nowUtc,
                Actor = by,
                Act = "CyclePlanned",
                Subject = cycle,
                New = string.Create(CultureInfo.InvariantCulture, $"plan {draft.PlanVersion}, {assignments.Figures.Count} figures of {assignments.Officers.Count()} officers"),
            },
            cancellation);
        return [];
    }

    /// <summary>Cuts the parts once: officers by number, 75 at a time, and each reviewer's figures by code, 75 at a time.</summary>
    internal static IReadOnlyList<AssignedFigure> Cut(IReadOnlyList<Assignment> assignments, OfficerNumbers numbers)
    {
        Dictionary<string, int> chunks = Parts(assignments.Select(assignment => numbers.Of(assignment.OfficerEmail)).Distinct());
        return
        [
            .. assignments
                .GroupBy(assignment => numbers.Of(assignment.ReviewerEmail))
                .SelectMany(reviewed =>
                {
                    Dictionary<string, int> parts = Parts(reviewed.Select(assignment => assignment.Code));
                    return reviewed.Select(assignment => new AssignedFigure(
                        assignment.Code,
                        assignment.IsMilestone,
                        numbers.Of(assignment.OfficerEmail),
                        chunks[numbers.Of(assignment.OfficerEmail)],
                        reviewed.Key,
                        parts[assignment.Code],
                        assignment.Bodies));
                })
                .OrderBy(figure => figure.Code, StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, int> Parts(IEnumerable<string> ids) => ids
        .Order(StringComparer.Ordinal)
        .Select((id, index) => (id, part: (index / MostInOnePart) + 1))
        .ToDictionary(each => each.id, each => each.part, StringComparer.Ordinal);

    private static IEnumerable<string> Faults(Plan plan, Quarter quarter)
    {
        if (plan.ProjectManagers.Count == 0)
        {
            yield return "Nobody has the role of project manager.";
        }
        else if (Assignments.For(plan, quarter).Count == 0)
        {
            yield return "The plan asks for nothing in this quarter.";
        }

        foreach (Body body in ReportingBodies.Groups(plan.Bodies).Where(body => body.Chair is null && body.ViceChair is null))
        {
            yield return $"{body.Name} has no chair and no vice-chair, so nobody can sign its report.";
        }

        if (ReportingBodies.Board(plan.Bodies) is { Secretary: null } board)
        {
            yield return $"{board.Name} has no secretary, so nobody can receive its pack.";
        }
    }

    private static DataRequest RequestTo(string cycle, string officer, CycleAssignments assignments) => new()
    {
        Cycle = cycle,
        Chunk = assignments.ChunkOf(officer) ?? throw new InvalidOperationException($"{officer} has no chunk in {cycle}."),
        Officer = officer,
        Measures = [.. assignments.OfOfficer(officer).Select(figure => figure.Code)],
        State = DataRequestState.Planned,
    };

    private static RequestedFigure FigureOf(string cycle, AssignedFigure figure) => new()
    {
        Cycle = cycle,
        Code = figure.Code,
        IsMilestone = figure.IsMilestone,
        Officer = figure.Officer,
        Reviewer = figure.Reviewer,
        ReviewPart = figure.ReviewPart,
        Chunk = figure.Chunk,
        Bodies = figure.Bodies,
        Status = FigureStatus.NotStarted,
    };

    private sealed record DrawnDraft((Quarter, int) Drawn, CycleDraft Draft);
}
