using System.Globalization;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Tests.Indicators;

namespace QuarterlyCycle.Domain.Tests.Disclosure;

/// <summary>A measure in parts whose quarters are published one after the other, with everything that a reader of them knows.</summary>
internal sealed class Publications
{
    private readonly List<IReadOnlyList<PublishedFigure>> _published = [];
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);

    public Attacker Reader { get; } = new();

    public DisclosureTable Last { get; private set; } = null!;

    /// <summary>What the packs printed as hidden, by the name under which the reader thinks of it.</summary>
    public IReadOnlyCollection<string> Hidden => _hidden;

    public static Indicator Total(bool isPercentage, IndicatorKind kind = IndicatorKind.Cumulative) => Measure("T", null, isPercentage, kind);

    public static Indicator Part(int number, bool isPercentage, IndicatorKind kind = IndicatorKind.Cumulative) =>
        Measure("P" + number.ToString(CultureInfo.InvariantCulture), "T", isPercentage, kind);

    /// <summary>The histories of a total and its parts, from counts by part and quarter of 2025-26.</summary>
    public static IReadOnlyList<IndicatorHistory> Counts(int[][] counts, IndicatorKind kind = IndicatorKind.Cumulative)
    {
        int quarters = counts[0].Length;
        IndicatorHistory Of(Indicator indicator, Func<int, int> count) =>
            Measures.History(indicator, [.. Enumerable.Range(1, quarters).Select(number => Figure.Of(indicator, new Quarter(2025, number).Period, count(number - 1)))]);
        return
        [
            Of(Total(false, kind), quarter => counts.Sum(part => part[quarter])),
            .. counts.Select((part, index) => Of(Part(index + 1, false, kind), quarter => part[quarter])),
        ];
    }

    /// <summary>The same of percentages, from numerators and rests.</summary>
    public static IReadOnlyList<IndicatorHistory> Percentages((int Numerator, int Others)[][] counts)
    {
        int quarters = counts[0].Length;
        IndicatorHistory Of(Indicator indicator, Func<int, int> numerator, Func<int, int> denominator) =>
            Measures.History(indicator, [.. Enumerable.Range(1, quarters).Select(number => Figure.OfCounts(indicator, new Quarter(2025, number).Period, numerator(number - 1), denominator(number - 1)))]);
        return
        [
            Of(Total(true), quarter => counts.Sum(part => part[quarter].Numerator), quarter => counts.Sum(part => part[quarter].Numerator + part[quarter].Others)),
            .. counts.Select((part, index) => Of(Part(index + 1, true), quarter => part[quarter].Numerator, quarter => part[quarter].Numerator + part[quarter].Others)),
        ];
    }

    /// <summary>Publishes a quarter's packs, which know what was published before, and lets the reader read them.</summary>
    public void Publish(IReadOnlyList<IndicatorHistory> histories, Quarter quarter)
    {
        IReadOnlyList<IndicatorHistory> known = [.. histories.Select(history => history with { Figures = [.. history.Figures.Where(figure => figure.Period.LastDay <= quarter.LastDay)] })];
        Last = Suppression.Of(known, quarter, new SmallNumbers(), _published);
        List<PublishedFigure> printed = [];
        foreach (IndicatorHistory history in known)
        {
            foreach (PublishedFigure figure in Last.Printed(history, quarter))
            {
                Read(history.Indicator, figure);
                printed.Add(figure);
            }
        }

        _published.Add(printed);

        for (int number = 1; number <= quarter.Number; number++)
        {
            Quarter each = new(quarter.StartYear, number);
            WriteDown(known, history => history.At(each));
            if (number == quarter.Number)
            {
                WriteDown(known, history => history.YearToDateAt(each));
                foreach (IndicatorHistory history in known.Where(history => history.Indicator.Kind != IndicatorKind.Snapshot))
                {
                    OverTime(history, each);
                }
            }
        }
    }

    /// <summary>The hidden numbers that the reader works out.</summary>
    public IReadOnlyList<string> Broken()
    {
        IReadOnlyDictionary<string, decimal> known = Reader.WorksOut();
        return [.. Hidden.Where(known.ContainsKey), .. Last.Exposed.Select(figure => $"given away: {figure.Indicator} {figure.Period}")];
    }

    private static Indicator Measure(string code, string? parent, bool isPercentage, IndicatorKind kind) =>
        (isPercentage ? Measures.Percentage() : Measures.Count()) with { Code = code, Parent = parent, Kind = isPercentage ? IndicatorKind.Average : kind };

    private static IEnumerable<(string Kind, decimal Number)> Numbers(decimal? value, decimal? numerator, decimal? denominator, bool isPercentage) =>
        !isPercentage ? [("value", value!.Value)]
        : numerator is { } above && denominator is { } below ? [("N", above), ("D", below), ("rest", below - above)]
        : [];

    // A number that did not change between two versions keeps its name, for the reader is told what changed.
    private static string Name(string code, Period period, string kind, decimal number) => string.Create(CultureInfo.InvariantCulture, $"{code} {period} {kind} #{number}");

    private static string[] Names(Figure figure) =>
        [.. Numbers(figure.Value, figure.Numerator, figure.Denominator, figure.Unit == IndicatorUnit.Percent).Select(number => Name(figure.Indicator, figure.Period, number.Kind, number.Number))];

    private void Read(Indicator indicator, PublishedFigure figure)
    {
        bool isPercentage = indicator.Unit == IndicatorUnit.Percent;
        foreach ((string kind, decimal number) in Numbers(figure.Value, figure.Numerator, figure.Denominator, isPercentage))
        {
            string name = Name(figure.Code, figure.Period, kind, number);
            if (figure.Hidden is null)
            {
                Reader.Knows(name, number);
                continue;
            }

            // The reader knows the rules, and for a quarter's figure even which of them hid it.
            bool isYearToDate = figure.Period.Kind == PeriodKind.YearToDate;
            bool isKnownAsSmall = !isYearToDate && figure.Hidden is (HidingRule.Primary or HidingRule.Derived) && number is >= 1 and <= 5;
            decimal least = isKnownAsSmall ? 1 : isPercentage || number <= 5 ? 0 : isYearToDate ? 1 : 6;
            Reader.Narrow(name, least, isKnownAsSmall ? 5 : null);
            if (kind != "D" ? !isPercentage || number != 0 : number is >= 1 and <= 5)
            {
                _hidden.Add(name);
            }
        }
    }

    private void WriteDown(IReadOnlyList<IndicatorHistory> histories, Func<IndicatorHistory, Figure?> figureOf)
    {
        string[][] names = [.. histories.Select(history => figureOf(history) is { Value: not null } figure ? Names(figure) : [])];
        if (names.Any(of => of.Length == 0))
        {
            return;
        }

        for (int kind = 0; kind < names[0].Length; kind++)
        {
            Reader.AddsUp(names[0][kind], names.Skip(1).Select(of => of[kind]));
        }

        foreach (string[] percentage in names.Where(of => of.Length == 3))
        {
            Reader.AddsUp(percentage[1], percentage[0], percentage[2]);
        }
    }

    private void OverTime(IndicatorHistory history, Quarter quarter)
    {
        string[] total = Names(history.YearToDateAt(quarter)!);
        string[][] parts = [.. Enumerable.Range(1, quarter.Number).Select(number => Names(history.At(new Quarter(quarter.StartYear, number))!))];
        for (int kind = 0; kind < total.Length; kind++)
        {
            Reader.AddsUp(total[kind], parts.Select(part => part[kind]));
        }
    }
}
