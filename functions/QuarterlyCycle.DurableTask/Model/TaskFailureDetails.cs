using System.Reflection;
using DurableTask.Core;
using DurableTask.Core.Exceptions;

namespace Microsoft.DurableTask;

/// <summary>Why a task failed, as recorded in the history.</summary>
public record TaskFailureDetails(
    string ErrorType,
    string ErrorMessage,
    string? StackTrace,
    TaskFailureDetails? InnerFailure,
    IDictionary<string, object?>? Properties)
{
    /// <summary>The details of an exception and of those inside it.</summary>
    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (exception is OrchestrationException { FailureDetails: FailureDetails known })
        {
            return From(known);
        }

        TaskFailureDetails? inner = exception.InnerException is { } cause ? FromException(cause) : null;
        return new TaskFailureDetails(exception.GetType().ToString(), exception.Message, exception.StackTrace, inner, null);
    }

    /// <summary>Whether the failure was an exception of this type or of one derived from it.</summary>
    public bool IsCausedBy<T>()
        where T : Exception => IsCausedBy(typeof(T));

    /// <summary>Whether the failure was an exception of this type or of one derived from it.</summary>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        ArgumentNullException.ThrowIfNull(targetBaseExceptionType);
        if (!typeof(Exception).IsAssignableFrom(targetBaseExceptionType))
        {
            throw new ArgumentException($"{targetBaseExceptionType} is not an exception.", nameof(targetBaseExceptionType));
        }

        return !string.IsNullOrEmpty(ErrorType)
            && TypeNamed(ErrorType, targetBaseExceptionType.Assembly) is { } type
            && targetBaseExceptionType.IsAssignableFrom(type);
    }

    /// <summary>The type and the message.</summary>
    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    internal static TaskFailureDetails From(FailureDetails failure) => new(
        failure.ErrorType,
        failure.ErrorMessage,
        failure.StackTrace,
        failure.InnerFailure is { } inner ? From(inner) : null,
        failure.Properties);

    private static Type? TypeNamed(string name, Assembly first)
    {
        if (first.GetType(name, throwOnError: false) is { } near)
        {
            return near;
        }

        Type[] found = [.. AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetType(name, throwOnError: false)).OfType<Type>()];
        return found.Length > 1
            ? throw new AmbiguousMatchException($"There are {found.Length} exception types named '{name}'.")
            : found.FirstOrDefault();
    }
}
