using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.App.Pages;
using QuarterlyCycle.Functions.Hosting;

namespace QuarterlyCycle.Functions;

/// <summary>Hands every request of a browser to the pages.</summary>
public sealed class PageFunction(PageServer pages)
{
    [Function("Pages")]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        await pages.Handle(request.HttpContext, new HostClient(client));
        return new EmptyResult();
    }
}
