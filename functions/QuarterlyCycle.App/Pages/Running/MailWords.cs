using QuarterlyCycle.App.Mail;

namespace QuarterlyCycle.App.Pages.Running;

/// <summary>What became of an e-mail, in the only words that are used for it.</summary>
public static class MailWords
{
    public static string Of(OutboxRow row) => row.State switch
    {
        MailState.Queued => "Waiting to be sent",
        MailState.Claimed or MailState.Sending => "Sending",
        MailState.Accepted or MailState.Grouped => "Sent",
        MailState.Delivered => "Delivered",
        MailState.Bounced => row.Why is { Length: > 0 } why ? $"Did not arrive: {why}" : "Did not arrive",
        MailState.Dropped => row.Why is { Length: > 0 } why ? $"Stopped: {why}" : "Stopped",
        MailState.NotNeeded => "Not needed any more",
        _ => "Not known whether it was sent",
    };

    /// <summary>Whether the person cannot be assumed to have it.</summary>
    public static bool IsTrouble(OutboxRow row) => row.State is MailState.Bounced or MailState.Dropped or MailState.Uncertain;

    /// <summary>What the e-mail was for.</summary>
    public static string Purpose(string purpose) => purpose switch
    {
        "E0" => "Notice of the request",
        "E1" => "Request for the figures",
        "E2" => "Reminder",
        "E3" => "Reminder on the due day",
        "E4" => "Overdue reminder",
        "E5" => "Last call",
        "E6" => "Notice that answers stopped",
        "E7" => "Receipt",
        "E14" => "Receipt of asking for more time",
        "E15" => "More time given",
        "E16" => "More time refused",
        "E20" => "Question",
        "E21" => "Agreed after the question",
        "E22" => "Sent back",
        "E23" => "Receipt of a correction",
        "E25" => "New link",
        "E30" => "Review opens",
        "E31" => "Review reminder",
        "E32" => "Answer to a question",
        "E33" => "Late figures",
        "E34" => "Figure changed after agreement",
        "E35" => "Figures are late",
        "E47" => "Draft is ready",
        "E48" => "Report issued",
        "E50" => "Papers",
        "E51" => "What the group decided",
        "E52" => "Sign-off request",
        "E53" => "Sign-off reminder",
        "E54" => "Sign-off receipt",
        "E55" => "Report changed after signing",
        "E56" => "Report sent back",
        "E60" => "Pack is ready",
        "E61" => "Replacement pack",
        "E62" => "Pack withdrawn",
        "E63" => "Pack at risk",
        "E64" => "Decisions wanted",
        _ => $"E-mail {purpose}",
    };
}
