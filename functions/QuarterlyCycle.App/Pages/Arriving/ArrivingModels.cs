using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.App.Pages.Arriving;

/// <summary>What the door of a data request says: whom it lets in, and to what. No figures.</summary>
public sealed record StartModel
{
    public required string Token { get; init; }

    public required Quarter Quarter { get; init; }

    /// <summary>Who is about to answer.</summary>
    public required string Name { get; init; }

    /// <summary>For whom, when it is somebody who stands in.</summary>
    public string? For { get; init; }

    public required string MaskedAddress { get; init; }

    /// <summary>The measures and milestones that are still to be answered.</summary>
    public required IReadOnlyList<string> ToAnswer { get; init; }

    /// <summary>Those that are sent.</summary>
    public required IReadOnlyList<string> Sent { get; init; }

    public required DateTime DueUtc { get; init; }

    public required DateTime AnswersStopUtc { get; init; }

    public required DateTime CorrectionsStopUtc { get; init; }

    public required DateTime NowUtc { get; init; }

    /// <summary>Whether pressing Start e-mails a code first.</summary>
    public bool NeedsCode { get; init; }
}

/// <summary>A link that leads nowhere any more, why, and the way to another one where there is one.</summary>
public sealed record LinkStoppedModel(IReadOnlyList<string> Why, string? NewLinkAction, string? SignIn = null);

/// <summary>A link that a newer one replaced.</summary>
public sealed record NewerLinkModel(DateTime? SentUtc, string NewLinkAction);

/// <summary>A data request that is no more: passed on, withdrawn or finished.</summary>
public sealed record RequestClosedModel(string Why);

/// <summary>A link is on its way, if there is anybody to send it to.</summary>
public sealed record CheckEmailModel;

/// <summary>Addresses as pages show them to whoever may have opened a forwarded link.</summary>
internal static class Masked
{
    public static string Address(Officer officer)
    {
        int at = officer.Email.IndexOf('@', StringComparison.Ordinal);
        return at < 1 ? "" : $"{officer.Email[0]}•••{officer.Email[at..]}";
    }
}
