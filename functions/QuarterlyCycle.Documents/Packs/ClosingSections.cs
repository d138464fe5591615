using System.Globalization;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.Documents.Packs;

/// <summary>Earlier decisions, sign-off, conclusion, appendices, and how to read the report.</summary>
internal static class ClosingSections
{
    public static void Body(PackPage page, Pack pack)
    {
        EarlierDecisions(page, pack);
        SignOffs(page, pack);
        if (pack.ImplicationsPosition == ImplicationsPosition.End)
        {
            OpeningSections.Implications(page, pack);
        }

        page.Section("Conclusion and next steps");
        foreach (PackParagraph paragraph in pack.Conclusion)
        {
            page.Standing(paragraph);
        }

        foreach (string step in pack.NextSteps)
        {
            page.Paragraph(step);
        }

        if (pack.NextSteps.Count == 0)
        {
            page.Paragraph($"The next report is for {Title(pack.Quarter.Next)}.");
        }
    }

    public static void HowToRead(PackPage page, Pack pack)
    {
        page.Unnumbered("how-to-read", "How to read this report");
        page.Heading(3, "Status against target");
        page.Table(
            "Status words, symbols and what each means",
            [new Column("Status"), new Column("Means", ColumnKind.Wide)],
            pack.Legend.Select(entry => (IReadOnlyList<Cell>)[Cell.Of(entry.Status), Cell.Of(entry.Meaning)]));
        page.Bullets(pack.Rules);

        page.Heading(3, "Direction of travel");
        page.Plain("The arrow shows whether things got better or worse, not whether the number went up or down.");
        page.Table(
            "Arrows and what each means",
            [new Column("Direction"), new Column("Means", ColumnKind.Wide)],
            [
                [Cell.Of(new PackDirection("Improved", PackArrow.Better)), Cell.Of("The figure moved towards what is good.")],
                [Cell.Of(new PackDirection("Got worse", PackArrow.Worse)), Cell.Of("The figure moved away from what is good.")],
                [Cell.Of(new PackDirection("No change", PackArrow.Same)), Cell.Of("The difference is under half of the last digit printed.")],
                [Cell.Of("Not comparable"), Cell.Of("The two figures do not measure the same thing; the reason follows.")],
            ]);
        page.Bullets(
        [
            "Since last quarter compares this quarter with the quarter before. Figures that add up over the year compare each quarter's own amount.",
            "Since same quarter last year compares with the same quarter one year ago. Figures that add up over the year compare the year to date.",
        ]);

        page.Heading(3, "Figures");
        page.Plain($"The figures are as they stood at {BritishWords.Instant(pack.FiguresAtUtc)}. This is version {Number(pack.Version)}.");
        Provisional(page, pack);
        if (pack.DefinitionChanges.Count == 0)
        {
            page.Plain("No definition changed within the periods printed.");
        }
        else
        {
            page.Plain("These definitions changed, so figures before and after are not compared:");
            page.Bullets(pack.DefinitionChanges);
        }

        page.Plain(pack.SmallNumbers);
        page.Plain("Figures are rounded for print and all rules use the unrounded figure, so parts need not add up to a rounded total.");
        if (pack.Shorthand.Count > 0)
        {
            page.Table(
                "Shorthand used in this report",
                [new Column("Shorthand"), new Column("Means", ColumnKind.Wide)],
                pack.Shorthand.Select(shorthand => (IReadOnlyList<Cell>)[Cell.Of($"[{shorthand.Mark}]"), Cell.Of(shorthand.Meaning)]));
        }
    }

    public static void BackgroundAndLanguages(PackPage page, Pack pack)
    {
        page.Unnumbered("background-papers", "Background papers");
        if (pack.BackgroundPapers.Count == 0)
        {
            page.Plain("None.");
        }
        else
        {
            page.Bullets(pack.BackgroundPapers);
        }

        if (pack.OtherFormats.Count == 0)
        {
            return;
        }

        page.Unnumbered("other-formats", "Other languages and formats");
        foreach (PackOtherFormat format in pack.OtherFormats)
        {
            page.Heading(3, format.LanguageName);
            page.Html.Add($"<p class=\"plain\" lang=\"{format.Language}\"");
            if (IsRightToLeft(format.Language))
            {
                page.Html.Add($" dir=\"rtl\"");
            }

            page.Html.Add($">").Lines(format.Text).Add($"</p>\n");
        }
    }

    private static void EarlierDecisions(PackPage page, Pack pack)
    {
        page.Section("Earlier decisions");
        if (pack.EarlierDecisions.Count == 0)
        {
            page.Paragraph("No earlier decision is open.");
            return;
        }

        page.Table(
            "Decisions taken earlier and what became of them",
            [new Column("Code", ColumnKind.Code), new Column("Decided by"), new Column("On", ColumnKind.Date), new Column("Outcome"), new Column("Decision", ColumnKind.Wide), new Column("Who"), new Column("By when", ColumnKind.Date), new Column("State")],
            pack.EarlierDecisions.Select(decision => (IReadOnlyList<Cell>)
            [
                Cell.Of(decision.Code), Cell.Of(decision.BodyName), Cell.Of(BritishWords.Date(decision.MeetingDate)), Cell.Of(decision.Outcome),
                Cell.Of(decision.Text), Cell.Of(decision.Owner, "No owner named"),
                Cell.Of(decision.DueDate is { } due ? BritishWords.Date(due) : null, "No date given"), Cell.Of(decision.State),
            ]));
    }

    private static void SignOffs(PackPage page, Pack pack)
    {
        if (pack.SignOffs.Count == 0)
        {
            return;
        }

        page.Section("Sign-off");
        int signed = pack.SignOffs.Count(signOff => signOff.IsSigned);
        page.Paragraph(signed == pack.SignOffs.Count
            ? "Every report listed here is signed off, in the version named."
            : $"{Number(signed)} of {Number(pack.SignOffs.Count)} reports listed here are signed off.");
        page.Table(
            "Sign-off of each report",
            [new Column("Report"), new Column("Version", ColumnKind.Number), new Column("Signed off"), new Column("By"), new Column("When")],
            pack.SignOffs.Select(signOff => (IReadOnlyList<Cell>)
            [
                Cell.Of(signOff.BodyName), Cell.Of(Number(signOff.Version)), Cell.Of(signOff.IsSigned ? "Signed off" : "Not signed off"),
                Cell.Of(SignOffWords.By(signOff, pack.Edition), "Nobody"), Cell.Of(signOff.SignedAtUtc is { } at ? BritishWords.Instant(at) : null, "Not signed off"),
            ]));
    }

    private static void Provisional(PackPage page, Pack pack)
    {
        List<string> provisional = pack.Measures.Where(measure => measure.IsProvisional).Select(measure => measure.Code).Distinct(StringComparer.Ordinal).ToList();
        page.Plain(provisional.Count == 0
            ? "No figure in this report is provisional."
            : $"These figures are provisional and may change: {string.Join(", ", provisional)}.");
    }

    private static bool IsRightToLeft(string language) => language.Split('-')[0] is "ar" or "fa" or "he" or "ps" or "ur";

    private static string Title(Quarter quarter) => $"quarter {Number(quarter.Number)} of {quarter.Year}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
