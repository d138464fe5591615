using Microsoft.AspNetCore.Components;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages;

/// <summary>A page's component: it gets its model, who asks and what is wrong, and reads nothing itself.</summary>
public abstract class PageView<TModel> : ComponentBase
{
    [Parameter]
    public TModel Model { get; set; } = default!;

    [CascadingParameter]
    public PageRequest Request { get; set; } = default!;

    [CascadingParameter]
    public IReadOnlyList<FieldError> Errors { get; set; } = [];

    /// <summary>The message beside a field, or null.</summary>
    protected string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;
}
