using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Pages.SigningOff;

/// <summary>A version in front of who is to sign it.</summary>
public sealed record SigningModel
{
    public required QuarterInView Quarter { get; init; }

    public required BodyOfficers Body { get; init; }

    public required PackVersion Version { get; init; }

    /// <summary>Its public edition, or null when its model is gone.</summary>
    public Pack? Pack { get; init; }

    /// <summary>Who signs.</summary>
    public required Officer Signatory { get; init; }

    /// <summary>For whom, when the vice-chair signs.</summary>
    public string? SignsFor { get; init; }

    /// <summary>The signature of this person on this version, or null.</summary>
    public SignOff? Signature { get; init; }

    /// <summary>The newer version that stands, or null.</summary>
    public PackVersion? Newer { get; init; }

    /// <summary>What differs in the newer version, a sentence each.</summary>
    public IReadOnlyList<string> NewerChanges { get; init; } = [];

    /// <summary>Where the form is sent.</summary>
    public required string Address { get; init; }

    /// <summary>Where exactly this version is read.</summary>
    public required string Reading { get; init; }

    /// <summary>Where a code is e-mailed when a button is pressed, masked; null where none is needed.</summary>
    public string? CodeTo { get; init; }

    /// <summary>What stands in the form for sending back.</summary>
    public string Paragraph { get; init; } = "";

    public string Comment { get; init; } = "";

    public string VersionWords => Version.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Gathers what who signs a version sees.</summary>
public sealed class SigningModels(QuartersInView quarters, QuarterRecords records, BodyPeople people, PackReader reader)
{
    /// <summary>The version of a link, or null when it is gone.</summary>
    public Task<SigningModel?> Of(LinkBrief link, string token) =>
        Of(link.Cycle ?? "", link.Body ?? "", link.Version ?? 0, link.Officer, $"/sign-off/{token}", $"/sign-off/{token}/pack");

    public async Task<SigningModel?> Of(string cycle, string bodyCode, int number, string officer, string address, string reading)
    {
        if (await quarters.Of(cycle) is not { } quarter
            || await people.Find(cycle, bodyCode) is not { } body
            || await records.Packs.Get(cycle, bodyCode, number) is not { } version
            || await records.People.Get(officer) is not { } signatory)
        {
            return null;
        }

        PackVersion? issued = await records.Packs.Issued(cycle, bodyCode);
        PackVersion? newer = issued is not null && issued.Version > number ? issued : null;
        PackModel? newerModel = newer is null ? null : await reader.Model(cycle, bodyCode, newer.Version);
        return new SigningModel
        {
            Quarter = quarter,
            Body = body,
            Version = version,
            Pack = (await reader.Model(cycle, bodyCode, number))?.Public,
            Signatory = signatory,
            SignsFor = officer != body.Chair && body.Chair is { } chair ? (await records.People.Of(chair)).Name : null,
            Signature = (await records.SignOffs.All(cycle, bodyCode)).LastOrDefault(signOff => signOff is { SignedOff: true } && signOff.Version == number && signOff.By == officer),
            Newer = newer,
            NewerChanges = newerModel is null ? [] : [.. newerModel.Public.Changes.Select(Words)],
            Address = address,
            Reading = reading,
        };
    }

    /// <summary>A change with both values, for who signs.</summary>
    public static string Words(PackChange change) => $"{change.Code} {change.Name} was {change.Old} and is now {change.New}. {change.Class}. {change.Why}";
}
