using System.Text;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Plans.Sheets;
using Xunit;

namespace QuarterlyCycle.App.Tests.Plans;

public sealed class PlanSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_path_with_nothing_behind_it_is_one_clear_problem()
    {
        string path = Path.Combine(_folder.Path, "nowhere");

        Assert.Equal($"{path}: there is no folder or workbook here.", Assert.Single(PlanSource.Load(path).Errors).ToString());
    }

    [Fact]
    public void A_folder_without_csv_files_is_one_clear_problem() =>
        Assert.Equal("this folder has no CSV files.", Assert.Single(PlanSource.Load(_folder.Path).Errors).Message);

    [Fact]
    public void A_byte_order_mark_and_line_ends_of_windows_are_read()
    {
        WriteSmallPlan();
        string people = Path.Combine(_folder.Path, "people.csv");
        File.WriteAllText(people, File.ReadAllText(people).Replace("\n", "\r\n", StringComparison.Ordinal), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        PlanCheck check = PlanSource.Load(_folder.Path);

        Assert.Empty(check.Errors);
        Assert.Equal("Zoë Manager", check.Plan!.People[0].Name);
    }

    [Fact]
    public void A_file_that_is_not_utf_8_is_a_problem_and_not_a_missing_sheet()
    {
        WriteSmallPlan();
        File.WriteAllBytes(Path.Combine(_folder.Path, "bodies.csv"), Encoding.Latin1.GetBytes("code,name,kind\ncafe,Café,board\n"));

        IEnumerable<string> errors = PlanSource.Load(_folder.Path).Errors.Select(error => error.ToString());

        Assert.Equal(["bodies: this file is not UTF-8 text. In Excel, save it as \"CSV UTF-8\"."], errors.Where(error => error.StartsWith("bodies", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("code,name,kind\nboard,\"The Board,board\n", "bodies, row 2: a cell begins with a quotation mark and never ends.")]
    [InlineData("code,name,kind\nboard,\"The\" Board,board\n", "bodies, row 2: text follows the quotation mark that ends a cell. A quotation mark inside a cell is written twice.")]
    [InlineData("", "bodies: this file is empty: row 1 must hold the headers.")]
    public void A_file_that_is_no_csv_is_a_problem(string text, string expected)
    {
        WriteSmallPlan();
        File.WriteAllText(Path.Combine(_folder.Path, "bodies.csv"), text);

        Assert.Contains(expected, PlanSource.Load(_folder.Path).Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Rows_have_the_numbers_that_a_spreadsheet_shows()
    {
        WriteSmallPlan();
        File.WriteAllText(Path.Combine(_folder.Path, "bodies.csv"), "code,name,kind\nboard,\"The\nBoard\",board\n\n,Nameless,board\n");

        Assert.Equal(4, Assert.Single(PlanSource.Load(_folder.Path).Errors).Row);
    }

    [Fact]
    public void Quotes_commas_and_line_breaks_come_back_as_they_were()
    {
        WriteSmallPlan();
        string text = "code,name,kind\nboard,\"The \"\"Board\"\", in\ntwo lines\",board\n";
        File.WriteAllText(Path.Combine(_folder.Path, "bodies.csv"), text);
        using TemporaryFolder written = new();

        PlanFolder.Write(PlanSource.Load(_folder.Path).Plan!, written.Path);

        Assert.Equal(text, File.ReadAllText(Path.Combine(written.Path, "bodies.csv")));
    }

    [Fact]
    public void An_archived_plan_is_the_same_plan()
    {
        WriteSmallPlan();
        Plan plan = PlanSource.Load(_folder.Path).Plan!;

        byte[] frozen = PlanArchive.Write(plan);

        Assert.Equal(frozen, PlanArchive.Write(PlanArchive.Read(frozen)));
        Assert.Equal("Zoë Manager", PlanArchive.Read(frozen).FirstProjectManager.Name);
        Assert.Contains("Zoë", Encoding.UTF8.GetString(frozen), StringComparison.Ordinal);
    }

    private void WriteSmallPlan()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "partnership.csv"), "key,value\nname,Northton\n");
        File.WriteAllText(Path.Combine(_folder.Path, "organisations.csv"), "code,name,email_domains\ncouncil,Northton Council,northton.example\n");
        File.WriteAllText(Path.Combine(_folder.Path, "people.csv"), "email,name,organisation,roles\nzoe@northton.example,Zoë Manager,council,project-manager\n");
        File.WriteAllText(Path.Combine(_folder.Path, "bodies.csv"), "code,name,kind\nboard,The Board,board\n");
        File.WriteAllText(Path.Combine(_folder.Path, "indicators.csv"), "code,name,bodies,unit,kind,compiling,lead,polarity\n");
    }
}
