using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.App.Access;

namespace QuarterlyCycle.App.Pages;

/// <summary>Who asks for what, with everything a page function may need of the request.</summary>
public sealed class PageRequest(
    HttpContext http, IReadOnlyDictionary<string, string> route, IFormCollection? form, SessionRow? session, string? browserToken, string visitorKey,
    FormTokens forms, DurableTaskClient client, DateTime nowUtc)
{
    /// <summary>The name of the hidden field with a form's id.</summary>
    public const string FormIdField = "_form";

    /// <summary>The name of the hidden field that proves that a form was ours.</summary>
    public const string ProofField = "_proof";

    /// <summary>Who has come in, by a request link or by signing in, or null.</summary>
    public SessionRow? Session { get; } = session;

    /// <summary>The orchestrations' client, handed on to acts.</summary>
    public DurableTaskClient Client { get; } = client;

    /// <summary>When the request came.</summary>
    public DateTime NowUtc { get; } = nowUtc;

    /// <summary>The cookie by which the browser may be known, or null.</summary>
    public string? BrowserToken { get; } = browserToken;

    /// <summary>Whether a form was sent.</summary>
    public bool IsPost => form is not null;

    /// <summary>The id of the form that was sent: the id of the act it becomes.</summary>
    public string SentFormId => Field(FormIdField);

    /// <summary>The path that was asked for.</summary>
    public string Path => http.Request.Path.Value ?? "/";

    /// <summary>Whether the address is a personal link, which says itself whom it is for.</summary>
    public bool IsByLink => route.ContainsKey("token");

    /// <summary>Whether the browser was let in before and is not any more.</summary>
    public bool HasLostSession => Session is null && http.Request.Cookies.Any(cookie => cookie.Key.EndsWith("quarterly", StringComparison.Ordinal));

    /// <summary>What was typed into the sent form, field by field, without its hidden parts.</summary>
    public IReadOnlyList<string> Typed => form is null ? [] : [.. form.Where(typed => !typed.Key.StartsWith('_')).SelectMany(typed => typed.Value).OfType<string>().Select(text => text.Trim()).Where(text => text.Length > 0)];

    /// <summary>The hidden fields for one form on the page that is shown.</summary>
    public FormToken NewForm() => forms.Make(visitorKey);

    /// <summary>A part of the path, such as the code of <c>/measures/{code}</c>.</summary>
    public string Part(string name) => route[name];

    /// <summary>A field of the sent form, trimmed; empty when it was not sent.</summary>
    public string Field(string name) => form?[name].ToString().Trim() ?? "";

    /// <summary>Every value of a field that may be sent more than once.</summary>
    public IReadOnlyList<string> Fields(string name) => form is null ? [] : [.. form[name].OfType<string>()];

    /// <summary>A value of the address's query; empty when it is absent.</summary>
    public string Query(string name) => http.Request.Query[name].ToString();
}
