using System.Globalization;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Log;

/// <summary>P73: the audit record of a quarter, and whether it holds together.</summary>
public sealed class LogPages(StaffDoor door, QuartersInView quarters, Audit audit, QuarterRecords records) : PageSet
{
    private const int OnOnePage = 100;

    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/log", door.ManagerPage((request, _) => Show(request, request.Query("cycle"), request.Query("find"), null, [], null))),
        PageRoute.Post("/log/verify", door.ManagerPage(Verify)),
    ];

    // Verifying changes nothing; it is a post because it reads the whole record.
    private async Task<PageAnswer> Verify(PageRequest request, StaffVisit visit)
    {
        string number = request.Field("number");
        string hash = request.Field("hash");
        AuditHead? noted = null;
        if (number.Length > 0 || hash.Length > 0)
        {
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int entry) || hash.Length == 0)
            {
                return await Show(request, request.Field("cycle"), "", null, [new FieldError("number", "Enter the number and the hash from the e-mail, or leave both empty")], (number, hash));
            }

            noted = new AuditHead(entry, hash.ToLowerInvariant());
        }

        return await quarters.Of(request.Field("cycle")) is { } quarter
            ? await Show(request, quarter.Code, "", await audit.Verify(quarter.Code, noted), [], (number, hash))
            : StaffDoor.NotFound();
    }

    private async Task<PageAnswer> Show(PageRequest request, string cycle, string find, AuditVerdict? verdict, IReadOnlyList<FieldError> errors, (string Number, string Hash)? noted)
    {
        IReadOnlyList<Cycle> cycles = await records.Cycles.All();
        QuarterInView? quarter = cycle.Length > 0 ? await quarters.Of(cycle) : await quarters.Newest();
        if (quarter is null)
        {
            return cycle.Length > 0
                ? StaffDoor.NotFound()
                : PageAnswer.Show<NoQuarterPage>("No quarter has started", new NoQuarterModel());
        }

        Dictionary<string, string> names = (await records.People.All()).ToDictionary(person => person.Number, person => person.Name, StringComparer.Ordinal);
        int skipped = int.TryParse(request.Query("from"), NumberStyles.None, CultureInfo.InvariantCulture, out int from) ? from : 0;
        AuditRow[] found = [.. (await audit.List(quarter.Code)).Reverse().Where(row => Holds(row.Entry, find, names))];
        return PageAnswer.Show<LogPage>("Log and audit", new LogModel
        {
            Quarter = quarter,
            Cycles = [.. cycles.Select(each => each.Code).Reverse()],
            Rows = [.. found.Skip(skipped).Take(OnOnePage)],
            Found = found.Length,
            Next = skipped + OnOnePage < found.Length ? skipped + OnOnePage : null,
            Find = find,
            Head = await audit.Head(quarter.Code),
            Verdict = verdict,
            Noted = noted ?? ("", ""),
            Names = names,
        }, errors);
    }

    private static bool Holds(AuditEntry entry, string find, Dictionary<string, string> names) =>
        find.Length == 0
        || new[] { entry.Act, entry.Subject, entry.Old, entry.New, names.GetValueOrDefault(entry.Actor), entry.OnBehalfOf is { } officer ? names.GetValueOrDefault(officer) : null }
            .Any(text => text?.Contains(find, StringComparison.OrdinalIgnoreCase) == true);
}

/// <summary>The audit record of a quarter.</summary>
public sealed record LogModel
{
    public required QuarterInView Quarter { get; init; }

    public required IReadOnlyList<string> Cycles { get; init; }

    /// <summary>What is shown, the newest first.</summary>
    public required IReadOnlyList<AuditRow> Rows { get; init; }

    public required int Found { get; init; }

    /// <summary>Where the older ones start, or null.</summary>
    public int? Next { get; init; }

    public required string Find { get; init; }

    public required AuditHead Head { get; init; }

    /// <summary>What verifying found, or null before it.</summary>
    public AuditVerdict? Verdict { get; init; }

    /// <summary>What was typed from an e-mail.</summary>
    public required (string Number, string Hash) Noted { get; init; }

    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public string NameOf(string actor) => Names.GetValueOrDefault(actor, actor);
}
