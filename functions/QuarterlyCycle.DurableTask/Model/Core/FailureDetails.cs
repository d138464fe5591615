namespace DurableTask.Core;

/// <summary>Why a task failed, in the core's own form.</summary>
public class FailureDetails
{
    /// <summary>Details of a failure.</summary>
    public FailureDetails(
        string errorType,
        string errorMessage,
        string? stackTrace,
        FailureDetails? innerFailure,
        bool isNonRetriable,
        IDictionary<string, object?>? properties = null)
    {
        ErrorType = errorType;
        ErrorMessage = errorMessage;
        StackTrace = stackTrace;
        InnerFailure = innerFailure;
        IsNonRetriable = isNonRetriable;
        Properties = properties;
    }

    /// <summary>The type of the exception.</summary>
    public string ErrorType { get; }

    /// <summary>Its message.</summary>
    public string ErrorMessage { get; }

    /// <summary>Where it was thrown.</summary>
    public string? StackTrace { get; }

    /// <summary>The failure inside it.</summary>
    public FailureDetails? InnerFailure { get; }

    /// <summary>Whether another attempt cannot help.</summary>
    public bool IsNonRetriable { get; }

    /// <summary>Further facts.</summary>
    public IDictionary<string, object?>? Properties { get; }

    /// <summary>The type and the message.</summary>
    public override string ToString() => $"{ErrorType}: {ErrorMessage}";
}
