using QuarterlyCycle.App.Options;

namespace QuarterlyCycle.App.Access;

/// <summary>The hidden fields of a form: its id, which becomes the act's id so that pressing twice acts once, and the proof that we gave the form to this visitor.</summary>
public sealed record FormToken(string FormId, string Proof);

/// <summary>Makes and checks the hidden fields of forms.</summary>
public sealed class FormTokens(LinkOptions options)
{
    /// <summary>The fields for a form shown to this visitor: the session's token, or on a page opened by a link the link's.</summary>
    public FormToken Make(string visitor)
    {
        string formId = Tokens.Random();
        return new FormToken(formId, Proof(visitor, formId));
    }

    /// <summary>Whether a form that came back was given to this visitor.</summary>
    public bool Check(string visitor, string? formId, string? proof) =>
        formId is not null && proof is not null && Tokens.IsWellFormed(formId) && Tokens.AreEqual(Proof(visitor, formId), proof);

    private string Proof(string visitor, string formId) => Tokens.Derive(options.Key, "form", Tokens.Hash(visitor), formId);
}
