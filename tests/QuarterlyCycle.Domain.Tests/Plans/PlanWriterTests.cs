using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Plans.Sheets;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Plans;

public sealed class PlanWriterTests
{
    [Fact]
    public void A_plan_nobody_changed_is_written_as_it_was_read()
    {
        SmallPlan written = new SmallPlan().Cell("people", 4, "roles", "lead ;chair");

        Assert.Equal(Lines(written.Sheets()), Lines(PlanWriter.Write(written.Check().Plan!)));
    }

    [Fact]
    public void A_changed_person_is_written_and_every_other_row_stays_as_it_was()
    {
        Plan plan = new SmallPlan().Check().Plan!;
        Plan changed = plan with { People = [.. plan.People.Select(person => person.Name == "Ann Officer" ? person with { AwayFrom = new DateOnly(2008, 10, 6), StandIn = "sid.clerk@northton.example" } : person)] };

        PlanCheck again = PlanReader.Read(PlanWriter.Write(changed));

        Assert.Empty(again.Errors);
        Person ann = again.Plan!.Person("ann.officer@northton.example")!;
        Assert.Equal((new DateOnly(2008, 10, 6), "sid.clerk@northton.example"), (ann.AwayFrom!.Value, ann.StandIn));
        string[] differing = [.. Lines(PlanWriter.Write(changed)).Except(Lines(plan.Sheets))];
        Assert.All(differing, line => Assert.StartsWith("people ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_changed_setting_is_written_beside_those_that_were_given()
    {
        Plan plan = new SmallPlan().Check().Plan!;
        Plan changed = plan with { Partnership = plan.Partnership with { Tolerance = 3, ClearDays = 3 } };

        PartnershipSettings again = PlanReader.Read(PlanWriter.Write(changed)).Plan!.Partnership;

        Assert.Equal((3m, 3), (again.Tolerance, again.ClearDays));
        Assert.Equal(["name", "tolerance", "clear_days"], again.AsWritten.Select(setting => setting.Key));
    }

    [Fact]
    public void A_plan_made_without_sheets_is_written_whole()
    {
        Plan read = new SmallPlan().Check().Plan!;
        Plan made = new()
        {
            Partnership = new PartnershipSettings { Name = "Northton Children's Trust" },
            Organisations = read.Organisations,
            People = read.People,
            Posts = read.Posts,
            Bodies = read.Bodies,
            Actions = read.Actions,
            Deliverables = read.Deliverables,
            Indicators = read.Indicators,
            Targets = read.Targets,
            Figures = read.Figures,
        };

        PlanCheck again = PlanReader.Read(PlanWriter.Write(made));

        Assert.Empty(again.Errors);
        Assert.Equal(Lines(PlanWriter.Write(made)), Lines(PlanWriter.Write(again.Plan!)));
        Assert.Equal(read.Indicators.Select(indicator => (indicator.Code, indicator.Unit, indicator.Compiling, indicator.Decimals)), again.Plan!.Indicators.Select(indicator => (indicator.Code, indicator.Unit, indicator.Compiling, indicator.Decimals)));
    }

    [Fact]
    public void Settings_have_the_defaults_of_the_field()
    {
        PartnershipSettings settings = new SmallPlan().Sheet("partnership", "key|value", "name|Northton").Check().Plan!.Partnership;
        PartnershipSettings stars = new SmallPlan().Sheet("partnership", "key|value", "name|Northton", "status_scheme|star-circle-triangle").Check().Plan!.Partnership;

        Assert.Equal(("derby", 5, 5m, 10m, 1, 5), (settings.Template, settings.ClearDays, settings.Tolerance, settings.BetterPct, settings.SuppressLow, settings.SuppressHigh));
        Assert.Equal([ClinicTrigger.Worse, ClinicTrigger.OffTargetTwice, ClinicTrigger.NoFigureTwice], settings.ClinicTriggers);
        Assert.Equal(0m, stars.Tolerance);
    }

    [Fact]
    public void A_second_import_shows_what_is_added_changed_and_retired()
    {
        Plan old = new SmallPlan().Check().Plan!;
        Plan next = new SmallPlan()
            .Sheet("indicators", "code|name|bodies|unit|kind|polarity|compiling|lead", "BH1a|A new measure|be-healthy|count|cumulative|high|post:data|lee.lead@northton.example")
            .Sheet("targets", "indicator|period|value")
            .Sheet("figures", "indicator|period|value")
            .Cell("actions", 2, "text", "Keep all children safe")
            .Check().Plan!;

        Plan retained = PlanChanges.Retain(old, next, _ => false);
        IReadOnlyList<PlanChange> changes = PlanChanges.Between(old, retained);

        Assert.Equal(IndicatorState.Retired, retained.Indicator("SS1a")!.State);
        Assert.Null(retained.Indicator("SS1b"));
        Assert.Equal(65m, Assert.Single(retained.FiguresOf("SS1a")).Value);
        Assert.Contains(changes, change => change is { Kind: PlanChangeKind.Added, Sheet: "indicators", Row: "BH1a" });
        Assert.Contains(changes, change => change is { Kind: PlanChangeKind.Retired, Sheet: "indicators", Row: "SS1a" });
        Assert.Contains(changes, change => change is { Kind: PlanChangeKind.Removed, Sheet: "indicators", Row: "SS1b" });
        Assert.Equal(new CellChange("text", "Keep children safe", "Keep all children safe"), Assert.Single(Assert.Single(changes, change => change.Sheet == "actions").Cells));
        Assert.Empty(PlanReader.Read(PlanWriter.Write(retained)).Errors);
    }

    [Fact]
    public void The_same_plan_again_changes_nothing()
    {
        Assert.Empty(PlanChanges.Between(new SmallPlan().Check().Plan!, new SmallPlan().Check().Plan!));
        Assert.All(PlanChanges.Between(null, new SmallPlan().Check().Plan!), change => Assert.Equal(PlanChangeKind.Added, change.Kind));
    }

    private static IEnumerable<string> Lines(IReadOnlyList<PlanSheet> sheets) =>
        sheets.OrderBy(sheet => sheet.Name, StringComparer.Ordinal).SelectMany(sheet => sheet.Rows
            .Select(row => $"{sheet.Name} {string.Join('|', sheet.Headers.Select((_, column) => row.Cell(column)))}")
            .Prepend($"{sheet.Name} {string.Join('|', sheet.Headers)}"));
}
