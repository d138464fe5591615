using QuarterlyCycle.Domain.Indicators;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>
/// Proves for each unknown that other whole numbers fit everything published as well, so that nobody can work it out: it looks for a
/// step along the solutions of the equations that changes the unknown and leaves every unknown inside what a reader knows of it.
/// A partnership has thousands of systems to solve, all small, so one after the other is solved in the same memory.
/// </summary>
internal sealed class Movement(SmallNumbers small)
{
    private const int MostTogether = 4;
    private const int MostTries = 2_000;

    private readonly List<Quantity> _unknowns = [];
    private readonly List<long> _down = [];
    private readonly List<long> _up = [];
    private readonly WholeRows _rows = new();
    private readonly List<int> _pivots = [];
    private readonly WholeRows _steps = new();

    /// <summary>The unknowns of the equations that matter and for which no such step was found.</summary>
    public IReadOnlyList<Quantity> WorkedOut(List<Equation> equations)
    {
        Collect(equations);
        List<Quantity> known = _unknowns.Exists(unknown => unknown.Matters(small)) ? Fixed(equations) : [];
        foreach (Quantity unknown in _unknowns)
        {
            unknown.Column = -1;
        }

        return known;
    }

    private void Collect(List<Equation> equations)
    {
        _unknowns.Clear();
        foreach (Equation equation in equations)
        {
            foreach (Quantity member in equation.Members)
            {
                if (member.IsUnknown && member.Column < 0)
                {
                    member.Column = _unknowns.Count;
                    _unknowns.Add(member);
                }
            }
        }
    }

    private List<Quantity> Fixed(List<Equation> equations)
    {
        _unknowns.Sort(static (one, other) => PlaceOf(one).CompareTo(PlaceOf(other)));
        _down.Clear();
        _up.Clear();
        foreach (Quantity unknown in _unknowns)
        {
            unknown.Column = _down.Count;
            _down.Add(unknown.Least(small) is { } least ? (long)(unknown.Amount - least) : long.MaxValue);
            _up.Add(unknown.Most(small) is { } most ? (long)(most - unknown.Amount) : long.MaxValue);
        }

        WriteRows(equations);
        Eliminate();
        FindSteps();
        bool[] moves = new bool[_unknowns.Count];
        for (int number = 0; number < _steps.Count; number++)
        {
            if (Allows(_steps[number]))
            {
                Mark(moves, _steps[number]);
            }
        }

        // One step alone may run into a limit that several together avoid.
        for (int column = 0; column < moves.Length; column++)
        {
            if (!moves[column] && _unknowns[column].Matters(small))
            {
                MoveTogether(moves, column);
            }
        }

        List<Quantity> known = [];
        for (int column = 0; column < moves.Length; column++)
        {
            if (!moves[column] && _unknowns[column].Matters(small))
            {
                known.Add(_unknowns[column]);
            }
        }

        return known;
    }

    // What is added up comes first and is solved for; the parts of one period are left free, so that steps stay short.
    private static long PlaceOf(Quantity unknown)
    {
        int layer = unknown.Cell is null ? 0 : unknown.Cell.IsYearToDate ? 1 : 2;
        int later = 4 - (unknown.Cell?.Quarter ?? 4);
        int kind = unknown.Kind == QuantityKind.Below ? 0 : 1;
        return (((((layer * 5L) + later) * 2L) + kind) << 32) | (uint)unknown.Column;
    }

    private void WriteRows(List<Equation> equations)
    {
        _rows.Begin(_unknowns.Count);
        foreach (Equation equation in equations)
        {
            Span<long> row = [];
            long sign = 1;
            foreach (Quantity member in equation.Members)
            {
                if (member.Column >= 0)
                {
                    row = row.IsEmpty ? _rows.Add() : row;
                    row[member.Column] += sign;
                }

                sign = -1;
            }
        }
    }

    // Gauss and Jordan in whole numbers.
    private void Eliminate()
    {
        _pivots.Clear();
        for (int column = 0; column < _unknowns.Count; column++)
        {
            int rank = _pivots.Count;
            int found = rank;
            while (found < _rows.Count && _rows[found][column] == 0)
            {
                found++;
            }

            if (found == _rows.Count)
            {
                continue;
            }

            _rows.Swap(rank, found);
            ReadOnlySpan<long> pivotRow = _rows[rank];
            for (int other = 0; other < _rows.Count; other++)
            {
                Span<long> row = _rows[other];
                if (other != rank && row[column] != 0)
                {
                    Clear(row, pivotRow, column);
                }
            }

            _pivots.Add(column);
        }
    }

    private static void Clear(Span<long> row, ReadOnlySpan<long> pivotRow, int column)
    {
        long shared = Divisor(row[column], pivotRow[column]);
        long mine = row[column] / shared;
        long theirs = pivotRow[column] / shared;
        long all = 0;
        for (int each = 0; each < row.Length; each++)
        {
            row[each] = (row[each] * theirs) - (pivotRow[each] * mine);
            all = all == 1 ? 1 : Divisor(all, row[each]);
        }

        for (int each = 0; all > 1 && each < row.Length; each++)
        {
            row[each] /= all;
        }
    }

    // Each free column gives one step that keeps every row.
    private void FindSteps()
    {
        _steps.Begin(_unknowns.Count);
        for (int free = 0; free < _unknowns.Count; free++)
        {
            if (_pivots.Contains(free))
            {
                continue;
            }

            long length = 1;
            for (int rank = 0; rank < _pivots.Count; rank++)
            {
                long pivot = Math.Abs(_rows[rank][_pivots[rank]]);
                length *= pivot / Divisor(length * _rows[rank][free], pivot);
            }

            Span<long> step = _steps.Add();
            step[free] = length;
            for (int rank = 0; rank < _pivots.Count; rank++)
            {
                step[_pivots[rank]] = -_rows[rank][free] * length / _rows[rank][_pivots[rank]];
            }
        }
    }

    private static long Divisor(long one, long other)
    {
        while (other != 0)
        {
            (one, other) = (other, one % other);
        }

        return Math.Abs(one);
    }

    // Whether the step can be gone forwards or backwards.
    private bool Allows(ReadOnlySpan<long> step) => FirstOver(step, 1) < 0 || FirstOver(step, -1) < 0;

    // The first unknown that a change would carry over its limits, or -1.
    private int FirstOver(ReadOnlySpan<long> change, long sign = 1)
    {
        for (int column = 0; column < change.Length; column++)
        {
            long each = sign * change[column];
            if (each > _up[column] || -each > _down[column])
            {
                return column;
            }
        }

        return -1;
    }

    private void MoveTogether(bool[] moves, int column)
    {
        int tries = MostTries;
        for (int number = 0; number < _steps.Count; number++)
        {
            if (_steps[number][column] == 0)
            {
                continue;
            }

            for (int sign = 1; sign >= -1; sign -= 2)
            {
                if (Repaired(Plus(new long[moves.Length], _steps[number], sign), column, MostTogether, ref tries) is { } found)
                {
                    Mark(moves, found);
                    return;
                }
            }
        }
    }

    // Adds steps that bring back what went over its limit.
    private long[]? Repaired(long[] change, int column, int left, ref int tries)
    {
        int over = FirstOver(change);
        if (over < 0)
        {
            return change[column] != 0 ? change : null;
        }

        if (left == 0)
        {
            return null;
        }

        for (int number = 0; number < _steps.Count; number++)
        {
            ReadOnlySpan<long> step = _steps[number];
            if (step[over] == 0)
            {
                continue;
            }

            if (--tries < 0)
            {
                return null;
            }

            int sign = Math.Sign(change[over]) * Math.Sign(step[over]) > 0 ? -1 : 1;
            if (change[column] + (sign * step[column]) != 0 && Repaired(Plus(change, step, sign), column, left - 1, ref tries) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static long[] Plus(long[] change, ReadOnlySpan<long> step, int sign)
    {
        long[] sum = new long[change.Length];
        for (int column = 0; column < sum.Length; column++)
        {
            sum[column] = change[column] + (sign * step[column]);
        }

        return sum;
    }

    private static void Mark(bool[] moves, ReadOnlySpan<long> step)
    {
        for (int column = 0; column < step.Length; column++)
        {
            moves[column] |= step[column] != 0;
        }
    }
}
