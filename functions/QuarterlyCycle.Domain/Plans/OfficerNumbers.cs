using System.Globalization;

namespace QuarterlyCycle.Domain.Plans;

/// <summary>The number of each person, given once and kept; instance ids and links carry it instead of a name or address.</summary>
public sealed record OfficerNumbers(IReadOnlyDictionary<string, string> ByEmail)
{
    /// <summary>Nobody has a number yet.</summary>
    public static OfficerNumbers None { get; } = new(new Dictionary<string, string>());

    /// <summary>These numbers, and the next ones for people of the plan who have none yet, in the plan's order.</summary>
    public OfficerNumbers With(Plan plan)
    {
        Dictionary<string, string> numbers = new(ByEmail);
        int last = numbers.Values.Select(Number).DefaultIfEmpty(0).Max();
        foreach (Person person in plan.People)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"o{last + 1:0000}");
            last += numbers.TryAdd(person.Email, id) ? 1 : 0;
        }

        return new OfficerNumbers(numbers);
    }

    /// <summary>The number of the person with this address; a person of an imported plan always has one.</summary>
    public string Of(string email) =>
        ByEmail.TryGetValue(EmailText.Canonical(email), out string? id) ? id : throw new InvalidOperationException($"{email} has no officer number: the plan that names this person has not been imported.");

    /// <summary>The address of the person with this number; null when nobody has it.</summary>
    public string? EmailOf(string officer) => ByEmail.FirstOrDefault(entry => entry.Value == officer).Key;

    private static int Number(string id) => int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture);
}
