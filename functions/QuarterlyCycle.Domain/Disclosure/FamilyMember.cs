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
        if (!Indicator.HasFigure)
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

    public void AddCells(List<Cell> cells)
    {
        foreach (Cell?[] layer in (ReadOnlySpan<Cell?[]>)[_own, _yearToDate])
        {
            foreach (Cell? cell in layer)
            {
                if (cell is not null)
                {
                    cells.Add(cell);
                }
            }
        }
    }

    public void Put(int quarter, bool isYearToDate, Cell cell) => (isYearToDate ? _yearToDate : _own)[quarter] = cell;

    public Cell? At(int quarter, bool isYearToDate) => isYearToDate ? _yearToDate[quarter] : _own[quarter];

    /// <summary>Adds what ties a quarter's year to date to the quarters.</summary>
    public void AddOver(int quarter, List<Equation> equations)
    {
        if (_yearToDate[quarter] is not { } total)
        {
            return;
        }

        if (YearToDate.Repeats(Indicator))
        {
            AddRepeating(quarter, total, equations);
        }
        else
        {
            AddAdding(quarter, total, equations);
        }
    }

    private void AddRepeating(int quarter, Cell total, List<Equation> equations)
    {
        int latest = quarter;
        while (latest > 0 && _own[latest] is null)
        {
            latest--;
        }

        if (_own[latest] is not { } own)
        {
            return;
        }

        foreach (Addend addend in Cell.Addends)
        {
            if (total.Of(addend) is { } sum && own.Of(addend) is { } part && sum.Amount == part.Amount)
            {
                equations.Add(new Equation(EquationKind.Time, sum, part));
            }
        }
    }

    private void AddAdding(int quarter, Cell total, List<Equation> equations)
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

            Quantity?[] parts = new Quantity?[5];
            int count = 0;
            for (int number = before + 1; number <= quarter; number++)
            {
                if (IsAsked(number))
                {
                    parts[count++] = _own[number]?.Of(addend);
                }
            }

            if (before > 0)
            {
                parts[count++] = _yearToDate[before]!.Of(addend);
            }

            if (Sum.Of(EquationKind.Time, sum, parts.AsSpan(0, count)) is { } equation)
            {
                equations.Add(equation);
            }
        }
    }

    private bool IsAsked(int quarter) => YearToDate.IsDue(Indicator, new Quarter(_startYear, quarter));
}

/// <summary>Writes down a total and its parts where they do add up.</summary>
internal static class Sum
{
    /// <summary>The equation, with what is missing as one more unknown; null where the parts say nothing of the total.</summary>
    public static Equation? Of(EquationKind kind, Quantity total, ReadOnlySpan<Quantity?> parts, bool mayLeaveRest = true)
    {
        int known = 0;
        decimal rest = total.Amount;
        foreach (Quantity? part in parts)
        {
            if (part is not null)
            {
                known++;
                rest -= part.Amount;
            }
        }

        if (known == 0)
        {
            return null;
        }

        bool someAreMissing = known < parts.Length;
        bool addsUp = rest == 0 && !someAreMissing;
        bool countsPeople = total.Kind != QuantityKind.Amount;

        // Parts that overlap add up to more than the total, and then nothing follows from them.
        bool leavesRest = countsPeople && rest >= 0 && (someAreMissing || mayLeaveRest);
        if (!addsUp && !leavesRest)
        {
            return null;
        }

        Quantity[] members = new Quantity[known + (addsUp ? 1 : 2)];
        members[0] = total;
        int place = 1;
        foreach (Quantity? part in parts)
        {
            if (part is not null)
            {
                members[place++] = part;
            }
        }

        if (!addsUp)
        {
            members[place] = new Quantity(rest, null, QuantityKind.Remainder);
        }

        return new Equation(kind, members);
    }
}
