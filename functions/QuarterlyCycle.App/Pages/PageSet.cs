namespace QuarterlyCycle.App.Pages;

/// <summary>The pages of one subject.</summary>
public abstract class PageSet
{
    public abstract IReadOnlyList<PageRoute> Routes { get; }
}
