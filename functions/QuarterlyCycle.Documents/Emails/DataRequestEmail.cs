using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>One measure or milestone of a data request.</summary>
public sealed record AskedMeasure
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>"%" or "number", as the form should say it; null for a milestone.</summary>
    public string? Unit { get; init; }

    /// <summary>Last quarter's figure without its unit; null where there is none, or where an e-mail must not show it.</summary>
    public string? LastFigure { get; init; }

    /// <summary>The target as printed, if there is one.</summary>
    public string? Target { get; init; }

    /// <summary>"high" or "low", if one of them.</summary>
    public string? GoodIs { get; init; }

    /// <summary>How it is counted.</summary>
    public string? Definition { get; init; }

    public bool IsMilestone { get; init; }

    /// <summary>The action that a milestone belongs to, in the plan's words; null where there is none.</summary>
    public string? PartOf { get; init; }

    /// <summary>By when a milestone was promised, as the plan says it; null where it does not.</summary>
    public string? PromisedBy { get; init; }

    /// <summary>The measure's own deadline, where it differs from the request's.</summary>
    public DateTime? DueUtc { get; init; }

    /// <summary>The other groups that use the same figure.</summary>
    public IReadOnlyList<string> SharedWith { get; init; } = [];
}

/// <summary>A week's notice that figures will be asked for.</summary>
public sealed record NoticeEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required DateTime RequestUtc { get; init; }

    public required DateTime DueUtc { get; init; }

    public required IReadOnlyList<AskedMeasure> Measures { get; init; }

    /// <summary>Where the recipient can see who answers, if there is such a page.</summary>
    public string? Url { get; init; }

    private string Noun => EmailWords.Noun(Measures.Select(measure => measure.IsMilestone));

    private string MeasureNoun => Noun == "milestone" ? Noun : "measure";

    public override string Subject => $"{EmailWords.Title(Quarter)} {(Noun == "milestone" ? "milestones" : "figures")}: we'll ask on {EmailWords.Day(RequestUtc)}";

    public override string Preheader => $"{EmailWords.Count(Measures.Count, "measure")}, due on {EmailWords.Day(DueUtc)}. Nothing to do yet.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"We'll email you on {EmailWords.LongDay(RequestUtc)} for {EmailWords.Count(Measures.Count, Noun)}, due by {EmailWords.Instant(DueUtc)}.",
        Button = Url is null ? null : new EmailButton("Check who answers", Url),
        Blocks =
        [
            new Paragraph(Measures.Count == 1 ? $"This is the {MeasureNoun}:" : $"These are the {MeasureNoun}s:"),
            new Bullets(Measures.Select(measure => $"{measure.Code} {measure.Name}").ToList()),
            new Paragraph($"If someone else should answer, tell {letterhead.ManagerInSentence} before {EmailWords.Day(RequestUtc)}."),
        ],
        Next = $"on {EmailWords.Day(RequestUtc)} we email you a link to the page where you answer.",
        Because = Because.Supplies(letterhead),
    };
}

/// <summary>The data request: one e-mail with all of an officer's measures.</summary>
public sealed record DataRequestEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required DateTime DueUtc { get; init; }

    public required DateTime CorrectionsStopUtc { get; init; }

    public required DateTime ReviewByUtc { get; init; }

    /// <summary>The lead officers who review the figures.</summary>
    public required IReadOnlyList<string> Reviewers { get; init; }

    public required IReadOnlyList<AskedMeasure> Measures { get; init; }

    public required string Url { get; init; }

    /// <summary>Open decisions about these measures, each a sentence.</summary>
    public IReadOnlyList<string> OpenDecisions { get; init; } = [];

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    private string Noun => EmailWords.Noun(Measures.Select(measure => measure.IsMilestone));

    private string MeasureNoun => Noun == "milestone" ? Noun : "measure";

    public override string Subject => Noun == "milestone"
        ? $"{EmailWords.Title(Quarter)}: {EmailWords.Count(Measures.Count, Noun)} due {EmailWords.Day(DueUtc)}"
        : $"{EmailWords.Title(Quarter)} figures: {EmailWords.Count(Measures.Count, "measure")} due {EmailWords.Day(DueUtc)}";

    public override string Preheader => $"About {EmailWords.Number(Math.Max(5, 5 * (int)Math.Ceiling(Measures.Count * 2.5 / 5)))} minutes. You can stop and come back.";

    internal override EmailText Write(Letterhead letterhead)
    {
        bool hasReplyForm = letterhead.RepliesAreRead && Measures.Count <= ReplyForm.MostMeasures;
        List<EmailBlock> blocks = [new Paragraph(About(letterhead))];
        if (hasReplyForm)
        {
            blocks.Add(new Paragraph("reply and type after the colons. Leave the codes as they are.", Lead: "To answer by email,"));
            blocks.Add(new Form(ReplyForm.Lines(Measures)));
            blocks.Add(new Paragraph("If you do not have a figure, type \"not available\" and why. You can write 49/72 if you have the two counts."));
        }
        else
        {
            blocks.Add(new Paragraph(Measures.Count == 1 ? $"This is the {MeasureNoun}:" : $"These are the {MeasureNoun}s:"));
            blocks.AddRange(Measures.Select(MeasureCard));
            if (Noun != "milestone")
            {
                blocks.Add(new Paragraph("If you do not have a figure, the page asks you why. That is an answer too."));
            }
        }

        if (letterhead.SpreadsheetsAreRead)
        {
            string back = letterhead.RepliesAreRead ? "attach it to your reply" : "upload it there";
            blocks.Add(new Paragraph($"download it from the same page, fill it in and {back}.", Lead: "To use a spreadsheet,"));
        }

        if (OpenDecisions.Count > 0)
        {
            blocks.Add(new Paragraph("Still open from earlier meetings:"));
            blocks.Add(new Bullets(OpenDecisions));
        }

        string reviewers = Reviewers.Count switch
        {
            0 => $"{letterhead.ManagerInSentence} reviews",
            1 => $"{Reviewers[0]} reviews",
            <= 3 => $"{EmailWords.List(Reviewers)} review",
            _ => "The lead officers review",
        };
        return new EmailText
        {
            Opening = Noun == "milestone"
                ? $"Tell us where your {EmailWords.Theirs(Measures.Count, Noun)} for {EmailWords.Name(Quarter)} {(Measures.Count == 1 ? "is" : "are")} by {EmailWords.Instant(DueUtc)}."
                : $"Send us your {(Measures.Count == 1 ? "" : EmailWords.Number(Measures.Count) + " ")}{EmailWords.Name(Quarter)} {Noun}{(Measures.Count == 1 ? "" : "s")} by {EmailWords.Instant(DueUtc)}.",
            Button = new EmailButton(Noun == "milestone" ? "Send your answer" : Measures.Count == 1 ? "Send your figure" : "Send your figures", Url),
            Blocks = blocks,
            Next = $"we email you a copy of what we recorded. {EmailWords.Capitalised(reviewers)} the {Noun}s by {EmailWords.Day(ReviewByUtc)}. You can correct a {Noun} until {EmailWords.Instant(CorrectionsStopUtc)}.",
            Because = Because.Supplies(letterhead),
        };
    }

    private string About(Letterhead letterhead)
    {
        string passOn = letterhead.MeasuresCanBePassedOn ? "pass a measure to a colleague or ask for more time" : "ask for more time";
        string covers = Noun == "milestone" ? "This is for" : Measures.Count == 1 ? "It covers" : "They cover";
        return $"{covers} {BritishWords.Months(Quarter)}. You can stop and come back. From the same page you can {passOn}.";
    }

    private static Card MeasureCard(AskedMeasure measure)
    {
        List<string> lines = [];
        if (measure.IsMilestone)
        {
            lines.Add("Milestone: Not started, On track, Behind or Done");
            lines.AddRange(measure.PartOf is { } action ? [$"Part of: {action}"] : []);
            lines.AddRange(measure.PromisedBy is { } promised ? [$"Promised by: {promised}"] : []);
        }
        else
        {
            lines.AddRange(FigureLine(measure));
        }

        if (measure.Definition is { Length: > 0 } definition)
        {
            lines.Add($"How it is counted: {definition}");
        }

        if (measure.DueUtc is { } due)
        {
            lines.Add($"Due by {EmailWords.Instant(due)}");
        }

        if (measure.SharedWith.Count > 0)
        {
            lines.Add($"Also used by {EmailWords.List(measure.SharedWith)}; you are asked once");
        }

        return new Card($"{measure.Code} {measure.Name}", lines);
    }

    private static IEnumerable<string> FigureLine(AskedMeasure measure)
    {
        if (measure.Unit is { } unit)
        {
            yield return unit switch
            {
                "%" => "A percentage",
                "number" => "A number",
                _ => $"Give it as: {unit}",
            };
        }

        if (measure.LastFigure is { } last)
        {
            yield return $"Last quarter: {last}{(measure.Unit == "%" ? "%" : "")}";
        }

        if (measure.Target is { } target)
        {
            yield return measure.GoodIs is { } good ? $"Target: {target} (good is {good})" : $"Target: {target}";
        }
    }
}
