using QuarterlyCycle.App.Plans;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Plans.Sheets;
using Xunit;

namespace QuarterlyCycle.App.Tests.Plans;

/// <summary>What holds of every sample plan: it is read without an error, written back as it was, and everything asked has somebody to ask.</summary>
public abstract class SamplePlanContract(string name, string quarter)
{
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Plans", name);

    protected PlanCheck Check => field ??= PlanSource.Load(_folder);

    [Fact]
    public void The_plan_has_no_error()
    {
        Assert.Equal([], Check.Errors.Select(error => error.ToString()));
        Assert.NotNull(Check.Plan);
    }

    [Fact]
    public void The_plan_is_written_back_byte_for_byte()
    {
        using TemporaryFolder written = new();
        PlanFolder.Write(Check.Plan!, written.Path);

        string[] files = [.. Directory.GetFiles(_folder, "*.csv").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.Equal(files, Directory.GetFiles(written.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        foreach (string file in files)
        {
            Assert.Equal(File.ReadAllText(Path.Combine(_folder, file)), File.ReadAllText(Path.Combine(written.Path, file)));
            Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, file)), File.ReadAllBytes(Path.Combine(written.Path, file)));
        }
    }

    [Fact]
    public void The_plan_is_the_same_plan_from_a_workbook()
    {
        PlanCheck again = PlanWorkbook.Load($"{name}.xlsx", PlanWorkbook.Write(Check.Plan!));

        Assert.Equal([], again.Errors.Select(error => error.ToString()));
        Assert.Equal(PlanArchive.Write(Check.Plan!), PlanArchive.Write(again.Plan!));
    }

    [Fact]
    public void Everything_asked_in_a_quarter_has_an_officer_and_another_reviewer()
    {
        IReadOnlyList<Assignment> assignments = Assignments.For(Check.Plan!, Quarter.Parse(quarter));

        Assert.NotEmpty(assignments);
        Assert.Equal(assignments.Count, assignments.Select(assignment => assignment.Code).Distinct().Count());
        Assert.All(assignments, assignment => Assert.NotEmpty(assignment.Bodies));
        Assert.All(assignments, assignment => Assert.NotNull(Check.Plan!.Person(assignment.OfficerEmail)));
        Assert.All(assignments, assignment => Assert.NotNull(Check.Plan!.Person(assignment.ReviewerEmail)));
        Assert.All(assignments, assignment => Assert.NotEqual(assignment.OfficerEmail, assignment.ReviewerEmail));
    }
}
