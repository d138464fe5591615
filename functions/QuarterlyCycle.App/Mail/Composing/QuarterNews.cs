using System.Globalization;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.DataRequests;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>Where a quarter stands, in counts and sentences: what needs the project manager, and what happened since an instant.</summary>
public sealed record QuarterNews(int PeopleDone, int People, int FiguresOwed, IReadOnlyList<string> NeedsYou, IReadOnlyList<string> Since)
{
    public static async Task<QuarterNews> Of(QuarterRecords records, MailScene scene, DateTime sinceUtc, CancellationToken cancellation)
    {
        IReadOnlyList<RequestedFigure> figures = await records.Figures.All(scene.Code, cancellation);
        IReadOnlyList<Extension> extensions = await records.Extensions.All(scene.Code, cancellation);
        IReadOnlyList<Attention> attention = await records.NeedsAttention.Open(scene.Code, cancellation);
        List<IGrouping<string, RequestedFigure>> people = [.. figures.GroupBy(figure => figure.Officer)];

        List<string> needsYou = [];
        foreach (Extension extension in extensions.Where(extension => extension.State == ExtensionState.Asked))
        {
            needsYou.Add($"{(await records.People.Of(extension.Officer, cancellation)).Name} asks for more time for {string.Join(", ", extension.Measures)}.");
        }

        needsYou.AddRange(attention.Select(each => $"{each.Step}: {each.Reason}"));
        int overdue = figures.Count(figure => figure.IsOverdue(scene.Timetable, scene.NowUtc));
        List<string> since = [];
        AddCount(since, figures.Count(figure => figure.AnsweredUtc >= sinceUtc), "figure came", "figures came");
        AddCount(since, extensions.Count(extension => extension.AskedUtc >= sinceUtc), "request for more time came", "requests for more time came");
        AddCount(since, overdue, "figure is overdue", "figures are overdue");
        return new QuarterNews(
            people.Count(person => !person.Any(figure => figure.IsOutstanding)),
            people.Count,
            figures.Count(figure => figure.IsOutstanding),
            needsYou,
            since);
    }

    /// <summary>What stays the same while nothing changes; the daily summary goes only when it differs.</summary>
    public string Fingerprint => string.Create(CultureInfo.InvariantCulture, $"{PeopleDone}/{People}/{FiguresOwed}/{string.Join('|', NeedsYou)}");

    private static void AddCount(List<string> lines, int count, string one, string several)
    {
        if (count > 0)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}."));
        }
    }
}
