using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.Documents.Packs;

/// <summary>Who signed: by post in a public edition, by name and post for members and for the secretary.</summary>
internal static class SignOffWords
{
    public static string? By(PackSignOff signOff, PackEdition edition)
    {
        if (signOff.SignedBy is not { } name)
        {
            return null;
        }

        string post = signOff.Post is { Length: > 0 } held ? held : "Chair";
        if (edition == PackEdition.Public)
        {
            return signOff.SignedFor is null ? post : $"{post}, for the chair";
        }

        // Where the plan names nobody, the name already begins with the post.
        string who = name.StartsWith(post, StringComparison.OrdinalIgnoreCase) ? name : $"{name}, {post}";
        return signOff.SignedFor is { Length: > 0 } chair ? $"{who}, for {chair}" : who;
    }
}
