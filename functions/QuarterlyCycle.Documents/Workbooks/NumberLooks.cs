using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;

namespace QuarterlyCycle.Documents.Workbooks;

/// <summary>What a number's format makes of it.</summary>
internal enum NumberLook
{
    Number,
    Percent,
    Date,
    Time,
}

/// <summary>Tells dates, times and percentages from numbers, which a workbook does only by format.</summary>
internal static class NumberLooks
{
    /// <summary>The look of each cell style, by its index.</summary>
    public static NumberLook[] Of(Stylesheet? styles)
    {
        Dictionary<uint, string> own = [];
        foreach (NumberingFormat format in styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            if (format is { NumberFormatId.Value: var id, FormatCode.Value: { } code })
            {
                own[id] = code;
            }
        }

        return [.. styles?.CellFormats?.Elements<CellFormat>().Select(format => Of(format.NumberFormatId?.Value ?? 0, own)) ?? []];
    }

    // The formats up to 163 are built in (ECMA-376 part 1, 18.8.30).
    private static NumberLook Of(uint id, Dictionary<uint, string> own) => id switch
    {
        _ when own.TryGetValue(id, out string? code) => OfCode(code),
        9 or 10 => NumberLook.Percent,
        >= 14 and <= 17 or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => NumberLook.Date,
        (>= 18 and <= 21) or (>= 45 and <= 47) => NumberLook.Time,
        _ => NumberLook.Number,
    };

    private static NumberLook OfCode(string code)
    {
        string letters = WithoutQuotes(code);
        if (letters.Contains('%', StringComparison.Ordinal))
        {
            return NumberLook.Percent;
        }

        bool hasDay = letters.Contains('d', StringComparison.Ordinal) || letters.Contains('y', StringComparison.Ordinal);
        bool hasHour = letters.Contains('h', StringComparison.Ordinal) || letters.Contains('s', StringComparison.Ordinal);
        bool isDate = hasDay || (letters.Contains('m', StringComparison.Ordinal) && !hasHour);
        return isDate ? NumberLook.Date : hasHour ? NumberLook.Time : NumberLook.Number;
    }

    // Text in quotes, in brackets (colours, currencies) and after a backslash is shown as it stands. "General" holds no date letters but is spared by name.
    private static string WithoutQuotes(string code)
    {
        StringBuilder letters = new();
        char until = '\0';
        for (int i = 0; i < code.Length; i++)
        {
            char letter = code[i];
            if (until != '\0')
            {
                until = letter == until ? '\0' : until;
            }
            else if (letter is '"' or '[')
            {
                until = letter == '"' ? '"' : ']';
            }
            else if (letter is '\\' or '_' or '*')
            {
                i++;
            }
            else
            {
                letters.Append(char.ToLowerInvariant(letter));
            }
        }

        return letters.ToString().Replace("general", "", StringComparison.Ordinal);
    }
}
