namespace QuarterlyCycle.Domain.Plans;

/// <summary>What a person may do in the quarter; one person may have several roles.</summary>
public enum Role
{
    /// <summary>Answers data requests.</summary>
    Compiling,

    /// <summary>Reviews figures and answers for actions.</summary>
    Lead,

    /// <summary>Runs the quarter; is asked whenever there is nobody else.</summary>
    ProjectManager,

    /// <summary>Chairs a body and signs its pack.</summary>
    Chair,

    /// <summary>Receives a body's pack and records its decisions.</summary>
    Secretary,

    /// <summary>Belongs to a body.</summary>
    Member,
}

/// <summary>A partner organisation and the e-mail domains from which its people write.</summary>
public sealed record Organisation(string Code, string Name, IReadOnlyList<string> EmailDomains);

/// <summary>A person, known by one e-mail address, with as many job titles as the documents give them.</summary>
public sealed record Person
{
    /// <summary>The identity, in lower case.</summary>
    public required string Email { get; init; }

    /// <summary>The name as it is printed.</summary>
    public required string Name { get; init; }

    /// <summary>The code of the organisation.</summary>
    public required string Organisation { get; init; }

    /// <summary>Every job title, in the order given.</summary>
    public IReadOnlyList<string> JobTitles { get; init; } = [];

    /// <summary>A telephone number, for people only.</summary>
    public string? Phone { get; init; }

    /// <summary>The roles given in the plan.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>Other spellings and short forms of the name.</summary>
    public IReadOnlyList<string> AlsoKnownAs { get; init; } = [];

    /// <summary>The first day away.</summary>
    public DateOnly? AwayFrom { get; init; }

    /// <summary>The last day away.</summary>
    public DateOnly? AwayTo { get; init; }

    /// <summary>The e-mail address of the person who is asked meanwhile.</summary>
    public string? StandIn { get; init; }

    /// <summary>Whether the person is away on this day; both days named in the plan count as away.</summary>
    public bool IsAwayOn(DateOnly day) =>
        (AwayFrom is not null || AwayTo is not null) && (AwayFrom is null || day >= AwayFrom) && (AwayTo is null || day <= AwayTo);
}

/// <summary>A post that stays when its holder changes; its holder is asked.</summary>
public sealed record Post(string Code, string Title, string? Organisation, string? Holder);
