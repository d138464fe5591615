using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>One measure in one financial year: its quarters and their years to date.</summary>
internal sealed class FamilyMember
{
    private readonly Cell?[] _own = new Cell?[5];
    private readonly Cell?[] _yearToDate = new Cell?[5];
    private readonly int _startYear;

    public FamilyMember(Indicator indicator, int startYear)
    {
        Indicator = indicator;
        _startYear = startYear;
    }

    /// <summary>The measure as it is known now.</summary>
    public FamilyMember(IndicatorHistory history, int startYear, int lastQuarter)
        : this(history.Indicator, startYear)
    {
        if (!Indicator.HasFigure || history.Figures.Count == 0)
        {
            return;
        }

        for (int number = 1; number <= lastQuarter; number++)
        {
            Quarter quarter = new(startYear, number);
            _own[number] = history.At(quarter) is { Value: not null } own ? new Cell(Indicator, own, number, isYearToDate: false) : null;
            _yearToDate[number] = history.YearToDateAt(quarter) is { Value: not null } toDate ? new Cell(Indicator, toDate, number, isYearToDate: true) : null;
        }
    }

    public Indicator Indicator { get; }

    public IEnumerable<Cell> Cells => _own.Concat(_yearToDate).OfType<Cell>();

    /// <summary>Whether some year to date holds a quarter that is not known by itself.</summary>
    public bool HasGaps => Enumerable.Range(1, 4).Any(number => _yearToDate[number] is not null && IsAsked(number) && _own[number] is null);

    // A year to date of these repeats the latest quarter; of the others it adds the quarters up.
    private bool Repeats => Indicator.Kind is IndicatorKind.Snapshot or IndicatorKind.Rolling12 || Indicator.Frequency == Frequency.Annual;

    public void Put(int quarter, bool isYearToDate, Cell cell) => (isYearToDate ? _yearToDate : _own)[quarter] = cell;

    public Cell? At(int quarter, bool isYearToDate) => isYearToDate ? _yearToDate[quarter] : _own[quarter];

    /// <summary>What ties a quarter's year to date to the quarters.</summary>
    public IEnumerable<Equation> Over(int quarter)
    {
        if (_yearToDate[quarter] is not { } total)
        {
            return [];
        }

        return Repeats ? Repeating(quarter, total) : Adding(quarter, total);
    }

    private IEnumerable<Equation> Repeating(int quarter, Cell total)
    {
        if (Enumerable.Range(1, quarter).Reverse().Select(number => _own[number]).FirstOrDefault(cell => cell is not null) is not { } own)
        {
            yield break;
        }

        foreach (Addend addend in Cell.Addends)
        {
            if (total.Of(addend) is { } sum && own.Of(addend) is { } part && sum.Amount == part.Amount)
            {
                yield return new Equation(quarter, EquationKind.Time, sum, [part]);
            }
        }
    }

    private IEnumerable<Equation> Adding(int quarter, Cell total)
    {
        int before = quarter - 1;
        while (before > 0 && _yearToDate[before] is null)
        {
            before--;
        }

        foreach (Addend addend in Cell.Addends)
        {
            if (total.Of(addend) is not { } sum || (addend == Addend.Value && !YearToDate.IsSum(Indicator)))
            {
                continue;
            }

            List<Quantity?> parts = [.. Enumerable.Range(before + 1, quarter - before).Where(IsAsked).Select(number => _own[number]?.Of(addend))];
            if (before > 0)
            {
                parts.Add(_yearToDate[before]!.Of(addend));
            }

            if (Sum.Of(quarter, EquationKind.Time, sum, parts) is { } equation)
            {
                yield return equation;
            }
        }
    }

    private bool IsAsked(int quarter) => YearToDate.IsDue(Indicator, new Quarter(_startYear, quarter));
}

/// <summary>Writes down a total and its parts where they do add up.</summary>
internal static class Sum
{
    /// <summary>The equation, with what is missing as one more unknown; null where the parts say nothing of the total.</summary>
    public static Equation? Of(int quarter, EquationKind kind, Quantity total, IReadOnlyList<Quantity?> parts, bool mayLeaveRest = true)
    {
        List<Quantity> known = [.. parts.OfType<Quantity>()];
        if (known.Count == 0)
        {
            return null;
        }

        bool someAreMissing = known.Count < parts.Count;
        decimal rest = total.Amount - known.Sum(part => part.Amount);
        bool countsPeople = total.Kind != QuantityKind.Amount;
        if (rest == 0 && !someAreMissing)
        {
            return new Equation(quarter, kind, total, known);
        }

        // Parts that overlap add up to more than the total, and then nothing follows from them.
        return countsPeople && rest >= 0 && (someAreMissing || mayLeaveRest)
            ? new Equation(quarter, kind, total, [.. known, new Quantity(rest, null, QuantityKind.Remainder)])
            : null;
    }
}
