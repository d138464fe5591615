using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>The legend, the rules with who set them, the shorthand in use, and how small numbers are hidden.</summary>
internal static class HowToRead
{
    private static readonly (string Mark, string Meaning)[] Marks =
    [
        ("b", "Break in series: not comparable with earlier figures"),
        ("c", "Hidden: a small number, or a figure that would reveal one"),
        ("e", "Estimated"),
        ("f", "Forecast: not yet counted, and held against no target"),
        ("low", "Rounds to zero, but is not zero"),
        ("p", "Provisional: may change"),
        ("r", "Revised since it was last issued"),
        ("u", "Of low reliability"),
        ("x", "Not available"),
        ("z", "Not applicable"),
    ];

    public static IReadOnlyList<PackLegendEntry> Legend(PartnershipSettings settings, IEnumerable<PackMeasure> measures)
    {
        (TargetBand Band, string Meaning)[] bands = settings.StatusScheme == StatusScheme.Rag
            ?
            [
                (TargetBand.Met, "The figure meets its target."),
                (TargetBand.JustOff, "The figure misses its target by no more than the tolerance."),
                (TargetBand.Off, "The figure misses its target by more than the tolerance."),
            ]
            :
            [
                (TargetBand.Better, "The figure is clearly better than its target."),
                (TargetBand.On, "The figure meets its target, or misses it by no more than the tolerance."),
                (TargetBand.Worse, "The figure misses its target by more than the tolerance."),
            ];
        (string Words, string Meaning)[] without =
        [
            ("No target set", "There is nothing to hold the figure against."),
            ("Figure not supplied", "Nobody supplied the figure; the report says who was asked and when."),
            ("Not available", "There is no figure, or no year to date, to hold against the target; the notes say why."),
            ("Not applicable", "There was nothing to count, or the measure was not collected; the notes say why."),
            ("Forecast only", "The figure is a forecast, and a forecast is no result."),
            ("Not comparable", "The definition changed within the year; the notes say when."),
            ("Not yet defined", "How the measure is counted is still to be agreed."),
            ("No status", "Neither higher nor lower is better."),
            ("See its parts", "The measure is reported in its parts."),
            ("Not due", "The measure is not asked for this quarter."),
            ("Withheld", "The status would reveal a hidden figure."),
        ];
        HashSet<string> used = new(measures.Select(measure => measure.Status.Words), StringComparer.Ordinal);
        return
        [
            .. bands.Select(entry => new PackLegendEntry(StatusPrint.Of(TargetStatus.Of(entry.Band, "")), entry.Meaning)),
            .. without.Where(entry => used.Contains(entry.Words)).Select(entry => new PackLegendEntry(new PackStatus(entry.Words, PackSymbol.None, PackColour.None), entry.Meaning)),
        ];
    }

    public static IReadOnlyList<string> Rules(Plan plan, IEnumerable<PackMeasure> measures)
    {
        PartnershipSettings settings = plan.Partnership;
        string tolerance = settings.ToleranceKind == ToleranceKind.Absolute
            ? $"{FigureText.Exact(settings.Tolerance)} points"
            : $"{FigureText.Exact(settings.Tolerance)}% of the target";
        List<string> rules =
        [
            $"The tolerance is {tolerance}, set by {settings.Name} for every measure without its own.",
            "Status is worked out on unrounded figures. A figure on the boundary has the better status.",
        ];
        if (settings.StatusScheme == StatusScheme.StarCircleTriangle)
        {
            rules.Add($"Better than target means at least {FigureText.Exact(settings.BetterPct)}% better, and at least the least step of the measure.");
        }

        if (settings.ImprovementSoftens)
        {
            rules.Add("A measure off target that improved on the same quarter last year is shown as just off target.");
        }

        IReadOnlyList<PackMeasure> all = [.. measures];
        if (all.Any(measure => plan.ComparatorsOf(measure.Code).Count > 0))
        {
            rules.Add(ComparatorRule(settings));
        }

        if (all.Any(measure => measure.Variation is { Centre: not null }))
        {
            rules.Add(ChartRule(settings));
        }

        rules.AddRange(all
            .Select(measure => plan.Indicator(measure.Code))
            .OfType<Indicator>()
            .Where(indicator => indicator.Tolerance is not null)
            .DistinctBy(indicator => indicator.Code)
            .Select(OwnTolerance));
        return rules;
    }

    private static string ComparatorRule(PartnershipSettings settings) => settings.Intervals
        ? "Compared with others, a figure made of counts is about the same when theirs lies in the 95% confidence interval of ours (Wilson for percentages, Byar for counts and rates)."
        : $"Compared with others, better means at least {FigureText.Exact(settings.BetterPct)}% better and at least the least step of the measure, worse means worse at all, and in between is about the same.";

    private static string ChartRule(PartnershipSettings settings)
    {
        string needed = settings.TrialLimits ? "8 figures, as trial limits, until 12" : "12";
        string screen = settings.OutlierScreen ? " after moving ranges far out of line were left out once" : "";
        return $"Charts with limits: the limits are the average and 2.66 times the mean moving range{screen}; they need {needed} and are fixed on the first 12 figures; 8 to 11 figures give a median. "
            + "A signal is a figure outside the expected range, 7 rising or falling, 2 of 3 near a limit, or 7 on one side of the average. No limits are drawn for annual measures, rare events, gaps or across a break in series.";
    }

    /// <summary>The shorthand that the pack's figures carry.</summary>
    public static IReadOnlyList<PackShorthand> Shorthand(IEnumerable<PackMeasure> measures)
    {
        List<PackMeasure> all = [.. measures];
        HashSet<string> used = new(all.SelectMany(measure => measure.Marks), StringComparer.Ordinal);
        if (all.Any(HidesSomething))
        {
            used.Add("c");
        }

        return [.. Marks.Where(entry => used.Contains(entry.Mark)).Select(entry => new PackShorthand(entry.Mark, entry.Meaning))];
    }

    private static bool HidesSomething(PackMeasure measure) =>
        measure.Figure == HiddenFigures.Hidden
        || measure.YearToDate == HiddenFigures.Hidden
        || measure.Past.Any(point => point.Figure == HiddenFigures.Hidden)
        || measure.Baseline?.StartsWith(HiddenFigures.Hidden, StringComparison.Ordinal) == true;

    /// <summary>The measures whose small numbers are shown, because neither they nor anything they add up with counts people.</summary>
    public static IReadOnlyList<string> ShownInFull(Plan plan, IEnumerable<PackMeasure> measures) =>
    [
        .. measures
            .Where(measure => measure.Figure != HiddenFigures.Hidden)
            .Select(measure => plan.Indicator(measure.Code))
            .OfType<Indicator>()
            .Where(indicator => !indicator.CountsPeople && plan.CountsPeopleIn(indicator) is null)
            .Select(indicator => indicator.Code)
            .Distinct(StringComparer.Ordinal),
    ];

    public static string SmallNumberWords(SmallNumbers small, PackEdition edition, IReadOnlyList<string> shownInFull) => edition == PackEdition.Public
        ? $"Small numbers: counts from {small.Low} to {small.High} are hidden and shown as [c]. So is each percentage, rate, part, total, year to date and small revision that would reveal one. {(small.Low > 0 ? "Zero is shown." : "Zero is hidden too.")}"
            + (shownInFull.Count == 0 ? "" : $" What does not count people is shown: {string.Join(", ", shownInFull)}.")
        : $"Small numbers: this edition shows counts from {small.Low} to {small.High} and the other figures that the public edition hides; the notes say by which rule. Do not pass it on.";

    private static string OwnTolerance(Indicator indicator)
    {
        Tolerance own = indicator.Tolerance!;
        string amount = own.Kind == ToleranceKind.Absolute ? $"{FigureText.Exact(own.Amount)} points" : $"{FigureText.Exact(own.Amount)}% of the target";
        string by = own.By is { Length: > 0 } who ? $", set by {who}" : "";
        string on = own.On is { } day ? $" on {BritishWords.Date(day)}" : "";
        string why = own.Why is { Length: > 0 } reason ? $": {reason.TrimEnd('.')}" : "";
        return $"The tolerance of {indicator.Code} is {amount}{by}{on}{why}.";
    }
}
