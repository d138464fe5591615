using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Acts;

/// <summary>What became of an act.</summary>
public abstract record ActResult
{
    /// <summary>It is done, now or by an earlier press of the same button.</summary>
    /// <param name="Reference">What a person can quote, such as the reference of sent figures.</param>
    public sealed record Accepted(string Reference) : ActResult
    {
        /// <summary>What was not taken because somebody else was faster by a breath; each error says who and what to do.</summary>
        public IReadOnlyList<FieldError> NotTaken { get; init; } = [];
    }

    /// <summary>Nothing is changed; each error says what to do.</summary>
    public sealed record Refused(IReadOnlyList<FieldError> Errors) : ActResult;

    /// <summary>Nothing is changed; these figures look unusual and need an explanation, and are then accepted.</summary>
    public sealed record ToExplain(IReadOnlyList<QueriedFigure> Figures) : ActResult;

    /// <summary>Nothing is changed, for one reason that belongs to no field.</summary>
    public static Refused Because(string message) => new([new FieldError("", message)]);
}

/// <summary>A figure on which queries fired that nobody has explained.</summary>
public sealed record QueriedFigure(string Code, IReadOnlyList<FiredQuery> Queries);
