using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Submissions;

/// <summary>The queries that look at other measures' figures: Q6 and Q8.</summary>
internal static class FamilyQueries
{
    private const decimal Apart = 0.05m;

    public static IEnumerable<FiredQuery> Of(Figure figure, SubmissionContext context) =>
        new[] { Parent(figure, context), Part(figure, context), Populations(figure, context) }.OfType<FiredQuery>();

    private static FiredQuery? Parent(Figure figure, SubmissionContext context) =>
        context.Parts is { Count: > 0 } parts && Sums(figure, [.. parts.Select(part => part.Figure)]) is { } sums && sums.Whole != sums.Parts
            ? new FiredQuery(QueryCode.Q6, $"You entered {Show(sums.Whole, sums.Unit)}. The parts add up to {Show(sums.Parts, sums.Unit)}.")
            : null;

    private static FiredQuery? Part(Figure figure, SubmissionContext context) =>
        context.Whole is { } whole && Sums(whole.Figure, [figure, .. context.OtherParts.Select(part => part.Figure)]) is { } sums && sums.Whole != sums.Parts
            ? new FiredQuery(QueryCode.Q6, $"With this figure the parts of {whole.Code} add up to {Show(sums.Parts, sums.Unit)}, and {whole.Code} is {Show(sums.Whole, sums.Unit)}.")
            : null;

    // Percentages and rates do not add up, but what they count does.
    private static (decimal Whole, decimal Parts, IndicatorUnit Unit)? Sums(Figure whole, IReadOnlyList<Figure> parts)
    {
        if (parts.Any(part => part.Unit != whole.Unit))
        {
            return null;
        }

        if (whole is { Unit: IndicatorUnit.Count or IndicatorUnit.Money, Value: { } value })
        {
            return parts.All(part => part.Value is not null) ? (value, parts.Sum(part => part.Value!.Value), whole.Unit) : null;
        }

        bool isOfCounts = whole.Unit is IndicatorUnit.Percent or IndicatorUnit.Rate;
        return isOfCounts && whole is { Denominator: { } all } && parts.All(part => part.Denominator is not null)
            ? (all, parts.Sum(part => part.Denominator!.Value), IndicatorUnit.Count)
            : null;
    }

    private static FiredQuery? Populations(Figure figure, SubmissionContext context)
    {
        if (Implied(figure) is not { } population)
        {
            return null;
        }

        foreach (OtherFigure shared in context.SharedPopulation)
        {
            if (Implied(shared.Figure) is { } other && Math.Abs(other - population) > Apart * Math.Max(other, population))
            {
                return new FiredQuery(QueryCode.Q8, $"This figure counts {FigureText.Number(population, 0)} in all, and {shared.Code} counts {FigureText.Number(other, 0)}. They should be the same group.");
            }
        }

        return null;
    }

    // What was counted in all: as it was given, or worked back from the count and the percentage or rate.
    private static decimal? Implied(Figure figure) =>
        figure.Denominator
        ?? (figure is { Unit: IndicatorUnit.Percent or IndicatorUnit.Rate, Numerator: { } numerator, Value: { } value } && value != 0
            ? numerator * Figure.Factor(figure.Unit, figure.Multiplier) / value
            : null);

    private static string Show(decimal value, IndicatorUnit unit) => FigureText.ExactWithUnit(Math.Round(value, 2, MidpointRounding.AwayFromZero), unit);
}
