using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Local.Mail;
using QuarterlyCycle.Local.Rehearsals;
using Xunit;

namespace QuarterlyCycle.App.Tests.Rehearsals;

/// <summary>A sample plan whose scenario was played through every quarter that it is written for.</summary>
public abstract class RehearsedSample(string plan) : IAsyncLifetime
{
    private Rehearsal? _rehearsal;

    internal Plan Plan { get; private set; } = null!;

    internal RehearsalSummary Summary { get; private set; } = null!;

    internal IReadOnlyList<OpenedMail> Mail { get; private set; } = [];

    internal QuarterRecords Records => _rehearsal!.Service.Get<QuarterRecords>();

    public async ValueTask InitializeAsync()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Plans", plan);
        Plan = PlanSource.Load(folder).Plan!;
        Scenario[] quarters = [.. Scenario.Read(Path.Combine(folder, "scenario.json")).Quarters];
        _rehearsal = await Rehearsal.Run(Plan, Quarter.Parse(quarters[0].Quarter), quarters, (_, _) => { });
        Summary = await RehearsalSummary.Of(_rehearsal, Plan);
        Mail = await _rehearsal.Mail.ReadAll();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_rehearsal is not null)
        {
            await _rehearsal.DisposeAsync();
        }
    }

    /// <summary>The newest version of a body's pack.</summary>
    internal async Task<PackVersion> Newest(string cycle, string body) =>
        (await Records.Packs.All(cycle, body)).MaxBy(version => version.Version)!;

    /// <summary>The public edition of the newest version, opened.</summary>
    internal async Task<IHtmlDocument> Pack(string cycle, string body)
    {
        PackFile file = (await Newest(cycle, body)).Files.Single(file => file.Edition == PackEdition.Public);
        return new HtmlParser().ParseDocument(Encoding.UTF8.GetString((await _rehearsal!.Files.Read(file.StoredAs))!));
    }

    /// <summary>The words of the newest version's public edition.</summary>
    internal async Task<string> Words(string cycle, string body) => Plain((await Pack(cycle, body)).Body!.TextContent);

    internal static string Plain(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
