using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>Who signed which version; the words for a part of the board's pack give the post and no name.</summary>
internal static class SignOffLines
{
    private const string Chair = "Chair";
    private const string ViceChair = "Vice-chair";

    public static IEnumerable<PackSignOff> OfGroup(QuarterFacts facts, Body body, IReadOnlyList<SignOff> signOffs, Naming naming) =>
        signOffs.Where(signOff => signOff.SignedOff).Select(signOff => Line(facts, body, signOff.Version, signOff, naming));

    public static PackSignOff Line(QuarterFacts facts, Body body, int version, SignOff? signature, Naming naming) => signature is null
        ? new PackSignOff { BodyName = body.Name, Version = version }
        : new PackSignOff
        {
            BodyName = body.Name,
            Version = version,
            SignedBy = naming.Short(signature.By),
            Post = Post(facts, body, signature),
            SignedFor = signature.For is { } chair ? naming.Short(chair) : null,
            SignedAtUtc = signature.AtUtc,
        };

    public static string Words(PackSignOff signOff, bool isIssued)
    {
        if (signOff.SignedAtUtc is not { } at)
        {
            return isIssued ? "Not signed off." : "The group's report has not been issued, and is not signed off.";
        }

        string who = signOff.SignedFor is null ? $"the {signOff.Post ?? Chair}" : $"the {signOff.Post ?? ViceChair}, for the chair,";
        return $"Signed off by {who.ToLowerInvariant()} at {BritishWords.Instant(at)}.";
    }

    private static string Post(QuarterFacts facts, Body body, SignOff signature)
    {
        string? address = facts.PeopleByNumber.GetValueOrDefault(signature.By)?.PlanEmail;
        return address is not null && address == body.ViceChair ? ViceChair : Chair;
    }
}
