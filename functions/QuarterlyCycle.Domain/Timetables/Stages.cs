namespace QuarterlyCycle.Domain.Timetables;

/// <summary>The stages of a cycle.</summary>
public enum Stage
{
    /// <summary>Compiling officers send their figures.</summary>
    Collect,

    /// <summary>Figures are late and still accepted.</summary>
    LateAnswers,

    /// <summary>Lead officers agree or question figures.</summary>
    Review,

    /// <summary>The project manager collates, interprets and sends out papers.</summary>
    Collate,

    /// <summary>The outcome groups meet and record what they decided.</summary>
    Meet,

    /// <summary>Chairs sign off.</summary>
    SignOff,

    /// <summary>The board's pack, meeting and decisions.</summary>
    Board,
}

/// <summary>Who does a stage and on which working days of the cycle; day 1 is the day of the requests.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Role">Who acts, in the partnership's words.</param>
/// <param name="OpensDay">The first working day of the stage.</param>
/// <param name="ClosesDay">The last working day of the stage.</param>
/// <param name="ClosesAt">When the stage closes on its last day, London time.</param>
public sealed record StageDefinition(Stage Stage, string Role, int OpensDay, int ClosesDay, TimeOnly ClosesAt);

/// <summary>The stages of a template.</summary>
public static class StageTemplates
{
    private static readonly TimeOnly FivePm = new(17, 0);

    /// <summary>The nine Derby weeks, the default template.</summary>
    public static IReadOnlyList<StageDefinition> Derby { get; } =
    [
        new(Stage.Collect, "compiling officers", 1, 10, FivePm),
        new(Stage.LateAnswers, "compiling officers", 11, 13, FivePm),
        new(Stage.Review, "lead officers", 11, 15, FivePm),
        new(Stage.Collate, "project manager for performance", 16, 20, FivePm),
        new(Stage.Meet, "outcome groups", 21, 27, FivePm),
        new(Stage.SignOff, "chairs", 28, 30, FivePm),
        new(Stage.Board, "board secretary, commissioning board", 31, 45, FivePm),
    ];

    /// <summary>A template's stages with those of the plan in their place; a stage that the plan does not name keeps its days.</summary>
    public static IReadOnlyList<StageDefinition> With(IReadOnlyList<StageDefinition> template, IEnumerable<StageDefinition> ofThePlan)
    {
        Dictionary<Stage, StageDefinition> changed = [];
        foreach (StageDefinition stage in ofThePlan)
        {
            changed[stage.Stage] = stage;
        }

        return [.. template.Select(stage => changed.GetValueOrDefault(stage.Stage, stage))];
    }

    /// <summary>What makes a set of stages unusable, in words; empty when it can be drawn.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<StageDefinition> stages)
    {
        List<string> faults = [];
        foreach (StageDefinition stage in stages)
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

        foreach (IGrouping<Stage, StageDefinition> twice in stages.GroupBy(stage => stage.Stage).Where(group => group.Count() > 1))
        {
            faults.Add($"{Name(twice.Key)} is there twice.");
        }

        foreach (Stage missing in Enum.GetValues<Stage>().Where(stage => stages.All(known => known.Stage != stage)))
        {
            faults.Add($"{Name(missing)} has no days.");
        }

        if (faults.Count > 0)
        {
            return faults;
        }

        Stage[] inOrderOfClosing = [Stage.Collect, Stage.LateAnswers, Stage.Review, Stage.Collate, Stage.Meet, Stage.SignOff, Stage.Board];
        Dictionary<Stage, StageDefinition> known = stages.ToDictionary(stage => stage.Stage);
        foreach ((Stage earlier, Stage later) in inOrderOfClosing.Zip(inOrderOfClosing.Skip(1)))
        {
            if (known[later].ClosesDay < known[earlier].ClosesDay)
            {
                faults.Add($"{Name(later)} must not close before {Name(earlier)} closes.");
            }
        }

        return faults;
    }

    /// <summary>The stage's name in the plan's sheet and in sentences.</summary>
    public static string Name(Stage stage) => stage switch
    {
        Stage.LateAnswers => "late-answers",
        Stage.SignOff => "sign-off",
        Stage.Collect => "collect",
        Stage.Review => "review",
        Stage.Collate => "collate",
        Stage.Meet => "meet",
        _ => "board",
    };
}
