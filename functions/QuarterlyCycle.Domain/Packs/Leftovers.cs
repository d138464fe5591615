using System.Text.RegularExpressions;
using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.Packs;

/// <summary>Whether a finding stops the issue of a pack.</summary>
public enum LeftoverWeight
{
    /// <summary>The pack cannot be issued with it.</summary>
    MustFix,

    /// <summary>Somebody should look before issue.</summary>
    ShouldCheck,
}

/// <summary>Something left in a pack that a committee must not read unawares: where, what, and what is wrong with it.</summary>
public sealed record Leftover(LeftoverWeight Weight, string Place, string Text, string Problem);

/// <summary>Looks through every text of a pack for placeholders, gaps and claims without a figure.</summary>
public static partial class Leftovers
{
    private const int PageOfText = 3000;

    /// <summary>Everything found, must fix first, in the pack's order; the publication day is checked where today is given.</summary>
    public static IReadOnlyList<Leftover> Find(Pack pack, DateOnly? today = null)
    {
        HashSet<string> shorthand = pack.Shorthand.Select(entry => entry.Mark).ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<Leftover> found = [];
        foreach (PackText text in PackTexts.Of(pack))
        {
            found.AddRange(InText(text, shorthand));
        }

        found.AddRange(Gaps(pack));
        if (pack.Front.LatestPublicationDate is { } latest && today > latest && string.IsNullOrWhiteSpace(pack.Front.UrgencyReason))
        {
            found.Add(Must("Front", BritishWords.LongDate(latest), "The last day to publish has passed. Give the reason why the report is urgent."));
        }

        found.AddRange(pack.Parts.SelectMany(InPart));
        found.AddRange(ClaimsWithoutFigure(pack));
        found.AddRange(pack.DefinitionChanges.Select(change => Should("How to read this report", change, "A definition has changed.")));
        return found.OrderBy(leftover => leftover.Weight).ToList();
    }

    /// <summary>What one text leaves over, taken by itself; shorthand marks in brackets are allowed.</summary>
    public static IEnumerable<Leftover> InText(PackText text, IReadOnlySet<string> shorthand)
    {
        if (text.Words.Trim().Length == 0)
        {
            yield return new Leftover(LeftoverWeight.MustFix, text.Place, text.Words, "This is blank. Write it or take it out.");
            yield break;
        }

        foreach ((Regex pattern, string problem) in Patterns)
        {
            if (pattern.Match(text.Words) is { Success: true } match)
            {
                yield return new Leftover(LeftoverWeight.MustFix, text.Place, match.Value.Trim(), problem);
            }
        }

        foreach (Match bracket in SquareBrackets().Matches(text.Words))
        {
            string inside = bracket.Groups["inside"].Value.Trim();
            if (!shorthand.Contains(inside) && !NoteMark().IsMatch(inside))
            {
                yield return new Leftover(LeftoverWeight.MustFix, text.Place, bracket.Value, "A note in brackets is left in the text.");
            }
        }

        if (AwaitingDetail().Match(text.Words) is { Success: true } awaiting)
        {
            yield return new Leftover(LeftoverWeight.ShouldCheck, text.Place, awaiting.Value, "Detail is still awaited.");
        }

        if (text.Words.Length > PageOfText)
        {
            yield return new Leftover(LeftoverWeight.ShouldCheck, text.Place, text.Words[..60], "This is longer than a page.");
        }
    }

    private static readonly IReadOnlyList<(Regex Pattern, string Problem)> Patterns =
    [
        (YearStars(), "A year is not filled in."),
        (MoneyStars(), "An amount is not filled in."),
        (Stars(), "A star stands where a figure or word should be."),
        (ToBeConfirmed(), "Something is still to be confirmed or decided."),
        (Crosses(), "Crosses stand where a figure or word should be."),
        (QuestionMarks(), "Question marks are left in the text."),
        (NoteToColleague(), "A note to a colleague is left in the text."),
        (UnfilledField(), "A field is not filled in."),
        (Tags(), "Mark-up is left in the text."),
        (EmptyBullet(), "A bullet is empty."),
    ];

    private static IEnumerable<Leftover> Gaps(Pack pack)
    {
        if (pack.Summary.Count == 0)
        {
            yield return Must("Summary", "", "The summary has not been written.");
        }

        if (pack.Legend.Count == 0)
        {
            yield return Must("How to read this report", "", "The legend of status words is missing.");
        }

        if (pack.Rules.Count == 0)
        {
            yield return Must("How to read this report", "", "The rule of status is missing.");
        }

        if (pack.Edition == PackEdition.Exempt && string.IsNullOrWhiteSpace(pack.Front.ExemptParagraph))
        {
            yield return Must("Front", "Exempt", "An exempt edition must name its paragraph of Schedule 12A.");
        }

        if (pack.Kind != PackKind.Board)
        {
            yield break;
        }

        foreach (PackSignOff signOff in pack.SignOffs.Where(signOff => !signOff.IsSigned))
        {
            yield return Must("Sign-off", signOff.BodyName, "This group's report is not signed off.");
        }
    }

    private static IEnumerable<Leftover> InPart(PackPart part)
    {
        foreach (PackMeasure measure in part.Measures)
        {
            string place = PackTexts.Place(part, measure.Code);
            if (measure.IsProvisional)
            {
                yield return Should(place, measure.Figure, "The figure is provisional.");
            }

            if (measure.QuestionIsOpen)
            {
                yield return Should(place, measure.Name, "A question on the figure is open.");
            }

            if (measure.Past.Count > 0 && measure.Past[^1] is { Value: { } value, TargetValue: { } target } && TenTimesApart(value, target))
            {
                yield return Should(place, $"{measure.Figure}, target {measure.Target}", "Figure and target are ten times apart or more.");
            }

            bool claimsOnTarget = OnTarget().IsMatch($"{measure.Commentary} {measure.Explanation}");
            if (claimsOnTarget && measure.IsMissing)
            {
                yield return Should(place, measure.Commentary ?? "", "The text says \"on target\" and there is no figure behind it.");
            }
            else if (claimsOnTarget && measure.IsOffTarget)
            {
                yield return Should(place, measure.Commentary ?? "", $"The text says \"on target\" and the status is \"{measure.Status.Words}\".");
            }
        }

        foreach (PackComparator comparator in part.Comparators.Where(comparator => comparator.NeedsMembers && comparator.Members is null))
        {
            yield return Should(PackTexts.Place(part, $"{comparator.Code}, comparators"), comparator.ComparedWith, "The comparator does not say how many members it has.");
        }
    }

    // A standing text may say "on target" only of a measure that it names and that has a figure.
    private static IEnumerable<Leftover> ClaimsWithoutFigure(Pack pack)
    {
        string[] withFigure = [.. pack.Measures.Where(measure => !measure.IsMissing && measure.Past.Count > 0).Select(measure => measure.Code)];
        foreach (PackSection section in pack.Sections)
        {
            foreach (string words in section.Paragraphs.SelectMany(paragraph => paragraph.Bullets.Prepend(paragraph.Text)).Where(words => OnTarget().IsMatch(words)))
            {
                string named = words.Replace(" ", "", StringComparison.Ordinal);
                if (!withFigure.Any(code => named.Contains(code, StringComparison.OrdinalIgnoreCase)))
                {
                    yield return Should(section.Heading, words, "The text says \"on target\" and names no measure with a figure behind it.");
                }
            }
        }
    }

    private static bool TenTimesApart(decimal value, decimal target) =>
        value != 0 && target != 0 && (Math.Abs(value) >= Math.Abs(target) * 10 || Math.Abs(target) >= Math.Abs(value) * 10);

    private static Leftover Must(string place, string text, string problem) => new(LeftoverWeight.MustFix, place, text, problem);

    private static Leftover Should(string place, string text, string problem) => new(LeftoverWeight.ShouldCheck, place, text, problem);

    private const RegexOptions Usual = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(19|20)\*+(/\*+)?", Usual, 1000)]
    private static partial Regex YearStars();

    [GeneratedRegex(@"£\*+", Usual, 1000)]
    private static partial Regex MoneyStars();

    [GeneratedRegex(@"(?<![\w£*/])\*+(?![\w*])", Usual, 1000)]
    private static partial Regex Stars();

    [GeneratedRegex(@"\b(TBC|TBD|TBA)\b|\bto be confirmed\b", Usual | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ToBeConfirmed();

    [GeneratedRegex(@"\bX{2,}\b", Usual, 1000)]
    private static partial Regex Crosses();

    [GeneratedRegex(@"\?{2,}", Usual, 1000)]
    private static partial Regex QuestionMarks();

    // An insert in a health record is a thing; "insert figure", or "insert" at the head of a sentence, is a note.
    [GeneratedRegex(@"\bto liaise\b|\bsee me\b|(^|[\[({:;.–—-])\s*insert\b|\binsert\s+(here|the|a|an|your|latest|correct|new|figures?|numbers?|dates?|names?|text|words|details|amounts?|tables?|charts?)\b", Usual | RegexOptions.IgnoreCase | RegexOptions.Multiline, 1000)]
    private static partial Regex NoteToColleague();

    [GeneratedRegex(@"\{[^{}\n]*\}", Usual, 1000)]
    private static partial Regex UnfilledField();

    [GeneratedRegex(@"</?[a-zA-Z][^<>\n]*>|&(nbsp|amp|lt|gt|quot);", Usual, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"^[ \t]*[•▪◦·\-–][ \t]*$", Usual | RegexOptions.Multiline, 1000)]
    private static partial Regex EmptyBullet();

    [GeneratedRegex(@"\[(?<inside>[^\[\]\n]*)\]", Usual, 1000)]
    private static partial Regex SquareBrackets();

    [GeneratedRegex(@"^note \d+$", Usual | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NoteMark();

    [GeneratedRegex(@"\bawaiting detail\b|\bto be developed\b", Usual | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex AwaitingDetail();

    [GeneratedRegex(@"(?<!not |off, not |never )\bon target\b", Usual | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OnTarget();
}
