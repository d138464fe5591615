using System.Text;
using Xunit;

namespace QuarterlyCycle.App.Tests.Plans;

/// <summary>What Derby's printed plan holds, typed from the document, against the sheets that stand for it.</summary>
public sealed class DerbyDocumentTests
{
    private static readonly SampleSheets Sheets = new("derby-2008-09");
    private static readonly IReadOnlyList<SheetRow> People = Sheets.Rows("people");
    private static readonly IReadOnlyList<SheetRow> Bodies = Sheets.Rows("bodies");
    private static readonly IReadOnlyList<SheetRow> Priorities = Sheets.Rows("priorities");
    private static readonly IReadOnlyList<SheetRow> Actions = Sheets.Rows("actions");
    private static readonly IReadOnlyList<SheetRow> Deliverables = Sheets.Rows("deliverables");
    private static readonly IReadOnlyList<SheetRow> Indicators = Sheets.Rows("indicators");
    private static readonly IReadOnlyList<SheetRow> Targets = Sheets.Rows("targets");
    private static readonly IReadOnlyList<SheetRow> Organisations = Sheets.Rows("organisations");
    private static readonly IReadOnlyList<SheetRow> Aliases = Sheets.Rows("aliases");

    [Fact]
    public void Every_row_of_every_lead_directory_is_a_person_with_that_post_and_organisation()
    {
        string[][] printed = [.. Table(DerbyDocument.LeadDirectories)];

        Assert.Equal(68, printed.Length);
        Assert.All(printed, row =>
        {
            SheetRow person = PersonCalled(row[0]);
            string[] titles = List(person["job_titles"]);
            Assert.Contains(Dashes(row[1]), titles.Append(string.Join(' ', titles)).Select(Dashes));
            Assert.Equal(OrganisationCalled(row[2])["code"], person["organisation"]);
        });
    }

    [Theory]
    [InlineData("Liz Beswick")]
    [InlineData("Richard Lakin")]
    [InlineData("Wenna Stockdale")]
    public void A_lead_who_is_in_no_directory_has_neither_post_nor_organisation(string name)
    {
        SheetRow person = PersonCalled(name);

        Assert.Equal("", person["job_titles"]);
        Assert.Equal("Organisation not given in the plan", Single(Organisations, "code", person["organisation"])["name"]);
    }

    [Fact]
    public void Nobody_has_a_name_who_is_not_in_the_document()
    {
        HashSet<string> printed = [.. Table(DerbyDocument.LeadDirectories).Select(row => row[0]), "Liz Beswick", "Richard Lakin", "Wenna Stockdale"];
        HashSet<string> posts = [.. Sheets.Rows("posts").Select(post => post["title"])];

        Assert.Equal(59, printed.Count);
        Assert.All(People, person => Assert.True(printed.Contains(person["name"]) || posts.Contains(person["name"]), person["name"]));
        Assert.All(People, person => Assert.EndsWith("@example.org", person["email"], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Jacqui Jenson", "Jacqui Jensen")]
    [InlineData("Elizabeth Williamson", "Liz Williamson")]
    [InlineData("Corinne Clemson", "Corrine Clemson")]
    [InlineData("Tim O'Neil", "Tim O'Neill")]
    public void A_name_printed_in_two_spellings_is_one_person_and_a_confirmed_alias(string printed, string directory)
    {
        SheetRow alias = Assert.Single(Aliases, row => row["kind"] == "person" && row["as_written"] == printed);

        Assert.Equal(PersonCalled(directory)["email"], alias["means"]);
        Assert.NotEqual("", alias["confirmed_by"]);
        Assert.Equal(directory, PersonCalled(printed)["name"]);
    }

    [Theory]
    [InlineData("ВН6", "BH6")]
    [InlineData("MAPC 2", "MAPC2")]
    [InlineData("AEW1", "AEWB1")]
    [InlineData("AEW2", "AEWB2")]
    [InlineData("AEWB 3", "AEWB3")]
    [InlineData("AEWB 6", "AEWB6")]
    public void A_code_printed_oddly_is_a_confirmed_alias_of_an_action(string printed, string code)
    {
        SheetRow alias = Assert.Single(Aliases, row => row["kind"] == "code" && row["as_written"] == printed);

        Assert.Equal(code, alias["means"]);
        Assert.Contains(Actions, action => action["code"] == code);
    }

    [Fact]
    public void Every_key_action_stands_under_its_group_and_its_overarching_priority()
    {
        string[][] printed = [.. Table(DerbyDocument.KeyActions).Where(row => row[0][0] == '#')];

        Assert.Equal(printed.Select(row => row[0][2..]), Actions.Select(action => action["code"]));
        Assert.All(printed.Zip(Actions), pair =>
        {
            Assert.StartsWith(pair.First[2], pair.Second["text"], StringComparison.Ordinal);
            Assert.StartsWith(pair.First[1], Single(Priorities, "code", pair.Second["priorities"])["text"], StringComparison.Ordinal);
            Assert.Equal(GroupOf(pair.Second["code"]), pair.Second["bodies"]);
        });
    }

    [Fact]
    public void Every_deliverable_stands_in_its_place_with_its_words_its_figures_and_its_leads()
    {
        int next = 0;
        string action = "";
        foreach (string[] row in Table(DerbyDocument.KeyActions))
        {
            if (row[0][0] == '#')
            {
                action = row[0][2..];
                continue;
            }

            SheetRow deliverable = Deliverables[next++];
            Assert.Equal(action, deliverable["action"]);
            Assert.StartsWith(row[0], deliverable["text"], StringComparison.Ordinal);
            Assert.Equal("2008-09", deliverable["plan_year"]);
            AssertFigures(row[1], deliverable);
            Assert.Equal(row[2] == "nobody" ? [] : row[2].Split(" + ").Select(name => PersonCalled(name)["email"]), List(deliverable["leads"]));
        }

        Assert.Equal(172, next);
        Assert.Equal(next, Deliverables.Count);
    }

    [Fact]
    public void The_one_deliverable_without_a_lead_is_left_without_one()
    {
        SheetRow deliverable = Assert.Single(Deliverables, row => row["leads"].Length == 0);

        Assert.Equal("To ensure 95% of all schools return the annual record of bullying and racist incidents in school to the LA.", deliverable["text"]);
        Assert.StartsWith("post:", Single(Indicators, "code", deliverable["indicator"])["lead"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SS2b", "31", "15.5")]
    [InlineData("SS4b", "1.7", "1.5")]
    public void A_baseline_stands_where_one_is_printed(string code, string baseline, string value)
    {
        SheetRow target = Single(Targets, "indicator", code);

        Assert.Equal(baseline, target["baseline"]);
        Assert.Equal(value, target["value"]);
    }

    [Fact]
    public void No_other_baseline_is_filled_in() => Assert.Equal(["SS2b", "SS4b"], Targets.Where(row => row["baseline"].Length > 0).Select(row => row["indicator"]));

    [Theory]
    [InlineData("be-healthy", "Effectiveness of child and adolescent mental health services (CAMHS)", "")]
    [InlineData("be-healthy", "Under 18 conception", "42.1")]
    [InlineData("stay-safe", "Children becoming the subject of a Child Protection Plan for a second or subsequent time", "16")]
    [InlineData("enjoy-and-achieve", "17 Statutory Local Authority targets", "")]
    [InlineData("enjoy-and-achieve", "Children and Young people's participation in high quality PE and sport", "")]
    [InlineData("make-a-positive-contribution", "Young people's participation in positive activities", "19")]
    [InlineData("make-a-positive-contribution", "First time entrants into the Youth Justice System aged 10-17", "")]
    [InlineData("achieve-economic-wellbeing", "16-18 year olds who are not in education, training or employment NEET", "7.6")]
    [InlineData("achieve-economic-wellbeing", "Proportion of children in poverty", "")]
    public void Every_indicator_of_the_local_agreement_is_one_measure(string body, string words, string value)
    {
        SheetRow measure = Assert.Single(Indicators, row => row["definition"].Contains(words, StringComparison.Ordinal));

        Assert.Contains("laa", List(measure["scope"]));
        Assert.Equal(body, measure["bodies"]);
        Assert.Equal(value, Targets.FirstOrDefault(row => row["indicator"] == measure["code"])?["value"] ?? "");
    }

    [Fact]
    public void Nothing_else_is_an_indicator_of_the_local_agreement() => Assert.Equal(9, Indicators.Count(row => List(row["scope"]).Contains("laa")));

    [Fact]
    public void Measures_that_the_document_does_not_define_are_not_asked()
    {
        Assert.Equal(
            ["BH7a", "MAPC7b", "AEWB2a", "LAABH1", "LAAEA1", "LAAAEWB1"],
            Indicators.Where(row => row["state"] == "not-yet-defined").Select(row => row["code"]));
        Assert.All(Indicators.Where(row => row["state"] == "not-yet-defined"), row => Assert.DoesNotContain(Targets, target => target["indicator"] == row["code"] && target["value"].Length > 0));
    }

    [Fact]
    public void Every_compiling_officer_is_a_post()
    {
        HashSet<string> posts = [.. Sheets.Rows("posts").Select(post => "post:" + post["code"])];

        Assert.All(Indicators, row => Assert.Contains(row["compiling"], posts));
    }

    [Fact]
    public void Every_measure_and_every_target_has_its_place()
    {
        Assert.All(Targets, row => Single(Indicators, "code", row["indicator"]));
        Assert.All(Deliverables.Where(row => row["kind"] == "target"), row => Single(Indicators, "code", row["indicator"]));
        Assert.All(Deliverables.Where(row => row["kind"] != "target"), row => Assert.Equal("", row["indicator"]));
        Assert.All(Indicators.Where(row => row["lead"].Contains('@', StringComparison.Ordinal)), row => Single(People, "email", row["lead"]));
    }

    [Theory]
    [InlineData("MAPC3d01", "SS4d01")]
    [InlineData("MAPC4d01", "SS4d01")]
    [InlineData("AEWB5d02", "AEWB4d01")]
    [InlineData("SS6d01", "SS1d05")]
    public void What_is_printed_twice_is_asked_once(string again, string first)
    {
        SheetRow repeated = Single(Deliverables, "code", again);

        Assert.Equal(first, repeated["same_as"]);
        Assert.Equal(Single(Deliverables, "code", first)["indicator"], repeated["indicator"]);
    }

    [Theory]
    [InlineData("BH7d02", "2008-12-31", "by December 2008")]
    [InlineData("EA2d01", "2008-06-30", "June 2008")]
    [InlineData("EA2d05", "2008-09-30", "September 2008")]
    [InlineData("EA2d06", "2008-09-30", "by September 2008")]
    [InlineData("AEWB2d02", "2008-09-30", "by September 2008")]
    [InlineData("AEWB4d01", "2008-11-30", "by November 2008")]
    [InlineData("AEWB5d01", "2008-11-30", "by November 2008")]
    [InlineData("AEWB5d02", "2008-11-30", "by November 2008")]
    [InlineData("AEWB5d03", "2008-11-30", "by November 2008")]
    [InlineData("AEWB6d03", "2008-08-31", "by August 2008")]
    [InlineData("SS2d02", "", "by 2010")]
    [InlineData("MAPC7d01", "", "by 2010")]
    public void A_printed_date_is_kept_in_its_words(string code, string due, string words)
    {
        SheetRow deliverable = Single(Deliverables, "code", code);

        Assert.Equal(due, deliverable["due"]);
        Assert.EndsWith(words, deliverable["due_text"], StringComparison.Ordinal);
    }

    [Fact]
    public void No_other_date_is_filled_in() => Assert.Equal(10, Deliverables.Count(row => row["due"].Length > 0));

    [Theory]
    [InlineData("be-healthy", "Equality Impact Group|Parenting Steering Group|Locality Planning Group|Teenage Pregnancy Commissioning Board|CAMHS Partnership and Commissioning Group|Disabled Children's Planning Group|Planning Group – Aiming High|Children in Care Strategic Group|Commissioners of Participation Group|Healthy Schools|B-Active Strategy Group|Family Nurse Partnership Steering Group")]
    [InlineData("stay-safe", "Equality Impact Group|Derby and Derbyshire LSCB Group|Locality Steering Group|Integrated Processes Implementation Group|Derby City CYP Departmental Management Team|Quality Assurance group|Child Death Review Group|Derby Safeguarding Children Board (DCSB)|DCSB Communication Group|Derby City Council Core Group|CIC Strategic Group|Community Safety Partnership|Missing Children Task Group|Public protection Police Strategic Group|Anti bullying Task Group|Multi-Agency Public Protection Arrangement|Senior Management Team")]
    [InlineData("enjoy-and-achieve", "Equality Impact Group|Locality Steering Group|Extended School Cluster Groups|CAMHS Partnership and Commissioning Group|Strategic Transition Group|Parenting Steering Group|Head Teachers Liaison Group")]
    [InlineData("make-a-positive-contribution", "Equality Impact Group|Parenting Steering Group|Strategic Parenting Group|Family Intervention Steering group|Locality Steering Group|Anti-Bullying Steering Group|CSP Stronger Strategy Group|Commissioners of Participation Group|Youth Crime Prevention Strategy Group")]
    [InlineData("achieve-economic-wellbeing", "Equality Impact Group|Locality Steering group|Derby City Partnership Jobs and Skills Group|Teenage Pregnancy Commissioning Board|14-19 Partnership|not in education, employment, training (NEET) prevention sub group|Aim Higher Partnership Committee|Physical Futures Group|Supporting People Commissioning Board|Homelessness Strategy and Review Housing Group|Strategic Transition Group")]
    public void Every_group_is_supported_by_those_the_document_names(string body, string groups) =>
        Assert.Equal(groups.Split('|'), List(Single(Bodies, "code", body)["supported_by"]));

    [Fact]
    public void Every_body_has_a_chair_and_a_secretary_whom_somebody_reads()
    {
        Assert.Equal(5, Bodies.Count(row => row["kind"] == "outcome-group"));
        Assert.Equal("Joint Strategic Commissioning Board", Single(Bodies, "kind", "board")["name"]);
        Assert.All(Bodies, row => Assert.All(["chair", "vice_chair", "secretary"], column => Single(People, "email", row[column])));
    }

    [Theory]
    [InlineData("priority", "Parenting|Safety, belonging and being valued in the community|Building ambition, aspiration and achievement|Physical, emotional wellbeing and safe choices")]
    [InlineData("principle", "Equality at the forefront of everything we do|To focus on prevention early intervention|Narrow the gap|To promote enjoyment for children, young people, and their families at home, in learning and in the community")]
    [InlineData("strategic-outcome", "Derby has positive, caring and responsible parents, who enable children and young people to meet the 5 Outcomes|To ensure all children and young people are listened to and can participate in decision making in their local communities|Children and young people are supported to develop and maintain positive relationships and have access to new opportunities|Children, young people and their families are supported to understand risk and how to make safe choices")]
    public void The_partnership_s_priorities_principles_and_outcomes_are_the_printed_ones(string kind, string texts) =>
        Assert.Equal(texts.Split('|'), Priorities.Where(row => row["kind"] == kind && row["body"].Length == 0).Select(row => row["text"]));

    [Theory]
    [InlineData("BH1", "Parenting Strategy", "")]
    [InlineData("MAPC3", "written August 2007", "done")]
    [InlineData("MAPC5", "Participation Strategy", "")]
    [InlineData("MAPC6", "PAYP Strategy", "")]
    public void Every_equality_impact_assessment_is_kept_and_no_state_is_guessed(string action, string words, string state)
    {
        SheetRow row = Single(Sheets.Rows("equality"), "about", action);

        Assert.Contains(words, row["statement"], StringComparison.Ordinal);
        Assert.Equal(state, row["eia"]);
    }

    [Theory]
    [InlineData("other_formats", "any other way, style or language|01332 716709|Hindi|01332 716945|Polish|01332 718010|Punjabi|ਕਿਰਪਾ|Urdu|معلومات|www.derby.gov.uk|Middleton House, 27 St Marys Gate, Derby DE1 3NN")]
    [InlineData("contact_phone", "01332 716924")]
    [InlineData("council", "Derby City Council")]
    public void The_back_page_is_kept_in_the_settings(string key, string words)
    {
        string value = Single(Sheets.Rows("partnership"), "key", key)["value"];

        Assert.All(words.Split('|'), word => Assert.Contains(word, value, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_sheet_is_plain_utf_8_with_line_feeds_and_lower_case_headers()
    {
        Assert.All(Directory.GetFiles(Sheets.Folder, "*.csv"), path =>
        {
            byte[] bytes = File.ReadAllBytes(path);
            string text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
            Assert.NotEqual('\uFEFF', text[0]);
            Assert.DoesNotContain('\r', text);
            Assert.DoesNotContain(text.Split('\n')[0], char.IsUpper);
        });
    }

    private static void AssertFigures(string figures, SheetRow deliverable)
    {
        if (figures.Length == 0)
        {
            Assert.Equal("", deliverable["indicator"]);
            return;
        }

        SheetRow[] own = [.. Targets.Where(row => row["indicator"] == deliverable["indicator"])];
        if (figures[0] == '~')
        {
            Assert.NotEmpty(own);
            Assert.All(own, row => Assert.Equal("", row["value"]));
            Assert.All(own, row => Assert.Contains(figures[1..], row["text"], StringComparison.Ordinal));
            return;
        }

        string[] values = figures.Split(' ');
        Assert.Equal(values[0], Assert.Single(own)["value"]);
        HashSet<string> measures = [.. Indicators.Where(row => row["action"] == deliverable["action"]).Select(row => row["code"])];
        Assert.All(values.Skip(1), value => Assert.Contains(Targets, row => measures.Contains(row["indicator"]) && row["value"] == value));
    }

    private static string GroupOf(string code) => code.TrimEnd('1', '2', '3', '4', '5', '6', '7', '8') switch
    {
        "BH" => "be-healthy",
        "SS" => "stay-safe",
        "EA" => "enjoy-and-achieve",
        "MAPC" => "make-a-positive-contribution",
        _ => "achieve-economic-wellbeing",
    };

    private static SheetRow PersonCalled(string name) =>
        Assert.Single(People, person => person["name"] == name || List(person["also_known_as"]).Contains(name));

    private static SheetRow OrganisationCalled(string name)
    {
        SheetRow? alias = Aliases.SingleOrDefault(row => row["kind"] == "organisation" && row["as_written"] == name);
        return alias is null ? Single(Organisations, "name", name) : Single(Organisations, "code", alias["means"]);
    }

    private static SheetRow Single(IReadOnlyList<SheetRow> sheet, string column, string value) => Assert.Single(sheet, row => row[column] == value);

    private static string[] List(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Dashes(string text) => text.Replace('–', '-');

    private static IEnumerable<string[]> Table(string text) => text.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries));
}
