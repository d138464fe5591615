using QuarterlyCycle.Domain.Packs;
using Xunit;

namespace QuarterlyCycle.Documents.Tests.Packs;

public sealed class LeftoversTests
{
    [Fact]
    public void A_clean_group_pack_has_nothing_that_must_be_fixed()
    {
        Assert.DoesNotContain(Leftovers.Find(PackSamples.Group), leftover => leftover.Weight == LeftoverWeight.MustFix);
    }

    [Theory]
    [InlineData("Costs are £*** a year.", "£***", "An amount is not filled in.")]
    [InlineData("Done by 20**.", "20**", "A year is not filled in.")]
    [InlineData("From 20**/** on.", "20**/**", "A year is not filled in.")]
    [InlineData("The figure is *.", "*", "A star stands where a figure or word should be.")]
    [InlineData("Target: TBC", "TBC", "Something is still to be confirmed or decided.")]
    [InlineData("Lead tbd", "tbd", "Something is still to be confirmed or decided.")]
    [InlineData("XX% of schools", "XX", "Crosses stand where a figure or word should be.")]
    [InlineData("Is this right???", "???", "Question marks are left in the text.")]
    [InlineData("Jane to liaise with the police.", "to liaise", "A note to a colleague is left in the text.")]
    [InlineData("See me about this.", "See me", "A note to a colleague is left in the text.")]
    [InlineData("Insert figure here.", "Insert", "A note to a colleague is left in the text.")]
    [InlineData("Good progress [check with finance].", "[check with finance]", "A note in brackets is left in the text.")]
    [InlineData("Dear {officer}", "{officer}", "A field is not filled in.")]
    [InlineData("A <b>bold</b> claim.", "<b>", "Mark-up is left in the text.")]
    [InlineData("Three things:\n• \n• one", "•", "A bullet is empty.")]
    public void A_placeholder_must_be_fixed(string commentary, string found, string problem)
    {
        Leftover leftover = Assert.Single(MustFix(WithCommentary(commentary)));

        Assert.Equal((found, "Stay Safe, SS1, commentary", problem), (leftover.Text, leftover.Place, leftover.Problem));
    }

    [Theory]
    [InlineData("The figure is provisional [p].")]
    [InlineData("As explained in [note 3].")]
    [InlineData("Up 5% (of 20,000) at 7*24 hours.")]
    [InlineData("Is it right? Yes.")]
    [InlineData("Attendance in form XI was 95%.")]
    [InlineData("Waits of < 5 days and > 2 days.")]
    [InlineData("Pupils with 5 A*-C grades, or A* in English.")]
    [InlineData("The coil was inserted by the clinic.")]
    public void Ordinary_text_is_left_alone(string commentary)
    {
        Assert.Empty(MustFix(WithCommentary(commentary)));
    }

    [Fact]
    public void A_blank_implication_must_be_fixed_and_None_is_an_answer()
    {
        Pack pack = PackSamples.Group with { Implications = [new PackImplication("Financial", " "), new PackImplication("Legal", "None")] };

        Leftover leftover = Assert.Single(MustFix(pack));
        Assert.Equal(("Implications, Financial", "This is blank. Write it or take it out."), (leftover.Place, leftover.Problem));
    }

    [Fact]
    public void A_group_that_has_not_signed_must_be_dealt_with_before_the_board_pack_goes()
    {
        Leftover leftover = Assert.Single(MustFix(PackSamples.Board));

        Assert.Equal(("Sign-off", "Be Healthy", "This group's report is not signed off."), (leftover.Place, leftover.Text, leftover.Problem));
    }

    [Fact]
    public void What_a_report_must_have_and_has_not_is_named()
    {
        Pack empty = PackSamples.Group with { Edition = PackEdition.Exempt, Summary = [], Legend = [], Rules = [] };

        Assert.Equal(
            [
                "Summary: The summary has not been written.",
                "How to read this report: The legend of status words is missing.",
                "How to read this report: The rule of status is missing.",
                "Front: An exempt edition must name its paragraph of Schedule 12A.",
            ],
            MustFix(empty).Select(leftover => $"{leftover.Place}: {leftover.Problem}"));
    }

    [Fact]
    public void Detail_still_awaited_a_long_comment_and_a_changed_definition_should_be_checked()
    {
        string[] Problems(Pack pack) => [.. Leftovers.Find(pack).Select(leftover => leftover.Problem)];

        Assert.Contains("Detail is still awaited.", Problems(WithCommentary("Awaiting detail.")));
        Assert.Contains("This is longer than a page.", Problems(WithCommentary(new string('a', 3001))));
        Assert.DoesNotContain("This is longer than a page.", Problems(WithCommentary(new string('a', 3000))));
        Assert.Contains("A definition has changed.", Problems(PackSamples.Group with { DefinitionChanges = ["SS1 is counted by child."] }));
    }

    [Fact]
    public void A_comparator_without_its_number_of_members_should_be_checked()
    {
        PackPart part = PackSamples.Group.Parts[0];
        PackComparator comparator = part.Comparators[0] with { NeedsMembers = true, Members = null };

        Leftover leftover = Leftovers.Find(PackSamples.Group with { Parts = [part with { Comparators = [comparator] }] }).Single(found => found.Place.EndsWith("comparators", StringComparison.Ordinal));
        Assert.Equal((LeftoverWeight.ShouldCheck, "The comparator does not say how many members it has."), (leftover.Weight, leftover.Problem));
    }

    [Fact]
    public void A_claim_of_on_target_without_a_figure_should_be_checked()
    {
        PackPart part = PackSamples.Group.Parts[0];
        Pack pack = PackSamples.Group with { Parts = [part with { Measures = [part.Measures[0] with { IsMissing = true, Commentary = "All are on target." }] }] };

        Assert.Contains(Leftovers.Find(pack), leftover => leftover.Problem == "The text says \"on target\" and there is no figure behind it.");
    }

    [Fact]
    public void A_claim_of_on_target_against_the_status_should_be_checked()
    {
        Assert.Contains(Leftovers.Find(WithCommentary("All are on target.")), leftover => leftover is { Weight: LeftoverWeight.ShouldCheck, Place: "Stay Safe, SS1", Problem: "The text says \"on target\" and the status is \"Off target\"." });
        Assert.DoesNotContain(Leftovers.Find(WithCommentary("We are not on target.")), leftover => leftover.Problem.Contains("\"on target\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Provisional_figures_and_open_questions_should_be_checked()
    {
        IReadOnlyList<Leftover> found = Leftovers.Find(PackSamples.Group);

        Assert.Contains(found, leftover => leftover.Problem == "The figure is provisional.");
        Assert.Contains(found, leftover => leftover.Problem == "A question on the figure is open.");
    }

    [Fact]
    public void A_late_report_needs_the_reason_why_it_is_urgent()
    {
        DateOnly latest = new(2025, 10, 27);
        Pack pack = PackSamples.Group with { Front = PackSamples.Group.Front with { LatestPublicationDate = latest } };
        Pack reasoned = pack with { Front = pack.Front with { UrgencyReason = "Figures came late." } };

        Assert.DoesNotContain(Leftovers.Find(pack, latest), leftover => leftover.Weight == LeftoverWeight.MustFix);
        Leftover late = Assert.Single(MustFix(pack, latest.AddDays(1)));
        Assert.Equal(("Monday 27 October 2025", "The last day to publish has passed. Give the reason why the report is urgent."), (late.Text, late.Problem));
        Assert.DoesNotContain(Leftovers.Find(reasoned, latest.AddDays(1)), leftover => leftover.Weight == LeftoverWeight.MustFix);
    }

    [Theory]
    [InlineData(7.0, 70.0, true)]
    [InlineData(700.0, 70.0, true)]
    [InlineData(7.1, 70.0, false)]
    [InlineData(0.0, 70.0, false)]
    public void A_figure_ten_times_off_its_target_should_be_checked(double value, double target, bool found)
    {
        PackPart part = PackSamples.Group.Parts[0];
        Pack pack = PackSamples.Group with { Parts = [part with { Measures = [part.Measures[0] with { Past = [new PackPoint("2025-26 Q2", "a", "b", (decimal)value, (decimal)target)] }] }] };

        Assert.Equal(found, Leftovers.Find(pack).Any(leftover => leftover.Problem == "Figure and target are ten times apart or more."));
    }

    private static Pack WithCommentary(string commentary)
    {
        PackPart part = PackSamples.Group.Parts[0];
        return PackSamples.Group with { Parts = [part with { Measures = [part.Measures[0] with { Commentary = commentary }, .. part.Measures.Skip(1)] }] };
    }

    private static List<Leftover> MustFix(Pack pack, DateOnly? today = null) => Leftovers.Find(pack, today).Where(leftover => leftover.Weight == LeftoverWeight.MustFix).ToList();
}
