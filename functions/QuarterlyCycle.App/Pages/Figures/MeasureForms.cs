using System.Globalization;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Figures;

/// <summary>Reads an answer from the fields of a page, and the fields from an answer.</summary>
internal static class MeasureForms
{
    /// <summary>The answer as it was typed into a measure's or milestone's page.</summary>
    public static SubmissionForm Read(PageRequest request, string cycle, string code) => new()
    {
        Code = code,
        Cycle = cycle,
        Value = Typed(request, SubmissionFields.Value),
        Numerator = Typed(request, SubmissionFields.Numerator),
        Denominator = Typed(request, SubmissionFields.Denominator),
        Provisional = Finality(request),
        MilestoneState = Enum.TryParse(request.Field(SubmissionFields.MilestoneState), out DeliverableState state) && Enum.IsDefined(state) ? state : null,
        Comment = Typed(request, SubmissionFields.Comment),
    };

    /// <summary>The answer "there is no figure" from its page.</summary>
    public static SubmissionForm ReadReason(PageRequest request, string cycle, string code) => new()
    {
        Code = code,
        Cycle = cycle,
        Reason = Enum.TryParse(request.Field(SubmissionFields.Reason), out ReasonCode reason) && Enum.IsDefined(reason) && ReasonCodes.IsForOfficers(reason) ? reason : null,
        ReasonWords = Typed(request, SubmissionFields.ReasonWords),
        Value = Typed(request, SubmissionFields.Value),
        Provisional = Finality(request),
    };

    /// <summary>A correction from its page: the answer, whole, or why there is no figure after all.</summary>
    public static SubmissionForm ReadCorrection(PageRequest request, string cycle, string code) => Read(request, cycle, code) with
    {
        Reason = ReadReason(request, cycle, code).Reason,
        ReasonWords = Typed(request, SubmissionFields.ReasonWords),
        Explanation = Typed(request, SubmissionFields.Explanation),
    };

    /// <summary>The field's chosen value for the radio buttons of "final or provisional".</summary>
    public static string ChosenFinality(SubmissionForm? form) => form?.Provisional switch
    {
        true => "provisional",
        false => "final",
        null => "",
    };

    /// <summary>A stored answer as a form to be changed.</summary>
    public static SubmissionForm From(Submission submission) => submission.Form with
    {
        Value = submission.Form.Value ?? submission.Figure?.Value?.ToString(CultureInfo.InvariantCulture),
    };

    private static bool? Finality(PageRequest request) => request.Field(SubmissionFields.Provisional) switch
    {
        "provisional" => true,
        "final" => false,
        _ => null,
    };

    private static string? Typed(PageRequest request, string field) => request.Field(field) is { Length: > 0 } text ? text.ReplaceLineEndings("\n") : null;
}
