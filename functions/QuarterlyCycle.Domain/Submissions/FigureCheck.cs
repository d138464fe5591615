using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Submissions;

/// <summary>Reads the figure of an answer and collects what is wrong with it.</summary>
internal static class FigureCheck
{
    /// <summary>The figure; null when an error was added.</summary>
    public static Figure? Read(SubmissionForm form, Indicator indicator, Quarter quarter, List<FieldError> errors)
    {
        int errorsBefore = errors.Count;
        FieldWords words = new(indicator);
        FigureReading value = FigureReader.ReadMarked(form.Value, indicator.Unit);
        decimal? numerator = Count(form.Numerator, SubmissionFields.Numerator, words.Numerator, errors);
        decimal? denominator = Count(form.Denominator, SubmissionFields.Denominator, words.Denominator, errors);
        if (value.Kind == FigureReadingKind.Ask)
        {
            errors.Add(new FieldError(SubmissionFields.Value, words.MustBeANumber));
        }

        if (value.Kind == FigureReadingKind.Counts && numerator is null && denominator is null)
        {
            numerator = value.Numerator;
            denominator = value.Denominator;
        }

        ReasonCode? reason = form.Reason ?? value.Reason;
        bool hasFigure = value.Kind is FigureReadingKind.Value or FigureReadingKind.Counts || numerator is not null || denominator is not null;
        if (errors.Count > errorsBefore)
        {
            return null;
        }

        Period period = IndicatorHistory.PeriodOf(indicator, quarter);
        if (reason is { } given && given != ReasonCode.TooFew)
        {
            return WithReason(given, form.ReasonWords ?? value.Words, hasFigure, indicator, period, words, errors);
        }

        if (!hasFigure)
        {
            errors.Add(new FieldError(MissingField(indicator), $"Enter the {(indicator.CountsRequired ? words.Numerator : words.Value)}"));
            return null;
        }

        CheckCounts(numerator, denominator, indicator, words, errors);
        bool isEstimated = value.Marks.Contains(FigureMarks.Estimated);
        bool? isProvisional = form.Provisional ?? (value.Marks.Contains(FigureMarks.Provisional) ? true : null);
        if (isProvisional is null && !isEstimated)
        {
            errors.Add(new FieldError(SubmissionFields.Provisional, "Select whether the figure is final or provisional"));
        }

        Finality finality = isProvisional == true ? Finality.Provisional : isEstimated ? Finality.Estimated : Finality.Final;
        Figure figure = numerator is { } above && denominator is { } below
            ? Figure.OfCounts(indicator, period, above, below, finality)
            : Figure.Of(indicator, period, value.Value ?? 0m, finality);
        CheckValue(figure, value, indicator, words, errors);
        return errors.Count > errorsBefore
            ? null
            : figure with
            {
                Text = form.Value?.Trim(),
                Reason = reason ?? figure.Reason,
                ReasonWords = Trimmed(form.ReasonWords),
                IsForecast = value.Marks.Contains(FigureMarks.Forecast),
                IsUnreliable = value.Marks.Contains(FigureMarks.Unreliable),
            };
    }

    private static Figure? WithReason(ReasonCode reason, string? reasonWords, bool hasFigure, Indicator indicator, Period period, FieldWords words, List<FieldError> errors)
    {
        if (!ReasonCodes.IsForOfficers(reason))
        {
            errors.Add(new FieldError(SubmissionFields.Reason, "Select why there is no figure"));
            return null;
        }

        if (hasFigure)
        {
            errors.Add(new FieldError(SubmissionFields.Reason, $"Enter the {words.Value} or select why there is no figure, not both"));
            return null;
        }

        if (reasonWords?.Length > SubmissionCheck.LongestComment)
        {
            errors.Add(new FieldError(SubmissionFields.ReasonWords, "Reason must be 1,200 characters or less"));
            return null;
        }

        return Figure.Without(indicator, period, reason, Trimmed(reasonWords));
    }

    private static decimal? Count(string? typed, string field, string label, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        decimal? count = FigureReader.Number(typed);
        if (count is null)
        {
            errors.Add(new FieldError(field, $"{FieldWords.Capital(label)} must be a number, like 49"));
        }

        return count;
    }

    private static void CheckCounts(decimal? numerator, decimal? denominator, Indicator indicator, FieldWords words, List<FieldError> errors)
    {
        if (numerator is null && (indicator.CountsRequired || denominator is not null))
        {
            errors.Add(new FieldError(SubmissionFields.Numerator, $"Enter the {words.Numerator}"));
        }

        if (denominator is null && (indicator.CountsRequired || numerator is not null))
        {
            errors.Add(new FieldError(SubmissionFields.Denominator, $"Enter the {words.Denominator}"));
        }

        if (numerator < 0 && !indicator.IsChange)
        {
            errors.Add(new FieldError(SubmissionFields.Numerator, $"{FieldWords.Capital(words.Numerator)} must be 0 or more"));
        }

        if (denominator < 0)
        {
            errors.Add(new FieldError(SubmissionFields.Denominator, $"{FieldWords.Capital(words.Denominator)} must be 0 or more"));
        }

        // What is counted is whole; a percentage change or a ratio may be made of anything.
        bool areCounts = IsPartOfWhole(indicator) || indicator.Unit == IndicatorUnit.Rate;
        if (areCounts && IsFraction(numerator))
        {
            errors.Add(new FieldError(SubmissionFields.Numerator, $"{FieldWords.Capital(words.Numerator)} must be a whole number, like 49"));
        }

        if (areCounts && IsFraction(denominator))
        {
            errors.Add(new FieldError(SubmissionFields.Denominator, $"{FieldWords.Capital(words.Denominator)} must be a whole number, like 49"));
        }

        if (IsPartOfWhole(indicator) && numerator > denominator)
        {
            errors.Add(new FieldError(SubmissionFields.Numerator, $"{FieldWords.Capital(words.Numerator)} must be the same as or less than {words.Denominator}"));
        }
    }

    private static void CheckValue(Figure figure, FigureReading typed, Indicator indicator, FieldWords words, List<FieldError> errors)
    {
        string label = FieldWords.Capital(words.Value);
        if (IsPartOfWhole(indicator) && (typed.Value ?? figure.Value) is < 0 or > 100 && !errors.Exists(error => error.Field == SubmissionFields.Numerator))
        {
            errors.Add(new FieldError(SubmissionFields.Value, $"{label} must be between 0 and 100"));
        }

        if (indicator.Unit == IndicatorUnit.Count && typed.Value is { } count)
        {
            if (count < 0 && !indicator.IsChange)
            {
                errors.Add(new FieldError(SubmissionFields.Value, $"{label} must be 0 or more"));
            }

            if (IsFraction(count))
            {
                errors.Add(new FieldError(SubmissionFields.Value, $"{label} must be a whole number, like 112"));
            }
        }

        if (typed.Value is { } given && figure.Denominator is not null && !Agrees(given, figure))
        {
            string worked = figure.Value is { } value ? FigureText.WithUnit(value, figure.Unit, Math.Max(figure.Decimals, Decimals(given))) : "no figure";
            errors.Add(new FieldError(SubmissionFields.Value, $"{label} must agree with the two counts, which give {worked}"));
        }
    }

    // What was typed is the counts' value rounded to as many decimals as were typed.
    private static bool Agrees(decimal given, Figure figure) =>
        figure.Value is { } worked && Math.Abs(worked - given) <= FigureText.HalfUnit(Decimals(given));

    private static int Decimals(decimal typed) => Math.Min((int)typed.Scale, 12);

    private static bool IsFraction(decimal? number) => number is { } given && given != decimal.Truncate(given);

    private static bool IsPartOfWhole(Indicator indicator) => indicator is { Unit: IndicatorUnit.Percent, Whole: true, IsChange: false };

    private static string MissingField(Indicator indicator) => indicator.CountsRequired ? SubmissionFields.Numerator : SubmissionFields.Value;

    private static string? Trimmed(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
