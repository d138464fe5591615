using System.Net;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.Domain.Clinics;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Staff;

public class ClinicPagesTests
{
    [Fact]
    public async Task A_suggested_clinic_is_called_and_recorded()
    {
        await using PagesHost host = await PackPagesTests.Collated();
        Clinic clinic = (await host.Records.Clinics.All())[0];
        Browser pat = await host.SignIn(SmallPlan.Pat);

        Page list = await pat.Get("/clinics");
        Assert.Contains("Suggested", list.Headings);
        Assert.Contains(clinic.Trigger, list.Text, StringComparison.Ordinal);
        Page page = await pat.Get($"/clinics/{clinic.Code}");
        Assert.Equal(["Enter a date after 27 October 2025"], (await page.Fill("To be held by", "soon").Press("Call")).Errors);
        Page called = await page.Fill("To be held by", "21 November 2025").Press("Call");
        await host.Settle();
        Assert.Contains("The clinic is called.", called.Text, StringComparison.Ordinal);

        Page refused = await called.Press("Record");
        Assert.Equal(["Enter what the clinic found", "Enter at least one action"], refused.Errors);
        Page recorded = (await refused.Fill("What did it find?", "Two posts are vacant.").Fill("What is to be done?", "Fill both").Fill("Who does it?", "Lee Lead").Fill("By when?", "31/1/2026").Press("Record")).Is(HttpStatusCode.OK);

        Assert.Contains("What the clinic found is recorded.", recorded.Text, StringComparison.Ordinal);
        Clinic held = (await host.Records.Clinics.Get(clinic.Code))!;
        Assert.Equal((ClinicState.Held, "Two posts are vacant."), (held.State, held.Findings));
        Assert.Equal([new ClinicAction("Fill both", "Lee Lead", new DateOnly(2026, 1, 31))], held.Actions);
        Assert.DoesNotContain("Close the clinic", recorded.Buttons);
    }

    [Fact]
    public async Task Declining_a_clinic_needs_a_reason()
    {
        await using PagesHost host = await PackPagesTests.Collated();
        Clinic clinic = (await host.Records.Clinics.All())[0];
        Browser pat = await host.SignIn(SmallPlan.Pat);

        Page refused = await (await pat.Get($"/clinics/{clinic.Code}")).Press("Decline");
        Assert.Equal(["Enter why no clinic is held"], refused.Errors);
        Page declined = await refused.Fill("Why is no clinic needed?", "One was held in August.").Press("Decline");

        Assert.Contains("Declined. One was held in August.", declined.Text, StringComparison.Ordinal);
        Assert.Equal(ClinicState.Declined, (await host.Records.Clinics.Get(clinic.Code))!.State);
    }
}
