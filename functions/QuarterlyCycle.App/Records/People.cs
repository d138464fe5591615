using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Records;

/// <summary>A person of the partnership under the number that instances, records and links carry; names and addresses stand here and nowhere else.</summary>
public sealed record Officer
{
    /// <summary>The number, such as <c>o0417</c>; given once and kept.</summary>
    public required string Number { get; init; }

    /// <summary>The address in use; a project manager may correct it.</summary>
    public required string Email { get; init; }

    /// <summary>The address by which plans name the person, which finds the number again at the next import; null when it is the one in use.</summary>
    public string? PlanEmail { get; init; }

    public required string Name { get; init; }

    /// <summary>The organisation's name.</summary>
    public required string Organisation { get; init; }

    /// <summary>The first job title, or null.</summary>
    public string? Post { get; init; }

    public string? Phone { get; init; }

    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>The first day away.</summary>
    public DateOnly? AwayFrom { get; init; }

    /// <summary>The last day away.</summary>
    public DateOnly? AwayTo { get; init; }

    /// <summary>The number of who is asked meanwhile.</summary>
    public string? StandIn { get; init; }

    /// <summary>Whether the newest plan still names the person.</summary>
    public bool InPlan { get; init; } = true;

    public bool IsProjectManager => Roles.Contains(Role.ProjectManager);

    /// <summary>Whether the person is away on this day and somebody stands in.</summary>
    public bool IsCoveredOn(DateOnly day) =>
        StandIn is not null && (AwayFrom is not null || AwayTo is not null) && (AwayFrom is null || day >= AwayFrom) && (AwayTo is null || day <= AwayTo);
}

/// <summary>The people of the partnership.</summary>
public sealed class People(IRecordStore store)
{
    private const string Partition = "people";

    // Three stand-ins in a row are the longest chain that people can follow.
    private const int LongestChain = 3;

    private readonly RecordTable<Officer> _rows = new(store, "People");

    public async Task<Officer?> Get(string number, CancellationToken cancellation = default) =>
        (await _rows.Get(Partition, number, cancellation))?.Record;

    /// <summary>The person with this number, who must be there.</summary>
    public async Task<Officer> Of(string number, CancellationToken cancellation = default) =>
        await Get(number, cancellation) ?? throw new InvalidOperationException($"There is nobody with the number {number}.");

    /// <summary>Everybody, in the order of the numbers.</summary>
    public async Task<IReadOnlyList<Officer>> All(CancellationToken cancellation = default) =>
        [.. (await _rows.List(Partition, cancellation)).Select(row => row.Record)];

    /// <summary>The person with this address, or null.</summary>
    public async Task<Officer?> ByEmail(string email, CancellationToken cancellation = default)
    {
        string wanted = EmailText.Canonical(email);
        return (await All(cancellation)).FirstOrDefault(person => EmailText.Canonical(person.Email) == wanted);
    }

    /// <summary>Everybody with the role of project manager, in the order of the numbers.</summary>
    public async Task<IReadOnlyList<Officer>> ProjectManagers(CancellationToken cancellation = default) =>
        [.. (await All(cancellation)).Where(person => person is { IsProjectManager: true, InPlan: true })];

    /// <summary>Who answers for this person on this day: the person, or whoever stands in.</summary>
    public async Task<Officer> WhoAnswers(string number, DateOnly day, CancellationToken cancellation = default)
    {
        Officer person = await Of(number, cancellation);
        for (int step = 0; step < LongestChain && person.IsCoveredOn(day) && await Get(person.StandIn!, cancellation) is { } standIn; step++)
        {
            person = standIn;
        }

        return person;
    }

    /// <summary>False when the number is taken.</summary>
    public async Task<bool> Insert(Officer person, CancellationToken cancellation = default) =>
        await _rows.Insert(Partition, person.Number, person, cancellation) is not null;

    /// <summary>The person as changed, or null when there is none or the decision was null.</summary>
    public Task<Officer?> Change(string number, Func<Officer, Officer?> change, CancellationToken cancellation = default) =>
        _rows.Update(Partition, number, change, cancellation);
}
