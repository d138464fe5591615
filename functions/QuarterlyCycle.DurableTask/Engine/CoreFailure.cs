using System.Diagnostics.CodeAnalysis;
using DurableTask.Core;
using Microsoft.DurableTask;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>A failure in the form of upstream's core, which retry policies and histories speak.</summary>
internal static class CoreFailure
{
    [return: NotNullIfNotNull(nameof(failure))]
    public static FailureDetails? Of(TaskFailureDetails? failure) => failure is null
        ? null
        : new FailureDetails(
            failure.ErrorType,
            failure.ErrorMessage,
            failure.StackTrace,
            Of(failure.InnerFailure),
            isNonRetriable: false,
            failure.Properties);
}
