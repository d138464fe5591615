using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Pages.Layout;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Pages;

/// <summary>Makes the frame around a page from the plan in force and from who asks.</summary>
public sealed class Frames(PlanLibrary plans, QuarterRecords records, IEnumerable<FrameLink> everybody)
{
    /// <summary>The frame for one request.</summary>
    public async Task<Frame> For(PageRequest request)
    {
        PartnershipSettings? settings = (await plans.Current())?.Partnership;
        Frame frame = new()
        {
            ServiceName = settings?.ServiceName ?? "Quarterly performance",
            Council = settings?.Council ?? "",
            Contact = ContactOf(settings),
            Home = "/",
            Links = [.. everybody],
        };
        // A page opened by a personal link names the person of the link, and nobody else.
        if (request.IsByLink || request.Session is not { } session || await records.People.Get(session.Officer) is not { } person)
        {
            return frame;
        }

        return session.Kind == LinkKind.SignIn
            ? frame with { SignedInAs = person.Name, Links = [.. LinksOf(person.Roles), .. everybody] }
            : frame with { SignedInAs = person.Name, Home = session.Kind == LinkKind.Request ? "/figures" : "/" };
    }

    private static string ContactOf(PartnershipSettings? settings)
    {
        string[] parts = [.. new[] { settings?.Name, settings?.ContactPhone, settings?.ContactEmail }.Where(part => !string.IsNullOrEmpty(part)).OfType<string>()];
        return string.Join(" · ", parts);
    }

    private static IEnumerable<FrameLink> LinksOf(IReadOnlyList<Role> roles)
    {
        if (roles.Contains(Role.ProjectManager))
        {
            yield return new FrameLink("Where we are", "/cycle");
        }

        if (roles.Contains(Role.Lead) || roles.Contains(Role.ProjectManager))
        {
            yield return new FrameLink("Figures to review", "/review");
        }

        if (roles.Contains(Role.Compiling))
        {
            yield return new FrameLink("Your figures", "/figures");
        }

        yield return new FrameLink("Packs", "/packs");
        if (roles.Contains(Role.ProjectManager))
        {
            yield return new FrameLink("Decisions", "/decisions");
            yield return new FrameLink("Clinics", "/clinics");
            yield return new FrameLink("Log", "/log");
        }
    }
}
