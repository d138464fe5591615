using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Staff;

public class PlanCorrectionPagesTests
{
    [Fact]
    public async Task A_running_quarter_takes_the_words_of_a_corrected_plan()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser pat = await host.SignIn(SmallPlan.Pat);
        Assert.Contains("runs on the newest plan", (await pat.Get("/cycle/plan")).Text, StringComparison.Ordinal);
        await Import(host, SmallPlan.Make() with { Deliverables = [SmallPlan.Make().Deliverables[0] with { Text = "Missing children plan agreed by all" }] });

        Page page = await pat.Get("/cycle/plan");
        Assert.Contains("text: “Missing children plan agreed” becomes “Missing children plan agreed by all”", page.Text, StringComparison.Ordinal);
        Page refused = await page.Press("Take the corrected plan");
        Assert.Equal(["Enter why the plan is corrected"], refused.Errors);
        Page done = await refused.Fill("Why is the plan corrected?", "A word was missing.").Press("Take the corrected plan");

        Assert.Contains("The quarter runs on the corrected plan.", done.Text, StringComparison.Ordinal);
        Assert.Equal("Missing children plan agreed by all", (await host.Get<PlanLibrary>().ForCycle(SmallPlan.Cycle)).Deliverables[0].Text);
        Assert.Contains("Missing children plan agreed by all", (await pat.Get("/cycle/measures/SS5")).Text, StringComparison.Ordinal);
        Assert.Contains("Plan corrected", (await pat.Get("/log")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_asks_somebody_else_waits_for_the_next_quarter()
    {
        await using PagesHost host = await PagesHost.Opened();
        Plan plan = SmallPlan.Make();
        await Import(host, plan with { Indicators = [.. plan.Indicators.Select(indicator => indicator.Code == "SS3" ? indicator with { Compiling = Owner.Parse(SmallPlan.Ann) } : indicator)] });

        Page page = await (await host.SignIn(SmallPlan.Pat)).Get("/cycle/plan");

        Assert.Contains("SS3 is asked of bob@example.org and would be asked of ann@example.org.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Take the corrected plan", page.Buttons);
    }

    private static Task Import(PagesHost host, Plan plan) => host.Get<PlanLibrary>().Save(plan, "service");
}
