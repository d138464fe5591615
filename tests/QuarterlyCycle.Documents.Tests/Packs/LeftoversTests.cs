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
    [InlineData("Costs are £*** a year.", "£***")]
    [InlineData("Done by 20**.", "20**")]
    [InlineData("From 20**/** on.", "20**/**")]
    [InlineData("The figure is *.", "*")]
    [InlineData("Target: TBC", "TBC")]
    [InlineData("Lead tbd", "tbd")]
    [InlineData("XX% of schools", "XX")]
    [InlineData("Is this right???", "???")]
    [InlineData("Jane to liaise with the police.", "to liaise")]
    [InlineData("See me about this.", "See me")]
    [InlineData("Insert figure here.", "Insert")]
    [InlineData("Good progress [check with finance].", "[check with finance]")]
    [InlineData("Dear {officer}", "{officer}")]
    [InlineData("A <b>bold</b> claim.", "<b>")]
    [InlineData("Three things:\n• \n• one", "•")]
    public void A_placeholder_must_be_fixed(string commentary, string found)
    {
        Leftover leftover = Assert.Single(MustFix(WithCommentary(commentary)));

        Assert.Equal(found, leftover.Text);
        Assert.Equal("Stay Safe, SS1, commentary", leftover.Place);
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

        Assert.Equal("Implications, Financial", Assert.Single(MustFix(pack)).Place);
    }

    [Fact]
    public void A_group_that_has_not_signed_must_be_dealt_with_before_the_board_pack_goes()
    {
        Leftover leftover = Assert.Single(MustFix(PackSamples.Board));

        Assert.Equal(("Sign-off", "Be Healthy"), (leftover.Place, leftover.Text));
    }

    [Fact]
    public void An_exempt_edition_without_its_paragraph_and_a_pack_without_legend_must_be_fixed()
    {
        Assert.Contains(MustFix(PackSamples.Group with { Edition = PackEdition.Exempt }), leftover => leftover.Problem.Contains("Schedule 12A", StringComparison.Ordinal));
        Assert.Contains(MustFix(PackSamples.Group with { Legend = [] }), leftover => leftover.Problem.Contains("legend", StringComparison.Ordinal));
    }

    [Fact]
    public void A_claim_of_on_target_against_the_status_should_be_checked()
    {
        Assert.Contains(Leftovers.Find(WithCommentary("All are on target.")), leftover => leftover is { Weight: LeftoverWeight.ShouldCheck, Place: "Stay Safe, SS1" } && leftover.Problem.Contains("Off target", StringComparison.Ordinal));
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
        Assert.Contains(Leftovers.Find(pack, latest.AddDays(1)), leftover => leftover is { Weight: LeftoverWeight.MustFix, Text: "Monday 27 October 2025" });
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

        Assert.Equal(found, Leftovers.Find(pack).Any(leftover => leftover.Problem.StartsWith("Figure and target", StringComparison.Ordinal)));
    }

    private static Pack WithCommentary(string commentary)
    {
        PackPart part = PackSamples.Group.Parts[0];
        return PackSamples.Group with { Parts = [part with { Measures = [part.Measures[0] with { Commentary = commentary }, .. part.Measures.Skip(1)] }] };
    }

    private static List<Leftover> MustFix(Pack pack) => Leftovers.Find(pack).Where(leftover => leftover.Weight == LeftoverWeight.MustFix).ToList();
}
