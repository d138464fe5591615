using System.Diagnostics.CodeAnalysis;

namespace QuarterlyCycle.Domain.Plans;

/// <summary>How an owner column names who is asked.</summary>
public enum OwnerKind
{
    /// <summary>A person, by e-mail address.</summary>
    Person,

    /// <summary>A post; its holder is asked.</summary>
    Post,

    /// <summary>A body; its secretary is asked.</summary>
    Body,
}

/// <summary>Who is asked: an e-mail address, <c>post:CODE</c> or <c>body:CODE</c>.</summary>
public sealed record Owner(OwnerKind Kind, string Code)
{
    private const string PostPrefix = "post:";
    private const string BodyPrefix = "body:";

    /// <summary>Reads an owner cell; false when it is none of the three forms.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Owner? owner)
    {
        string written = (text ?? "").Trim();
        owner = null;
        if (After(written, PostPrefix) is { Length: > 0 } post)
        {
            owner = new Owner(OwnerKind.Post, post);
        }
        else if (After(written, BodyPrefix) is { Length: > 0 } body)
        {
            owner = new Owner(OwnerKind.Body, body);
        }
        else if (EmailText.IsAddress(written))
        {
            owner = new Owner(OwnerKind.Person, EmailText.Canonical(written));
        }

        return owner is not null;
    }

    /// <summary>Reads an owner; throws <see cref="FormatException"/> when it is none.</summary>
    public static Owner Parse(string text) =>
        TryParse(text, out Owner? owner) ? owner : throw new FormatException($"\"{text}\" is not an e-mail address, post:CODE or body:CODE.");

    /// <summary>The owner as plan files write it.</summary>
    public override string ToString() => Kind switch
    {
        OwnerKind.Post => PostPrefix + Code,
        OwnerKind.Body => BodyPrefix + Code,
        _ => Code,
    };

    private static string? After(string written, string prefix) =>
        written.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? written[prefix.Length..].Trim() : null;
}
