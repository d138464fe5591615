namespace QuarterlyCycle.Domain.Packs;

/// <summary>What one outcome group reports.</summary>
public sealed record PackPart
{
    /// <summary>The group's code.</summary>
    public required string BodyCode { get; init; }

    /// <summary>The group's name.</summary>
    public required string BodyName { get; init; }

    /// <summary>The version of the group's own pack from which a board pack took this part.</summary>
    public int? Version { get; init; }

    /// <summary>Whether that version is signed, in words and without names, for a board pack.</summary>
    public string? SignOffWords { get; init; }

    /// <summary>Every measure of the group, in the plan's order.</summary>
    public required IReadOnlyList<PackMeasure> Measures { get; init; }

    /// <summary>Every milestone asked about this quarter.</summary>
    public IReadOnlyList<PackMilestone> Milestones { get; init; } = [];

    /// <summary>The plan's key actions that belong to the group, in the plan's order.</summary>
    public IReadOnlyList<PackKeyAction> KeyActions { get; init; } = [];

    /// <summary>The priorities that those actions serve.</summary>
    public IReadOnlyList<PackPriority> Priorities { get; init; } = [];

    /// <summary>The board's business plan, section by section, as far as this body answers for it or receives it.</summary>
    public IReadOnlyList<PackPlanSection> BusinessPlan { get; init; } = [];

    /// <summary>Whether this is what the board answers for itself, in its own pack; nobody signs it, and it has no standing questions.</summary>
    public bool IsBoardsOwn { get; init; }

    /// <summary>Every figure that nobody supplied.</summary>
    public IReadOnlyList<PackMissingFigure> MissingFigures { get; init; } = [];

    /// <summary>The measures that need the group's attention, in order.</summary>
    public IReadOnlyList<PackException> Exceptions { get; init; } = [];

    /// <summary>Questions raised on figures, open and answered.</summary>
    public IReadOnlyList<PackQuestion> Questions { get; init; } = [];

    /// <summary>Actions with owner and date.</summary>
    public IReadOnlyList<PackAction> Actions { get; init; } = [];

    /// <summary>Risks, in the plan's prose.</summary>
    public IReadOnlyList<PackRisk> Risks { get; init; } = [];

    /// <summary>What an action or measure depends on.</summary>
    public IReadOnlyList<PackDependency> Dependencies { get; init; } = [];

    /// <summary>The priorities and key actions that the risks, dependencies and statements on equality are about.</summary>
    public IReadOnlyList<PackSubject> Subjects { get; init; } = [];

    /// <summary>What the plan says about equality, with each impact assessment.</summary>
    public IReadOnlyList<PackEquality> Equality { get; init; } = [];

    /// <summary>The effect on black and minority ethnic, disabled and disadvantaged children, as the group answered; null until it has.</summary>
    public string? EqualityAnswer { get; init; }

    /// <summary>Areas of concern, as the group reported them; empty until it has, or when it has none.</summary>
    public IReadOnlyList<string> AreasOfConcern { get; init; } = [];

    /// <summary>Whether the group has met and answered its standing questions.</summary>
    public bool GroupHasAnswered { get; init; }

    /// <summary>Performance clinics from trigger to report back.</summary>
    public IReadOnlyList<PackClinic> Clinics { get; init; } = [];

    /// <summary>Figures beside others' figures.</summary>
    public IReadOnlyList<PackComparator> Comparators { get; init; } = [];

    /// <summary>The counts over this part.</summary>
    public PackCounts Counts => PackCounts.Of(Measures, Promises);

    /// <summary>Everything that is answered by its state: the milestones and the lines of the business plan.</summary>
    public IEnumerable<PackMilestone> Promises => Milestones.Concat(BusinessPlan.SelectMany(section => section.Lines));
}

/// <summary>A figure that nobody supplied, whose it was, and every attempt to get it.</summary>
public sealed record PackMissingFigure
{
    /// <summary>The measure's code.</summary>
    public required string Code { get; init; }

    /// <summary>The measure's name.</summary>
    public required string Name { get; init; }

    /// <summary>Who owed it: the person in a group's pack, the post and organisation in a public edition.</summary>
    public required string Owner { get; init; }

    /// <summary>What is known of the reason, if anything.</summary>
    public string? Reason { get; init; }

    /// <summary>Each request, reminder and reply, oldest first.</summary>
    public required IReadOnlyList<ChasingLine> Chasing { get; init; }
}

/// <summary>One attempt to get a figure, or what came of it, in words.</summary>
public sealed record ChasingLine(DateTime AtUtc, string Words);

/// <summary>A measure that needs attention, with what is being done.</summary>
public sealed record PackException
{
    /// <summary>The measure; its commentary prints here.</summary>
    public required PackMeasure Measure { get; init; }

    /// <summary>Why it is an exception, in words.</summary>
    public required string Why { get; init; }

    /// <summary>Whether the group discussed it.</summary>
    public bool Discussed { get; init; }

    /// <summary>What is being done; null until the group has said.</summary>
    public string? Action { get; init; }

    /// <summary>Who does it.</summary>
    public string? ActionOwner { get; init; }

    /// <summary>By when.</summary>
    public DateOnly? ActionDueDate { get; init; }

    /// <summary>What the board is asked to decide.</summary>
    public string? DecisionWanted { get; init; }
}

/// <summary>A question on a figure and the summary of its thread.</summary>
public sealed record PackQuestion
{
    /// <summary>The measure's code.</summary>
    public required string Code { get; init; }

    /// <summary>The measure's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it was still open when corrections stopped.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Who asked.</summary>
    public required string AskedBy { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateOnly AskedOn { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>What was said after that, oldest first.</summary>
    public IReadOnlyList<string> Thread { get; init; } = [];
}

/// <summary>An action with its owner and date.</summary>
public sealed record PackAction(string About, string Text, string? Owner, DateOnly? DueDate, string State);

/// <summary>A milestone and where it is.</summary>
public sealed record PackMilestone
{
    /// <summary>The state of a milestone that nobody reported on.</summary>
    public const string NotSupplied = "Not supplied";

    /// <summary>The action's or milestone's code.</summary>
    public required string Code { get; init; }

    /// <summary>What was promised.</summary>
    public required string Text { get; init; }

    /// <summary>Who leads on it.</summary>
    public string? Lead { get; init; }

    /// <summary>Who leads on it strategically.</summary>
    public string? StrategicLead { get; init; }

    /// <summary>By when, as the plan says it.</summary>
    public string? Due { get; init; }

    /// <summary>The target in the plan's words, where the promise itself does not say it.</summary>
    public string? Target { get; init; }

    /// <summary>Not started, On track, Behind, Done or Not supplied.</summary>
    public required string State { get; init; }

    /// <summary>What the officer says of it.</summary>
    public string? Comment { get; init; }
}

/// <summary>A section of the board's business plan: what is aimed at, how success will be known, and where each activity is.</summary>
public sealed record PackPlanSection
{
    /// <summary>The section's heading.</summary>
    public required string Heading { get; init; }

    /// <summary>What is aimed at, in the plan's words.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>How success will be known, in the plan's words.</summary>
    public IReadOnlyList<string> Success { get; init; } = [];

    /// <summary>The measures that show it, each as code, name, figure and status.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>The activities.</summary>
    public required IReadOnlyList<PackMilestone> Lines { get; init; }
}

/// <summary>A risk in the plan's prose.</summary>
public sealed record PackRisk
{
    /// <summary>The code of what is at risk.</summary>
    public required string About { get; init; }

    /// <summary>The risk.</summary>
    public required string Risk { get; init; }

    /// <summary>Its impact, in words.</summary>
    public string? Impact { get; init; }

    /// <summary>Its likelihood, in words.</summary>
    public string? Likelihood { get; init; }

    /// <summary>How it is managed.</summary>
    public string? HowManaged { get; init; }

    /// <summary>Who owns it.</summary>
    public string? Owner { get; init; }

    /// <summary>When it is looked at again.</summary>
    public DateOnly? ReviewOn { get; init; }
}

/// <summary>Something that an action or measure depends on: a policy, a strategy, another plan or priority.</summary>
public sealed record PackDependency(string About, string On, string? Responsible, string? Arrangement, bool IsCritical, string? Kind = null);

/// <summary>A priority or key action of the plan, which risks, dependencies and statements on equality name by its code alone.</summary>
public sealed record PackSubject(string Code, string Text);

/// <summary>What the plan says about equality of a priority, action or measure, and how far its impact assessment is.</summary>
public sealed record PackEquality(string About, string Statement, string? Assessment, DateOnly? AssessmentDue, string? Owner);

/// <summary>A performance clinic and how far it is.</summary>
public sealed record PackClinic
{
    /// <summary>The measure's code.</summary>
    public required string Code { get; init; }

    /// <summary>The measure's name.</summary>
    public required string Name { get; init; }

    /// <summary>What triggered it, in words.</summary>
    public required string Trigger { get; init; }

    /// <summary>Suggested, Called, Declined, Held, Reported or Closed.</summary>
    public required string State { get; init; }

    /// <summary>When it was held.</summary>
    public DateOnly? HeldOn { get; init; }

    /// <summary>What it found.</summary>
    public string? Findings { get; init; }

    /// <summary>When it reports back.</summary>
    public DateOnly? ReportByDate { get; init; }
}

/// <summary>A figure beside one comparator's.</summary>
public sealed record PackComparator
{
    /// <summary>The measure's code.</summary>
    public required string Code { get; init; }

    /// <summary>The measure's name.</summary>
    public required string Name { get; init; }

    /// <summary>Our figure as printed.</summary>
    public required string Figure { get; init; }

    /// <summary>With whom it is compared.</summary>
    public required string ComparedWith { get; init; }

    /// <summary>The comparator's figure as printed.</summary>
    public required string ComparatorFigure { get; init; }

    /// <summary>The comparator's period.</summary>
    public required string ComparatorPeriod { get; init; }

    /// <summary>How many members it has.</summary>
    public int? Members { get; init; }

    /// <summary>Whether it is made of members whose number has to be printed; England is one, and what has no figure has none.</summary>
    public bool NeedsMembers { get; init; } = true;

    /// <summary>How it was worked out.</summary>
    public string? Basis { get; init; }

    /// <summary>Better than, about the same as, worse than, or not comparable.</summary>
    public required string Rating { get; init; }

    /// <summary>The shape that repeats the rating; none where nothing is compared.</summary>
    public PackSymbol Symbol { get; init; }

    /// <summary>The rule of the rating in a sentence; null where nothing is compared.</summary>
    public string? Rule { get; init; }

    /// <summary>The reason where it is not comparable, and other notes.</summary>
    public string? Notes { get; init; }

    /// <summary>Where it is published.</summary>
    public string? Source { get; init; }
}
