using System.Net;
using System.Text.RegularExpressions;
using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.CommandLine;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Local.Mail;
using QuarterlyCycle.Local.Rehearsals;
using Xunit;

namespace QuarterlyCycle.App.Tests.Rehearsals;

/// <summary>Derby's second quarter, rehearsed once for every test that looks at what came of it.</summary>
public sealed partial class DerbyRehearsal : IAsyncLifetime
{
    public const string Cycle = "2008-09-Q2";

    private Rehearsal? _rehearsal;

    internal Rehearsal Rehearsal => _rehearsal!;

    internal Plan Plan { get; private set; } = null!;

    internal RehearsalSummary Summary { get; private set; } = null!;

    internal IReadOnlyList<OpenedMail> Mail { get; private set; } = [];

    internal QuarterRecords Records => Rehearsal.Service.Get<QuarterRecords>();

    public async ValueTask InitializeAsync()
    {
        Plan = SamplePlan.Read();
        Scenario scenario = Scenario.Read(Path.Combine(SamplePlan.Folder, "scenario.json"));
        _rehearsal = await Rehearsal.Run(Plan, Quarter.Parse(Cycle), [scenario], (_, _) => { });
        Summary = await RehearsalSummary.Of(Rehearsal, Plan);
        Mail = await Rehearsal.Mail.ReadAll();
    }

    public async ValueTask DisposeAsync()
    {
        if (_rehearsal is not null)
        {
            await _rehearsal.DisposeAsync();
        }
    }

    /// <summary>The officer's number, by the part of the address before the @.</summary>
    internal async Task<string> Number(string name) =>
        (await Records.People.ByEmail($"{name}@example.org"))!.Number;

    /// <summary>What this person was sent, in order.</summary>
    internal IReadOnlyList<OpenedMail> To(string name) =>
        [.. Mail.Where(mail => mail.Summary.To.Contains($"<{name}@example.org>", StringComparison.Ordinal))];

    /// <summary>What this person was sent under one number of the list of e-mails, in order.</summary>
    internal IReadOnlyList<OpenedMail> To(string name, string purpose) =>
        [.. To(name).Where(mail => Purpose(mail) == purpose)];

    internal static string Purpose(OpenedMail mail) => RehearsalFolder.Purpose(mail.Summary.Key);

    internal static string Sent(OpenedMail mail) => RehearsalFolder.London(mail.Summary.SentUtc);

    /// <summary>The words of a version's public edition.</summary>
    internal async Task<string> Pack(string body, int version)
    {
        PackVersion pack = (await Records.Packs.Get(Cycle, body, version))!;
        PackFile file = pack.Files.Single(file => file.Edition == PackEdition.Public);
        string html = System.Text.Encoding.UTF8.GetString((await Rehearsal.Files.Read(file.StoredAs))!);
        return Blanks().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ");
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

[CollectionDefinition(Name)]
public sealed class DerbyRehearsalCollection : ICollectionFixture<DerbyRehearsal>
{
    public const string Name = "Derby's rehearsal";
}
