using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Pages.Packs;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Groups;

/// <summary>P81: what an outcome group decided about each measure off target, and its two standing questions.</summary>
public sealed class GroupUpdatePages(StaffDoor door, PackDoor packs, PackReader reader, QuarterRecords records, ActDesk desk) : PageSet
{
    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/groups/{body}/update", door.QuarterPage((request, visit, quarter) => Task.FromResult<PageAnswer>(new PageAnswer.Redirect($"/groups/{quarter.Code}/{request.Part("body")}/update")))),
        PageRoute.Get("/groups/{cycle}/{body}/update", packs.BodyPage(async (request, body) => await Show(body, await Stored(body), []))),
        PageRoute.Post("/groups/{cycle}/{body}/update", packs.BodyPage(Save)),
    ];

    private async Task<PageAnswer> Save(PageRequest request, BodyInView body)
    {
        GroupUpdateForm form = await ReadForm(request, body);
        List<FieldError> errors = [.. form.Measures.Where(measure => measure.Due.Length > 0 && TypedDate.Read(measure.Due) is null)
            .Select(measure => new FieldError($"{measure.Code}-due", $"Enter a date for {measure.Code}, like 24 October 2025"))];
        if (errors.Count == 0)
        {
            ActResult result = await desk.Perform(request.Client, new RecordGroupUpdate
            {
                Id = request.SentFormId,
                AtUtc = request.NowUtc,
                By = body.Visit.By,
                Cycle = body.Cycle,
                Body = body.Body,
                Measures = [.. form.Measures.Where(measure => measure.Discussed.Length > 0).Select(measure =>
                    new MeasureUpdate(measure.Code, measure.Discussed == "yes", measure.Action, measure.Owner, TypedDate.Read(measure.Due), measure.RaiseWithBoard))],
                Equality = form.Equality,
                AreasOfConcern = form.AreasOfConcern,
            });
            errors.AddRange(StaffDoor.ErrorsOf(result));
        }

        return errors.Count > 0 ? await Show(body, form, errors) : new PageAnswer.Redirect($"{body.Address}?done=update");
    }

    private async Task<PageAnswer> Show(BodyInView body, GroupUpdateForm form, IReadOnlyList<FieldError> errors) =>
        body.IsBoard
            ? StaffDoor.NotFound()
            : PageAnswer.Show<GroupUpdatePage>($"Record what {body.Name} decided", new GroupUpdateModel
            {
                Body = body,
                OffTarget = await reader.OffTarget(body.Cycle, body.Body),
                Form = form,
                BoardName = body.Quarter.BodyName(body.Quarter.Timetable.Board.Body),
                DueUtc = body.Quarter.Timetable.Groups.FirstOrDefault(group => group.Body == body.Body)?.UpdateDueUtc,
            }, errors);

    private async Task<GroupUpdateForm> Stored(BodyInView body) => await records.GroupUpdates.Get(body.Cycle, body.Body) is not { } update
        ? new GroupUpdateForm()
        : new GroupUpdateForm
        {
            Measures = [.. update.Measures.Select(measure => new MeasureUpdateForm
            {
                Code = measure.Code,
                Discussed = measure.Discussed ? "yes" : "no",
                Action = measure.Action,
                Owner = measure.Owner,
                Due = TypedDate.Write(measure.DueDate),
                RaiseWithBoard = measure.RaiseWithBoard,
            })],
            Equality = update.Equality,
            AreasOfConcern = update.AreasOfConcern,
        };

    private async Task<GroupUpdateForm> ReadForm(PageRequest request, BodyInView body) => new()
    {
        Measures = [.. (await reader.OffTarget(body.Cycle, body.Body)).Select(exception => exception.Measure.Code).Select(code => new MeasureUpdateForm
        {
            Code = code,
            Discussed = request.Field(code),
            Action = request.Field($"{code}-action"),
            Owner = request.Field($"{code}-owner"),
            Due = request.Field($"{code}-due"),
            RaiseWithBoard = request.Field($"{code}-raise") == "yes",
        })],
        Equality = request.Field("equality").ReplaceLineEndings("\n"),
        AreasOfConcern = request.Field("areasOfConcern").ReplaceLineEndings("\n"),
    };
}

/// <summary>A group's update as it is typed.</summary>
public sealed record GroupUpdateForm
{
    public IReadOnlyList<MeasureUpdateForm> Measures { get; init; } = [];

    public string Equality { get; init; } = "";

    public string AreasOfConcern { get; init; } = "";

    /// <summary>What is typed about one measure.</summary>
    public MeasureUpdateForm Of(string code) => Measures.FirstOrDefault(measure => measure.Code == code) ?? new MeasureUpdateForm { Code = code };
}

/// <summary>What is typed about one measure.</summary>
public sealed record MeasureUpdateForm
{
    public required string Code { get; init; }

    /// <summary>"yes", "no" or empty.</summary>
    public string Discussed { get; init; } = "";

    public string Action { get; init; } = "";

    public string Owner { get; init; } = "";

    public string Due { get; init; } = "";

    public bool RaiseWithBoard { get; init; }
}

/// <summary>What a group is asked after its meeting.</summary>
public sealed record GroupUpdateModel
{
    public required BodyInView Body { get; init; }

    public required IReadOnlyList<PackException> OffTarget { get; init; }

    public required GroupUpdateForm Form { get; init; }

    public required string BoardName { get; init; }

    public DateTime? DueUtc { get; init; }
}
