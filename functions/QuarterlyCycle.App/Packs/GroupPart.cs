using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Packs;

/// <summary>A group's part of the board's pack in both editions, with its sign-off.</summary>
internal sealed record GroupPart(PackPart Public, PackPart? Exempt, PackSignOff SignOff)
{
    public PackPart Edition(PackEdition edition) => edition == PackEdition.Public ? Public : Exempt ?? Public;

    public static GroupPart Of(PackPart part, PackPart? exempt, int? version, PackSignOff signOff)
    {
        string words = SignOffLines.Words(signOff, isIssued: version is not null);
        return new GroupPart(part with { Version = version, SignOffWords = words }, exempt is null ? null : exempt with { Version = version, SignOffWords = words }, signOff);
    }
}
