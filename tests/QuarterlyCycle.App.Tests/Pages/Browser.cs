using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages;

/// <summary>Somebody's browser: it keeps the cookies and follows redirects.</summary>
internal sealed class Browser
{
    private const string SessionCookie = "quarterly";
    private const int MostRedirects = 5;

    private readonly HttpClient _client;
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public Browser(HttpClient client, string? session)
    {
        _client = client;
        if (session is not null)
        {
            _cookies[SessionCookie] = session;
        }
    }

    /// <summary>The value of the session's cookie, or null.</summary>
    public string? Session => _cookies.GetValueOrDefault(SessionCookie);

    public Task<Page> Get(string path) => Follow(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Closes the browser for the night: the session is over, and what it may keep for longer is kept.</summary>
    public void ForgetSession() => _cookies.Remove(SessionCookie);

    internal Task<Page> Post(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        Follow(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });

    private async Task<Page> Follow(HttpRequestMessage request)
    {
        string path = request.RequestUri!.ToString();
        for (int redirects = 0; redirects < MostRedirects; redirects++)
        {
            if (_cookies.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            }

            using HttpResponseMessage response = await _client.SendAsync(request);
            Keep(response);
            if (response.StatusCode != HttpStatusCode.SeeOther)
            {
                return await Read(path, response);
            }

            path = response.Headers.Location!.ToString();
            request.Dispose();
            request = new HttpRequestMessage(HttpMethod.Get, path);
        }

        throw new InvalidOperationException($"{path} leads in a circle.");
    }

    private void Keep(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies))
        {
            return;
        }

        foreach (string[] cookie in cookies.Select(cookie => cookie.Split(';')[0].Split('=', 2)))
        {
            if (cookie[1].Length > 0)
            {
                _cookies[cookie[0]] = cookie[1];
            }
            else
            {
                _cookies.Remove(cookie[0]);
            }
        }
    }

    private async Task<Page> Read(string path, HttpResponseMessage response)
    {
        byte[] content = await response.Content.ReadAsByteArrayAsync();
        bool isHtml = response.Content.Headers.ContentType?.MediaType == "text/html";
        IHtmlDocument document = await new HtmlParser().ParseDocumentAsync(isHtml ? new MemoryStream(content) : new MemoryStream(), CancellationToken.None);
        return new Page(this, path, response.StatusCode, document, content);
    }
}

/// <summary>A page as somebody sees it, whose forms can be filled in by their labels and sent by their buttons.</summary>
internal sealed class Page(Browser browser, string path, HttpStatusCode status, IHtmlDocument document, byte[] content)
{
    /// <summary>Where the last redirect led.</summary>
    public string Path { get; } = path;

    public HttpStatusCode Status { get; } = status;

    public IHtmlDocument Document { get; } = document;

    public byte[] Content { get; } = content;

    public string Heading => Words(Document.QuerySelector("h1"));

    /// <summary>The words of the page's main part.</summary>
    public string Text => Words(Document.QuerySelector("main") ?? Document.Body);

    /// <summary>The messages of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".errors li").Select(Words)];

    public IReadOnlyList<string> Headings => [.. Document.QuerySelectorAll("main h2").Select(Words)];

    public IReadOnlyList<string> Buttons => [.. Document.QuerySelectorAll("main button").Select(Words)];

    /// <summary>The addresses within the service that the page links to.</summary>
    public IReadOnlyList<string> Links => [.. Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Where(address => address.StartsWith('/'))];

    /// <summary>What stands in the field with this label.</summary>
    public string ValueOf(string label) => Field(label) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => "",
    };

    /// <summary>Types into the field with this label.</summary>
    public Page Fill(string label, string value)
    {
        switch (Field(label))
        {
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
        }

        return this;
    }

    /// <summary>Chooses the radio button or ticks the box with this label; within one fieldset where a legend is given.</summary>
    public Page Choose(string label, string? legend = null)
    {
        IHtmlInputElement input = Option(label, legend);
        if (input.Type == "radio")
        {
            foreach (IHtmlInputElement other in Document.QuerySelectorAll<IHtmlInputElement>("input").Where(other => other.Name == input.Name))
            {
                other.IsChecked = false;
            }
        }

        input.IsChecked = true;
        return this;
    }

    public Page Untick(string label)
    {
        Option(label, null).IsChecked = false;
        return this;
    }

    /// <summary>Changes a field that nobody sees, as somebody with a stale or bent page would send it.</summary>
    public Page Bend(string name, string value)
    {
        Document.QuerySelectorAll<IHtmlInputElement>("input").First(input => input.Name == name).Value = value;
        return this;
    }

    /// <summary>Presses a button of the page's main part and gives the page that follows.</summary>
    public Task<Page> Press(string button)
    {
        IHtmlButtonElement found = Document.QuerySelectorAll<IHtmlButtonElement>("main button").FirstOrDefault(each => Words(each) == button)
            ?? throw new InvalidOperationException($"There is no button \"{button}\" on {Path}, but {string.Join(", ", Buttons)}.");
        IHtmlFormElement form = found.Form!;
        List<KeyValuePair<string, string>> fields = [.. form.Elements.SelectMany(ValuesOf)];
        if (found.Name is { Length: > 0 } name)
        {
            fields.Add(new(name, found.Value));
        }

        return browser.Post(form.GetAttribute("action")!, fields);
    }

    /// <summary>Fails with what the page says instead, where the status is another one.</summary>
    public Page Is(HttpStatusCode expected)
    {
        Assert.True(Status == expected, $"{Path} answered {Status}: {Heading}. {string.Join(" ", Errors)}");
        return this;
    }

    private static IEnumerable<KeyValuePair<string, string>> ValuesOf(IHtmlElement element)
    {
        switch (element)
        {
            case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }:
                break;
            case IHtmlInputElement { Name: { } name } input:
                yield return new(name, input.Value);
                break;
            case IHtmlTextAreaElement { Name: { } name } area:
                yield return new(name, area.Value);
                break;
        }
    }

    private IElement Field(string label)
    {
        IElement found = Document.QuerySelectorAll("label").FirstOrDefault(each => Words(each) == label)
            ?? throw new InvalidOperationException($"There is no field \"{label}\" on {Path}, but {string.Join(", ", Document.QuerySelectorAll("label").Select(Words))}.");
        return Document.GetElementById(found.GetAttribute("for")!)!;
    }

    private IHtmlInputElement Option(string label, string? legend)
    {
        IEnumerable<IElement> sets = legend is null
            ? [Document.Body!]
            : Document.QuerySelectorAll("fieldset").Where(set => Words(set.QuerySelector("legend")) == legend);
        IElement found = sets.SelectMany(set => set.QuerySelectorAll("label")).FirstOrDefault(each => Words(each) == label)
            ?? throw new InvalidOperationException($"There is nothing to choose called \"{label}\" on {Path}, but {string.Join(", ", Document.QuerySelectorAll("label").Select(Words))}.");
        return (IHtmlInputElement)Document.GetElementById(found.GetAttribute("for")!)!;
    }

    // Where one block ends and the next begins there is a space, as on the screen.
    private static string Words(IElement? element)
    {
        StringBuilder words = new();
        foreach (INode node in element?.Descendants() ?? [])
        {
            words.Append(node switch
            {
                IText text => text.Data,
                IElement { LocalName: "a" or "strong" or "span" or "em" } => "",
                _ => " ",
            });
        }

        return string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
