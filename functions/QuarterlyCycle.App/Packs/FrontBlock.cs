using QuarterlyCycle.Documents.Emails;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Packs;

/// <summary>The lines that open a report, and what every pack of the partnership shares.</summary>
internal static class FrontBlock
{
    // Local Government Act 1972, Schedule 12A, Part 1, paragraph 2: a small count may point to a child.
    private const string ExemptParagraph = "paragraph 2 of Schedule 12A to the Local Government Act 1972 (information which is likely to reveal the identity of an individual)";

    public static PackFront Of(QuarterFacts facts, Body body, PackEdition edition)
    {
        Person manager = facts.Plan.FirstProjectManager;
        PartnershipSettings settings = facts.Plan.Partnership;
        string title = manager.JobTitles.Count > 0 ? manager.JobTitles[0] : Letterhead.UsualPost;
        string?[] contact = [.. settings.ContactName is { } named ? new[] { named } : [manager.Name, title], settings.ContactPhone ?? manager.Phone, settings.ContactEmail ?? manager.Email];
        StandingText standing = new(facts.Plan, body.Code);
        return new PackFront
        {
            Meeting = body.Name,
            MeetingDate = MeetingOn(facts.Timetable, body.Code),
            Subject = standing.Subject is { } subject
                ? $"{subject}: {OpeningWords.QuarterName(facts.Quarter)} ({BritishWords.Months(facts.Quarter)})"
                : $"Performance in {OpeningWords.QuarterName(facts.Quarter)} ({BritishWords.Months(facts.Quarter)})",
            ReportOf = standing.ReportOf ?? title,
            ContactOfficer = standing.ContactOfficer ?? string.Join(", ", contact.Where(part => !string.IsNullOrWhiteSpace(part)).Distinct(StringComparer.Ordinal)),
            ExemptParagraph = edition == PackEdition.Exempt ? ExemptParagraph : null,
            WardsAffected = standing.WardsAffected ?? "All",
            LatestPublicationDate = body.Code == facts.Timetable.Board.Body ? LondonTime.DateOf(facts.Timetable.Board.PublicationUtc) : null,
            SupportedBy = body.SupportedBy,
            FunctionOf = standing.FunctionOf ?? facts.Plan.Body(facts.Timetable.Board.Body)?.Name,
        };
    }

    /// <summary>The part of a pack that no edition or body changes.</summary>
    public static Pack Shared(QuarterFacts facts, Body body, PackKind kind, PackEdition edition, int version, IReadOnlyList<PackPart> parts)
    {
        PartnershipSettings settings = facts.Plan.Partnership;
        StandingText standing = new(facts.Plan, body.Code);
        IReadOnlyList<PackMeasure> measures = [.. parts.SelectMany(part => part.Measures)];
        return new Pack
        {
            Quarter = facts.Quarter,
            Kind = kind,
            BodyCode = body.Code,
            BodyName = body.Name,
            ServiceName = settings.ServiceName ?? "Quarterly performance",
            Partnership = settings.Name,
            Edition = edition,
            Version = version,
            // The files are sealed as they are issued; a page that shows a draft, a replaced or a withdrawn version marks it.
            State = PackState.Issued,
            FiguresAtUtc = facts.AtUtc,
            Title = OpeningWords.Title(facts.Quarter, body),
            Front = Of(facts, body, edition),
            Implications = Implications.Of(facts.Plan, body.Code, parts),
            ImplicationsPosition = settings.ImplicationsPosition switch
            {
                ImplicationsPlace.AtEnd => ImplicationsPosition.End,
                ImplicationsPlace.BeforeRecommendations => ImplicationsPosition.BeforeRecommendations,
                _ => ImplicationsPosition.AfterRecommendations,
            },
            Sections = standing.Sections,
            Conclusion = standing.Closing,
            Numbering = settings.Numbering == ParagraphNumbering.Through ? PackNumbering.Straight : PackNumbering.Sectioned,
            Parts = parts,
            NextSteps = NextSteps(facts, body),
            BackgroundPapers = [$"{facts.Plan.Partnership.Name}, version {facts.Cycle.PlanVersion} of the plan."],
            Legend = HowToRead.Legend(settings, measures),
            Rules = HowToRead.Rules(facts.Plan, measures),
            Shorthand = HowToRead.Shorthand(measures),
            DefinitionChanges = [.. MeasureNotes.DefinitionChanges(facts, measures.Select(measure => measure.Code))],
            SmallNumbers = HowToRead.SmallNumberWords(facts.SmallNumbers, edition, HowToRead.ShownInFull(facts.Plan, measures)),
            OtherFormats = OtherLanguages.Read(settings.OtherFormats),
        };
    }

    public static DateOnly? MeetingOn(Timetable timetable, string body) =>
        timetable.Board.Body == body ? timetable.Board.MeetingOn : timetable.Groups.FirstOrDefault(group => group.Body == body)?.MeetingOn;

    private static IReadOnlyList<string> NextSteps(QuarterFacts facts, Body body)
    {
        string board = facts.Plan.Body(facts.Timetable.Board.Body)?.Name ?? "The board";
        return body.Code == facts.Timetable.Board.Body
            ? [$"Open decisions return in the report for {OpeningWords.QuarterName(facts.Quarter.Next)}."]
            :
            [
                $"The group's answers and this report go to {OpeningWords.The(board)}, which meets on {BritishWords.LongDate(facts.Timetable.Board.MeetingOn)}.",
                $"The next report is for {OpeningWords.QuarterName(facts.Quarter.Next)}.",
            ];
    }
}
