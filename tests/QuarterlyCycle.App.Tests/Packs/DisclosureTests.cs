using System.Globalization;
using AngleSharp.Dom;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Tests.Disclosure;
using Xunit;

namespace QuarterlyCycle.App.Tests.Packs;

/// <summary>Somebody collects the public reports, version after version and quarter after quarter, and works at what they hide.</summary>
public sealed class DisclosureTests
{
    private const string FirstQuarter = "2008-09-Q1";
    private const string NextQuarter = "2008-09-Q3";

    [Fact]
    public async Task Two_versions_and_two_quarters_of_a_table_of_parts_give_nothing_away()
    {
        using PackScene scene = await PackScene.Open(WithParts());
        PublicReader reader = new(scene);
        await reader.Answer(FirstQuarter, ("SS5", 64), ("SS5a", 25), ("SS5b", 30), ("SS5c", 9));
        await scene.AnswerAllBut();
        await reader.Answer(PackScene.Cycle, ("SS5", 32), ("SS5a", 3), ("SS5b", 20), ("SS5c", 9));
        await reader.Collect(PackScene.Cycle, "draft.1");
        await reader.Answer(PackScene.Cycle, ("SS5", 33), ("SS5a", 4));
        await reader.Collect(PackScene.Cycle, "draft.2");
        await scene.PlanCycle(NextQuarter);
        await reader.Answer(NextQuarter, ("SS5", 67), ("SS5a", 12), ("SS5b", 25), ("SS5c", 30));
        await reader.Collect(NextQuarter, "draft.1");

        Assert.Contains("SS5a 2008-09 Q2 #3", reader.Hidden);
        Assert.Contains("SS5c 2008-09 Q2 #9", reader.Hidden);
        Assert.Contains("SS5 2008-09 Q2 #33", reader.Hidden);
        Assert.Contains("SS5a 2008-09 YTD Q3 #41", reader.Hidden);
        Assert.Empty(reader.Broken());
    }

    [Fact]
    public async Task Two_quarters_of_Derbys_reports_give_nothing_away()
    {
        using PackScene scene = await PackScene.Open(PlanSource.Load(Path.Combine(AppContext.BaseDirectory, "Plans", "derby-2008-09")).Plan!);
        await scene.PlanCycle(FirstQuarter);
        PublicReader reader = new(scene);
        int number = 0;
        foreach (string cycle in new[] { FirstQuarter, PackScene.Cycle })
        {
            foreach (RequestedFigure figure in (await scene.Records.Figures.All(cycle)).Where(figure => !figure.IsMilestone))
            {
                await reader.Answer(cycle, (figure.Code, number++ * 7 % 23));
            }

            foreach (Domain.Timetables.GroupDates group in (await scene.Timetable()).Groups)
            {
                await reader.Collect(cycle, "draft.1", group.Body);
            }
        }

        Assert.NotEmpty(reader.Hidden);
        Assert.Empty(reader.Broken());
    }

    [Fact]
    public async Task The_exempt_edition_says_by_which_rule_each_number_is_hidden()
    {
        using PackScene scene = await PackScene.Open(WithParts());
        await scene.AnswerAllBut();
        await scene.Answer("SS5", 32);
        await scene.Answer("SS5a", 3);
        await scene.Answer("SS5b", 20);
        await scene.Answer("SS5c", 9);
        PackModel model = (await scene.Models.Read(await scene.Build()))!;

        IReadOnlyList<string> Notes(Pack pack, string code) => pack.Measures.First(measure => measure.Code == code).Notes;
        Assert.Contains("The figure is hidden in the public edition: it is a count from 1 to 5.", Notes(model.Exempt!, "SS5a"));
        Assert.Contains("The figure is hidden in the public edition: with the other parts and their total it would give away a hidden number.", Notes(model.Exempt!, "SS5c"));
        Assert.DoesNotContain(model.Public.Measures.SelectMany(measure => measure.Notes), note => note.Contains("hidden", StringComparison.Ordinal));
        Assert.Equal(["32", "[c]", "20", "[c]"], model.Public.Measures.Where(measure => measure.Code.StartsWith("SS5", StringComparison.Ordinal)).Select(measure => measure.Figure));
    }

    [Fact]
    public async Task A_version_remembers_what_it_printed_and_which_rule_hid_it()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut("SS2");
        await scene.Answer("SS2", 3m);
        PackVersion version = await scene.Build();

        IReadOnlyList<PublishedFigure> printed = await new PrintedFigures(scene.Records, scene.Files).Read(version);

        Assert.Equal((3m, HidingRule.Primary), printed.Where(figure => figure.Code == "SS2" && figure.Period.Code == "2008-09 Q2").Select(figure => (figure.Value!.Value, figure.Hidden!.Value)).Single());
        Assert.Null(printed.Single(figure => figure.Code == "SS4" && figure.Period.Code == "2008-09 Q2").Hidden);
    }

    [Fact]
    public async Task A_report_that_hides_only_a_year_to_date_has_an_exempt_edition()
    {
        Plan plan = PackPlan.Make();
        using PackScene scene = await PackScene.Open(plan with { Figures = [.. plan.Figures, new PlanFigure { Indicator = "SS2", Period = Period.Parse("2008-09 Q1"), Value = 2 }] });
        await scene.AnswerAllBut();
        PackVersion version = await scene.Build();

        PackModel model = (await scene.Models.Read(version))!;
        Assert.Equal(("18", "[c]"), model.Public.Measures.Where(measure => measure.Code == "SS2").Select(measure => (measure.Figure, measure.YearToDate!)).Single());
        Assert.Contains(version.Files, file => file.Edition == PackEdition.Exempt);
    }

    [Theory]
    [InlineData("Twenty were the first referrals; nine children came back.", "SS5c")]
    [InlineData("The nine young people of the other area come back most.", "SS5b")]
    [InlineData("SS5c stood at 9.", "SS4")]
    public async Task A_number_that_is_hidden_for_anothers_sake_may_not_be_said_either(string comment, string code)
    {
        using PackScene scene = await PackScene.Open(WithParts());
        await scene.AnswerAllBut(code);
        await scene.Answer("SS5", 32);
        await scene.Answer("SS5a", 3);
        await scene.Answer("SS5b", 20, code == "SS5b" ? comment : null);
        await scene.Answer("SS5c", 9, code == "SS5c" ? comment : null);
        await scene.Answer("SS4", 95, code == "SS4" ? comment : null);

        string finding = Assert.Single((await scene.Build()).MustFix);
        Assert.Equal($"Stay Safe, {code}, commentary: \"{comment}\". The text states a number that the report hides.", finding);
    }

    [Fact]
    public async Task A_hidden_figure_that_an_issued_version_gives_away_is_named_on_the_checklist()
    {
        Plan plan = PackPlan.Make();
        using PackScene scene = await PackScene.Open(plan);
        await scene.AnswerAllBut();
        await scene.BuildAndIssue();
        await scene.Plans.Save(plan with { Partnership = plan.Partnership with { SuppressHigh = 20 } }, "test");
        await scene.Records.Cycles.Change(PackScene.Cycle, cycle => cycle with { PlanVersion = 2 });
        scene.Plans.Forget(PackScene.Cycle);

        PackVersion version = await scene.Build(cause: "draft.2");

        Assert.Contains("SS2: \"2008-09 Q2\". This figure is hidden, but what was issued before lets a reader work it out.", version.ShouldCheck);
        Assert.Empty(version.MustFix);
    }

    [Fact]
    public async Task A_number_of_people_in_the_comment_of_an_unrelated_measure_is_its_own()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut("SS2", "SS4");
        await scene.Answer("SS2", 3m);
        await scene.Answer("SS4", 95m, "Three families moved away before the end.");

        Assert.Empty((await scene.Build()).MustFix);
    }

    [Fact]
    public async Task What_a_group_decided_and_the_summary_are_read_for_hidden_numbers_too()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut("SS2");
        await scene.Answer("SS2", 3m);
        PackScene.Accepted(await scene.Do(PackPlan.Manager, (id, at, by) => new WriteSummary { Id = id, AtUtc = at, By = by, Cycle = PackScene.Cycle, Body = PackScene.Group, Text = "Only three children went missing." }));
        PackScene.Accepted(await scene.Do(PackPlan.Chair, (id, at, by) => new RecordGroupUpdate
        {
            Id = id,
            AtUtc = at,
            By = by,
            Cycle = PackScene.Cycle,
            Body = PackScene.Group,
            Measures = [],
            Equality = "Disabled children wait longer.",
            AreasOfConcern = "The 3 cases of SS2\nPosts vacant since 3 October",
        }));

        IReadOnlyList<string> found = (await scene.Build()).MustFix;

        Assert.Contains(found, finding => finding.StartsWith("Summary", StringComparison.Ordinal));
        Assert.Contains(found, finding => finding.Contains("areas of concern", StringComparison.Ordinal) && finding.Contains("The 3 cases", StringComparison.Ordinal));
        Assert.DoesNotContain(found, finding => finding.Contains("3 October", StringComparison.Ordinal));
    }

    private static Plan WithParts()
    {
        Plan plan = PackPlan.Make();
        Indicator total = plan.Indicators.First(indicator => indicator.Code == "SS4") with { Code = "SS5", Name = "Repeat referrals" };
        return plan with
        {
            Indicators = [.. plan.Indicators, total, .. new[] { "a", "b", "c" }.Select(part => total with { Code = $"SS5{part}", Name = $"Repeat referrals, area {part}", Parent = "SS5" })],
            Figures = [.. plan.Figures, .. new[] { ("SS5", 64), ("SS5a", 25), ("SS5b", 30), ("SS5c", 9) }.Select(figure => new PlanFigure { Indicator = figure.Item1, Period = Period.Parse("2008-09 Q1"), Value = figure.Item2 })],
        };
    }

    /// <summary>Reads the counts and years to date of public reports, and keeps in mind what is hidden under the number that it has in truth.</summary>
    private sealed class PublicReader(PackScene scene)
    {
        private readonly Attacker _attacker = new();
        private readonly Dictionary<(string Code, Quarter Quarter), int> _truth = [];

        public HashSet<string> Hidden { get; } = new(StringComparer.Ordinal);

        public async Task Answer(string cycle, params (string Code, int Value)[] figures)
        {
            foreach ((string code, int value) in figures)
            {
                if (await scene.Records.Cycles.Get(cycle) is not null)
                {
                    await scene.Answer(code, value, cycle: cycle);
                }

                _truth[(code, Quarter.Parse(cycle))] = value;
            }
        }

        public async Task Collect(string cycle, string cause, string body = PackScene.Group)
        {
            Quarter quarter = Quarter.Parse(cycle);
            PackVersion version = await scene.Builder.Build(cycle, body, cause);
            await scene.Records.Packs.Change(cycle, body, version.Version, built => built with { State = PackState.Issued, IssuedUtc = scene.Clock.NowUtc.AddMinutes(version.Version) });
            Plan plan = await scene.Plans.ForCycle(cycle);
            foreach (IElement row in (await scene.Open(version)).QuerySelectorAll("tr").Where(row => row.Children.Length == 10 && row.QuerySelector("th") is not null))
            {
                if (plan.Indicator(row.Children[0].TextContent) is { Unit: IndicatorUnit.Count, Kind: IndicatorKind.Cumulative } measure && _truth.ContainsKey((measure.Code, quarter)))
                {
                    Read(Own(measure.Code, quarter), row.Children[4].TextContent);
                    Read(YearToDate(measure.Code, quarter), row.Children[8].TextContent);
                    WriteDown(plan, measure, quarter);
                }
            }

            // The charts' data.
            foreach (PackMeasure measure in (await scene.Models.Read(version))!.Public.Measures)
            {
                foreach (PackPoint point in measure.Past.Where(point => point.Value is not null && plan.Indicator(measure.Code) is { Unit: IndicatorUnit.Count, Kind: IndicatorKind.Cumulative }))
                {
                    Period period = Period.Parse(point.Period);
                    if (period.Kind == PeriodKind.Quarter && _truth.ContainsKey((measure.Code, new Quarter(period.StartYear, period.QuarterNumber!.Value))))
                    {
                        _attacker.Knows(Own(measure.Code, new Quarter(period.StartYear, period.QuarterNumber!.Value)), point.Value!.Value);
                    }
                }
            }
        }

        public IReadOnlyList<string> Broken()
        {
            IReadOnlyDictionary<string, decimal> known = _attacker.WorksOut();
            return [.. Hidden.Where(known.ContainsKey)];
        }

        private void Read(string name, string printed)
        {
            string number = printed.Split(' ')[0].Replace(",", "", StringComparison.Ordinal);
            if (decimal.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out decimal value))
            {
                _attacker.Knows(name, value);
            }
            else if (number == "[c]")
            {
                Hidden.Add(name);
                _attacker.Narrow(name, 1, null);
            }
        }

        private void WriteDown(Plan plan, Indicator measure, Quarter quarter)
        {
            List<Quarter> quarters = [.. Enumerable.Range(1, quarter.Number).Select(each => new Quarter(quarter.StartYear, each))];
            if (quarters.All(each => _truth.ContainsKey((measure.Code, each))))
            {
                _attacker.AddsUp(YearToDate(measure.Code, quarter), quarters.Select(each => Own(measure.Code, each)));
            }

            IReadOnlyList<Indicator> parts = plan.PartsOf(measure.Code);
            if (parts.Count > 0 && parts.Sum(part => _truth.GetValueOrDefault((part.Code, quarter))) == _truth[(measure.Code, quarter)])
            {
                _attacker.AddsUp(Own(measure.Code, quarter), parts.Select(part => Own(part.Code, quarter)));
            }
        }

        private string Own(string code, Quarter quarter) => string.Create(CultureInfo.InvariantCulture, $"{code} {quarter.Period} #{_truth[(code, quarter)]}");

        private string YearToDate(string code, Quarter quarter) => string.Create(
            CultureInfo.InvariantCulture,
            $"{code} {Period.YearToDate(quarter)} #{Enumerable.Range(1, quarter.Number).Sum(each => _truth.GetValueOrDefault((code, new Quarter(quarter.StartYear, each))))}");
    }
}
