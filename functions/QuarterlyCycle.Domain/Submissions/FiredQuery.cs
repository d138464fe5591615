namespace QuarterlyCycle.Domain.Submissions;

/// <summary>The questions that an unusual answer raises; none of them stops it.</summary>
public enum QueryCode
{
    /// <summary>Ten times or a tenth of last quarter, or a fraction of 1 where it was over 1.</summary>
    Q1 = 1,

    /// <summary>Outside the last eight by more than their range.</summary>
    Q2,

    /// <summary>Zero after something.</summary>
    Q3,

    /// <summary>The same for the third time running.</summary>
    Q4,

    /// <summary>The year to date falls below last quarter's.</summary>
    Q5,

    /// <summary>The parts do not add up to the whole.</summary>
    Q6,

    /// <summary>Ten times the target, or a tenth of it.</summary>
    Q7,

    /// <summary>Parts that share a population imply different ones.</summary>
    Q8,

    /// <summary>Changed by more than a fifth on the same quarter last year.</summary>
    Q9,

    /// <summary>The comment contradicts the figure, or is missing where the measure is off target.</summary>
    Q10,

    /// <summary>The comment claims "on target" without a figure.</summary>
    Q11,

    /// <summary>The comment is a placeholder, or last quarter's.</summary>
    Q12,

    /// <summary>The comment states a small count.</summary>
    Q13,

    /// <summary>Final last time and provisional now.</summary>
    Q14,
}

/// <summary>A query that fired, and what to look at, in a sentence.</summary>
public sealed record FiredQuery(QueryCode Code, string Message)
{
    /// <summary>Whether the officer sees it before sending; every query is flagged to the lead officer.</summary>
    public bool IsShownBeforeSending => Code <= QueryCode.Q9;
}
