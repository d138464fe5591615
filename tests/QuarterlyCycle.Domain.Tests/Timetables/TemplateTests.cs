using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Timetables;

public sealed class TemplateTests
{
    private static readonly Quarter Second = Quarter.Parse("2025-26-Q2");

    [Theory]
    [InlineData("committee")]
    [InlineData("board-meeting")]
    public void A_committees_and_a_boards_dates_run_back_from_the_meeting(string template)
    {
        TimetableDraft draft = TimetablePlanner.Draw(Of(template, Cycles.Meeting("CB", new DateOnly(2025, 12, 9), "2025-26 Q2")), Second);

        Assert.Empty(draft.Warnings);
        Assert.Equal(new DateOnly(2025, 12, 9), draft.Timetable!.Board.MeetingOn);
        Assert.Equal("9am on Monday 20 October 2025", BritishWords.Instant(draft.Timetable.OpensUtc));
        Assert.Equal("5pm on Monday 1 December 2025", BritishWords.Instant(draft.Timetable.Board.PublicationUtc));
    }

    [Theory]
    [InlineData("derby")]
    [InlineData("quarterly-with-clinics")]
    [InlineData("delivery-plan")]
    public void The_other_templates_run_from_the_end_of_the_quarter_whenever_the_board_meets(string template)
    {
        TimetableDraft draft = TimetablePlanner.Draw(Of(template, Cycles.Meeting("CB", new DateOnly(2025, 12, 9), "2025-26 Q2")), Second);

        Assert.Equal("9am on Monday 6 October 2025", BritishWords.Instant(draft.Timetable!.OpensUtc));
        Assert.Equal(new DateOnly(2025, 12, 9), draft.Timetable.Board.MeetingOn);
    }

    [Fact]
    public void A_partnership_may_set_for_itself_from_where_its_days_count()
    {
        Plan plan = Of("derby", Cycles.Meeting("CB", new DateOnly(2025, 12, 9), "2025-26 Q2"));
        Plan back = plan with { Partnership = plan.Partnership with { TimetableFrom = TimetableFrom.BoardMeeting } };

        Assert.Equal("9am on Monday 20 October 2025", BritishWords.Instant(TimetablePlanner.Draw(back, Second).Timetable!.OpensUtc));
    }

    [Fact]
    public void A_meeting_without_a_quarter_belongs_to_the_quarter_that_has_the_time_to_prepare_it()
    {
        Plan plan = Of("board-meeting", Cycles.Meeting("CB", new DateOnly(2025, 10, 14)), Cycles.Meeting("CB", new DateOnly(2025, 12, 9)));

        Assert.Equal(new DateOnly(2025, 12, 9), TimetablePlanner.Draw(plan, Second).Timetable!.Board.MeetingOn);
    }

    [Fact]
    public void Without_a_meeting_to_count_from_the_dates_run_from_the_quarters_end_with_a_warning()
    {
        TimetableDraft draft = TimetablePlanner.Draw(Of("committee"), Second);

        Assert.Equal("9am on Monday 6 October 2025", BritishWords.Instant(draft.Timetable!.OpensUtc));
        Assert.Equal(
            "No meeting of Commissioning Board is planned for quarter 2025-26-Q2, so the dates run from the end of the quarter. Add the meeting to the plan's sheet meetings.",
            Assert.Single(draft.Warnings));
    }

    [Fact]
    public void A_meeting_too_early_for_its_quarter_is_refused_by_working_days()
    {
        TimetableDraft draft = TimetablePlanner.Draw(Of("committee", Cycles.Meeting("CB", new DateOnly(2025, 11, 18), "2025-26 Q2")), Second);

        Assert.Null(draft.Timetable);
        Assert.Equal("A board meeting on Tuesday 18 November 2025 would start the cycle on Monday 29 September 2025, 2 working days before the quarter is over.", Assert.Single(draft.Faults));
    }

    [Fact]
    public void The_usual_meetings_follow_the_stages_of_the_plan()
    {
        Plan plan = Of("ours") with
        {
            Stages =
            [
                Row(StageName.Collect, 1, 5), Row(StageName.LateAnswers, 6, 6), Row(StageName.Review, 6, 8), Row(StageName.Collate, 9, 10),
                Row(StageName.Meet, 11, 13), Row(StageName.SignOff, 14, 15), Row(StageName.Board, 16, 25),
            ],
        };

        Timetable timetable = TimetablePlanner.Draw(plan, Second).Timetable!;
        Assert.Equal(new DateOnly(2025, 10, 21), Assert.Single(timetable.Groups).MeetingOn);
        Assert.Equal(new DateOnly(2025, 11, 4), timetable.Board.MeetingOn);
        Assert.Equal("5pm on Monday 27 October 2025", BritishWords.Instant(timetable.Board.PublicationUtc));
    }

    [Fact]
    public void A_template_that_nobody_knows_and_the_plan_does_not_describe_is_a_fault()
    {
        TimetableDraft draft = TimetablePlanner.Draw(Of("quaterly"), Second);

        Assert.Null(draft.Timetable);
        Assert.Equal(
            "The plan's template has no stages. Give its seven stages in the sheet stages, or set the template to one of derby, quarterly-with-clinics, committee, delivery-plan, board-meeting.",
            Assert.Single(draft.Faults));
    }

    [Fact]
    public void A_plan_without_a_board_reports_to_its_scrutiny_committee_and_without_outcome_groups_by_its_lead_groups()
    {
        Plan plan = Of("committee") with
        {
            Bodies =
            [
                new Body { Code = "OSC", Name = "Overview and Scrutiny Committee", Kind = BodyKind.Scrutiny },
                new Body { Code = "LG", Name = "Training group", Kind = BodyKind.LeadGroup },
                new Body { Code = "SG", Name = "Training sub-group", Kind = BodyKind.SubGroup },
            ],
        };

        Timetable timetable = TimetablePlanner.Draw(plan, Second).Timetable!;
        Assert.Equal("OSC", timetable.Board.Body);
        Assert.Equal(["LG"], timetable.Groups.Select(group => group.Body));
    }

    private static Plan Of(string template, params Meeting[] meetings) => new()
    {
        Partnership = new PartnershipSettings { Name = "Partnership", Template = template },
        Bodies = Cycles.Bodies,
        Meetings = meetings,
    };

    private static StageRow Row(StageName stage, int opensDay, int closesDay) =>
        new() { Template = "ours", Stage = stage, Role = "people", OpensDay = opensDay, ClosesDay = closesDay };
}
