using System.Numerics;

namespace QuarterlyCycle.Domain.Tests.Disclosure;

/// <summary>
/// A reader of everything public who writes down each sum as an equation, solves them exactly, and narrows every unknown to the whole
/// numbers that are left; then supposes each number in turn and drops those that lead to a contradiction.
/// </summary>
internal sealed class Attacker
{
    private const int MostSupposed = 4;
    private const int Rounds = 25;

    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly List<BigInteger?> _least = [];
    private readonly List<BigInteger?> _most = [];
    private readonly List<(Dictionary<int, Fraction> Terms, Fraction Sum)> _equations = [];

    /// <summary>The name is read in print with its number.</summary>
    public void Knows(string name, decimal number) => Narrow(name, number, number);

    /// <summary>The name is hidden in print, and lies between these.</summary>
    public void Narrow(string name, decimal? least, decimal? most)
    {
        int at = At(name);
        _least[at] = Larger(_least[at], least is { } low ? new BigInteger(low) : null);
        _most[at] = Smaller(_most[at], most is { } high ? new BigInteger(high) : null);
    }

    public void AddsUp(string total, params IEnumerable<string> parts)
    {
        Dictionary<int, Fraction> terms = new() { [At(total)] = Fraction.One };
        foreach (string part in parts)
        {
            terms[At(part)] = terms.GetValueOrDefault(At(part), Fraction.Zero) - Fraction.One;
        }

        _equations.Add((terms, Fraction.Zero));
    }

    /// <summary>Everything that can have one number only.</summary>
    public IReadOnlyDictionary<string, decimal> WorksOut()
    {
        List<(Dictionary<int, Fraction> Terms, Fraction Sum)> all = [.. _equations.Select(WithoutKnown).Where(row => row.Terms.Count > 0), .. Solved()];
        BigInteger?[] least = [.. _least];
        BigInteger?[] most = [.. _most];
        if (!Propagate(all, least, most))
        {
            throw new InvalidOperationException("What was published contradicts itself.");
        }

        for (int at = 0; at < least.Length; at++)
        {
            if (least[at] is { } low && most[at] is { } high && low < high && high - low <= MostSupposed)
            {
                List<BigInteger> possible = [];
                for (BigInteger supposed = low; supposed <= high; supposed++)
                {
                    BigInteger?[] lower = [.. least];
                    BigInteger?[] upper = [.. most];
                    lower[at] = upper[at] = supposed;
                    if (Propagate(all, lower, upper))
                    {
                        possible.Add(supposed);
                    }
                }

                (least[at], most[at]) = (possible.Min(), possible.Max());
            }
        }

        Propagate(all, least, most);
        return _names.Where(name => least[name.Value] is { } low && most[name.Value] == low).ToDictionary(name => name.Key, name => (decimal)least[name.Value]!.Value, StringComparer.Ordinal);
    }

    private int At(string name)
    {
        if (!_names.TryGetValue(name, out int at))
        {
            at = _names[name] = _names.Count;
            _least.Add(null);
            _most.Add(null);
        }

        return at;
    }

    // Gauss and Jordan over the unknowns, so that what several equations say together is written down as well.
    private List<(Dictionary<int, Fraction> Terms, Fraction Sum)> Solved()
    {
        List<(Dictionary<int, Fraction> Terms, Fraction Sum)> rows = [.. _equations.Select(WithoutKnown).Where(row => row.Terms.Count > 0)];
        int rank = 0;
        for (int column = 0; column < _names.Count && rank < rows.Count; column++)
        {
            int found = rows.FindIndex(rank, row => row.Terms.ContainsKey(column));
            if (found < 0)
            {
                continue;
            }

            (rows[rank], rows[found]) = (rows[found], rows[rank]);
            Fraction pivot = rows[rank].Terms[column];
            for (int other = 0; other < rows.Count; other++)
            {
                if (other != rank && rows[other].Terms.TryGetValue(column, out Fraction factor))
                {
                    rows[other] = Less(rows[other], rows[rank], factor / pivot);
                }
            }

            rank++;
        }

        return rows;
    }

    private (Dictionary<int, Fraction> Terms, Fraction Sum) WithoutKnown((Dictionary<int, Fraction> Terms, Fraction Sum) row)
    {
        Dictionary<int, Fraction> terms = [];
        Fraction sum = row.Sum;
        foreach ((int at, Fraction factor) in row.Terms)
        {
            if (_least[at] is { } low && _most[at] == low)
            {
                sum -= factor * new Fraction(low, 1);
            }
            else if (!factor.IsZero)
            {
                terms[at] = factor;
            }
        }

        return (terms, sum);
    }

    private static (Dictionary<int, Fraction> Terms, Fraction Sum) Less((Dictionary<int, Fraction> Terms, Fraction Sum) row, (Dictionary<int, Fraction> Terms, Fraction Sum) other, Fraction times)
    {
        Dictionary<int, Fraction> terms = new(row.Terms);
        foreach ((int at, Fraction factor) in other.Terms)
        {
            Fraction left = terms.GetValueOrDefault(at, Fraction.Zero) - (factor * times);
            if (left.IsZero)
            {
                terms.Remove(at);
            }
            else
            {
                terms[at] = left;
            }
        }

        return (terms, row.Sum - (other.Sum * times));
    }

    private static bool Propagate(IReadOnlyList<(Dictionary<int, Fraction> Terms, Fraction Sum)> rows, BigInteger?[] least, BigInteger?[] most)
    {
        bool changed = true;
        for (int round = 0; changed && round < Rounds; round++)
        {
            changed = false;
            foreach ((Dictionary<int, Fraction> terms, Fraction sum) in rows)
            {
                foreach ((int at, Fraction factor) in terms)
                {
                    (Fraction? low, Fraction? high) = Others(terms, sum, at, least, most);
                    (Fraction? from, Fraction? to) = factor.IsPositive ? (low / factor, high / factor) : (high / factor, low / factor);
                    if (from?.Ceiling() is { } up && (least[at] is not { } lower || up > lower))
                    {
                        least[at] = up;
                        changed = true;
                    }

                    if (to?.Floor() is { } down && (most[at] is not { } upper || down < upper))
                    {
                        most[at] = down;
                        changed = true;
                    }

                    if (least[at] is { } a && most[at] is { } b && a > b)
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    // Between what the term of one unknown must lie, by what the others can be.
    private static (Fraction? Low, Fraction? High) Others(Dictionary<int, Fraction> terms, Fraction sum, int except, BigInteger?[] least, BigInteger?[] most)
    {
        Fraction? low = sum;
        Fraction? high = sum;
        foreach ((int at, Fraction factor) in terms)
        {
            if (at == except)
            {
                continue;
            }

            (BigInteger? small, BigInteger? large) = factor.IsPositive ? (least[at], most[at]) : (most[at], least[at]);
            low = low is { } l && large is { } up ? l - (factor * new Fraction(up, 1)) : null;
            high = high is { } h && small is { } down ? h - (factor * new Fraction(down, 1)) : null;
        }

        return (low, high);
    }

    private static BigInteger? Larger(BigInteger? one, BigInteger? other) => one is { } a && other is { } b ? BigInteger.Max(a, b) : one ?? other;

    private static BigInteger? Smaller(BigInteger? one, BigInteger? other) => one is { } a && other is { } b ? BigInteger.Min(a, b) : one ?? other;
}

/// <summary>An exact fraction with a positive denominator.</summary>
internal readonly record struct Fraction
{
    public static readonly Fraction Zero = new(0, 1);
    public static readonly Fraction One = new(1, 1);

    private readonly BigInteger _above;
    private readonly BigInteger _below;

    public Fraction(BigInteger above, BigInteger below)
    {
        BigInteger shared = BigInteger.GreatestCommonDivisor(above, below);
        int sign = below.Sign;
        _above = sign * above / shared;
        _below = sign * below / shared;
    }

    public bool IsZero => _above.IsZero;

    public bool IsPositive => _above.Sign > 0;

    public static Fraction operator +(Fraction one, Fraction other) => new((one._above * other._below) + (other._above * one._below), one._below * other._below);

    public static Fraction operator -(Fraction one, Fraction other) => new((one._above * other._below) - (other._above * one._below), one._below * other._below);

    public static Fraction operator *(Fraction one, Fraction other) => new(one._above * other._above, one._below * other._below);

    public static Fraction operator /(Fraction one, Fraction other) => new(one._above * other._below, one._below * other._above);

    public BigInteger Floor() => _above.Sign >= 0 ? _above / _below : -((-_above + _below - 1) / _below);

    public BigInteger Ceiling() => -new Fraction(-_above, _below).Floor();
}
