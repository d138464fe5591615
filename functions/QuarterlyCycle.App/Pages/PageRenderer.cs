using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using QuarterlyCycle.App.Pages.Layout;

namespace QuarterlyCycle.App.Pages;

/// <summary>Writes a page's component inside the layout, on the server and without script.</summary>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory logs)
{
    public async Task<byte[]> Render(PageAnswer.View view, Frame frame, PageRequest request)
    {
        await using HtmlRenderer renderer = new(services, logs);
        string html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            ParameterView parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(Document.View)] = view,
                [nameof(Document.Frame)] = frame,
                [nameof(Document.Request)] = request,
            });
            return (await renderer.RenderComponentAsync<Document>(parameters)).ToHtmlString();
        });
        return Encoding.UTF8.GetBytes("<!DOCTYPE html>\n" + html);
    }
}
