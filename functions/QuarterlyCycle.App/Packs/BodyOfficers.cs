using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>A body and the numbers of its people, by the plan with which the cycle was opened.</summary>
public sealed record BodyOfficers(Body Body, string? Chair, string? ViceChair, string? Secretary, IReadOnlyList<string> Members)
{
    /// <summary>Everybody who gets the body's papers, each once.</summary>
    public IReadOnlyList<string> All => [.. new[] { Chair, ViceChair, Secretary }.OfType<string>().Concat(Members).Distinct(StringComparer.Ordinal)];

    /// <summary>Who signs: the chair, or the vice-chair where there is no chair.</summary>
    public string? Signatory => Chair ?? ViceChair;
}

/// <summary>Finds the people of a body.</summary>
public sealed class BodyPeople(QuarterRecords records, PlanLibrary plans)
{
    /// <summary>The body's people, or null when the plan has no such body.</summary>
    public async Task<BodyOfficers?> Find(string cycle, string body, CancellationToken cancellation = default)
    {
        Plan plan = await plans.ForCycle(cycle, cancellation);
        if (plan.Body(body) is not { } found)
        {
            return null;
        }

        Dictionary<string, string> numbers = (await records.People.All(cancellation))
            .GroupBy(person => EmailText.Canonical(person.PlanEmail ?? person.Email), StringComparer.Ordinal)
            .ToDictionary(people => people.Key, people => people.First().Number, StringComparer.Ordinal);
        string? Number(string? email) => email is null ? null : numbers.GetValueOrDefault(EmailText.Canonical(email));
        return new BodyOfficers(found, Number(found.Chair), Number(found.ViceChair), Number(found.Secretary), [.. found.Members.Select(Number).OfType<string>()]);
    }

    /// <summary>The people of a body that must be in the plan.</summary>
    public async Task<BodyOfficers> Of(string cycle, string body, CancellationToken cancellation = default) =>
        await Find(cycle, body, cancellation) ?? throw new InvalidOperationException($"The plan of {cycle} has no body {body}.");
}
