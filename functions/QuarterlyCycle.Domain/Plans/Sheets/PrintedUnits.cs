using System.Globalization;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Finds printed numbers of one measure that do not agree on its unit, such as 15.20 beside 12.9%. The number is read; a person says which unit holds.</summary>
internal static class PrintedUnits
{
    private const int Thousand = 1000;

    public static void Check(PlanRows rows, ProblemList problems)
    {
        foreach (Indicator indicator in rows.Plan.Indicators)
        {
            List<Printed> numbers = [.. Numbers(rows.Plan, indicator.Code)];
            Percentages(indicator, numbers, rows, problems);
            Thousands(numbers, rows, problems);
        }
    }

    private static void Percentages(Indicator indicator, List<Printed> numbers, PlanRows rows, ProblemList problems)
    {
        if (indicator.Unit != IndicatorUnit.Percent && !indicator.IsChange)
        {
            foreach (Printed number in numbers.Where(number => number.IsPercentage))
            {
                problems.Warn(rows.RowOf(number.Record), "text", $"written as a percentage, but the unit of {indicator.Code} is {ChoiceWords.Of(indicator.Unit)}. The number was read; which unit holds?");
            }
        }
        else if (numbers.Find(number => number.IsPercentage) is { } percentage)
        {
            foreach (Printed number in numbers.Where(number => !number.IsPercentage))
            {
                problems.Warn(rows.RowOf(number.Record), "text", $"written without a per cent sign, but {indicator.Code} also has {percentage.Text}. The number was read; which unit holds?");
            }
        }
    }

    private static void Thousands(List<Printed> numbers, PlanRows rows, ProblemList problems)
    {
        if (numbers.Find(number => number.HasComma) is not { } grouped)
        {
            return;
        }

        foreach (Printed number in numbers.Where(number => !number.HasComma && Math.Abs(number.Value) >= Thousand))
        {
            problems.Warn(rows.RowOf(number.Record), "text", string.Create(CultureInfo.InvariantCulture, $"written without a comma between thousands, beside {grouped.Text}. They were read as {number.Value} and {grouped.Value}; do both count the same?"));
        }
    }

    private static IEnumerable<Printed> Numbers(Plan plan, string code)
    {
        IEnumerable<(object Record, string? Text)> cells = plan.FiguresOf(code).Select(figure => ((object)figure, figure.Text))
            .Concat(plan.TargetsOf(code).Select(target => ((object)target, target.Text)))
            .Concat(plan.ComparatorsOf(code).Select(comparator => ((object)comparator, comparator.Text)));
        foreach ((object record, string? text) in cells)
        {
            if (text is not null && PlainNumber.Read(text) is { } value)
            {
                yield return new Printed(record, text.Trim(), value);
            }
        }
    }

    private sealed record Printed(object Record, string Text, decimal Value)
    {
        public bool IsPercentage => Text.EndsWith('%');

        public bool HasComma => Text.Contains(',', StringComparison.Ordinal);
    }
}
