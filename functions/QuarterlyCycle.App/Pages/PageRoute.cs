namespace QuarterlyCycle.App.Pages;

/// <summary>One address and what answers it; <c>{name}</c> stands for one part of the path, and <c>v{name}</c> for one that starts so.</summary>
public sealed class PageRoute(string method, string pattern, Func<PageRequest, Task<PageAnswer>> answer)
{
    private readonly string[] parts = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public string Method { get; } = method;

    public string Pattern { get; } = pattern;

    public Func<PageRequest, Task<PageAnswer>> Answer { get; } = answer;

    /// <summary>A page that is read; HEAD asks for it too.</summary>
    public static PageRoute Get(string pattern, Func<PageRequest, Task<PageAnswer>> answer) => new("GET", pattern, answer);

    /// <summary>A form that is sent.</summary>
    public static PageRoute Post(string pattern, Func<PageRequest, Task<PageAnswer>> answer) => new("POST", pattern, answer);

    /// <summary>The values in the path, or null when the address is another one.</summary>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        string[] asked = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (asked.Length != parts.Length)
        {
            return null;
        }

        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (int index = 0; index < parts.Length; index++)
        {
            int brace = parts[index].IndexOf('{', StringComparison.Ordinal);
            if (brace >= 0)
            {
                if (asked[index].Length <= brace || !asked[index].StartsWith(parts[index][..brace], StringComparison.OrdinalIgnoreCase))
                {
                    return null;
                }

                values[parts[index][(brace + 1)..^1]] = Uri.UnescapeDataString(asked[index][brace..]);
            }
            else if (!string.Equals(parts[index], asked[index], StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        return values;
    }
}
