using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>One figure in print: it is shown or hidden as a whole, with the counts behind it.</summary>
internal sealed class Cell(Indicator indicator, Figure figure, int quarter, bool isYearToDate)
{
    public static readonly Addend[] Addends = [Addend.Value, Addend.Numerator, Addend.Denominator];

    private Quantity? _value;
    private Quantity? _numerator;
    private Quantity? _denominator;
    private Quantity? _rest;

    public Indicator Indicator => indicator;

    public Figure Figure => figure;

    /// <summary>The quarter in whose packs it is printed for the first time, 1 to 4.</summary>
    public int Quarter => quarter;

    public bool IsYearToDate => isYearToDate;

    public HidingRule? Rule { get; set; }

    /// <summary>Whether a published version shows it already: hiding it now takes nothing back.</summary>
    public bool IsKnown { get; set; }

    /// <summary>Whether a reader of everything published has no value for it.</summary>
    public bool IsUnknown => Rule is not null && !IsKnown;

    /// <summary>The value, for measures without counts.</summary>
    public Quantity? Value => HasCounts ? null : _value ??= new Quantity(figure.Value!.Value, this, figure.Unit == IndicatorUnit.Count ? QuantityKind.Count : QuantityKind.Amount);

    public Quantity? Numerator => HasCounts ? _numerator ??= new Quantity(figure.Numerator!.Value, this, QuantityKind.Behind) : null;

    public Quantity? Denominator => HasCounts ? _denominator ??= new Quantity(figure.Denominator!.Value, this, QuantityKind.Below) : null;

    /// <summary>Those of the denominator that the numerator does not count, where it is a part of a whole.</summary>
    public Quantity? Rest => HasCounts && indicator.Whole && figure.Numerator <= figure.Denominator
        ? _rest ??= new Quantity(figure.Denominator!.Value - figure.Numerator!.Value, this, QuantityKind.Behind)
        : null;

    /// <summary>Whether one of its numbers is given away.</summary>
    public bool IsGivenAway { get; set; }

    public bool HasCounts { get; } = CountsStandBehind(figure);

    /// <summary>Whether a figure is worked out from two counts that are known.</summary>
    public static bool CountsStandBehind(Figure figure) =>
        figure.Unit is IndicatorUnit.Percent or IndicatorUnit.Rate or IndicatorUnit.Ratio && figure is { Numerator: not null, Denominator: not null };

    /// <summary>The quantity that adds up over parts or quarters and is asked for by its kind.</summary>
    public Quantity? Of(Addend addend) => addend switch
    {
        Addend.Value => Value,
        Addend.Numerator => Numerator,
        _ => Denominator,
    };
}

/// <summary>Which number of a figure adds up.</summary>
internal enum Addend
{
    Value,
    Numerator,
    Denominator,
}

/// <summary>What a quantity is, and so what a reader knows of it unseen.</summary>
internal enum QuantityKind
{
    /// <summary>A printed count.</summary>
    Count,

    /// <summary>Pounds, days or a value without counts.</summary>
    Amount,

    /// <summary>A count behind a percentage, rate or ratio.</summary>
    Behind,

    /// <summary>The count below the line.</summary>
    Below,

    /// <summary>What is missing between parts and their total, printed nowhere.</summary>
    Remainder,
}

/// <summary>A number that a reader may know, be told or work out.</summary>
internal sealed class Quantity(decimal amount, Cell? cell, QuantityKind kind)
{
    public decimal Amount => amount;

    public Cell? Cell => cell;

    public QuantityKind Kind => kind;

    /// <summary>Whether everything published before gives it away, so that nothing can protect it any more.</summary>
    public bool IsGivenAway { get; private set; }

    /// <summary>Its place among the unknowns that are being solved for.</summary>
    public int Column { get; set; }

    public bool IsUnknown => !IsGivenAway && (cell?.IsUnknown ?? true);

    /// <summary>Whether the unknown's being worked out would give away what print hides.</summary>
    public bool Matters(SmallNumbers small) => kind switch
    {
        QuantityKind.Below or QuantityKind.Remainder => small.IsSmall(amount),
        // That nobody is counted is no secret, behind a percentage as elsewhere.
        QuantityKind.Behind => amount != 0,
        _ => true,
    };

    /// <summary>Gives up protecting it.</summary>
    public void GiveAway()
    {
        IsGivenAway = true;
        if (cell is not null)
        {
            cell.IsGivenAway = true;
        }
    }

    /// <summary>The least that a reader who knows the rules takes it for; null for no limit.</summary>
    public decimal? Least(SmallNumbers small) => kind switch
    {
        QuantityKind.Amount => null,
        _ when amount < 0 => null,
        _ when IsKnownAsSmall(small) => small.Low,
        QuantityKind.Below => Math.Min(1m, amount),
        QuantityKind.Count when cell!.IsYearToDate => small.Low > 0 ? Math.Min(1m, amount) : 0m,
        // A count that is hidden for another's sake is neither zero nor small.
        QuantityKind.Count when small.Low <= 1 && amount > small.High => small.High + 1m,
        _ => 0m,
    };

    /// <summary>The most that a reader who knows the rules takes it for; null for no limit.</summary>
    public decimal? Most(SmallNumbers small) => IsKnownAsSmall(small) ? small.High : null;

    // A printed status may tell by which rule a quarter's figure is hidden; a year to date is hidden with its quarters, whatever it is.
    // A range of one number would say the number, so nobody can be meant to know it then.
    private bool IsKnownAsSmall(SmallNumbers small) =>
        cell is { IsYearToDate: false, Rule: HidingRule.Primary or HidingRule.Derived } && kind != QuantityKind.Amount && small.IsSmall(amount) && small.High > small.Low;
}

/// <summary>A total and its parts, as a reader can write them down.</summary>
internal sealed class Equation(EquationKind kind, params Quantity[] members)
{
    public EquationKind Kind => kind;

    /// <summary>The total, then its parts.</summary>
    public Quantity[] Members => members;

    public Quantity Total => members[0];

    public IEnumerable<Quantity> Parts => members.Skip(1);

    public IEnumerable<Quantity> Unknown => members.Where(member => member.IsUnknown);

    public bool Holds(Quantity quantity) => members.Contains(quantity);
}

/// <summary>Where an equation stands in the tables.</summary>
internal enum EquationKind
{
    /// <summary>Parts and their total in one period.</summary>
    Row,

    /// <summary>Quarters and the year to date of one measure.</summary>
    Time,

    /// <summary>The counts behind one figure.</summary>
    Inner,
}
