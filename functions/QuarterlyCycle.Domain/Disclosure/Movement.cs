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

    /// <summary>The unknowns for which no such step was found.</summary>
    public static IReadOnlyList<Quantity> Fixed(IReadOnlyList<Quantity> unknowns, IReadOnlyList<Equation> equations, SmallNumbers small)
    {
        // What is added up comes first and is solved for; the parts of one period are left free, so that steps stay short.
        unknowns = [.. unknowns.OrderBy(unknown => unknown.Cell is null ? 0 : unknown.Cell.IsYearToDate ? 1 : 2)
            .ThenByDescending(unknown => unknown.Cell?.Quarter)
            .ThenBy(unknown => unknown.Kind == QuantityKind.Below ? 0 : 1)];
        Dictionary<Quantity, int> columns = new(unknowns.Count);
        foreach (Quantity unknown in unknowns)
        {
            columns.Add(unknown, columns.Count);
        }

        List<long[]> rows = Rows(columns, equations);
        IReadOnlyList<long[]> steps = Steps(rows, columns.Count);
        Limits limits = new(unknowns, small);
        bool[] moves = new bool[columns.Count];
        foreach (long[] step in steps.Where(limits.Allow))
        {
            Mark(moves, step);
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

    private static void MoveTogether(bool[] moves, int column, IReadOnlyList<long[]> steps, Limits limits)
    {
        int tries = MostTries;
        foreach (long[] step in steps.Where(step => step[column] != 0))
        {
            foreach (int sign in new[] { 1, -1 })
            {
                long[] first = [.. step.Select(change => sign * change)];
                if (Repaired(first, column, steps, limits, MostTogether, ref tries) is { } found)
                {
                    Mark(moves, found);
                    return;
                }
            }
        }
    }

    // Adds steps that bring back what went over its limit.
    private static long[]? Repaired(long[] change, int column, IReadOnlyList<long[]> steps, Limits limits, int left, ref int tries)
    {
        int over = limits.FirstOver(change);
        if (over < 0)
        {
            return change[column] != 0 ? change : null;
        }

        foreach (long[] step in left > 0 ? steps.Where(step => step[over] != 0) : [])
        {
            if (--tries < 0)
            {
                return null;
            }

            int sign = Math.Sign(change[over]) * Math.Sign(step[over]) > 0 ? -1 : 1;
            long[] next = [.. change.Zip(step, (one, other) => one + (sign * other))];
            if (next[column] != 0 && Repaired(next, column, steps, limits, left - 1, ref tries) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static void Mark(bool[] moves, long[] step)
    {
        for (int column = 0; column < step.Length; column++)
        {
            moves[column] |= step[column] != 0;
        }
    }

    private static List<long[]> Rows(Dictionary<Quantity, int> columns, IReadOnlyList<Equation> equations)
    {
        List<long[]> rows = [];
        foreach (Equation equation in equations)
        {
            long[]? row = null;
            void Add(Quantity quantity, long sign)
            {
                if (columns.TryGetValue(quantity, out int column))
                {
                    row ??= new long[columns.Count];
                    row[column] += sign;
                }
            }

            Add(equation.Total, 1);
            foreach (Quantity part in equation.Parts)
            {
                Add(part, -1);
            }

            if (row is not null)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    // Gauss and Jordan in whole numbers: each free column gives one step that keeps every row.
    private static List<long[]> Steps(List<long[]> rows, int width)
    {
        List<int> pivots = [];
        for (int column = 0; column < width && pivots.Count < rows.Count; column++)
        {
            int found = rows.FindIndex(pivots.Count, row => row[column] != 0);
            if (found < 0)
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
        foreach (int free in Enumerable.Range(0, width).Except(pivots))
        {
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
