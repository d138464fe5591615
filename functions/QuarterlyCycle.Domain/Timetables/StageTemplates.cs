using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Timetables;

/// <summary>The stages of a template, and from where their days are counted.</summary>
public static class StageTemplates
{
    // The partnerships differ in what they report, to whom and from where the days count; the weeks themselves are Derby's until a plan says otherwise.
    private static readonly IReadOnlyDictionary<string, TimetableFrom> Known = new Dictionary<string, TimetableFrom>(StringComparer.Ordinal)
    {
        ["derby"] = TimetableFrom.QuarterEnd,
        ["quarterly-with-clinics"] = TimetableFrom.QuarterEnd,
        ["committee"] = TimetableFrom.BoardMeeting,
        ["delivery-plan"] = TimetableFrom.QuarterEnd,
        ["board-meeting"] = TimetableFrom.BoardMeeting,
    };

    /// <summary>The nine Derby weeks, the default template.</summary>
    public static IReadOnlyList<StageRow> Derby { get; } =
    [
        Row(StageName.Collect, "compiling officers", 1, 10),
        Row(StageName.LateAnswers, "compiling officers", 11, 13),
        Row(StageName.Review, "lead officers", 11, 15),
        Row(StageName.Collate, "project manager for performance", 16, 20),
        Row(StageName.Meet, "outcome groups", 21, 27),
        Row(StageName.SignOff, "chairs", 28, 30),
        Row(StageName.Board, "board secretary, commissioning board", 31, 45),
    ];

    /// <summary>The names of the templates that need no row in a plan.</summary>
    public static IReadOnlyCollection<string> Names => [.. Known.Keys];

    /// <summary>From where a partnership's days are counted: as it has set, or else as its template has it.</summary>
    public static TimetableFrom From(PartnershipSettings partnership) =>
        partnership.TimetableFrom ?? Known.GetValueOrDefault(partnership.Template, TimetableFrom.QuarterEnd);

    /// <summary>
    /// The stages of a known template with those that the plan has for it in their place, so that a stage that the plan does not name keeps its days;
    /// of a partnership's own template only what the plan has.
    /// </summary>
    public static IReadOnlyList<StageRow> For(string template, IEnumerable<StageRow> ofThePlan)
    {
        Dictionary<StageName, StageRow> changed = [];
        foreach (StageRow stage in ofThePlan.Where(stage => stage.Template == template))
        {
            changed[stage.Stage] = stage;
        }

        return Known.ContainsKey(template)
            ? [.. Derby.Select(stage => changed.GetValueOrDefault(stage.Stage, stage))]
            : [.. changed.Values.OrderBy(stage => stage.Stage)];
    }

    /// <summary>What makes a set of stages unusable, in words; empty when it can be drawn.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<StageRow> stages)
    {
        if (stages.Count == 0)
        {
            return [$"The plan's template has no stages. Give its seven stages in the sheet stages, or set the template to one of {string.Join(", ", Names)}."];
        }

        List<string> faults = [];
        foreach (StageRow stage in stages)
        {
            if (stage.OpensDay < 1)
            {
                faults.Add($"{Name(stage.Stage)} must open on day 1 or later.");
            }

            if (stage.ClosesDay < stage.OpensDay)
            {
                faults.Add($"{Name(stage.Stage)} must not close before it opens.");
            }
        }

        foreach (IGrouping<StageName, StageRow> twice in stages.GroupBy(stage => stage.Stage).Where(group => group.Count() > 1))
        {
            faults.Add($"{Name(twice.Key)} is there twice.");
        }

        foreach (StageName missing in Enum.GetValues<StageName>().Where(stage => stages.All(known => known.Stage != stage)))
        {
            faults.Add($"{Name(missing)} has no days.");
        }

        if (faults.Count > 0)
        {
            return faults;
        }

        StageName[] inOrderOfClosing = [StageName.Collect, StageName.LateAnswers, StageName.Review, StageName.Collate, StageName.Meet, StageName.SignOff, StageName.Board];
        Dictionary<StageName, StageRow> known = stages.ToDictionary(stage => stage.Stage);
        foreach ((StageName earlier, StageName later) in inOrderOfClosing.Zip(inOrderOfClosing.Skip(1)))
        {
            if (known[later].ClosesDay < known[earlier].ClosesDay)
            {
                faults.Add($"{Name(later)} must not close before {Name(earlier)} closes.");
            }
        }

        return faults;
    }

    /// <summary>The stage's name in the plan's sheet and in sentences.</summary>
    public static string Name(StageName stage) => stage switch
    {
        StageName.LateAnswers => "late-answers",
        StageName.SignOff => "sign-off",
        StageName.Collect => "collect",
        StageName.Review => "review",
        StageName.Collate => "collate",
        StageName.Meet => "meet",
        _ => "board",
    };

    private static StageRow Row(StageName stage, string role, int opensDay, int closesDay) =>
        new() { Template = "derby", Stage = stage, Role = role, OpensDay = opensDay, ClosesDay = closesDay };
}
