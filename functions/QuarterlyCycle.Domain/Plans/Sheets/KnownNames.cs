namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Everything in the plan that other cells may name: codes, addresses and people's names.</summary>
internal sealed class KnownNames
{
    private readonly Dictionary<Named, HashSet<string>> _codes = Enum.GetValues<Named>().ToDictionary(named => named, _ => new HashSet<string>());
    private readonly Dictionary<string, HashSet<string>> _addressesByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(AliasKind, string), string> _aliases = [];

    /// <summary>The codes or addresses of one kind.</summary>
    public IReadOnlySet<string> Of(Named named) => _codes[named];

    public IEnumerable<string> PeopleNames => _addressesByName.Keys;

    public void Add(Named named, string code)
    {
        _codes[named].Add(code);
        if (named is Named.Action or Named.Deliverable or Named.Indicator or Named.Priority or Named.Body)
        {
            _codes[Named.Anything].Add(code);
        }
    }

    /// <summary>The codes of the business plan's lines, which only "about" columns name.</summary>
    public void AddLines(IEnumerable<string> codes) => _codes[Named.Anything].UnionWith(codes);

    public void AddPerson(string email, IEnumerable<string> names)
    {
        _codes[Named.Person].Add(email);
        foreach (string name in names.Where(name => name.Length > 0))
        {
            if (!_addressesByName.TryGetValue(name, out HashSet<string>? addresses))
            {
                _addressesByName[name] = addresses = [];
            }

            addresses.Add(email);
        }
    }

    public void AddAlias(AliasKind kind, string asWritten, string means) => _aliases.TryAdd((kind, AliasKey(kind, asWritten)), means);

    public string? Alias(AliasKind kind, string asWritten) => _aliases.GetValueOrDefault((kind, AliasKey(kind, asWritten)));

    /// <summary>The address of the one person with this name; null when there is none, or more than one.</summary>
    public string? AddressOf(string name) =>
        _addressesByName.TryGetValue(name, out HashSet<string>? addresses) && addresses.Count == 1 ? addresses.First() : null;

    private static string AliasKey(AliasKind kind, string asWritten) =>
        kind == AliasKind.Code ? CodeForm.Canonical(asWritten) : asWritten.Trim().ToLowerInvariant();
}
