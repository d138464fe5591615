using System.Globalization;
using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>One row being written; a value that is the default is left out.</summary>
internal sealed class CellWords
{
    public Dictionary<string, string> Cells { get; } = [];

    public CellWords Text(string column, string? text) => Put(column, text ?? "");

    public CellWords List(string column, IEnumerable<string> parts) => Put(column, string.Join(';', parts));

    public CellWords Owner(string column, Owner? owner) => Put(column, owner?.ToString() ?? "");

    public CellWords Owners(string column, IEnumerable<Owner> owners) => List(column, owners.Select(owner => owner.ToString()));

    public CellWords Number(string column, decimal? number) => Put(column, number?.ToString(CultureInfo.InvariantCulture) ?? "");

    public CellWords Date(string column, DateOnly? day) => Put(column, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    public CellWords Time(string column, TimeOnly? time) => Put(column, time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "");

    public CellWords Period(string column, Period? period) => Put(column, period?.Code ?? "");

    public CellWords Choice<T>(string column, T? choice)
        where T : struct, Enum => Put(column, choice is { } value ? ChoiceWords.Of(value) : "");

    public CellWords Choices<T>(string column, IEnumerable<T> choices)
        where T : struct, Enum => List(column, choices.Select(choice => ChoiceWords.Of(choice)));

    public CellWords YesNo(string column, bool yes, bool otherwise = false) => Put(column, yes == otherwise ? "" : yes ? "yes" : "no");

    private CellWords Put(string column, string cell)
    {
        Cells[column] = cell;
        return this;
    }
}
