using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Packs;

/// <summary>What differs from the version before: each figure with its old and new value, why, and what it did to the status.</summary>
internal static class PackChanges
{
    public static IEnumerable<PackChange> Of(QuarterFacts facts, Pack now, Pack? before, DateTime? signedUtc)
    {
        if (before is null)
        {
            yield break;
        }

        Dictionary<string, PackMeasure> earlier = before.Measures.DistinctBy(measure => measure.Code).ToDictionary(measure => measure.Code, StringComparer.Ordinal);
        foreach (PackMeasure measure in now.Measures.DistinctBy(measure => measure.Code))
        {
            if (!earlier.TryGetValue(measure.Code, out PackMeasure? old) || (Printed(old) == Printed(measure) && old.Status == measure.Status))
            {
                continue;
            }

            Submission? submission = facts.Submissions.GetValueOrDefault(measure.Code);
            DateTime changedUtc = submission?.AtUtc ?? now.FiguresAtUtc;
            yield return new PackChange
            {
                Code = measure.Code,
                Name = measure.Name,
                Old = Printed(old),
                New = Printed(measure),
                Class = ClassOf(old, measure, submission),
                Why = Why(submission),
                ChangedOn = LondonTime.DateOf(changedUtc),
                Effect = PackEffects.Between(old, measure),
                SinceSignOff = signedUtc is { } signed && changedUtc > signed,
            };
        }
    }

    /// <summary>A change in a sentence without its values, for an e-mail.</summary>
    public static string Sentence(PackChange change) => $"{change.Code} changed: {char.ToLowerInvariant(change.Class[0])}{change.Class[1..]}.";

    /// <summary>The measures corrected after a version that printed them was issued.</summary>
    public static IReadOnlySet<string> Revised(QuarterFacts facts, IEnumerable<PackVersion> versions)
    {
        DateTime? firstIssuedUtc = versions.Select(version => version.IssuedUtc).OfType<DateTime>().Order().Select(at => (DateTime?)at).FirstOrDefault();
        return firstIssuedUtc is not { } issued
            ? new HashSet<string>(StringComparer.Ordinal)
            : facts.Submissions.Values
                .Where(submission => submission.Corrects is not null && submission.AtUtc > issued)
                .Select(submission => submission.Code)
                .ToHashSet(StringComparer.Ordinal);
    }

    private static string Printed(PackMeasure measure) => string.Join(' ', measure.Marks.Where(mark => mark is "p" or "e").Select(mark => $"[{mark}]").Prepend(measure.Figure));

    private static string ClassOf(PackMeasure old, PackMeasure now, Submission? submission)
    {
        if (old.IsMissing && !now.IsMissing)
        {
            return "Late data";
        }

        if (old.IsProvisional && !now.IsProvisional && submission?.Figure?.Finality == Finality.Final)
        {
            return "Provisional to final";
        }

        return submission?.CorrectionReason switch
        {
            { } reason => ClassOf(reason),
            _ => "Status",
        };
    }

    /// <summary>The class of a revision in words.</summary>
    public static string ClassOf(CorrectionReason reason) => reason switch
    {
        CorrectionReason.ProvisionalToFinal => "Provisional to final",
        CorrectionReason.LateData => "Late data",
        CorrectionReason.Definition => "Definition",
        _ => "Error",
    };

    private static string Why(Submission? submission) => submission switch
    {
        { IsRevision: true, Explanation: { Length: > 0 } why } => why,
        { CorrectionReason: { } reason } => reason switch
        {
            CorrectionReason.TypingMistake => "A typing mistake was corrected.",
            CorrectionReason.LateData => "Data came in late.",
            CorrectionReason.WrongPeriod => "The figure was for the wrong period.",
            CorrectionReason.ProvisionalToFinal => "The provisional figure is now final.",
            _ => "The definition was applied differently.",
        },
        { } => "The figure came after the version before.",
        null => "What it is compared with changed.",
    };
}
