using QuarterlyCycle.Domain.Indicators;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>
/// Proves for each unknown that other whole numbers fit everything published as well, so that nobody can work it out: it looks for a
/// step along the solutions of the equations that changes the unknown and leaves every unknown inside what a reader knows of it.
/// </summary>
internal static class Movement
{
    private const int MostTogether = 4;
    private const int MostTries = 2_000;

    /// <summary>The unknowns for which no such step was found; their columns are set on the way.</summary>
    public static IReadOnlyList<Quantity> Fixed(Quantity[] unknowns, IReadOnlyList<Equation> equations, SmallNumbers small)
    {
        Order(unknowns);
        for (int column = 0; column < unknowns.Length; column++)
        {
            unknowns[column].Column = column;
        }

        List<long[]> steps = Steps(Rows(unknowns.Length, equations), unknowns.Length);
        Limits limits = new(unknowns, small);
        bool[] moves = new bool[unknowns.Length];
        foreach (long[] step in steps)
        {
            if (limits.Allow(step))
            {
                Mark(moves, step);
            }
        }

        // One step alone may run into a limit that several together avoid.
        for (int column = 0; column < moves.Length; column++)
        {
            if (!moves[column] && unknowns[column].Matters(small))
            {
                MoveTogether(moves, column, steps, limits);
            }
        }

        return [.. unknowns.Where((unknown, column) => !moves[column] && unknown.Matters(small))];
    }

    // What is added up comes first and is solved for; the parts of one period are left free, so that steps stay short.
    private static void Order(Quantity[] unknowns)
    {
        long[] places = new long[unknowns.Length];
        for (int place = 0; place < unknowns.Length; place++)
        {
            Quantity unknown = unknowns[place];
            int layer = unknown.Cell is null ? 0 : unknown.Cell.IsYearToDate ? 1 : 2;
            int later = 4 - (unknown.Cell?.Quarter ?? 4);
            int kind = unknown.Kind == QuantityKind.Below ? 0 : 1;
            places[place] = (((((layer * 5L) + later) * 2L) + kind) << 32) | (uint)place;
        }

        Array.Sort(places, unknowns);
    }

    private static void MoveTogether(bool[] moves, int column, List<long[]> steps, Limits limits)
    {
        int tries = MostTries;
        foreach (long[] step in steps)
        {
            if (step[column] == 0)
            {
                continue;
            }

            for (int sign = 1; sign >= -1; sign -= 2)
            {
                if (Repaired(Plus(new long[step.Length], step, sign), column, steps, limits, MostTogether, ref tries) is { } found)
                {
                    Mark(moves, found);
                    return;
                }
            }
        }
    }

    // Adds steps that bring back what went over its limit.
    private static long[]? Repaired(long[] change, int column, List<long[]> steps, Limits limits, int left, ref int tries)
    {
        int over = limits.FirstOver(change);
        if (over < 0)
        {
            return change[column] != 0 ? change : null;
        }

        if (left == 0)
        {
            return null;
        }

        foreach (long[] step in steps)
        {
            if (step[over] == 0)
            {
                continue;
            }

            if (--tries < 0)
            {
                return null;
            }

            int sign = Math.Sign(change[over]) * Math.Sign(step[over]) > 0 ? -1 : 1;
            if (change[column] + (sign * step[column]) != 0 && Repaired(Plus(change, step, sign), column, steps, limits, left - 1, ref tries) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static long[] Plus(long[] change, long[] step, int sign)
    {
        long[] sum = new long[change.Length];
        for (int column = 0; column < sum.Length; column++)
        {
            sum[column] = change[column] + (sign * step[column]);
        }

        return sum;
    }

    private static void Mark(bool[] moves, long[] step)
    {
        for (int column = 0; column < step.Length; column++)
        {
            moves[column] |= step[column] != 0;
        }
    }

    private static List<long[]> Rows(int width, IReadOnlyList<Equation> equations)
    {
        List<long[]> rows = new(equations.Count);
        foreach (Equation equation in equations)
        {
            long[] row = new long[width];
            long sign = 1;
            foreach (Quantity member in equation.Members)
            {
                if (member.Column >= 0)
                {
                    row[member.Column] += sign;
                }

                sign = -1;
            }

            rows.Add(row);
        }

        return rows;
    }

    // Gauss and Jordan in whole numbers: each free column gives one step that keeps every row.
    private static List<long[]> Steps(List<long[]> rows, int width)
    {
        List<int> pivots = [];
        for (int column = 0; column < width && pivots.Count < rows.Count; column++)
        {
            int found = pivots.Count;
            while (found < rows.Count && rows[found][column] == 0)
            {
                found++;
            }

            if (found == rows.Count)
            {
                continue;
            }

            int rank = pivots.Count;
            (rows[rank], rows[found]) = (rows[found], rows[rank]);
            for (int other = 0; other < rows.Count; other++)
            {
                if (other != rank && rows[other][column] != 0)
                {
                    Clear(rows[other], rows[rank], column);
                }
            }

            pivots.Add(column);
        }

        List<long[]> steps = [];
        int solved = 0;
        for (int free = 0; free < width; free++)
        {
            // The pivots stand in the order of their columns.
            if (solved < pivots.Count && pivots[solved] == free)
            {
                solved++;
                continue;
            }

            long length = 1;
            for (int rank = 0; rank < pivots.Count; rank++)
            {
                if (rows[rank][free] != 0)
                {
                    long pivot = Math.Abs(rows[rank][pivots[rank]]);
                    length = length / Divisor(length, pivot) * pivot;
                }
            }

            long[] step = new long[width];
            step[free] = length;
            for (int rank = 0; rank < pivots.Count; rank++)
            {
                step[pivots[rank]] = -rows[rank][free] * length / rows[rank][pivots[rank]];
            }

            steps.Add(step);
        }

        return steps;
    }

    private static void Clear(long[] row, long[] pivotRow, int column)
    {
        long mine = row[column];
        long theirs = pivotRow[column];
        if (theirs is 1 or -1)
        {
            long times = mine * theirs;
            for (int each = column; each < row.Length; each++)
            {
                row[each] -= times * pivotRow[each];
            }

            return;
        }

        long shared = Divisor(mine, theirs);
        long all = 0;
        for (int each = 0; each < row.Length; each++)
        {
            row[each] = (row[each] * (theirs / shared)) - (pivotRow[each] * (mine / shared));
            all = all == 1 ? 1 : Divisor(all, row[each]);
        }

        for (int each = 0; all > 1 && each < row.Length; each++)
        {
            row[each] /= all;
        }
    }

    private static long Divisor(long one, long other)
    {
        (one, other) = (Math.Abs(one), Math.Abs(other));
        while (other != 0)
        {
            (one, other) = (other, one % other);
        }

        return one;
    }

    private sealed class Limits(IReadOnlyList<Quantity> unknowns, SmallNumbers small)
    {
        private readonly long[] _down = [.. unknowns.Select(unknown => unknown.Least(small) is { } least ? (long)(unknown.Amount - least) : long.MaxValue)];
        private readonly long[] _up = [.. unknowns.Select(unknown => unknown.Most(small) is { } most ? (long)(most - unknown.Amount) : long.MaxValue)];

        /// <summary>Whether the step can be gone forwards or backwards.</summary>
        public bool Allow(long[] step) => FirstOver(step, 1) < 0 || FirstOver(step, -1) < 0;

        /// <summary>The first unknown that a change would carry over its limits, or -1.</summary>
        public int FirstOver(long[] change, long sign = 1)
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
    }
}
