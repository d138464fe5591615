using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Documents.Packs;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Packs;

/// <summary>Builds the versions of packs: reads the records, puts the model together, writes the files, seals them, and only then stores the version.</summary>
public sealed class PackBuilder(
    QuarterRecords records,
    IFileStore files,
    QuarterFactsReader reader,
    PackModels models,
    PrintedFigures printed,
    EarlierDecisions earlierDecisions,
    EarlierRevisions earlierRevisions,
    TimeProvider clock)
{
    private const string Html = "text/html; charset=utf-8";

    /// <summary>The next version of a body's pack. The cause, a draft's number or an act's id, makes a repeat give the same version.</summary>
    public async Task<PackVersion> Build(string cycle, string body, string cause, CancellationToken cancellation = default)
    {
        while (true)
        {
            IReadOnlyList<PackVersion> versions = await records.Packs.All(cycle, body, cancellation);
            if (versions.FirstOrDefault(version => version.Cause == cause) is { } built)
            {
                return built;
            }

            PackVersion made = await Make(cycle, body, cause, versions, cancellation);
            PackVersion stored = await records.Packs.Insert(made, cancellation);
            if (stored.Cause == cause)
            {
                return stored;
            }
        }
    }

    private async Task<PackVersion> Make(string cycle, string bodyCode, string cause, IReadOnlyList<PackVersion> versions, CancellationToken cancellation)
    {
        QuarterFacts facts = await reader.Read(cycle, clock.GetUtcNow().UtcDateTime, cancellation);
        Body body = facts.Plan.Body(bodyCode) ?? throw new InvalidOperationException($"The plan of {cycle} has no body {bodyCode}.");
        int number = versions.Count == 0 ? 1 : versions[^1].Version + 1;
        GroupUpdate? update = await records.GroupUpdates.Get(cycle, bodyCode, cancellation);
        PackModel model = bodyCode == facts.Timetable.Board.Body
            ? await BoardModel(facts, body, number, versions, cancellation)
            : await GroupModel(facts, body, number, update, versions, cancellation);

        string folder = PackFolder.Of(cycle, bodyCode, number, cause);

        // Keeping the model, looking it through and printing it need nothing of each other.
        Task keeping = Task.Run(() => models.Write(folder, model, cancellation), cancellation);
        Task<PackFindings> checking = Task.Run(() => PackCheck.Of(facts, model), cancellation);
        await printed.Write(folder, [.. (await PrintedIn(facts, bodyCode, cancellation)).SelectMany(code => facts.Disclosure.Printed(facts.Histories[code], facts.Quarter))], cancellation);
        List<PackFile> written = [];
        foreach (Pack edition in new[] { model.Public, model.Exempt }.OfType<Pack>())
        {
            byte[] content = PackHtml.Render(edition);
            string name = PackFileName.Of(edition, "html");
            await files.Write($"{folder}/{name}", content, cancellation);
            written.Add(new PackFile(name, $"{folder}/{name}", Html, content.Length, PackSeal.Hash(content), edition.Edition));
        }

        await keeping;
        PackFindings findings = await checking;
        return new PackVersion
        {
            Cycle = cycle,
            Body = bodyCode,
            Version = number,
            Cause = cause,
            State = PackState.Draft,
            BuiltUtc = facts.AtUtc,
            Files = written,
            Seal = PackSeal.Of(written),
            HasGroupUpdate = update is not null,
            MustFix = findings.MustFix,
            ShouldCheck = findings.ShouldCheck,
        };
    }

    private async Task<PackModel> GroupModel(
        QuarterFacts facts, Body body, int number, GroupUpdate? update, IReadOnlyList<PackVersion> versions, CancellationToken cancellation)
    {
        PartBuilder builder = new(facts, update, PackChanges.Revised(facts, versions));
        bool hides = builder.HidesAnything(body.Code);
        Naming naming = new(facts, NamePolicy.ByName);
        PackSummary? summary = await records.Summaries.Get(facts.Cycle.Code, body.Code, cancellation);
        IReadOnlyList<Domain.Decisions.Decision> open = await earlierDecisions.Open(facts.Quarter, cancellation);
        IReadOnlyList<EarlierRevision> revisions = await earlierRevisions.Of(facts, body.Code, cancellation);
        IReadOnlyList<SignOff> signOffs = await records.SignOffs.All(facts.Cycle.Code, body.Code, cancellation);
        PackModel? before = versions.Count == 0 ? null : await models.Read(versions[^1], cancellation);
        string? board = facts.Plan.Body(facts.Timetable.Board.Body)?.Name;
        StandingText standing = new(facts.Plan, body.Code);

        Pack Edition(PackEdition edition)
        {
            PackPart part = builder.Build(body, NamePolicy.ByName, hides: edition == PackEdition.Public);
            IReadOnlySet<string> concerned = Circumstances.CodesOf(facts.Plan, body.Code, part.Measures.Select(measure => measure.Code));
            Pack pack = FrontBlock.Shared(facts, body, PackKind.OutcomeGroup, edition, number, [part]);
            return pack with
            {
                Summary = [.. standing.Summary, .. OpeningWords.Summary(summary, part.Counts, body.Name, facts.Quarter)],
                Recommendations = [.. OpeningWords.OfGroup(body, part, board, facts.Quarter, standing)],
                SignOffs = [.. SignOffLines.OfGroup(facts, body, signOffs, naming)],
                EarlierDecisions = [.. EarlierDecisions.Lines(facts, body, concerned, open, naming)],
                Changes =
                [
                    .. EarlierRevisions.Lines(revisions, new HiddenFigures(facts.Disclosure, edition == PackEdition.Public)),
                    .. PackChanges.Of(facts, pack, before?.Edition(edition), LastSigned(signOffs)),
                ],
            };
        }

        return new PackModel
        {
            Public = Edition(PackEdition.Public),
            Exempt = hides ? Edition(PackEdition.Exempt) : null,
            ForBoard = builder.Build(body, NamePolicy.ByPost, hides: true),
            ForBoardExempt = hides ? builder.Build(body, NamePolicy.ByPost, hides: false) : null,
        };
    }

    private async Task<PackModel> BoardModel(QuarterFacts facts, Body board, int number, IReadOnlyList<PackVersion> versions, CancellationToken cancellation)
    {
        IReadOnlyList<GroupPart> groups = await GroupParts(facts, cancellation);
        Naming naming = new(facts, NamePolicy.ByPost);
        PackSummary? summary = await records.Summaries.Get(facts.Cycle.Code, board.Code, cancellation);
        IReadOnlyList<Domain.Decisions.Decision> open = await earlierDecisions.Open(facts.Quarter, cancellation);
        IReadOnlyList<EarlierRevision> revisions = await earlierRevisions.Of(facts, board.Code, cancellation);
        PackModel? before = versions.Count == 0 ? null : await models.Read(versions[^1], cancellation);
        StandingText standing = new(facts.Plan, board.Code);
        PartBuilder own = new(facts, update: null, PackChanges.Revised(facts, versions));
        bool hasOwn = PartBuilder.HasAnything(facts, board.Code);

        Pack Edition(PackEdition edition)
        {
            IReadOnlyList<PackPart> parts =
            [
                .. groups.Select(group => PlanActions.ForBoard(group.Edition(edition), standing.Sections)),
                .. hasOwn ? new[] { own.Build(board, NamePolicy.ByPost, hides: edition == PackEdition.Public) } : [],
            ];
            Pack pack = FrontBlock.Shared(facts, board, PackKind.Board, edition, number, parts);
            return pack with
            {
                Front = pack.Front with { UrgencyReason = OpeningWords.UrgencyReason(summary) },
                Summary = [.. standing.Summary, .. OpeningWords.Summary(summary, pack.Counts, board.Name, facts.Quarter)],
                Recommendations = [.. OpeningWords.OfBoard(board, parts, facts.Quarter, standing, facts.Plan.Bodies.Any(body => body.Kind == BodyKind.OutcomeGroup))],
                CrossCuttingIssues = [.. BoardWords.CrossCutting(parts)],
                RiskManagement = [.. BoardWords.Risks(parts)],
                ContributionToOutcomes = [.. BoardWords.Outcomes(facts.Plan, parts)],
                Priorities = [.. PlanPriorities.All(facts.Plan)],
                SignOffs = [.. groups.Select(group => group.SignOff)],
                EarlierDecisions = [.. EarlierDecisions.Lines(facts, board, new HashSet<string>(StringComparer.Ordinal), open, naming)],
                Changes =
                [
                    .. EarlierRevisions.Lines(revisions, new HiddenFigures(facts.Disclosure, edition == PackEdition.Public)),
                    .. PackChanges.Of(facts, pack, before?.Edition(edition), signedUtc: null),
                ],
            };
        }

        bool hides = groups.Any(group => group.Exempt is not null) || (hasOwn && own.HidesAnything(board.Code));
        return new PackModel { Public = Edition(PackEdition.Public), Exempt = hides ? Edition(PackEdition.Exempt) : null };
    }

    // Each group's part is taken from the version that the group issued, so that the board reads what the chair signed.
    private async Task<IReadOnlyList<GroupPart>> GroupParts(QuarterFacts facts, CancellationToken cancellation)
    {
        List<GroupPart> parts = [];
        string cycle = facts.Cycle.Code;
        Naming naming = new(facts, NamePolicy.ByName);
        foreach (Body group in facts.Timetable.Groups.Select(dates => facts.Plan.Body(dates.Body)).OfType<Body>().OrderBy(group => group.Order ?? int.MaxValue))
        {
            if (await records.Packs.Issued(cycle, group.Code, cancellation) is { } issued && await models.Read(issued, cancellation) is { ForBoard: { } part } model)
            {
                SignOff? signature = await records.SignOffs.Signature(cycle, group.Code, issued.Version, issued.Seal, cancellation);
                PackSignOff signOff = SignOffLines.Line(facts, group, issued.Version, signature, naming);
                parts.Add(GroupPart.Of(part, model.ForBoardExempt, issued.Version, signOff));
                continue;
            }

            GroupUpdate? update = await records.GroupUpdates.Get(cycle, group.Code, cancellation);
            PartBuilder builder = new(facts, update, new HashSet<string>(StringComparer.Ordinal));
            PackPart? exempt = builder.HidesAnything(group.Code) ? builder.Build(group, NamePolicy.ByPost, hides: false) : null;
            parts.Add(GroupPart.Of(builder.Build(group, NamePolicy.ByPost, hides: true), exempt, null, SignOffLines.Line(facts, group, 0, null, naming)));
        }

        return parts;
    }

    // What the board's pack repeats from issued packs stands in theirs; a group without one is printed in the board's for the first time.
    private async Task<IEnumerable<string>> PrintedIn(QuarterFacts facts, string body, CancellationToken cancellation)
    {
        List<string> bodies = [body];
        foreach (GroupDates group in body == facts.Timetable.Board.Body ? facts.Timetable.Groups : [])
        {
            if (await records.Packs.Issued(facts.Cycle.Code, group.Body, cancellation) is null)
            {
                bodies.Add(group.Body);
            }
        }

        return bodies.SelectMany(each => MeasureRows.CodesOf(facts, each)).Where(facts.Histories.ContainsKey).Distinct(StringComparer.Ordinal);
    }

    private static DateTime? LastSigned(IEnumerable<SignOff> signOffs) =>
        signOffs.Where(signOff => signOff.SignedOff).Select(signOff => (DateTime?)signOff.AtUtc).Max();
}
