using System.Globalization;
using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Options;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>The addresses of reports and of the pages that act on them, and the personal links with which chairs sign one version.</summary>
public sealed class PackLinks(Links links, ServiceOptions service)
{
    private const string OnlyRound = "1";

    // A chair who has not signed in two weeks is asked again, and so gets a link that works.
    private static readonly TimeSpan SignOffLinksWorkFor = TimeSpan.FromDays(14);

    public string Pack(string cycle, string body) => At($"/packs/{cycle}/{body}");

    public string Version(string cycle, string body, int version) => At($"/packs/{cycle}/{body}/v{version.ToString(CultureInfo.InvariantCulture)}");

    public string Group(string body) => At($"/groups/{body}");

    public string GroupUpdate(string body) => At($"/groups/{body}/update");

    public string Decisions(string cycle, string board) => At($"/packs/{cycle}/{board}/decisions");

    public string WhatWasSaid => At("/figures/history");

    public string Measure(string code) => At($"/measures/{code}");

    public string Clinics => At("/clinics");

    /// <summary>The link with which this officer signs this version. Asked again it is the same link, and works for another two weeks.</summary>
    public async Task<string> SignOff(string cycle, string body, int version, string officer, DateTime fromUtc, CancellationToken cancellation) =>
        At($"/sign-off/{await links.Issue(BriefOf(cycle, body, version, officer, fromUtc + SignOffLinksWorkFor), cancellation)}");

    /// <summary>Ends the links to a version that a newer one has replaced.</summary>
    public async Task EndSignOff(string cycle, string body, int version, IEnumerable<string> officers, CancellationToken cancellation)
    {
        foreach (string officer in officers)
        {
            await links.Replace(BriefOf(cycle, body, version, officer, DateTime.MaxValue), "There is a newer version.", cancellation);
        }
    }

    private static LinkBrief BriefOf(string cycle, string body, int version, string officer, DateTime expiresUtc) => new()
    {
        Kind = LinkKind.SignOff,
        Officer = officer,
        Round = OnlyRound,
        Cycle = cycle,
        Body = body,
        Version = version,
        ExpiresUtc = expiresUtc,
    };

    private string At(string path) => service.At(path).ToString();
}
