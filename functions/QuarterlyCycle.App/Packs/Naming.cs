using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>How a pack names people: by name in the group's own papers, by post and organisation in what the board publishes.</summary>
public enum NamePolicy
{
    ByName,

    ByPost,
}

/// <summary>Writes people into a pack.</summary>
internal sealed class Naming(QuarterFacts facts, NamePolicy policy)
{
    public bool UsesNames => policy == NamePolicy.ByName;

    /// <summary>An officer who owes or does something.</summary>
    public string Officer(string number) => facts.PeopleByNumber.TryGetValue(number, out Officer? person) ? Words(person) : "An officer no longer on record";

    /// <summary>An officer in a sentence: the name alone, or the post.</summary>
    public string Short(string number)
    {
        if (!facts.PeopleByNumber.TryGetValue(number, out Officer? person))
        {
            return "An officer no longer on record";
        }

        return policy == NamePolicy.ByName ? person.Name : person.Post ?? $"An officer of {person.Organisation}";
    }

    /// <summary>Whom an owner column of the plan means, or null.</summary>
    public string? Owner(Owner? owner)
    {
        if (owner is { Kind: OwnerKind.Body })
        {
            return facts.Plan.Body(owner.Code)?.Name;
        }

        if (policy == NamePolicy.ByPost && owner is { Kind: OwnerKind.Post } && facts.Plan.Post(owner.Code) is { } post)
        {
            return post.Title;
        }

        return facts.Plan.NamedHolder(owner) is { } person ? Plain(person) : null;
    }

    /// <summary>All whom a list of owners means, or null when nobody is named.</summary>
    public string? Owners(IEnumerable<Owner> owners)
    {
        string[] named = [.. owners.Select(Owner).OfType<string>().Distinct(StringComparer.Ordinal)];
        return named.Length == 0 ? null : OpeningWords.List(named);
    }

    /// <summary>An owner that somebody typed: an address or the name of one person of the plan becomes that person, everything else stays as it is.</summary>
    public string Typed(string written) => (facts.Plan.Person(EmailText.Canonical(written)) ?? Named(written.Trim())) is { } person ? Plain(person) : written;

    // What the board publishes names posts, also where somebody typed a name.
    private Person? Named(string name)
    {
        Person[] called = [.. facts.Plan.People.Where(person => person.AlsoKnownAs.Prepend(person.Name).Contains(name, StringComparer.OrdinalIgnoreCase)).Take(2)];
        return called.Length == 1 ? called[0] : null;
    }

    private string Plain(Person person) =>
        policy == NamePolicy.ByName ? person.Name : person.JobTitles.Count > 0 ? person.JobTitles[0] : OrganisationOf(person);

    private string OrganisationOf(Person person) => facts.Plan.Organisation(person.Organisation)?.Name ?? person.Organisation;

    private string Words(Officer person)
    {
        IEnumerable<string?> parts = [policy == NamePolicy.ByName ? person.Name : null, person.Post, person.Organisation];
        return string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)).Distinct(StringComparer.Ordinal));
    }
}
