using QuarterlyCycle.Domain.Plans.Sheets;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Plans;

public sealed class AliasSuggestionTests
{
    [Theory]
    [InlineData("Jacqui Jensen", "Jacqui Jenson", true)]
    [InlineData("Elizabeth Williamson", "Liz Williamson", true)]
    [InlineData("Corinne Clemson", "Corrine Clemson", true)]
    [InlineData("Tim O'Neil", "Tim O'Neill", true)]
    [InlineData("Sue Richards", "Sue Sanford", false)]
    [InlineData("Mary Hobin", "Mary Gordon", false)]
    [InlineData("Fiona Colton", "Stephanie Cook", false)]
    public void People_whose_names_are_near_are_suggested_as_one(string first, string second, bool isSuggested)
    {
        PlanCheck check = new SmallPlan()
            .Row("people", $"one@northton.example|{first}|council|Post one|lead")
            .Row("people", $"two@northton.example|{second}|council|Post two|lead")
            .Check();

        Assert.Equal(isSuggested, check.Warnings.Any(warning => warning is { Sheet: "people", Row: 7 } && warning.Message.StartsWith($"may be {first} in row 6: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_suggestion_shows_its_evidence_and_merges_nothing()
    {
        PlanCheck check = new SmallPlan()
            .Row("people", "one@northton.example|Jacqui Jensen|council|Post one|lead")
            .Row("people", "two@northton.example|Jacqui Jenson|council|Post two|lead")
            .Check();

        Assert.Contains(
            "people, row 7, column B (name), \"Jacqui Jenson\": may be Jacqui Jensen in row 6: the surnames differ by one letter. If so, keep one row and confirm the other name in aliases.",
            check.Warnings.Select(warning => warning.ToString()));
        Assert.Equal(["Jacqui Jensen", "Jacqui Jenson"], check.Plan!.People.Select(person => person.Name).Where(name => name.StartsWith("Jacqui", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Jacqui Jensen", "Jacqui Jensen", "the names are the same")]
    [InlineData("Jacqui Jensen", "Jacqui Jenson", "the surnames differ by one letter")]
    [InlineData("Fay Shaw-Green", "Fay Shaw-Greane", "the surnames differ by 2 letters")]
    [InlineData("Elizabeth Williamson", "Liz Williamson", "one first name is a short form of the other")]
    [InlineData("Elizabeth Williamson", "Liz Wiliamson", "one first name is a short form of the other, and the surnames differ by one letter")]
    [InlineData("Corinne Clemson", "Corrine Clemson", "the first names differ by 2 letters")]
    public void Each_kind_of_evidence_has_its_words(string first, string second, string evidence)
    {
        PlanCheck check = new SmallPlan()
            .Row("people", $"one@northton.example|{first}|council|Post one|lead")
            .Row("people", $"two@northton.example|{second}|council|Post two|lead")
            .Check();

        Assert.Contains(
            $"people, row 7, column B (name), \"{second}\": may be {first} in row 6: {evidence}. If so, keep one row and confirm the other name in aliases.",
            check.Warnings.Select(warning => warning.ToString()));
    }

    [Fact]
    public void People_of_one_organisation_and_title_are_suggested_whatever_their_names()
    {
        PlanCheck check = new SmallPlan()
            .Row("people", "one@northton.example|Sue Sanford|council|Head of Play|lead")
            .Row("people", "two@northton.example|Susan Wright|council|head of play|lead")
            .Row("organisations", "trust|Northton Trust|trust.example")
            .Row("people", "three@trust.example|Mary Hobin|trust|Head of Play|lead")
            .Check();

        Assert.Equal(
            ["people, row 7, column B (name), \"Susan Wright\": may be Sue Sanford in row 6: both are Head of Play in the same organisation. If so, keep one row and confirm the other name in aliases."],
            check.Warnings.Where(warning => warning.Sheet == "people").Select(warning => warning.ToString()));
    }

    [Theory]
    [InlineData("Derby City PCT", "Derby, City PCT", "the names are the same")]
    [InlineData("Derby Hospitals NHS Foundation Turst", "Derby Hospitals NHS Foundation Trust", "the names differ by one or two letters")]
    [InlineData("Derby City Primary Care Trust", "Derby City PCT", "one name shortens words of the other to their initials")]
    [InlineData("Children Safety Partnership", "Community Safety Partnership", "the names differ only in \"children\" and \"community\"")]
    public void Each_kind_of_evidence_about_organisations_has_its_words(string first, string second, string evidence)
    {
        PlanCheck check = new SmallPlan().Row("organisations", $"one|{first}|one.example").Row("organisations", $"two|{second}|two.example").Check();

        Assert.Contains(
            $"organisations, row 4, column B (name), \"{second}\": may be {first} in row 3: {evidence}. If so, keep one row and confirm the other name in aliases.",
            check.Warnings.Select(warning => warning.ToString()));
    }

    [Fact]
    public void A_rarer_acronym_may_be_the_usual_one()
    {
        PlanCheck check = new SmallPlan().Cell("actions", 2, "text", "Review the DSCB procedures").Cell("actions", 3, "text", "Revise DCSB procedures").Cell("bodies", 2, "name", "DSCB").Check();

        Assert.Contains("actions, row 3, column B (text), \"DCSB\": may be DSCB, which the plan also writes.", check.Warnings.Select(warning => warning.ToString()));
    }

    [Theory]
    [InlineData("Connexions Derbyshire", "Connexions Derby", true)]
    [InlineData("Children Safety Partnership", "Community Safety Partnership", true)]
    [InlineData("Derby City Primary Care Trust", "Derby City PCT", true)]
    [InlineData("Derby Hospitals, NHS Foundation Turst", "Derby Hospitals NHS Foundation Trust", true)]
    [InlineData("Derby City Council", "Derby City PCT", false)]
    [InlineData("Derby City Council", "Derby Homes", false)]
    public void Organisations_whose_names_are_near_are_suggested_as_one(string first, string second, bool isSuggested)
    {
        PlanCheck check = new SmallPlan().Row("organisations", $"one|{first}|one.example").Row("organisations", $"two|{second}|two.example").Check();

        Assert.Equal(isSuggested, check.Warnings.Any(warning => warning is { Sheet: "organisations", Row: 4 }));
    }

    [Theory]
    [InlineData("DSCB", "DCSB", true)]
    [InlineData("SCRIP", "SCRP", true)]
    [InlineData("DSCB", "LSCB", false)]
    public void Acronyms_one_slip_apart_are_suggested_as_one(string first, string second, bool isSuggested)
    {
        PlanCheck check = new SmallPlan().Cell("actions", 2, "text", $"Review the {first} and {first} procedures").Cell("actions", 3, "text", $"Revise {second} procedures").Check();

        Assert.Equal(isSuggested, check.Warnings.Any(warning => warning.Message.EndsWith("which the plan also writes.", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_confirmed_alias_is_not_suggested_again_and_is_understood()
    {
        PlanCheck check = new SmallPlan()
            .Sheet("aliases", "kind|as_written|means", "person|Leigh Lead|lee.lead@northton.example")
            .Cell("indicators", 2, "lead", "Leigh Lead")
            .Check();

        Assert.Empty(check.Errors);
        Assert.Equal("lee.lead@northton.example", check.Plan!.NamedHolder(check.Plan.Indicator("SS1a")!.Lead)!.Email);
    }
}
