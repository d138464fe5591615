using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;

namespace QuarterlyCycle.Domain.Tests.Disclosure;

/// <summary>
/// Goes through every way to fill in what is hidden, each number at most four away from the true one, that makes all equations hold
/// and stays within what a reader knows.
/// </summary>
internal sealed class Filling
{
    private const int Furthest = 4;

    private readonly Quantity[] _unknowns;
    private readonly int[][] _factors;
    private readonly int[] _last;
    private readonly (int Least, int Most)[] _changes;
    private readonly int[] _tried;
    private readonly bool[] _varies;

    private Filling(IReadOnlyList<Equation> equations, SmallNumbers small)
    {
        _unknowns = [.. equations.SelectMany(equation => equation.Members).Where(member => member.IsUnknown).Distinct()];
        _factors = [.. equations.Select(equation => _unknowns.Select(unknown => Factor(equation, unknown)).ToArray())];
        _last = [.. _factors.Select(factors => Array.FindLastIndex(factors, factor => factor != 0))];
        _changes = [.. _unknowns.Select(unknown => (Down(unknown, small), Up(unknown, small)))];
        _tried = new int[_unknowns.Length];
        _varies = new bool[_unknowns.Length];
    }

    public static IEnumerable<Quantity> OnlyOneFits(IReadOnlyList<Equation> equations, SmallNumbers small)
    {
        Filling filling = new(equations, small);
        filling.FillIn(0);
        return filling._unknowns.Where((_, place) => !filling._varies[place]);
    }

    private void FillIn(int place)
    {
        if (place == _unknowns.Length)
        {
            for (int each = 0; each < place; each++)
            {
                _varies[each] |= _tried[each] != 0;
            }

            return;
        }

        for (int change = _changes[place].Least; change <= _changes[place].Most; change++)
        {
            _tried[place] = change;
            if (Holds(place))
            {
                FillIn(place + 1);
            }
        }
    }

    // Whether the equations hold that end with this unknown.
    private bool Holds(int place)
    {
        for (int equation = 0; equation < _factors.Length; equation++)
        {
            if (_last[equation] != place)
            {
                continue;
            }

            int sum = 0;
            for (int each = 0; each <= place; each++)
            {
                sum += _factors[equation][each] * _tried[each];
            }

            if (sum != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int Factor(Equation equation, Quantity unknown) =>
        equation.Members.Select((member, place) => ReferenceEquals(member, unknown) ? place == 0 ? 1 : -1 : 0).Sum();

    private static int Down(Quantity unknown, SmallNumbers small) => unknown.Least(small) is { } least ? Math.Max(-Furthest, (int)(least - unknown.Amount)) : -Furthest;

    private static int Up(Quantity unknown, SmallNumbers small) => unknown.Most(small) is { } most ? Math.Min(Furthest, (int)(most - unknown.Amount)) : Furthest;
}
