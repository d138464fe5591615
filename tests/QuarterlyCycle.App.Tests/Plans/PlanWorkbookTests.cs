using System.IO.Compression;
using System.Text;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.Documents.Workbooks;
using QuarterlyCycle.Domain.Plans.Sheets;
using Xunit;

namespace QuarterlyCycle.App.Tests.Plans;

public sealed class PlanWorkbookTests
{
    [Fact]
    public void Every_kind_of_cell_is_read_as_what_it_says()
    {
        byte[] workbook = RawWorkbook.Write(
            ["text", " Café "],
            ("meetings", """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>inline</t></is></c></row>
                <row r="3">
                  <c r="A3" t="s"><v>1</v></c>
                  <c r="B3"><v>42.1</v></c>
                  <c r="C3" s="1"><v>39738</v></c>
                  <c r="D3" s="2"><v>39738</v></c>
                  <c r="E3" s="3"><v>0.95</v></c>
                  <c r="F3" s="4"><v>0.708333333333333</v></c>
                  <c r="G3" t="b"><v>1</v></c>
                  <c r="H3" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>
                  <c r="I3"><f>1+1</f><v>2</v></c>
                  <c r="J3"><v>0.1</v></c>
                  <c r="K3"><v>1E-05</v></c>
                </row>
                """, ""));

        WorkbookTable table = Assert.Single(WorkbookTables.Read(workbook).Tables);

        Assert.Empty(table.Faults);
        Assert.Equal(["text", "", "inline"], table.Rows[0].Cells);
        Assert.Equal(3, table.Rows[1].Number);
        Assert.Equal([" Café ", "42.1", "2008-10-17", "2008-10-17", "95%", "17:00", "TRUE", "ab", "2", "0.1", "0.00001"], table.Rows[1].Cells);
    }

    [Fact]
    public void Merged_cells_formulas_without_a_value_and_spreadsheet_errors_are_named()
    {
        byte[] workbook = RawWorkbook.Write(
            ["code", "name", "kind"],
            ("bodies", """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
                <row r="2"><c r="A2"><f>A9</f></c><c r="B2" t="e"><v>#REF!</v></c></row>
                <row r="3"><c r="A3" t="str"><f>B9&amp;""</f></c><c r="B3"><f>C9</f><v></v></c><c r="C3" t="str"><f>""</f><v></v></c></row>
                """, "<mergeCells count=\"1\"><mergeCell ref=\"B4:C4\"/></mergeCells>"));

        IEnumerable<string> errors = PlanWorkbook.Load("plan.xlsx", workbook).Errors.Where(error => error.Sheet == "bodies").Select(error => error.ToString());

        Assert.Contains("bodies, row 2, column A (code), \"=A9\": this formula has no stored value. Open the workbook, let it calculate, and save it.", errors);
        Assert.Contains("bodies, row 3, column A (code), \"=B9&\"\"\": this formula has no stored value. Open the workbook, let it calculate, and save it.", errors);
        Assert.Contains("bodies, row 3, column B (name), \"=C9\": this formula has no stored value. Open the workbook, let it calculate, and save it.", errors);
        Assert.DoesNotContain(errors, error => error.StartsWith("bodies, row 3, column C", StringComparison.Ordinal) && error.Contains("stored value", StringComparison.Ordinal));
        Assert.Contains("bodies, row 2, column B (name), \"#REF!\": this is a spreadsheet error, not a value.", errors);
        Assert.Contains("bodies, row 4, column B (name), \"B4:C4\": these cells are merged. Unmerge them and fill each one.", errors);
    }

    [Theory]
    [InlineData("This is no workbook at all.", "this is not an .xlsx workbook.")]
    [InlineData("", "this is not an .xlsx workbook.")]
    public void A_workbook_that_is_no_workbook_is_one_clear_problem(string content, string expected) =>
        Assert.Equal($"plan.xlsx: {expected}", Assert.Single(PlanWorkbook.Load("plan.xlsx", Encoding.UTF8.GetBytes(content)).Errors).ToString());

    [Fact]
    public void A_zip_file_that_is_no_workbook_is_one_clear_problem()
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("readme.txt");
        }

        Assert.Equal("this is not an .xlsx workbook.", Assert.Single(PlanWorkbook.Load("plan.xlsx", bytes.ToArray()).Errors).Message);
    }

    [Fact]
    public void A_torn_workbook_is_one_clear_problem_wherever_it_was_torn()
    {
        byte[] whole = RawWorkbook.Write(["code"], ("bodies", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", ""));

        for (int length = 0; length < whole.Length; length += 37)
        {
            WorkbookReading reading = WorkbookTables.Read(whole[..length]);
            Assert.Equal("this is not an .xlsx workbook.", reading.Problem);
        }
    }

    [Fact]
    public void A_workbook_whose_parts_are_broken_xml_is_one_clear_problem()
    {
        byte[] broken = RawWorkbook.Write(["code"], ("bodies", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></row>", ""));

        Assert.Equal("this is not an .xlsx workbook.", WorkbookTables.Read(broken).Problem);
    }

    [Fact]
    public void A_workbook_with_a_password_says_so()
    {
        byte[] locked = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];

        Assert.Equal("this workbook has a password, or is an old .xls. Save it as .xlsx without a password.", Assert.Single(PlanWorkbook.Load("plan.xlsx", locked).Errors).Message);
    }

    [Fact]
    public void A_small_file_that_unpacks_into_a_huge_one_is_refused()
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            byte[] nothing = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte <= 200; megabyte++)
            {
                part.Write(nothing);
            }
        }

        Assert.Equal(WorkbookTables.TooLarge, WorkbookTables.Read(bytes.ToArray()).Problem);
    }

    [Fact]
    public void Text_that_looks_like_a_number_comes_back_letter_for_letter()
    {
        string[] cells = ["007", "1.50", "1.5", "-3", "01332 555", "2008-09 Q2", "=1+1", "1e3", "+4", " spaced ", "two\nlines", "0.1", "123456789012345678"];
        WorkbookTable table = new("sheet", [new WorkbookRow(1, ["a"]), new WorkbookRow(2, cells)]);

        Assert.Equal(cells, WorkbookTables.Read(WorkbookTables.Write([table])).Tables[0].Rows[1].Cells);
    }

    [Fact]
    public void A_plan_from_a_workbook_names_the_row_and_column_that_the_spreadsheet_shows()
    {
        WorkbookTable bodies = new("bodies", [new WorkbookRow(1, ["", "code", "name", "kind"]), new WorkbookRow(7, ["", "board", "The Board", "boards"])]);

        PlanCheck check = PlanWorkbook.Load("plan.xlsx", WorkbookTables.Write([bodies]));

        Assert.Contains("bodies, row 7, column D (kind), \"boards\": must be one of outcome-group, board, scrutiny, theme-group, lead-group, sub-group, panel. Did you mean board?", check.Errors.Select(error => error.ToString()));
    }
}
