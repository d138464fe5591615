using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Pages.Arriving;

namespace QuarterlyCycle.App.Pages;

/// <summary>Answers every request of a browser, in every host: finds the page, knows who asks, refuses what did not come from our own form, and sets the headers.</summary>
public sealed class PageServer(PageRoutes routes, PageRenderer renderer, Frames frames, Sessions sessions, FormTokens forms, ServiceOptions service, TimeProvider clock, ILogger<PageServer> log)
{
    private const string AnonymousVisitor = "anonymous";
    private const long LargestForm = 6 * 1024 * 1024;

    private string CookieName => service.IsLocal ? "quarterly" : "__Host-quarterly";

    private string BrowserCookieName => service.IsLocal ? "quarterly-browser" : "__Host-quarterly-browser";

    /// <summary>Answers one request.</summary>
    public async Task Handle(HttpContext http, DurableTaskClient client)
    {
        try
        {
            await Answer(http, client);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !http.RequestAborted.IsCancellationRequested)
        {
            // The edge of every host: what nobody expected is logged under a reference, and the person sees only that.
            string reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
            log.LogError(fault, "Fault {Reference} at {Method} {Path}.", reference, http.Request.Method, RedactedPath(http));
            PageRequest request = Request(http, new Dictionary<string, string>(), null, null, AnonymousVisitor, client);
            await Write(http, PageAnswer.Show<FaultPage>("There is a problem with the service", new FaultModel(reference, HttpMethods.IsPost(http.Request.Method)), status: 500), request);
        }
    }

    private async Task Answer(HttpContext http, DurableTaskClient client)
    {
        SessionRow? session = await SessionOf(http);
        bool isPost = HttpMethods.IsPost(http.Request.Method);
        (PageRoute Route, IReadOnlyDictionary<string, string> Values)? found = routes.Find(isPost ? "POST" : "GET", http.Request.Path.Value ?? "/");
        string visitorKey = found?.Values.GetValueOrDefault("token") ?? http.Request.Cookies[CookieName] ?? AnonymousVisitor;
        if (found is null || !(isPost || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            PageRequest lost = Request(http, new Dictionary<string, string>(), null, session, visitorKey, client);
            await Write(http, PageAnswer.Show<NotFoundPage>("Page not found", new NotFoundModel(), status: 404), lost);
            return;
        }

        IFormCollection? form = null;
        if (isPost)
        {
            form = await ReadForm(http);
            if (form is null || !forms.Check(visitorKey, form[PageRequest.FormIdField], form[PageRequest.ProofField]))
            {
                PageRequest refused = Request(http, found.Value.Values, form, session, visitorKey, client);
                await Write(http, PageAnswer.Show<SignedOutPage>("Your page is out of date", new SignedOutModel(session is not null) { Typed = refused.Typed }, status: 400), refused);
                return;
            }
        }

        PageRequest request = Request(http, found.Value.Values, form, session, visitorKey, client);
        await Write(http, await found.Value.Route.Answer(request), request);
    }

    private PageRequest Request(HttpContext http, IReadOnlyDictionary<string, string> values, IFormCollection? form, SessionRow? session, string visitorKey, DurableTaskClient client) =>
        new(http, values, form, session, http.Request.Cookies[BrowserCookieName], visitorKey, forms, client, clock.GetUtcNow().UtcDateTime);

    private async Task<SessionRow?> SessionOf(HttpContext http)
    {
        if (http.Request.Cookies[CookieName] is not { Length: > 0 } token)
        {
            return null;
        }

        FoundSession found = await sessions.Find(token, http.RequestAborted);
        return found.Status == SessionStatus.Live ? found.Row : null;
    }

    private static async Task<IFormCollection?> ReadForm(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength > LargestForm)
        {
            return null;
        }

        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private async Task Write(HttpContext http, PageAnswer answer, PageRequest request)
    {
        SetHeaders(http.Response);
        switch (answer)
        {
            case PageAnswer.View view:
                byte[] page = await renderer.Render(view, await frames.For(request), request);
                http.Response.StatusCode = view.Status;
                http.Response.ContentType = "text/html; charset=utf-8";
                await WriteBody(http, page);
                break;
            case PageAnswer.Redirect redirect:
                if (redirect.EndSession && http.Request.Cookies[CookieName] is { } ended)
                {
                    await sessions.End(ended, http.RequestAborted);
                }

                SetCookies(http.Response, redirect);
                http.Response.StatusCode = StatusCodes.Status303SeeOther;
                http.Response.Headers.Location = redirect.To;
                break;
            case PageAnswer.Download file:
                http.Response.ContentType = file.ContentType;
                ContentDispositionHeaderValue disposition = new(file.Inline ? "inline" : "attachment");
                disposition.SetHttpFileName(file.Name);
                http.Response.Headers.ContentDisposition = disposition.ToString();
                if (file.Inline && file.ContentType.StartsWith("text/html", StringComparison.Ordinal))
                {
                    // A pack or an e-mail carries its own styles and nothing else.
                    http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox allow-top-navigation-by-user-activation allow-popups";
                    http.Response.Headers.XFrameOptions = "SAMEORIGIN";
                }

                await WriteBody(http, file.Content);
                break;
        }
    }

    private static async Task WriteBody(HttpContext http, ReadOnlyMemory<byte> content)
    {
        http.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(content, http.RequestAborted);
        }
    }

    private void SetHeaders(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'self'; script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        response.Headers.XFrameOptions = "DENY";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (!service.IsLocal)
        {
            response.Headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }
    }

    private void SetCookies(HttpResponse response, PageAnswer.Redirect redirect)
    {
        if (redirect.BrowserToken is { } browser)
        {
            response.Cookies.Append(BrowserCookieName, browser, OptionsFor(KnownBrowsers.Lasts));
        }

        if (redirect.EndSession)
        {
            response.Cookies.Delete(CookieName, OptionsFor(null));
        }
        else if (redirect.SessionToken is { } token)
        {
            response.Cookies.Append(CookieName, token, OptionsFor(Sessions.Longest));
        }
    }

    private CookieOptions OptionsFor(TimeSpan? longest) => new()
    {
        HttpOnly = true,
        SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax,
        Secure = !service.IsLocal,
        Path = "/",
        IsEssential = true,
        MaxAge = longest,
    };

    // A personal link in a log would let its reader in.
    private static string RedactedPath(HttpContext http)
    {
        StringBuilder path = new();
        foreach (string part in (http.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            path.Append('/').Append(part.Length > 40 ? "…" : part);
        }

        return path.Length == 0 ? "/" : path.ToString();
    }
}
