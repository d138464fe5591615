namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Errors between the cells of one row.</summary>
internal static class RowRules
{
    public static void Check(IEnumerable<ReadSheet> sheets, ProblemList problems)
    {
        foreach (ReadRow row in sheets.SelectMany(sheet => sheet.Rows))
        {
            switch (row.Sheet.Form.Name)
            {
                case "people":
                    Person(row, problems);
                    break;
                case "indicators":
                    Indicator(row, problems);
                    break;
                case "targets":
                    Target(row, problems);
                    break;
                case "figures":
                    Figure(row, problems);
                    break;
                case "definition_changes" when row.Text("kind") == "rebase" && !(row.Has("by") && row.Has("on")):
                    problems.Error(row, "kind", "a rebase needs a reason, a date and a name: fill in reason, on and by.");
                    break;
                case "stages" when row.Whole("closes_day") < row.Whole("opens_day"):
                    problems.Error(row, "closes_day", "must not be before opens_day.");
                    break;
                default:
                    break;
            }
        }
    }

    private static void Person(ReadRow row, ProblemList problems)
    {
        if (row.Date("away_to") < row.Date("away_from"))
        {
            problems.Error(row, "away_to", "must not be before away_from.");
        }

        if (row.Has("stand_in") && row.Text("stand_in") == row.Text("email"))
        {
            problems.Error(row, "stand_in", "nobody stands in for themselves.");
        }
    }

    private static void Indicator(ReadRow row, ProblemList problems)
    {
        if (row.Yes("is_change") && row.Text("tolerance_kind") == "relative")
        {
            problems.Error(row, "tolerance_kind", "a measure that is itself a percentage change takes a tolerance in points: use absolute.");
        }

        if (row.Text("unit") == "rate" && !row.IsBad && row.Number("multiplier") is null or 0)
        {
            problems.Error(row, "unit", "a rate needs its multiplier, such as 1000.");
        }

        if (row.Text("unit") == "count" && row.Whole("decimals") > 0)
        {
            problems.Error(row, "decimals", "a count has no decimals.");
        }

        if (row.Has("tolerance_kind") && !row.Has("tolerance"))
        {
            problems.Error(row, "tolerance_kind", "needs a number in tolerance.");
        }
    }

    private static void Target(ReadRow row, ProblemList problems)
    {
        if (row.IsBad)
        {
            return;
        }

        bool hasRange = row.Has("low") && row.Has("high");
        if (!row.Has("value") && !row.Has("low") && !row.Has("high") && !row.Has("text"))
        {
            problems.Error(row, "value", "a target needs value, or low and high, or text.");
        }

        if (row.Has("value") && (row.Has("low") || row.Has("high")))
        {
            problems.Error(row, "value", "a target has value, or low and high, not both.");
        }

        if (row.Has("low") != row.Has("high"))
        {
            problems.Error(row, row.Has("low") ? "low" : "high", "a range needs both low and high.");
        }

        if (row.Number("high") < row.Number("low"))
        {
            problems.Error(row, "high", "must not be less than low.");
        }

        if (row.Text("operator") == "between" && !hasRange && row.Has("value"))
        {
            problems.Error(row, "operator", "between needs low and high.");
        }

        if (row.Date("by") < row.Date("set_on"))
        {
            problems.Error(row, "by", "must not be before set_on.");
        }
    }

    private static void Figure(ReadRow row, ProblemList problems)
    {
        if (row.Has("value") && row.Has("reason"))
        {
            problems.Error(row, "reason", "a figure has a value or a reason why there is none, not both.");
        }

        bool hasOneCount = row.Has("numerator") != row.Has("denominator");
        if (hasOneCount && !row.IsBad && !row.Has("value") && !row.Has("text") && !row.Has("reason"))
        {
            problems.Error(row, row.Has("numerator") ? "numerator" : "denominator", "one count alone gives no figure: fill in both counts, or value.");
        }
    }
}
