using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Local.Demonstrations;

/// <summary>The people whom a viewer may act as, those with most to do in the quarter first.</summary>
internal static class DemoRoles
{
    public static async Task<IReadOnlyList<DemoRole>> Of(Plan plan, string? cycle, QuarterRecords records)
    {
        Dictionary<string, string> numbers = (await records.People.All()).ToDictionary(person => person.Email, person => person.Number, StringComparer.OrdinalIgnoreCase);
        CycleAssignments? assignments = cycle is null ? null : await records.Assignments.Find(cycle);
        int Asked(Person person) => assignments?.OfOfficer(numbers[person.Email]).Count() ?? 0;
        int Reviewed(Person person) => assignments?.OfReviewer(numbers[person.Email]).Count() ?? 0;
        IEnumerable<Person> chairs = plan.Bodies.OrderBy(body => body.Order).Select(body => body.Chair).OfType<string>().Select(plan.Person).OfType<Person>();
        return
        [
            new("Project manager", "sees where the quarter is, checks and issues packs", Holders(plan, Role.ProjectManager)),
            new("Compiling officer", "answers a data request", [.. Holders(plan, Role.Compiling).Where(person => Asked(person) > 0).OrderByDescending(Asked)]),
            new("Lead officer", "reviews figures and asks about them", [.. Holders(plan, Role.Lead).Where(person => Reviewed(person) > 0).OrderByDescending(Reviewed)]),
            new("Chair", "reads a pack and signs it", [.. chairs, .. Holders(plan, Role.Chair).Except(chairs)]),
            new("Board secretary", "gets the packs and records decisions", [.. Holders(plan, Role.Secretary).Where(person => !person.Roles.Contains(Role.ProjectManager))]),
        ];
    }

    private static IReadOnlyList<Person> Holders(Plan plan, Role role) =>
        [.. plan.People.Where(person => person.Roles.Contains(role)).OrderBy(person => person.Name, StringComparer.Ordinal)];
}
