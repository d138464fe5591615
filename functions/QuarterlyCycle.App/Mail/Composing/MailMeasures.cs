using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.Documents.Emails;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>Measures and values as e-mails may say them: what is sensitive or small stays on the pages.</summary>
public sealed class MailMeasures(FigureHistory history, PrintedFigures printed)
{
    /// <summary>The name of a measure or the text of a milestone.</summary>
    public static string NameOf(Plan plan, string code) => plan.Indicator(code)?.Name ?? plan.Promise(code)?.Text.TrimEnd('.', ';') ?? code;

    /// <summary>The measure by code and name, with its own date where that is not the one of the e-mail.</summary>
    public static NamedMeasure Named(MailScene scene, RequestedFigure figure, DateTime? dueUtc = null)
    {
        DateTime own = figure.DueUtc(scene.Timetable);
        return new NamedMeasure(figure.Code, NameOf(scene.Plan, figure.Code), dueUtc is null || dueUtc == own ? null : own) { IsMilestone = figure.IsMilestone };
    }

    /// <summary>The measure as a data request asks for it.</summary>
    public async Task<AskedMeasure> Asked(MailScene scene, RequestedFigure figure, CancellationToken cancellation)
    {
        Indicator? indicator = scene.Plan.Indicator(figure.Code);
        Deliverable? promise = figure.IsMilestone ? scene.Plan.Deliverable(figure.Code) : null;
        DateTime own = figure.DueUtc(scene.Timetable);
        return new AskedMeasure
        {
            Code = figure.Code,
            Name = NameOf(scene.Plan, figure.Code),
            IsMilestone = figure.IsMilestone,
            PartOf = promise?.Action is { } action ? scene.Plan.Action(action)?.Text.Split('\n')[0].Trim() : null,
            PromisedBy = promise?.DueText ?? (promise?.Due is { } day ? BritishWords.Date(day) : null),
            Unit = indicator is null ? null : UnitOf(indicator),
            LastFigure = indicator is null ? null : await LastFigure(scene, indicator, cancellation),
            Target = indicator is null ? null : TargetOf(scene, indicator),
            GoodIs = indicator?.Polarity switch { Polarity.High => "high", Polarity.Low => "low", _ => null },
            Definition = indicator?.Definition,
            DueUtc = own == scene.Timetable.DueUtc ? null : own,
            SharedWith = [.. figure.Bodies.Skip(1).Select(body => scene.Plan.Body(body)?.Name).OfType<string>()],
        };
    }

    /// <summary>A stored answer for a receipt, with what it replaced for a correction.</summary>
    public async Task<StoredAnswer> Stored(MailScene scene, Submission submission, Submission? replaced = null, CancellationToken cancellation = default)
    {
        bool isPrivate = scene.Plan.Indicator(submission.Code) is { Sensitive: true };
        bool statesSmallCount = submission.Queries.Any(query => query.Code == QueryCode.Q13);
        return new StoredAnswer
        {
            Code = submission.Code,
            Name = NameOf(scene.Plan, submission.Code),
            Value = await Value(scene, submission, cancellation),
            Status = StatusOf(submission),
            IsMilestone = submission.Figure is null,
            Comment = isPrivate || statesSmallCount ? null : submission.Form.Comment,
            OldValue = replaced is null ? null : await Value(scene, replaced, cancellation),
        };
    }

    /// <summary>The value in words, or null where an e-mail must not say it.</summary>
    public async Task<string?> Value(MailScene scene, Submission submission, CancellationToken cancellation = default)
    {
        if (submission.Figure is not { } figure)
        {
            return Answers.Words(submission);
        }

        if (figure.Value is null)
        {
            return figure.Reason is { } reason ? ReasonCodes.Words(reason) : null;
        }

        return await MayBeSaid(scene, figure, cancellation) ? FigureText.InWords(figure) : null;
    }

    /// <summary>The result of a figure in force, for what a reviewer looks at first.</summary>
    public async Task<bool> IsOffTarget(MailScene scene, string code, CancellationToken cancellation)
    {
        if (scene.Plan.Indicator(code) is not { } indicator)
        {
            return false;
        }

        IndicatorHistory known = await history.UpTo(scene.Code, scene.Plan, indicator, cancellation);
        return QuarterResults.For(known, scene.Quarter, SmallNumbers.Of(scene.Plan.Partnership)).PrintedStatus.IsOffTarget;
    }

    private async Task<string?> LastFigure(MailScene scene, Indicator indicator, CancellationToken cancellation)
    {
        IndicatorHistory known = await history.Before(scene.Code, scene.Plan, indicator, cancellation);
        return known.At(scene.Quarter.Previous) is { Value: { } value } last && await MayBeSaid(scene, last, cancellation)
            ? indicator.Unit == IndicatorUnit.YesNo ? FigureText.InWords(last) : FigureText.Number(value, indicator.Decimals)
            : null;
    }

    // A part or a total can give away another, so a figure is looked at with its whole family as the records know it now; where something was
    // revised, also beside what reports printed before.
    private async Task<bool> MayBeSaid(MailScene scene, Figure figure, CancellationToken cancellation)
    {
        if (scene.Plan.Indicator(figure.Indicator) is not { Sensitive: false } indicator)
        {
            return false;
        }

        SmallNumbers small = SmallNumbers.Of(scene.Plan.Partnership);
        if (Suppression.Of([], scene.Quarter, small).WhyHidden(indicator, figure) is not null)
        {
            return false;
        }

        IReadOnlyList<Indicator> members = scene.Plan.FamilyOf(indicator);
        if (members.Count == 1 && !await history.IsRevised(scene.Past.Append(scene.Cycle), indicator.Code, cancellation))
        {
            return true;
        }

        List<IndicatorHistory> family = [];
        foreach (Indicator member in members)
        {
            IndicatorHistory known = await history.UpTo(scene.Code, scene.Plan, member, cancellation);
            family.Add(member.Code == indicator.Code ? known.With(figure) : known);
        }

        DisclosureTable table = family.Exists(known => known.IsRevised)
            ? await printed.Table(scene.Code, scene.Plan, family, cancellation)
            : Suppression.Of(family.Count == 1 ? [] : family, scene.Quarter, small);
        return table.WhyHidden(indicator, figure) is null;
    }

    private static string? TargetOf(MailScene scene, Indicator indicator)
    {
        ProfiledTarget? target = ProfiledTarget.At(indicator, scene.Plan.TargetsOf(indicator.Code), scene.Quarter);
        return target?.Aim switch
        {
            null => target?.Row.Text,
            { Value: { } value } => FigureText.ExactWithUnit(value, indicator.Unit),
            { Low: { } low, High: { } high } => $"{FigureText.ExactWithUnit(low, indicator.Unit)} to {FigureText.ExactWithUnit(high, indicator.Unit)}",
            _ => null,
        };
    }

    private static string UnitOf(Indicator indicator) => indicator.Unit switch
    {
        IndicatorUnit.Percent => "%",
        IndicatorUnit.Rate when indicator.Multiplier is { } per => $"rate per {FigureText.Exact(per)}",
        IndicatorUnit.Rate => "rate",
        IndicatorUnit.Ratio => "ratio",
        IndicatorUnit.Money => "£",
        IndicatorUnit.Days => "days",
        IndicatorUnit.YesNo => "yes or no",
        _ => "number",
    };

    private static string StatusOf(Submission submission) => submission.Figure switch
    {
        null => "milestone",
        { Value: null } => "no figure given",
        { Reason: ReasonCode.TooFew } => "given, and hidden from the report",
        { Finality: Finality.Provisional } => "provisional",
        { Finality: Finality.Estimated } => "estimated",
        { Finality: Finality.Revised } => "revised",
        _ => "final",
    };
}
