using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.ControlCharts;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Packs;

/// <summary>Judges each measure of a body and writes its row of the performance table.</summary>
internal sealed class MeasureRows(QuarterFacts facts, HiddenFigures hidden, IReadOnlySet<string> revised)
{
    // Two years of quarters show a season and its repeat.
    private const int PastQuarters = 8;

    private readonly Dictionary<string, QuarterResult> _results = new(StringComparer.Ordinal);

    /// <summary>The codes of a body's measures, in the plan's order; retired ones only where they are still asked.</summary>
    public static IEnumerable<string> CodesOf(QuarterFacts facts, string body) =>
        facts.Plan.Indicators
            .Where(indicator => facts.Requested.TryGetValue(indicator.Code, out Domain.DataRequests.RequestedFigure? asked)
                ? asked.Bodies.Contains(body)
                : indicator.Bodies.Contains(body) && indicator.State != IndicatorState.Retired)
            .Select(indicator => indicator.Code);

    public QuarterResult Result(string code) =>
        _results.TryGetValue(code, out QuarterResult? known)
            ? known
            : _results[code] = QuarterResults.For(facts.Histories[code], facts.Quarter, facts.Disclosure);

    public bool IsHidden(string code) => facts.Plan.Indicator(code) is { } indicator && Result(code).Figure is { } figure && hidden.IsHidden(indicator, figure);

    /// <summary>Whether the public edition hides anything of a measure: its figure, its year to date, an earlier figure or its baseline.</summary>
    public bool HidesAnything(string code)
    {
        if (facts.Plan.Indicator(code) is not { HasFigure: true } indicator)
        {
            return false;
        }

        IndicatorHistory history = facts.Histories[code];
        return facts.Disclosure.Printed(history, facts.Quarter).Any(figure => figure.Hidden is not null)
            || (TargetOf(Result(code), history) is { Baseline: not null } target
                && MeasureDetail.IsBaselineHidden(facts.Plan, indicator, target, hidden));
    }

    public PackMeasure Row(string code, string body)
    {
        IndicatorHistory history = facts.Histories[code];
        Indicator indicator = history.Indicator;
        QuarterResult result = Result(code);
        SubmissionForm? form = facts.Submissions.GetValueOrDefault(code)?.Form;
        bool isHidden = IsHidden(code);
        bool shows = !isHidden;
        bool isMissing = facts.IsMissing(code);
        ControlChart? chart = VariationPrint.Chart(facts, history, hidden);
        TargetStatus status = hidden.Hides ? result.PrintedStatus : result.Status;
        Target? target = TargetOf(result, history);
        return new PackMeasure
        {
            Code = code,
            Name = indicator.Name,
            GoodIs = StatusPrint.GoodIs(indicator.Polarity),
            Target = TargetWords(result, indicator),
            Figure = FigureWords(indicator, result),
            Marks = [.. MarksOf(indicator, result, shows)],
            Status = StatusPrint.Of(status),
            StatusRule = status.Rule,
            SinceLastQuarter = Direction(result, hidden.Hides ? result.PrintedShortTerm : result.ShortTerm),
            SinceLastYear = Direction(result, hidden.Hides ? result.PrintedLongTerm : result.LongTerm),
            YearToDate = YearToDateWords(indicator, result),
            Definition = MeasureDetail.Definition(indicator),
            Reference = MeasureDetail.Reference(facts.Plan, indicator),
            Scope = MeasureDetail.Scope(indicator),
            Baseline = MeasureDetail.Baseline(facts.Plan, indicator, target, hidden),
            TargetSetBy = MeasureDetail.SetBy(target),
            Notes = [.. MeasureNotes.Of(facts, history, result, isHidden, chart), .. HidingNotes(indicator, result)],
            Commentary = Given(form?.Comment),
            Explanation = Given(form?.Explanation),
            IsProvisional = result.Figure?.Finality == Finality.Provisional,
            IsMissing = isMissing,
            QuestionIsOpen = facts.IsQuestionOpen(code),
            IsOffTarget = status.IsOffTarget,
            SharedWith = [.. Others(code, body)],
            Variation = VariationPrint.Of(chart, indicator),
            Past = [.. Past(history, chart)],
        };
    }

    private string FigureWords(Indicator indicator, QuarterResult result) => result switch
    {
        { Figure: { } figure } => hidden.Words(indicator, figure),
        _ => result.Status.Words,
    };

    private IEnumerable<string> MarksOf(Indicator indicator, QuarterResult result, bool shows)
    {
        if (result.Figure is not { } figure)
        {
            yield break;
        }

        if (figure.Value is null)
        {
            yield return ReasonCodes.Shorthand(figure.Reason ?? ReasonCode.NotSupplied).Trim('[', ']');
        }

        foreach (string mark in FigureText.Marks(figure).Where(mark => shows || mark != "[low]"))
        {
            yield return mark.Trim('[', ']');
        }

        if (figure.Finality != Finality.Revised && revised.Contains(indicator.Code))
        {
            yield return "r";
        }

        if (MeasureNotes.BreakAt(facts, indicator) is not null)
        {
            yield return "b";
        }
    }

    private static string TargetWords(QuarterResult result, Indicator indicator) => result.Target switch
    {
        { Aim: { } aim } => aim.InWords(indicator.Unit),
        { Row.Text: { Length: > 0 } words } => words,
        _ => "No target set",
    };

    // The target that the figure is held against, or the one that the year has though nothing is held against it yet.
    private Target? TargetOf(QuarterResult result, IndicatorHistory history) =>
        result.Target?.Row ?? history.Targets.FirstOrDefault(target => target.Period.LastDay >= facts.Quarter.LastDay && !target.IsNone);

    // A measure that is not asked this quarter has nothing to compare.
    private static PackDirection? Direction(QuarterResult result, DirectionOfTravel direction) =>
        result.Status.Band is TargetBand.NotDue or TargetBand.InParts || (result.Figure is null && result.Status.Band == TargetBand.NoTarget)
            ? null
            : StatusPrint.Of(direction);

    private IEnumerable<string> HidingNotes(Indicator indicator, QuarterResult result) =>
        new[] { hidden.Note(indicator, result.Figure, "The figure"), hidden.Note(indicator, result.YearToDate, "The year to date") }.OfType<string>();

    private string? YearToDateWords(Indicator indicator, QuarterResult result)
    {
        if (result.YearToDate is not { } yearToDate || result.Status.Band == TargetBand.InParts)
        {
            return null;
        }

        if (yearToDate.Value is null)
        {
            return ReasonCodes.Printed(yearToDate.Reason ?? ReasonCode.NotKnown);
        }

        return hidden.Words(indicator, yearToDate);
    }

    private IEnumerable<string> Others(string code, string body) =>
        facts.Requested.TryGetValue(code, out Domain.DataRequests.RequestedFigure? asked)
            ? asked.Bodies.Where(other => other != body).Select(other => facts.Plan.Body(other)?.Name ?? other)
            : [];

    private IEnumerable<PackPoint> Past(IndicatorHistory history, ControlChart? chart)
    {
        Quarter quarter = facts.Quarter;
        List<Quarter> quarters = [];
        for (int count = 0; count < VariationPrint.QuartersOf(chart); count++)
        {
            quarters.Insert(0, quarter);
            quarter = quarter.Previous;
        }

        Indicator indicator = history.Indicator;
        Quarter? last = null;
        foreach (Quarter each in quarters)
        {
            // A quarter that was asked and is not known leaves a gap, once there is a figure before it.
            Figure? known = history.At(each) ?? (last is not null && each < facts.Quarter && YearToDate.IsDue(indicator, each) ? Figure.Without(indicator, each.Period, ReasonCode.NotKnown) : null);
            if (known is not { } figure)
            {
                continue;
            }

            AimedTarget? aim = ProfiledTarget.At(indicator, history.Targets, each)?.Aim;
            bool isHidden = hidden.IsHidden(indicator, figure);
            yield return new PackPoint(
                IndicatorHistory.PeriodOf(indicator, each).Code,
                PastWords(indicator, figure),
                aim?.InWords(indicator.Unit),
                isHidden ? null : figure.Value,
                aim?.Value,
                VariationPrint.Signal(chart, each),
                last is { } earlier ? VariationPrint.Break(history, earlier, each) : null);
            last = each;
        }
    }

    // A figure of an earlier quarter that was revised since carries its mark, here as anywhere.
    private string PastWords(Indicator indicator, Figure figure) =>
        figure.Finality == Finality.Revised ? $"{hidden.Words(indicator, figure)} [r]" : hidden.Words(indicator, figure);

    private static string? Given(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
