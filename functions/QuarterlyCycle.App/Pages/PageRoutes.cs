namespace QuarterlyCycle.App.Pages;

/// <summary>The one table of addresses, made of the pages of every subject.</summary>
public sealed class PageRoutes(IEnumerable<PageSet> sets)
{
    // A host adds its own pages after the service's, and they come first: a demonstration has a front page of its own.
    private readonly List<PageRoute> _routes = [.. sets.Reverse().SelectMany(set => set.Routes)];

    /// <summary>The first route that answers this method and path, with the values in the path.</summary>
    public (PageRoute Route, IReadOnlyDictionary<string, string> Values)? Find(string method, string path)
    {
        foreach (PageRoute route in _routes)
        {
            if (route.Method == method && route.Match(path) is { } values)
            {
                return (route, values);
            }
        }

        return null;
    }
}
