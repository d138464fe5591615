using System.Net;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.Submissions;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Staff;

public class RevisionPagesTests
{
    [Fact]
    public async Task A_figure_is_revised_from_its_story_with_class_and_reason()
    {
        await using PagesHost host = await PackPagesTests.Collated();
        Browser pat = await host.SignIn(SmallPlan.Pat);

        Page story = await pat.Get("/cycle/measures/SS1");
        Assert.Contains("What stands, quarter by quarter", story.Text, StringComparison.Ordinal);
        Page page = (await pat.Get("/cycle/revise/2025-26-Q2/SS1")).Is(HttpStatusCode.OK);
        Assert.Equal("Revise SS1 of quarter 2 of 2025-26", page.Heading);
        Page noClass = await page.Fill("Figure, in %", "71").Press("Revise figure");
        Assert.Equal(["Select what kind of revision it is"], noClass.Errors);
        Page noReason = await noClass.Choose("Late data").Press("Revise figure");
        Assert.Equal(["Enter why the figure is revised; the next report prints it"], noReason.Errors);
        Page done = (await noReason.Fill("Why is it revised?", "Two assessments were recorded late.").Press("Revise figure")).Is(HttpStatusCode.OK);

        Assert.Contains("The figure is revised. Reports already issued stay as they are; the next one lists the revision.", done.Text, StringComparison.Ordinal);
        Submission revised = (await host.Records.Submissions.All(SmallPlan.Cycle, "SS1")).MaxBy(submission => submission.Number)!;
        Assert.Equal((71m, true), (revised.Figure?.Value, revised.IsRevision));
        Assert.Contains("Pat Manager revised it to 71.0%", (await pat.Get("/cycle/measures/SS1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revising_is_for_project_managers_and_for_what_was_asked()
    {
        await using PagesHost host = await PackPagesTests.Collated();

        (await (await host.SignIn(SmallPlan.Lee)).Get("/cycle/revise/2025-26-Q2/SS1")).Is(HttpStatusCode.Forbidden);
        (await (await host.SignIn(SmallPlan.Pat)).Get("/cycle/revise/2025-26-Q2/XX1")).Is(HttpStatusCode.NotFound);
        (await (await host.SignIn(SmallPlan.Pat)).Get("/cycle/revise/2024-25-Q2/SS1")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_clinic_is_asked_for_on_a_measure_that_no_trigger_has_met()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser pat = await host.SignIn(SmallPlan.Pat);

        Page refused = await (await pat.Get("/clinics")).Fill("Code of the measure", "SS9").Press("Ask for a clinic");
        Assert.Equal(["There is no measure SS9 in this quarter's plan", "Enter why a clinic is wanted; the report prints it"], refused.Errors);
        Page clinic = await refused.Fill("Code of the measure", "SS3").Fill("Why is a clinic wanted?", "The board asked.").Press("Ask for a clinic");

        Assert.Equal("Clinic on SS3", clinic.Heading);
        Assert.Contains("Asked for: The board asked.", clinic.Text, StringComparison.Ordinal);
        Assert.Equal(ClinicState.Suggested, (await host.Records.Clinics.Get("2025-26-Q2.SS3"))!.State);
        Page twice = await (await pat.Get("/clinics")).Fill("Code of the measure", "SS3").Fill("Why is a clinic wanted?", "Again.").Press("Ask for a clinic");
        Assert.StartsWith("There is already a clinic on SS3 this quarter.", Assert.Single(twice.Errors), StringComparison.Ordinal);
    }
}
