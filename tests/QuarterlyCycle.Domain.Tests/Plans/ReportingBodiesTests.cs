using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Plans;

public sealed class ReportingBodiesTests
{
    private static readonly Quarter Spring = new(2009, 3);
    private static readonly Quarter Summer = new(2009, 4);

    private static readonly Body[] Bodies =
    [
        Of("stay-safe", BodyKind.OutcomeGroup, 1),
        Of("be-healthy", BodyKind.OutcomeGroup, 2),
        Of("board", BodyKind.Board, 4),
        Of("scrutiny", BodyKind.Scrutiny, 3),
        Of("cate", BodyKind.LeadGroup, 5),
    ];

    [Fact]
    public void The_board_receives_the_report_unless_a_scrutiny_committee_meets_about_the_quarter()
    {
        Meeting[] meetings = [Meets("scrutiny", Spring)];

        Assert.Equal("scrutiny", ReportingBodies.Board(Bodies, meetings, Spring)!.Code);
        Assert.Equal("board", ReportingBodies.Board(Bodies, meetings, Summer)!.Code);
        Assert.Equal("board", ReportingBodies.Board(Bodies, [.. meetings, Meets("board", Spring)], Spring)!.Code);
    }

    [Fact]
    public void A_meeting_about_no_quarter_makes_nobody_receive_the_report() =>
        Assert.Equal("board", ReportingBodies.Board(Bodies, [new Meeting { Body = "scrutiny", Date = new DateOnly(2009, 8, 11) }], Spring)!.Code);

    [Fact]
    public void Groups_report_to_a_scrutiny_committee_in_turn()
    {
        Meeting[] meetings = [Meets("scrutiny", Spring), Meets("be-healthy", Spring), Meets("scrutiny", Summer)];

        Assert.Equal(["be-healthy"], Groups(meetings, Spring));
        Assert.Equal(["stay-safe", "be-healthy"], Groups(meetings, Summer));
        Assert.Equal(["stay-safe", "be-healthy"], Groups([Meets("board", Spring), Meets("be-healthy", Spring)], Spring));
    }

    [Fact]
    public void Without_outcome_groups_the_lead_groups_report() =>
        Assert.Equal(["cate"], ReportingBodies.Groups(Bodies.Where(body => body.Kind != BodyKind.OutcomeGroup), [], Spring).Select(group => group.Code));

    [Fact]
    public void A_group_that_reports_in_another_quarter_is_asked_for_nothing_in_this_one()
    {
        Plan plan = new SmallPlan()
            .Row("bodies", "scrutiny|Scrutiny Committee|scrutiny|lee.lead@northton.example|sid.clerk@northton.example")
            .Sheet("meetings", "body|date|cycle", "scrutiny|2008-12-09|2008-09 Q2", "be-healthy|2008-12-01|2008-09 Q2", "scrutiny|2009-03-10|2008-09 Q3", "stay-safe|2009-03-01|2008-09 Q3")
            .Check().Plan!;

        Assert.Empty(Assignments.For(plan, new Quarter(2008, 2)));
        Assert.Equal(["SS1a", "SS1b", "SS1d1"], Assignments.For(plan, new Quarter(2008, 3)).Select(assignment => assignment.Code));
    }

    private static string[] Groups(Meeting[] meetings, Quarter quarter) => [.. ReportingBodies.Groups(Bodies, meetings, quarter).Select(group => group.Code)];

    private static Body Of(string code, BodyKind kind, int order) => new() { Code = code, Name = code, Kind = kind, Order = order };

    private static Meeting Meets(string body, Quarter quarter) => new() { Body = body, Date = quarter.LastDay.AddDays(40), Cycle = quarter.Period };
}
