using QuarterlyCycle.Domain.Indicators;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>
/// Proves for each unknown that other whole numbers fit everything published as well, so that nobody can work it out: it looks for a
/// step along the solutions of the equations that changes the unknown and leaves every unknown inside what a reader knows of it.
/// A partnership has thousands of systems to solve, all small, so one after the other is solved in the same memory.
/// </summary>
internal sealed class Movement(SmallNumbers small)
{
    private const int MostTogether = 3;
    private const int MostTries = 2_000;

    private readonly WholeRows _rows = new();
    private readonly List<int> _pivots = [];
    private readonly WholeRows _steps = new();
    private Quantity[] _unknowns = [];
    private long[] _down = [];
    private long[] _up = [];

    /// <summary>The unknowns of the equations that matter and for which no such step was found.</summary>
    public IReadOnlyList<Quantity> WorkedOut(List<Equation> equations)
    {
        _unknowns = [.. equations.SelectMany(equation => equation.Unknown).Distinct().OrderBy(LayerOf).ThenBy(unknown => unknown.Kind != QuantityKind.Below)];
        int[] secrets = [.. Enumerable.Range(0, _unknowns.Length).Where(column => _unknowns[column].Matters(small))];

        // Stryker disable once Block,Statement : without a secret nothing is worked out below either, which only takes longer to find out
        if (secrets.Length == 0)
        {
            return [];
        }

        _down = [.. _unknowns.Select(unknown => Room(unknown.Amount - unknown.Least(small)))];
        _up = [.. _unknowns.Select(unknown => Room(unknown.Most(small) - unknown.Amount))];
        WriteRows(equations);
        Eliminate();
        FindSteps();
        bool[] moves = new bool[_unknowns.Length];
        foreach (int column in secrets)
        {
            if (!moves[column])
            {
                Move(moves, column);
            }
        }

        return [.. secrets.Where(column => !moves[column]).Select(column => _unknowns[column])];
    }

    // What is added up comes first and is solved for, as all people before those of them who are counted; the parts of one period are left
    // free, so that steps stay short.
    private static int LayerOf(Quantity unknown) => unknown.Cell is null ? 0 : unknown.Cell.IsYearToDate ? 1 : 2;

    private static long Room(decimal? toLimit) => toLimit is { } room ? (long)room : long.MaxValue;

    private void WriteRows(List<Equation> equations)
    {
        for (int column = 0; column < _unknowns.Length; column++)
        {
            _unknowns[column].Column = column;
        }

        _rows.Begin(_unknowns.Length);
        foreach (Equation equation in equations)
        {
            Span<long> row = [];
            long sign = 1;
            foreach (Quantity member in equation.Members)
            {
                if (member.IsUnknown)
                {
                    row = row.IsEmpty ? _rows.Add() : row;
                    // Stryker disable once Assignment : with all its signs turned round the row says the same
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
        for (int column = 0; column < _unknowns.Length; column++)
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
        long mine = row[column];
        long theirs = pivotRow[column];
        long shared = 0;
        for (int each = 0; each < row.Length; each++)
        {
            row[each] = (row[each] * theirs) - (pivotRow[each] * mine);
            shared = Divisor(shared, row[each]);
        }

        for (int each = 0; each < row.Length; each++)
        {
            row[each] /= Math.Max(shared, 1);
        }
    }

    // Each free column gives one step that keeps every row.
    private void FindSteps()
    {
        _steps.Begin(_unknowns.Length);
        for (int free = 0; free < _unknowns.Length; free++)
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

    // The first unknown that a change would carry over its limits, or -1.
    private int FirstOver(long[] change)
    {
        for (int column = 0; column < change.Length; column++)
        {
            if (change[column] > _up[column] || -change[column] > _down[column])
            {
                return column;
            }
        }

        return -1;
    }

    // Steps that change a column, one of which may run into a limit that several together avoid.
    private void Move(bool[] moves, int column)
    {
        int tries = MostTries;
        foreach (int number in Changing(column))
        {
            foreach (int sign in (ReadOnlySpan<int>)[1, -1])
            {
                if (Repaired(Plus(new long[moves.Length], number, sign), column, MostTogether, ref tries) is { } found)
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

        foreach (int number in Changing(over))
        {
            // Stryker disable once Equality,Update,Block : it only bounds how long is looked for
            if (--tries < 0)
            {
                return null;
            }

            int sign = Math.Sign(change[over]) == Math.Sign(_steps[number][over]) ? -1 : 1;
            if (Repaired(Plus(change, number, sign), column, left - 1, ref tries) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private IEnumerable<int> Changing(int column) => Enumerable.Range(0, _steps.Count).Where(number => _steps[number][column] != 0);

    private long[] Plus(long[] change, int number, int sign)
    {
        long[] sum = new long[change.Length];
        for (int column = 0; column < sum.Length; column++)
        {
            sum[column] = change[column] + (sign * _steps[number][column]);
        }

        return sum;
    }

    private static void Mark(bool[] moves, long[] change)
    {
        for (int column = 0; column < change.Length; column++)
        {
            moves[column] |= change[column] != 0;
        }
    }
}
