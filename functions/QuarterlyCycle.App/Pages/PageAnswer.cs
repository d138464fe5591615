using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages;

/// <summary>What a page function answers: a page, a way on, or a file.</summary>
public abstract record PageAnswer
{
    /// <summary>A component with its model, inside the layout.</summary>
    public sealed record View(Type Component, object Model, string Title, int Status, IReadOnlyList<FieldError> Errors) : PageAnswer;

    /// <summary>On to another address after a post (303), so that reloading does nothing twice; with what the cookies are to hold.</summary>
    public sealed record Redirect(string To, string? SessionToken = null, bool EndSession = false, string? BrowserToken = null) : PageAnswer;

    /// <summary>A file to keep, or to show where <paramref name="Inline"/>.</summary>
    public sealed record Download(string Name, string ContentType, ReadOnlyMemory<byte> Content, bool Inline = false) : PageAnswer;

    /// <summary>Shows a component; with errors the page's title says so and the status is 422.</summary>
    public static View Show<TComponent>(string title, object model, IReadOnlyList<FieldError>? errors = null, int? status = null)
        where TComponent : Microsoft.AspNetCore.Components.IComponent =>
        new(typeof(TComponent), model, title, status ?? (errors is { Count: > 0 } ? 422 : 200), errors ?? []);
}
