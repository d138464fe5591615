using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.App.Tests.Plans;

public sealed class RotherhamPlanTests() : SamplePlanContract("rotherham-2010", "2010-11-Q1")
{
    private static readonly SampleSheets Sheets = new("rotherham-2010");

    /// <summary>The rows of the printed table that have a target for 2009/10 and a figure beside it.</summary>
    public static TheoryData<string, string, string, string> Judged
    {
        get
        {
            TheoryData<string, string, string, string> rows = [];
            foreach ((string code, string[] cells) in RotherhamDocument.Codes.Zip(RotherhamDocument.Table(RotherhamDocument.Indicators)))
            {
                if (cells[7] is "✓" or "✗")
                {
                    rows.Add(code, cells[7], cells[8], cells[9]);
                }
            }

            return rows;
        }
    }

    [Fact]
    public void Rotherhams_open_questions_are_warnings()
    {
        Assert.Equal(["PC2e2d1", "PC2e2d2", "PC3n1d1", "PC4n1d1"], Doubted("deliverables", "code", "there is no lead; the request goes to the project manager."));
        Assert.Equal(["NI22"], Doubted("indicators", "code", "there is no target for this measure."));
        Assert.Equal(["NI19", "NI43", "NI45", "NI110", "NI113a", "NI114", "NI115", "NI22"], Doubted("comparators", "indicator", "the number of members is missing; reports print it beside the value."));
        Assert.Equal(38, Check.Warnings.Count);
    }

    [Fact]
    public void A_mark_where_a_target_would_stand_is_kept_and_sets_none()
    {
        string[] marked = Doubted("targets", "text", "no target is set for this period; the mark is kept as it was printed.");

        Assert.Equal(17, marked.Length);
        Assert.Equal(16, marked.Count(text => text == "-"));
        Assert.Contains("N/A", marked);
    }

    [Fact]
    public void Targets_looser_than_the_latest_figure_are_named() =>
        Assert.Equal(
            [
                "looser than the latest figure, 0.28 for 2009-10.", "looser than the latest figure, 98.6 for 2009-10.",
                "looser than the latest figure, 212 for 2009-10.", "looser than the latest figure, 784 for 2009-10.",
            ],
            Check.Warnings.Where(warning => warning is { Sheet: "targets", Header: "value" }).Select(warning => warning.Message));

    [Fact]
    public void Where_the_units_in_a_row_differ_the_number_is_read_and_the_unit_is_asked() =>
        Assert.Equal(
            [
                "targets, row 20, column D (text), \"1425\": written without a comma between thousands, beside 1,406. They were read as 1425 and 1406; do both count the same?",
                "figures, row 24, column D (text), \"15.20\": written without a per cent sign, but NI115 also has 12.9%. The number was read; which unit holds?",
                "comparators, row 26, column E (text), \"23.2\": written without a per cent sign, but NI22 also has 20%. The number was read; which unit holds?",
                "comparators, row 27, column E (text), \"29.6\": written without a per cent sign, but NI22 also has 20%. The number was read; which unit holds?",
            ],
            Check.Warnings.Where(warning => warning.Message.StartsWith("written without", StringComparison.Ordinal)).Select(warning => warning.ToString()));

    [Theory]
    [InlineData("NI113b", "2009-10", PlanFigureReason.NotKnown)]
    [InlineData("NI22", "2009-10", PlanFigureReason.NotSupplied)]
    public void A_dash_is_not_known_and_a_blank_was_not_supplied(string code, string year, PlanFigureReason reason)
    {
        PlanFigure figure = Assert.Single(Check.Plan!.FiguresOf(code), figure => figure.Period.Code == year);

        Assert.Null(figure.Value);
        Assert.Equal(reason, figure.Reason);
    }

    [Fact]
    public void Only_a_change_on_a_baseline_may_be_below_zero()
    {
        Assert.Equal("NI112", Assert.Single(Check.Plan!.Indicators, indicator => indicator.IsChange).Code);
        Assert.Equal(["NI112"], Check.Plan!.Figures.Where(figure => figure.Value < 0).Select(figure => figure.Indicator).Distinct());
    }

    [Theory]
    [MemberData(nameof(Judged))]
    public void The_service_works_out_the_symbols_that_the_document_prints_for_2009_10(string code, string onTarget, string direction, string yearToDate)
    {
        Indicator indicator = Check.Plan!.Indicator(code)!;
        Target target = Assert.Single(Check.Plan.TargetsOf(code), target => target.Period.Code == "2009-10");
        Figure[] figures = [.. Check.Plan.FiguresOf(code).Select(figure => Figure.Of(indicator, figure))];

        TargetStatus status = TargetStatusRule.Judge(figures[1].Value!.Value, AimedTarget.Of(target, indicator.Polarity)!, StatusSettings.Of(Check.Plan.Partnership, indicator));

        Assert.Equal(yearToDate, status.Symbol);
        Assert.Equal(onTarget, status.Misses ? "✗" : "✓");
        Assert.Equal(direction, DirectionOfTravelRule.Judge(figures[1], figures[0], indicator.Polarity, []).Arrow);
    }

    [Fact]
    public void Ten_rows_of_the_table_can_be_held_against_what_is_printed() => Assert.Equal(10, Judged.Count);

    // A warning counts sheet rows as a spreadsheet does: the headers are row 1.
    private string[] Doubted(string sheet, string column, string message)
    {
        IReadOnlyList<SheetRow> rows = Sheets.Rows(sheet);
        return [.. Check.Warnings.Where(warning => warning.Sheet == sheet && warning.Message == message).Select(warning => rows[warning.Row!.Value - 2][column])];
    }
}
