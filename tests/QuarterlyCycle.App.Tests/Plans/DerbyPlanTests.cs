using QuarterlyCycle.App.Plans;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Plans.Sheets;
using Xunit;

namespace QuarterlyCycle.App.Tests.Plans;

public sealed class DerbyPlanTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Plans", "derby-2008-09");

    private static PlanCheck Check { get; } = PlanSource.Load(s_folder);

    [Fact]
    public void Derbys_plan_has_no_error()
    {
        Assert.Equal([], Check.Errors.Select(error => error.ToString()));
        Assert.NotNull(Check.Plan);
    }

    [Fact]
    public void Derbys_plan_is_written_back_byte_for_byte()
    {
        using TemporaryFolder folder = new();
        PlanFolder.Write(Check.Plan!, folder.Path);

        string[] files = [.. Directory.GetFiles(s_folder, "*.csv").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.Equal(files, Directory.GetFiles(folder.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        foreach (string file in files)
        {
            Assert.Equal(File.ReadAllText(Path.Combine(s_folder, file)), File.ReadAllText(Path.Combine(folder.Path, file)));
            Assert.Equal(File.ReadAllBytes(Path.Combine(s_folder, file)), File.ReadAllBytes(Path.Combine(folder.Path, file)));
        }
    }

    [Fact]
    public void Derbys_plan_is_the_same_plan_from_a_workbook()
    {
        PlanCheck again = PlanWorkbook.Load("derby.xlsx", PlanWorkbook.Write(Check.Plan!));

        Assert.Equal([], again.Errors.Select(error => error.ToString()));
        Assert.Equal(PlanArchive.Write(Check.Plan!), PlanArchive.Write(again.Plan!));
    }

    [Fact]
    public void Everything_asked_in_a_quarter_has_an_officer_and_another_reviewer()
    {
        IReadOnlyList<Assignment> assignments = Assignments.For(Check.Plan!, Quarter.Parse("2008-09-Q2"));

        Assert.NotEmpty(assignments);
        Assert.Equal(assignments.Count, assignments.Select(assignment => assignment.Code).Distinct().Count());
        Assert.All(assignments, assignment => Assert.NotEmpty(assignment.Bodies));
        Assert.All(assignments, assignment => Assert.NotNull(Check.Plan!.Person(assignment.OfficerEmail)));
        Assert.All(assignments, assignment => Assert.NotNull(Check.Plan!.Person(assignment.ReviewerEmail)));
        Assert.All(assignments, assignment => Assert.NotEqual(assignment.OfficerEmail, assignment.ReviewerEmail));
    }

    [Fact]
    public void Derbys_open_questions_are_warnings()
    {
        Assert.Equal(
            "deliverables, row 131, column J (leads): there is no lead; the request goes to the project manager.",
            Assert.Single(Check.Warnings, warning => warning.Sheet == "deliverables").ToString());
        Assert.All(Check.Warnings.Where(warning => warning.Sheet != "deliverables"), warning => Assert.Equal(("targets", "text"), (warning.Sheet, warning.Header)));
        Assert.Contains(Check.Warnings, warning => warning is { Value: "Increase 13.5%", Message: "kept as text, without a status. By this much, or to this value?" });
        Assert.Contains(Check.Warnings, warning => warning is { Value: "17 Statutory Local Authority targets", Message: "kept as text, without a status. It names several targets." });
    }
}
