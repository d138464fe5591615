using System.Reflection;

namespace QuarterlyCycle.App.Pages;

/// <summary>The style sheet and the icon, which every host carries in the assembly.</summary>
internal static class Assets
{
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        ["site.css"] = "text/css; charset=utf-8",
        ["favicon.svg"] = "image/svg+xml",
    };

    public static PageAnswer.Download? Find(string name)
    {
        if (!ContentTypes.TryGetValue(name, out string? contentType))
        {
            return null;
        }

        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"assets/{name}")
            ?? throw new InvalidOperationException($"The asset {name} is not in the assembly.");
        using MemoryStream content = new();
        stream.CopyTo(content);
        return new PageAnswer.Download(name, contentType, content.ToArray(), Inline: true);
    }
}
