namespace QuarterlyCycle.Orchestrations.Calls;

/// <summary>The input of one activity, whose name is the record's type name and whose result is a <typeparamref name="TResult"/>.</summary>
/// <remarks>Properties may be added as nullable ones and never renamed: a running instance compares them with its history.</remarks>
public interface IActivityCall<out TResult>;

/// <summary>The result of an activity that has nothing to say.</summary>
public sealed record Done;
