using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Pages.Arriving;
using QuarterlyCycle.App.Pages.Layout;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Figures;

/// <summary>P29 and P30: asking for more time, and what became of it.</summary>
public sealed class MoreTimePages(OfficerRequests requests, ActDesk desk, Standing standing, QuarterRecords records) : PageSet
{
    internal const string MeasuresField = "measures";
    internal const string UntilField = "untilDate";
    internal const string WhyField = "why";

    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/figures/more-time", requests.Page((request, found) => Show(found, new MoreTimeTyped([], "", ""), []))),
        PageRoute.Post("/figures/more-time", requests.Page(Ask)),
        PageRoute.Get("/figures/more-time/{reference}", requests.Page(ShowAnswer)),
    ];

    private async Task<PageAnswer> Ask(PageRequest request, OfficerRequest found)
    {
        MoreTimeTyped typed = new([.. request.Fields(MeasuresField)], request.Field(UntilField), request.Field(WhyField));
        ActResult result = await desk.Perform(request.Client, new AskForMoreTime
        {
            Id = request.SentFormId,
            AtUtc = request.NowUtc,
            By = found.Visitor,
            Cycle = found.Cycle,
            Measures = typed.Measures,

            // A date that cannot be read is refused in the same words as one that is too early.
            UntilDate = TypedDate.Read(typed.Until) ?? DateOnly.MinValue.AddDays(1),
            Why = typed.Why,
        });
        return result switch
        {
            ActResult.Accepted accepted => new PageAnswer.Redirect($"/figures/more-time/{accepted.Reference}"),
            ActResult.Refused refused => await Show(found, typed, refused.Errors),
            _ => throw new InvalidOperationException($"Asking for more time ended as {result.GetType().Name}."),
        };
    }

    private async Task<PageAnswer> Show(OfficerRequest found, MoreTimeTyped typed, IReadOnlyList<FieldError> errors)
    {
        List<RequestedFigure> open = [.. found.Outstanding.Where(found.IsOpen)];
        return PageAnswer.Show<MoreTimePage>("Ask for more time", new MoreTimeModel
        {
            Found = found,
            Typed = typed,
            Measures = [.. open.Select(figure => new Choice(figure.Code, $"{figure.Code} {found.NameOf(figure)}"))],
            ProjectManager = await standing.ProjectManagerName(CancellationToken.None),
        }, errors);
    }

    private async Task<PageAnswer> ShowAnswer(PageRequest request, OfficerRequest found)
    {
        string reference = request.Part("reference");
        Extension? extension = (await records.Extensions.All(found.Cycle))
            .FirstOrDefault(each => each.Officer == found.Request.Officer && string.Equals(ActReference.Of(each.Id), reference, StringComparison.OrdinalIgnoreCase));
        if (extension is null)
        {
            return ArrivingPages.NotFound();
        }

        MoreTimeAnswerModel model = new(found, extension, await standing.ProjectManagerName(CancellationToken.None));
        return PageAnswer.Show<MoreTimeAnswerPage>(model.Title, model);
    }
}

/// <summary>What was typed when asking for more time.</summary>
public sealed record MoreTimeTyped(IReadOnlyList<string> Measures, string Until, string Why);

/// <summary>The form that asks for more time.</summary>
public sealed record MoreTimeModel
{
    public required OfficerRequest Found { get; init; }

    public required MoreTimeTyped Typed { get; init; }

    public required IReadOnlyList<Choice> Measures { get; init; }

    public required string ProjectManager { get; init; }
}

/// <summary>What became of a request for more time.</summary>
public sealed record MoreTimeAnswerModel(OfficerRequest Found, Extension Extension, string ProjectManager)
{
    public string Title => Extension.State switch
    {
        ExtensionState.Given or ExtensionState.GivenAutomatically => "New deadline",
        ExtensionState.Refused => "The deadline stays as it was",
        _ => $"We’ve asked {ProjectManager}",
    };
}
