namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <content>Short words for writing the tables of columns.</content>
internal static partial class SheetForms
{
    private static PlanColumn Key(string name, Named names) => new(name, ColumnType.Code) { Required = true, IsKey = true, Names = names };

    private static PlanColumn Code(string name, Named names) => new(name, ColumnType.Code) { Names = names };

    private static PlanColumn Text(string name) => new(name, ColumnType.Text);

    private static PlanColumn YesNo(string name) => new(name, ColumnType.YesNo);

    private static PlanColumn Whole(string name, decimal? least = null, decimal? most = null) => new(name, ColumnType.Whole) { Least = least, Most = most };

    private static PlanColumn Number(string name, decimal? least = null, decimal? most = null) => new(name, ColumnType.Number) { Least = least, Most = most };

    private static PlanColumn Date(string name) => new(name, ColumnType.Date);

    private static PlanColumn Time(string name) => new(name, ColumnType.Time);

    private static PlanColumn Period(string name) => new(name, ColumnType.Period);

    private static PlanColumn MailDomain(string name) => new(name, ColumnType.MailDomain);

    private static PlanColumn Email(string name) => new(name, ColumnType.Email) { Names = Named.Person };

    private static PlanColumn Owner(string name) => new(name, ColumnType.Owner);

    private static PlanColumn Choice<T>(string name)
        where T : struct, Enum => new(name, ColumnType.Choice) { Choices = ChoiceWords.All<T>() };

    private static PlanColumn OneOf(string name, params string[] choices) => new(name, ColumnType.Choice) { Choices = choices };

    private static PlanColumn Needed(PlanColumn column) => column with { Required = true };

    private static PlanColumn List(PlanColumn column) => column with { IsList = true };
}
